//! Whole forms on trial: the least that may be sent, a change, what `check` says of it.

use crate::answers::Answers;
use crate::check::tests::tiny::context;
use crate::check::{Code, Verdict, Warned, check};
use crate::form::Form;
use crate::messages;

/// A sender of the partner register who writes from their own organisation.
pub(super) const SENDER: &str = "
sender.organisation=politie
sender.first_name=Sanne
sender.last_name=Jansen
sender.function=Wijkagent
sender.email=s.jansen@politie.example
sender.phone=046 123 45 67
";

/// A grown-up.
pub(super) const SUBJECT: &str = "
subject.given_names=S.
subject.last_name=de Wit
subject.birth_date.year=1985
";

/// A case about one grown-up: what every referral asks, but the reason and what the form is about.
pub(super) const CASE: &str = "
referrer.organisation=politie
referrer.first_name=Sanne
referrer.last_name=Jansen
referrer.function=Wijkagent
referrer.email=s.jansen@politie.example
referrer.phone=046 123 45 67
referrer.second_contact=nee
role.involvement=wijkagent
role.secrecy=geen
person.bsn_known=nee
person.known_as=Sam
person.last_name=onbekend
person.birth_date.year=1985
stay.address_kind=geen
stay.usual_place=opvang
stay.municipality=1883
reason.now=De situatie loopt vast.
reason.facts=Sinds maart drie meldingen.
reason.domains=geld
reason.domains=relaties
reason.domain_geld=Schulden.
reason.domain_relaties=Ruzie.
reason.expected=onveilig_personen
safety.risk_person=geen
safety.children=nee
safety.risk_others=geen
safety.risk_professionals=onbekend
safety.tried=Gesprekken, zonder resultaat.
network.none=ja
question.goal=Rust in huis.
question.coordinator=geen
informing.discussed=ja_eens
informing.discussed_on.day=20
informing.discussed_on.month=11
informing.discussed_on.year=2026
informing.discussed_by=S. Jansen, wijkagent
informing.checked=ja
informing.lawful=ja
informing.on_behalf=ja
";

const CHILD: &str = "
household.k9.relation=kind
household.k9.last_name=de Wit
household.k9.same_address=ja
household.k9.roles=getuige
household.k9.necessity=Het kind woont in hetzelfde huis.
household.k9.informed=nvt
household.k9.contact_safe=nee
";

const ORGANISATION: &str = "
organisations.k1.organisation=politie
organisations.k1.kind=politie
organisations.k1.phone=0900-8844
organisations.k1.about=betrokkene
organisations.k1.status=actief
organisations.k1.informed=ja
";

const OLD_CONSENT: &str = "
role.secrecy=medisch
role.basis=toestemming
role.consent_on.day=1
role.consent_on.month=2
role.consent_on.year=1984
role.consent_by=de betrokkene
";

const BORN_AFTER_THE_TALK: &str = "
person.birth_date.day=21
person.birth_date.month=11
person.birth_date.year=2026
stay.authority=onbekend
";

/// A form, and answers to it that are as few as can be: parts of lines `name=answer`.
pub(super) struct Trial {
    pub(super) form: &'static Form,
    pub(super) least: &'static [&'static str],
}

impl Trial {
    /// The verdict on the least, with these lines laid over it.
    pub(super) fn judged(&self, changes: &str) -> Verdict {
        let mut answers = read(&self.least.concat());
        answers.overlay(&read(changes));
        check(self.form, &answers, &context())
    }

    /// What is wrong: name and code.
    pub(super) fn problems(&self, changes: &str) -> Vec<(String, Code)> {
        self.judged(changes).problems.into_iter().map(|problem| (problem.name, problem.code)).collect()
    }

    /// The one rule that is broken shows at this field, which exists, in a sentence of its own.
    pub(super) fn breaks(&self, changes: &str, name: &str, code: &'static str) {
        assert_eq!(self.problems(changes), [(name.to_owned(), Code::Rule(code))], "{changes}");
        assert!(messages::rules::text_of(code).is_some(), "{code} has no sentence");
        assert!(self.form.field_at(name).is_some(), "{code} shows nowhere");
    }

    /// What it warns of, where nothing is wrong.
    pub(super) fn warnings(&self, changes: &str) -> Vec<Warned> {
        let verdict = self.judged(changes);
        assert!(verdict.is_good(), "{changes}: {verdict:?}");
        verdict.warnings
    }

    /// The names of those warnings.
    pub(super) fn notices(&self, changes: &str) -> Vec<String> {
        self.warnings(changes).into_iter().map(|warned| warned.name).collect()
    }

    /// What is missing, and nothing else is wrong.
    pub(super) fn misses(&self, changes: &str) -> Vec<String> {
        let problems = self.problems(changes);
        assert!(problems.iter().all(|(_, code)| *code == Code::Missing), "{changes}: {problems:?}");
        problems.into_iter().map(|(name, _)| name).collect()
    }

    /// The rules of the steps that every case has, within steps and across them.
    pub(super) fn keeps_the_rules_of_a_case(&self) {
        let unreachable = [&ORGANISATION.replace("0900-8844", ""), "network.none="].concat();
        self.breaks("person.known_as=", "person.given_names", "name_missing");
        self.breaks(CHILD, "household.k9.birth_date", "child_without_age");
        self.breaks(&unreachable, "organisations.k1.phone", "organisation_unreachable");
        self.breaks(ORGANISATION, "network.none", "none_but_some");
        self.breaks(OLD_CONSENT, "role.consent_on", "consent_before_birth");
        self.breaks(BORN_AFTER_THE_TALK, "informing.discussed_on", "talk_before_birth");
        assert!(self.judged(&[CHILD, "household.k9.age=ongeveer 8"].concat()).is_good());
    }

    /// Nothing of the least can be left out.
    pub(super) fn needs_all_of_it(&self) {
        for line in self.least.concat().lines().filter(|line| !line.is_empty()) {
            let name = line.split_once('=').map_or(line, |(name, _)| name);
            assert!(!self.judged(&format!("{name}=")).is_good(), "{name} is not needed");
        }
    }
}

fn read(lines: &str) -> Answers {
    let pairs = lines.lines().filter_map(|line| line.split_once('='));
    Answers::from_pairs(pairs.map(|(name, text)| (name.to_owned(), text.to_owned())))
}
