//! The program starts without settings, follows those it gets, and names every mistake with its place.

use super::source::KEYS;
use super::*;

fn read(text: &str, environment: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let environment = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Config::read(Source::from_text("zvh.toml", text, environment)?)
}

#[test]
fn without_settings_everything_has_a_value() {
    let config = read("", &[]).unwrap();
    assert_eq!(config.listen, "127.0.0.1:8080".parse().unwrap());
    assert_eq!(config.database_url, "sqlite:var/zvh.db");
    assert_eq!(config.draft_lifetime, TimeDelta::days(7));
    assert_eq!(config.limits, Limits::default());
    assert!(matches!(config.mail.transport, Transport::Files));
    assert!(config.houses.is_empty(), "there is no folder `content` here");
}

#[test]
fn the_file_changes_what_it_names_and_the_environment_wins() {
    let text = "draft_days = 14\nvar = \"/srv/zvh\"\n[mail]\ntransport = \"smtp\"\n[mail.smtp]\nhost = \"a.example\"\n";
    let config = read(text, &[("ZVH_MAIL_SMTP_HOST", "b.example"), ("ZVH_DRAFT_DAYS", "3"), ("HOME", "/x")]).unwrap();
    assert_eq!(config.draft_lifetime, TimeDelta::days(3));
    assert_eq!(config.database_url, "sqlite:/srv/zvh/zvh.db");
    let Transport::Smtp(smtp) = config.mail.transport else { panic!() };
    assert_eq!((smtp.host.as_str(), smtp.port, smtp.encryption), ("b.example", 587, Encryption::Starttls));
}

#[test]
fn every_mistake_is_named_with_its_place_and_the_mend() {
    let smtp = "[mail]\ntransport = \"smtp\"\n";
    for (text, place, mend) in [
        ("lisen = \"x\"", "zvh.toml, line 1", "did you mean `listen`?"),
        ("\n[limits]\nbody = 3", "zvh.toml, line 3", "`limits.body` is not a setting; remove it"),
        ("listen = 8080", "zvh.toml, line 1", "`listen` should be text between quotes"),
        ("var = true", "zvh.toml, line 1", "`var` is true or false, it should be text"),
        ("listen = \"localhost\"", "zvh.toml, line 1", "an address and port such as 127.0.0.1:8080"),
        ("# remark\ndraft_days = 0", "zvh.toml, line 2", "a whole number from 1 to 365"),
        ("draft_days = \"7\"", "zvh.toml, line 1", "a whole number"),
        ("listen = ", "zvh.toml, line 1", "not TOML"),
        ("[houses]\nh = \"https://x.nl/\"", "zvh.toml, line 2", "no path"),
        ("[houses]\n\"../etc\" = \"https://x.nl\"", "zvh.toml, line 2", "the name of a folder"),
        ("[houses]\na = \"https://x.nl\"\nb = \"https://x.nl:81\"", "zvh.toml, line 3", "a host name of its own"),
        ("houses = \"h\"", "zvh.toml, line 1", "<folder>=https://<host>"),
        ("[limits]\nposts_per_minute = 0", "zvh.toml, line 2", "a whole number from 1 to 1000000"),
        ("[limits.networks]\n\"10.0.0.0/33\" = 2", "zvh.toml, line 2", "a network such as 192.0.2.0/24"),
        ("[limits]\nnetworks = 3", "zvh.toml, line 2", "a table [limits.networks] with lines such as"),
        (
            "[limits.networks]\n\"10.1.0.0/8\" = 3\n\"10.0.0.0/8\" = 2",
            "zvh.toml, line 2",
            "is the network 10.0.0.0/8, which is there already",
        ),
        ("[limits.networks]\n\"10.0.0.0/8\" = 0", "zvh.toml, line 2", "a whole number from 1 to 10000, or"),
        ("[limits.networks]\n\"10.0.0.0/8\" = \"free\"", "zvh.toml, line 2", "or \"unlimited\""),
        ("trusted_proxy = \"proxy\"", "zvh.toml, line 1", "an IP address"),
        ("[database]\nurl = \"postgres://u:secret@h/d\"", "zvh.toml, line 2", "database.password_file"),
        (smtp, "zvh.toml, line 2", "accompanied by `mail.smtp.host`"),
        (&format!("{smtp}smtp.host=\"h\"\nsmtp.tls = \"none\""), "zvh.toml, line 4", "never leaves without TLS"),
        (
            &format!("{smtp}smtp.host=\"h\"\nsmtp.user = \"u\""),
            "zvh.toml, line 4",
            "accompanied by `mail.smtp.password_file`",
        ),
    ] {
        let error = read(text, &[]).unwrap_err().to_string();
        assert!(error.starts_with(place) && error.contains(mend), "{text}\n{error}");
        assert!(!error.contains("secret"), "{error}");
    }
}

