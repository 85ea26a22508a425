//! A table of the desk. Where there is no room each row becomes a card, so each cell carries the name of its column.

use leptos::prelude::*;

/// A row of a table: what it is about, and its cells, one for each column after the first.
pub struct Row {
    /// The first cell, the heading of the row.
    pub head: AnyView,
    /// The others, in the order of the columns. `None` is an empty cell; on a card it takes no room.
    pub cells: Vec<Option<AnyView>>,
    /// Whether someone still has to look at it.
    pub look: Look,
}

/// Whether a row stands out because nobody read it yet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// It was read, or that does not matter here.
    Read,
    /// It has a mark at its edge; the words for it belong in the heading of the row.
    Unread,
}

/// The table. `caption` tells what it lists; `columns` are the names of all columns, that of the headings first.
pub fn table(caption: String, columns: &[&'static str], rows: Vec<Row>) -> impl IntoView + use<> {
    let head = columns.iter().map(|name| view! { <th scope="col">{*name}</th> }).collect_view();
    let names = columns.get(1..).unwrap_or_default();
    let rows = rows.into_iter().map(|row| row_view(names, row)).collect_view();
    view! {
        <table class="zvh-desk-table">
            <caption>{caption}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row_view(names: &[&'static str], row: Row) -> impl IntoView + use<> {
    let class = (row.look == Look::Unread).then_some("zvh-desk-unread");
    let cells = names.iter().zip(row.cells).map(|(name, cell)| match cell {
        Some(cell) => view! { <td data-column=*name>{cell}</td> }.into_any(),
        None => view! { <td></td> }.into_any(),
    });
    view! {
        <tr class=class>
            <th scope="row">{row.head}</th>
            {cells.collect_view()}
        </tr>
    }
}
