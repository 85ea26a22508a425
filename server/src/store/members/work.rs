//! The cases that someone handles, and who may not any more: those are nobody's again, and show as that in the work list.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::desk::role::{Right, Role};
use domain::referral::{Happening, Status};
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseTransaction, EntityTrait as _, FromQueryResult, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

use super::{MemberId, Members};
use crate::audit::{Actor, Entry, Event};
use crate::store::keeping::regime;
use crate::store::referrals::entity as referral;
use crate::store::time::seconds;
use crate::store::{NewHappening, StoreError, audit, patiently, timeline};

impl Members<'_> {
    /// Takes cases from members of a house who may not handle them any more: a role, an appointment, a screening or a training ended by its
    /// date. Gives how many.
    pub async fn free_work(&self, house: &str, today: NaiveDate, at: DateTime<Utc>) -> Result<usize, StoreError> {
        let handled = Condition::all().add(referral::Column::House.eq(house));
        let handled = select(handled).into_model::<Handled>();
        let handled = patiently(async { Ok(handled.all(&self.0.reader).await?) }).await?;
        if handled.is_empty() {
            return Ok(0);
        }
        let members = self.of(house).await?;
        let roles: BTreeMap<String, Vec<Role>> =
            members.iter().map(|member| (member.id.to_string(), member.roles_on(today))).collect();
        let may = |case: &Handled| case.may_be_handled_by(roles.get(&case.assignee).map_or(&[][..], Vec::as_slice));
        let mut freed = 0;
        for case in handled {
            if !may(&case) {
                self.0.writer.run(move |tx| Box::pin(free_one(tx, case, at))).await?;
                freed += 1;
            }
        }
        Ok(freed)
    }
}

/// Writes down what was done with a member, and takes from them what they can't handle with these roles.
pub(super) async fn take_from(
    tx: &DatabaseTransaction,
    id: MemberId,
    roles: &[Role],
    entry: &Entry,
) -> Result<(), StoreError> {
    let theirs = Condition::all().add(referral::Column::Assignee.eq(id.to_string()));
    // Held, so that none is given to someone else, or ends, before its timeline is written; and before the trail is, which everyone
    // else writes last.
    let theirs = select(theirs).lock_exclusive().into_model::<Handled>().all(tx).await?;
    audit::append(tx, entry).await?;
    for case in theirs {
        if !case.may_be_handled_by(roles) {
            free(tx, case, entry.at, entry.actor).await?;
        }
    }
    Ok(())
}

/// A case and who handles it.
#[derive(FromQueryResult)]
struct Handled {
    reference: String,
    assignee: String,
    status: String,
    regime: String,
}

impl Handled {
    /// One that can't be read is handled by nobody, and keeps nobody here.
    fn may_be_handled_by(&self, roles: &[Role]) -> bool {
        regime(&self.regime).is_ok_and(|regime| Role::any_may(roles, Right::Handle, regime))
    }
}

fn select(of: Condition) -> sea_orm::Select<referral::Entity> {
    referral::Entity::find()
        .select_only()
        .columns([
            referral::Column::Reference,
            referral::Column::Assignee,
            referral::Column::Status,
            referral::Column::Regime,
        ])
        .filter(of.add(referral::Column::Assignee.is_not_null()))
        .order_by_asc(referral::Column::Reference)
}

async fn free_one(tx: &DatabaseTransaction, case: Handled, at: DateTime<Utc>) -> Result<(), StoreError> {
    // Somebody may have given it to someone else meanwhile.
    let same = Condition::all()
        .add(referral::Column::Reference.eq(&case.reference))
        .add(referral::Column::Assignee.eq(&case.assignee));
    match select(same).lock_exclusive().into_model::<Handled>().one(tx).await? {
        Some(case) => free(tx, case, at, Actor::System).await,
        None => Ok(()),
    }
}

/// Makes it nobody's. What is over is no work: nothing is told of it.
async fn free(tx: &DatabaseTransaction, case: Handled, at: DateTime<Utc>, by: Actor) -> Result<(), StoreError> {
    let Handled { reference, status, .. } = case;
    referral::Entity::update_many()
        .col_expr(referral::Column::Assignee, Option::<String>::None.into())
        .filter(referral::Column::Reference.eq(&reference))
        .exec(tx)
        .await?;
    if Status::from_slug(&status).is_some_and(Status::is_over) {
        return Ok(());
    }
    let id = format!("{reference} {} {}", Happening::Assigned.slug(), seconds(at));
    timeline::insert(tx, &reference, NewHappening::bare(id, Happening::Assigned, at)).await?;
    audit::append(tx, &Entry::new(at, by, Event::Assigned { reference, to: None })).await
}
