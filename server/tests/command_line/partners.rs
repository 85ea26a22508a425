//! `zvh partners`: shown first, written when asked.

use crate::place::{HOUSE, Place, own_content, words};

#[test]
fn a_list_of_partners_is_shown_first_and_written_when_asked() {
    let place = Place::new();
    let content = own_content(&place);
    let register = content.join(HOUSE).join("partners.toml");
    let before = std::fs::read_to_string(&register).unwrap();
    std::fs::write(
        place.path("list.csv"),
        "name,kind,type,website\nWonen Ergens,incidenteel,overig,\nPolitie,vaste-overheid,politie,https://politie.example\n",
    )
    .unwrap();
    let run = |arguments: &[&str]| {
        let output = place.command(arguments).env("ZVH_CONTENT", &content).output().unwrap();
        (output.status.code(), words(&output.stdout) + &words(&output.stderr))
    };
    let (status, said) = run(&["partners", "import", "list.csv"]);
    assert_eq!(status, Some(0), "{said}");
    for line in
        ["added      Wonen Ergens", "changed    Politie: website", "1 to add, 1 to change. Nothing is written yet"]
    {
        assert!(said.contains(line), "{said}");
    }
    assert_eq!(std::fs::read_to_string(&register).unwrap(), before);

    let (status, said) = run(&["partners", "import", "list.csv", "--house", HOUSE, "--write"]);
    assert_eq!(status, Some(0), "{said}");
    let after = std::fs::read_to_string(&register).unwrap();
    assert!(after.starts_with(before.lines().next().unwrap()), "comments stay");
    assert!(after.contains("id = \"wonen-ergens\"") && after.contains("website = \"https://politie.example\""));

    let (status, said) = run(&["partners", "import", "list.csv", "--house", "elders"]);
    assert_eq!(status, Some(1));
    assert!(said.contains("which house?"), "{said}");
    std::fs::write(place.path("list.csv"), "name,kind,type\nA,vast,ggz\n").unwrap();
    let (status, said) = run(&["partners", "import", "list.csv"]);
    assert_eq!(status, Some(1));
    assert!(said.contains("list.csv:2: unknown variant `vast`"), "{said}");
}
