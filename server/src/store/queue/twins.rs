//! Referrals that may be about one person: they meet by keyed hashes, and nothing is opened.

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait as _, DatabaseTransaction, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::Queue;
use crate::store::{StoreError, patiently};

impl Queue<'_> {
    /// Other referrals of the house that may be about the same person.
    pub async fn twins(&self, house: &str, reference: &str) -> Result<Vec<String>, StoreError> {
        let own = entity::Entity::find().filter(entity::Column::Reference.eq(reference));
        let own = patiently(async { Ok(own.all(&self.0.reader).await?) }).await?;
        let hashes: Vec<Vec<u8>> = own.into_iter().map(|row| row.hash).collect();
        let query = entity::Entity::find()
            .select_only()
            .column(entity::Column::Reference)
            .distinct()
            .filter(entity::Column::House.eq(house))
            .filter(entity::Column::Hash.is_in(hashes))
            .filter(entity::Column::Reference.ne(reference))
            .order_by_asc(entity::Column::Reference)
            .into_tuple::<String>();
        patiently(async { Ok(query.all(&self.0.reader).await?) }).await
    }
}

/// Keeps the keyed hashes by which two referrals about one person meet.
pub(in crate::store) async fn add(
    tx: &DatabaseTransaction,
    house: &str,
    reference: &str,
    hashes: Vec<[u8; 32]>,
) -> Result<(), StoreError> {
    for hash in hashes {
        let row = entity::ActiveModel {
            house: Set(house.to_owned()),
            hash: Set(hash.to_vec()),
            reference: Set(reference.to_owned()),
        };
        entity::Entity::insert(row).exec_without_returning(tx).await?;
    }
    Ok(())
}

mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "twins")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) house: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) hash: Vec<u8>,
        #[sea_orm(primary_key, auto_increment = false)]
        pub(super) reference: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