#[test]
fn an_environment_variable_that_is_no_setting_is_refused_too() {
    let error = read("", &[("ZVH_LISTNE", "x")]).unwrap_err().to_string();
    assert_eq!(error, "environment variable ZVH_LISTNE: `listne` is not a setting; did you mean `listen`?");
    assert!(read("", &[("ZVH_CONFIG", "x"), ("ZVH_LOG", "debug"), ("ZVH_TEST_POSTGRES", "x")]).is_ok());
    let error = read("", &[("ZVH_LIMITS_CONNECTIONS", "many")]).unwrap_err().to_string();
    assert!(error.starts_with("environment variable ZVH_LIMITS_CONNECTIONS: `limits.connections`"), "{error}");
}

#[test]
fn every_setting_can_come_from_the_environment() {
    let login = [("ZVH_MAIL_SMTP_USER", "u"), ("ZVH_MAIL_SMTP_PASSWORD_FILE", "p")];
    for key in KEYS {
        let name = format!("ZVH_{}", key.replace('.', "_").to_uppercase());
        let value = match key {
            "listen" => "127.0.0.1:1",
            "houses" => "x=https://x.nl",
            "database.url" => "sqlite:x",
            "mail.from" => "a@b.nl",
            "mail.transport" => "files",
            "mail.smtp.tls" => "wrapped",
            "trusted_proxy" => "::1",
            "mail.smtp.port" | "draft_days" => "25",
            "limits.body_bytes" => "2048",
            "limits.networks" => "10.0.0.0/8=20",
            key if key.starts_with("limits.") => "25",
            _ => "x",
        };
        let mut environment = login.to_vec();
        environment.push((&name, value));
        if let Err(error) = read("", &environment) {
            panic!("{name}: {error}");
        }
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let error = Config::load(Some(Path::new("/nowhere/zvh.toml"))).unwrap_err().to_string();
    assert!(error.starts_with("/nowhere/zvh.toml") && error.contains("--config"), "{error}");
}

#[test]
fn the_password_of_the_database_comes_from_its_file() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("password");
    std::fs::write(&file, "p@ss word/1\n").unwrap();
    let text = format!("database.url = \"postgres://zvh@db/zvh\"\ndatabase.password_file = \"{}\"", file.display());
    let config = read(&text, &[]).unwrap();
    assert_eq!(config.database_url_with_password().unwrap(), "postgres://zvh:p%40ss%20word%2F1@db/zvh");
    std::fs::remove_file(&file).unwrap();
    assert!(config.database_url_with_password().unwrap_err().to_string().contains("password"));
}

#[test]
fn the_settings_of_a_server_may_stay_while_mail_goes_to_files() {
    assert!(matches!(read("mail.smtp.host = \"h\"", &[]).unwrap().mail.transport, Transport::Files));
}

#[test]
fn a_house_is_a_folder_with_an_address() {
    let content = tempfile::tempdir().unwrap();
    let text = format!("listen = \"127.0.0.1:99\"\ncontent = \"{}\"\n", content.path().display());
    let read = |more: &str, environment: &[(&str, &str)]| {
        let config = read(&format!("{text}{more}"), environment).unwrap();
        config.houses.into_iter().map(|address| (address.house, address.public_url)).collect::<Vec<_>>()
    };
    let house = |name: &str, url: &str| (name.to_owned(), url.to_owned());
    let folder = |name: &str| {
        std::fs::create_dir(content.path().join(name)).unwrap();
        std::fs::write(content.path().join(name).join("house.toml"), "").unwrap();
    };
    folder("noord");
    assert_eq!(read("", &[]), [house("noord", "http://localhost:99")]);
    folder("zuid");
    let both = [house("noord", "http://noord.localhost:99"), house("zuid", "http://zuid.localhost:99")];
    assert_eq!(read("", &[]), both);
    let file = "[houses]\nzuid = \"https://zuid.example\"\n";
    assert_eq!(read(file, &[]), [house("zuid", "https://zuid.example")]);
    let environment = [("ZVH_HOUSES", "noord=http://n:1 zuid=http://z:1")];
    assert_eq!(read(file, &environment), [house("noord", "http://n:1"), house("zuid", "http://z:1")]);
}

#[test]
fn networks_that_may_ask_more_stand_in_the_file_or_the_environment_the_smallest_first() {
    let network = |addresses: &str, allowance| Network { addresses: addresses.parse().unwrap(), allowance };
    let expected = [
        network("2001:db8::/32", Allowance::Unlimited),
        network("192.0.2.0/24", Allowance::Times(20)),
        network("10.0.0.0/8", Allowance::Times(5)),
    ];
    let text = "[limits.networks]\n\"10.0.0.0/8\" = 5\n\"192.0.2.0/24\" = 20\n\"2001:db8::/32\" = \"unlimited\"\n";
    assert_eq!(read(text, &[]).unwrap().limits.networks, expected);
    let same = "10.0.0.0/8=5 192.0.2.0/24=20 2001:db8::/32=unlimited";
    assert_eq!(read("", &[("ZVH_LIMITS_NETWORKS", same)]).unwrap().limits.networks, expected);
    let twice = read("", &[("ZVH_LIMITS_NETWORKS", "10.0.0.0/8=2 10.0.0.0/8=3")]).unwrap_err().to_string();
    assert!(twice.starts_with("environment variable ZVH_LIMITS_NETWORKS: ") && twice.contains("leave one"), "{twice}");
}
