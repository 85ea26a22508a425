//! Whether a case can be played and talked about: ids, places in the law, grounds, and that verdicts and questions fit together.

use std::collections::{BTreeMap, BTreeSet};

use domain::context::ParticipantKind;
use domain::simulation::Verdict;
use domain::simulation::play::name;
use toml::Spanned;

use super::{Fact, File, Role};
use crate::content::fault::Faults;
use crate::content::source::Source;

/// Notes all that is wrong.
pub(super) fn check(source: &Source, file: &File, faults: &mut Faults) {
    let mut check = Check { source, faults };
    check.numbers(file);
    let grounds = file.ground.iter().map(|ground| ground.get_ref().id.as_str()).collect();
    let mut roles = BTreeSet::new();
    let mut facts = BTreeMap::new();
    for role in file.role.iter().map(Spanned::get_ref) {
        check.role(role, &mut roles);
        for fact in &role.fact {
            check.fact(fact, &grounds);
            if facts.insert(fact.id.get_ref().as_str(), fact).is_some() {
                check.at(&fact.id, format!("two facts have the id \"{}\"", fact.id.get_ref()), "give each its own");
            }
        }
    }
    check.questions(file, &facts);
}

struct Check<'a> {
    source: &'a Source,
    faults: &'a mut Faults,
}

impl Check<'_> {
    fn at<T>(&mut self, place: &Spanned<T>, problem: impl Into<String>, mend: &str) {
        self.faults.add(self.source.fault(self.source.line_at(place.span().start), problem, mend));
    }

    fn numbers(&mut self, file: &File) {
        if !(1..=30).contains(file.minutes.get_ref()) {
            self.at(&file.minutes, "this is no time for a briefing", "write whole minutes, from 1 to 30");
        }
        if file.review.get_ref().0 <= file.checked.0 {
            self.at(&file.review, "the review date is not after the checked date", "choose a later day");
        }
    }

    fn role<'f>(&mut self, role: &'f Role, known: &mut BTreeSet<&'f str>) {
        let id = role.id.get_ref().as_str();
        if !is_short(id) || [name::ALL, name::DEBRIEF].contains(&id) {
            let mend = "use small letters, eight at most, and no word of the game";
            self.at(&role.id, format!("\"{id}\" cannot be the id of a role"), mend);
        }
        if !known.insert(id) {
            self.at(&role.id, format!("two roles have the id \"{id}\""), "give each its own");
        }
        match (role.kind, &role.secrecy) {
            (ParticipantKind::Incidenteel, None) => self.at(
                &role.id,
                format!("\"{id}\" is an incidental participant and signs nothing"),
                "give it [role.secrecy]: it signs for secrecy before the meeting (BGS art. 2.21)",
            ),
            (ParticipantKind::VasteOverheid | ParticipantKind::VastePrivaat, Some(_)) => self.at(
                &role.id,
                format!("\"{id}\" takes part by law, yet has [role.secrecy]"),
                "leave [role.secrecy] out, or make its kind \"incidenteel\"",
            ),
            _ => {}
        }
    }

    fn fact(&mut self, fact: &Fact, grounds: &BTreeSet<&str>) {
        let id = fact.id.get_ref();
        if !is_short(id) {
            let mend = "use small letters and digits, eight at most, that tell nothing: as \"p3\"";
            self.at(&fact.id, format!("\"{id}\" cannot be the id of a fact"), mend);
        }
        match (fact.verdict, &fact.ground) {
            (Verdict::Withhold, None) => {
                self.at(&fact.id, format!("the fact \"{id}\" is withheld on no ground"), "name one: ground = \"…\"");
            }
            (Verdict::Needed | Verdict::Useful, Some(ground)) => {
                let problem = format!("the fact \"{id}\" may be shared, yet names a ground to withhold it");
                self.at(ground, problem, "leave the ground out");
            }
            (Verdict::Withhold, Some(ground)) if !grounds.contains(ground.get_ref().as_str()) => {
                let known = grounds.iter().copied().collect::<Vec<_>>().join(", ");
                self.at(
                    ground,
                    format!("there is no ground \"{}\"", ground.get_ref()),
                    &format!("use one of: {known}"),
                );
            }
            _ => {}
        }
    }

    /// A question needs needed facts, and every needed fact is needed somewhere.
    fn questions(&mut self, file: &File, facts: &BTreeMap<&str, &Fact>) {
        let mut asked = BTreeSet::new();
        for need in file.question.iter().flat_map(|question| &question.need) {
            let id = need.fact.get_ref().as_str();
            match facts.get(id).map(|fact| fact.verdict) {
                None => self.at(&need.fact, format!("there is no fact \"{id}\""), "name the id of a fact above"),
                Some(Verdict::Needed) => _ = asked.insert(id),
                Some(_) => {
                    let mend = "make its verdict \"needed\", or take this need away";
                    self.at(&need.fact, format!("a question needs the fact \"{id}\", which is not needed"), mend);
                }
            }
        }
        for (id, fact) in facts.iter().filter(|(id, fact)| fact.verdict == Verdict::Needed && !asked.contains(**id)) {
            let mend = "add a [[question.need]] that says what stays unclear without it, or make it \"useful\"";
            self.at(&fact.id, format!("no question needs the fact \"{id}\""), mend);
        }
    }
}

/// Ids stand in the address, so they are short and tell nothing.
fn is_short(id: &str) -> bool {
    (1..=8).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}
