//! What a referrer types: one name and answer a line, as in the tests of the form itself.

use domain::answers::Answers;

/// Everything about the person holds this word, so that a leak shows.
pub(crate) const CANARY: &str = "Kanarie";

/// A whole referral with one person and one organisation beside the person it is about, typed with the small sins that people
/// commit.
pub(crate) const TYPED: &str = "
referrer.organisation=politie
referrer.first_name=Sanne
referrer.last_name=Jansen
referrer.function=Wijkagent
referrer.email= s.jansen@politie.example
referrer.phone=046 123 45 67
referrer.best_times=ma_ochtend
referrer.best_times=vr_middag
referrer.second_contact=nee
role.involvement=wijkagent
role.secrecy=geen
person.bsn_known=ja
person.bsn=9999.90.019
person.known_as=  Kanarie   Sam
person.last_name=Kanarie-'t Hooft
person.birth_date.day=7
person.birth_date.month=3
person.birth_date.year=1985
stay.address_kind=brp
stay.postcode=6162ab
stay.house_number=12 a
stay.place=Kanariestad
stay.municipality=1883
household.k1.relation=kind
household.k1.last_name=de Kanarie
household.k1.age=ongeveer 8
household.k1.same_address=ja
household.k1.necessity=Het kind woont bij Kanarie.
household.k1.informed=nvt
reason.now=De situatie van Kanarie loopt vast.
reason.facts=Sinds maart drie meldingen.
reason.domains=wonen
reason.domains=geld
reason.domain_wonen=Dreigende uitzetting van Kanarie.
reason.domain_geld=Schulden.
reason.expected=overlast
safety.risk_person=geen
safety.children=nee
safety.risk_others=geen
safety.risk_professionals=onbekend
safety.tried=Gesprekken met Kanarie, zonder resultaat.
criteria.domains=ja
criteria.domains_explanation=Schulden en overlast.
criteria.chains=nee
criteria.surroundings=nee
organisations.k1.organisation=andere
organisations.k1.other_organisation=Stichting Thuis
organisations.k1.kind=wonen
organisations.k1.phone=046-7654321
organisations.k1.about=betrokkene
organisations.k1.about=k1
organisations.k1.status=actief
organisations.k1.informed=nee
question.asks=advies
question.goal=Een vaste woonplek voor Kanarie.
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

/// What of it is sent in another shape than it was typed.
pub(crate) const NORMALISED: &str = "
referrer.email=s.jansen@politie.example
referrer.phone=+31461234567
person.bsn=999990019
person.known_as=Kanarie Sam
person.birth_date=1985-03-07
person.birth_date.day=
person.birth_date.month=
person.birth_date.year=
stay.postcode=6162 AB
stay.house_number=12
stay.addition=a
organisations.k1.phone=+31467654321
informing.discussed_on=2026-11-20
informing.discussed_on.day=
informing.discussed_on.month=
informing.discussed_on.year=
";

/// The answers of these lines.
pub(crate) fn read(lines: &str) -> Answers {
    let pairs = lines.lines().filter_map(|line| line.split_once('='));
    Answers::from_pairs(pairs.map(|(name, text)| (name.to_owned(), text.to_owned())))
}

/// What should lie in the envelope when [`TYPED`] was sent.
pub(crate) fn sent() -> Answers {
    let mut sent = read(TYPED);
    sent.overlay(&read(NORMALISED));
    sent
}
