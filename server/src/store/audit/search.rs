//! Looking something up in the trail: the latest first, page by page.
//!
//! Each search walks one index backwards from a number and stops when it has enough, so that a page costs the same in a trail of a
//! thousand entries and of a million. First the numbers are found, then their rows are read.

use chrono::{DateTime, Utc};
use domain::values::HousePrefix;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func};
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use super::{Audit, entity};
use crate::audit::{Actor, Head};
use crate::store::time::{moment, seconds};
use crate::store::{MemberId, StoreError, patiently};

/// What is looked for.
#[derive(Clone, Default)]
pub struct Sought {
    /// Only what this happened to: a reference, or a member.
    pub object: Option<String>,
    /// Only what they did.
    pub who: Option<Who>,
    /// Only these actions; none means all.
    pub actions: Vec<String>,
    /// Only from this moment on.
    pub from: Option<DateTime<Utc>>,
    /// Only before this moment.
    pub before: Option<DateTime<Utc>>,
    /// Only what concerns one house, where the program serves several.
    pub house: Option<HouseTrail>,
}

/// Who did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// A visitor of the site.
    Visitor,
    /// The program itself.
    System,
    /// Someone at the command line.
    Operator,
    /// This member, in any role.
    Member(MemberId),
}

/// What tells the entries of one house from those of another in the same trail.
#[derive(Clone)]
pub struct HouseTrail {
    /// Short name of the house.
    pub name: String,
    /// The letters its references begin with.
    pub prefix: HousePrefix,
    /// Who works there, or did.
    pub members: Vec<MemberId>,
}

/// An entry of the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailEntry {
    /// Its number and its hash.
    pub head: Head,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; none where this program does not know the name.
    pub actor: Option<Actor>,
    /// What.
    pub action: String,
    /// To what.
    pub object: String,
    /// With what result.
    pub result: String,
}

impl Audit<'_> {
    /// Up to `limit` entries that are sought, the latest first, of those before the number `before`.
    pub async fn find(&self, sought: &Sought, before: Option<i64>, limit: u64) -> Result<Vec<TrailEntry>, StoreError> {
        let Some(common) = self.common(sought, before).await? else { return Ok(Vec::new()) };
        let mut numbers = Vec::new();
        for part in parts(sought) {
            let query = entity::Entity::find()
                .select_only()
                .column(entity::Column::Seq)
                .filter(common.clone().add(part))
                .order_by_desc(entity::Column::Seq)
                .limit(limit)
                .into_tuple::<i64>();
            numbers.extend(patiently(async { Ok(query.all(&self.0.reader).await?) }).await?);
        }
        numbers.sort_unstable_by(|one, other| other.cmp(one));
        numbers.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        let query =
            entity::Entity::find().filter(entity::Column::Seq.is_in(numbers)).order_by_desc(entity::Column::Seq);
        let rows = patiently(async { Ok(query.all(&self.0.reader).await?) }).await?;
        rows.into_iter().map(TrailEntry::try_from).collect()
    }

    /// What holds for every part of a search; `None`: nothing can be found.
    async fn common(&self, sought: &Sought, before: Option<i64>) -> Result<Option<Condition>, StoreError> {
        let mut all = Condition::all();
        if let Some(before) = before {
            all = all.add(entity::Column::Seq.lt(before));
        }
        // Numbers follow the clock: the days become numbers first, so that old days need no walk through all newer ones.
        if let Some(from) = sought.from {
            let first = entity::Entity::find()
                .filter(entity::Column::At.gte(seconds(from)))
                .order_by_asc(entity::Column::At)
                .order_by_asc(entity::Column::Seq);
            let Some(seq) = self.number(first).await? else { return Ok(None) };
            all = all.add(entity::Column::Seq.gte(seq)).add(entity::Column::At.gte(seconds(from)));
        }
        if let Some(before) = sought.before {
            let last = entity::Entity::find()
                .filter(entity::Column::At.lt(seconds(before)))
                .order_by_desc(entity::Column::At)
                .order_by_desc(entity::Column::Seq);
            let Some(seq) = self.number(last).await? else { return Ok(None) };
            all = all.add(entity::Column::Seq.lte(seq)).add(entity::Column::At.lt(seconds(before)));
        }
        if let Some(house) = &sought.house {
            all = all.add(of_house(house));
        }
        Ok(Some(all))
    }

    async fn number(&self, of: sea_orm::Select<entity::Entity>) -> Result<Option<i64>, StoreError> {
        let query = of.select_only().column(entity::Column::Seq).limit(1).into_tuple::<i64>();
        patiently(async { Ok(query.one(&self.0.reader).await?) }).await
    }
}

/// The search as parts that each walk one index: an object has few entries, an actor or an action may have most of them.
fn parts(sought: &Sought) -> Vec<Condition> {
    let Sought { object, who, actions, .. } = sought;
    let names = who.map(names).unwrap_or_default();
    let mut among = Condition::all();
    if !actions.is_empty() && (object.is_some() || !names.is_empty()) {
        among = among.add(entity::Column::Action.is_in(actions));
    }
    match (object, names.is_empty()) {
        (Some(object), is_anyone) => {
            among = among.add(entity::Column::Object.eq(object));
            vec![if is_anyone { among } else { among.add(entity::Column::Actor.is_in(names)) }]
        }
        (None, false) => names.into_iter().map(|name| among.clone().add(entity::Column::Actor.eq(name))).collect(),
        (None, true) if actions.is_empty() => vec![among],
        (None, true) => actions.iter().map(|action| among.clone().add(entity::Column::Action.eq(action))).collect(),
    }
}

fn names(who: Who) -> Vec<String> {
    match who {
        Who::Visitor => vec![Actor::Visitor.name()],
        Who::System => vec![Actor::System.name()],
        Who::Operator => vec![Actor::Operator.name()],
        Who::Member(id) => Actor::names_of(id).collect(),
    }
}

/// Characters of the number of a member, with which the name of an actor begins.
const OF_MEMBER: i32 = 17;

/// Its references, its people and their deeds, and what concerns no house in particular.
fn of_house(house: &HouseTrail) -> Condition {
    let HouseTrail { name, prefix, members } = house;
    let ids: Vec<String> = members.iter().map(ToString::to_string).collect();
    let actor = Func::cust("substr").arg(Expr::col(entity::Column::Actor)).arg(1).arg(OF_MEMBER);
    let neutral = [Actor::Visitor, Actor::System, Actor::Operator].map(Actor::name);
    Condition::any()
        .add(entity::Column::Object.starts_with(format!("{}-", prefix.canonical())))
        .add(Expr::expr(actor).is_in(ids.clone()))
        .add(entity::Column::Object.is_in(ids))
        .add(entity::Column::Object.eq(name))
        .add(entity::Column::Object.starts_with(format!("{name} ")))
        .add(entity::Column::Actor.is_in(neutral).and(entity::Column::Object.eq("")))
}

impl TryFrom<entity::Model> for TrailEntry {
    type Error = StoreError;

    fn try_from(row: entity::Model) -> Result<Self, StoreError> {
        Ok(Self {
            head: super::head_of(&row)?,
            at: moment(row.at),
            actor: Actor::parse(&row.actor),
            action: row.action,
            object: row.object,
            result: row.result,
        })
    }
}
