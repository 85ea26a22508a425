//! `zvh forms list` and `zvh forms schema`: what a form hands over to another system.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use domain::form::Form;
use domain::forms::{ALL, find};
use domain::handover::{Tree, another_example, example, schema};

use super::Failure;

#[derive(Subcommand)]
pub(super) enum Forms {
    /// List all forms with their version
    List,
    /// Write the JSON Schema and an example of what each form hands over
    Schema {
        /// Only this form
        #[arg(long, value_name = "FORM")]
        form: Option<String>,
        /// The directory to write to; files of the same name are replaced
        #[arg(long, value_name = "DIR", default_value = ".")]
        out: PathBuf,
        /// How many examples of each form
        #[arg(long, value_name = "N", default_value_t = 1)]
        examples: u64,
    },
}

pub(super) fn obey(command: &Forms) -> Result<(), Failure> {
    match command {
        Forms::List => list(),
        Forms::Schema { form, out, examples } => {
            let forms =
                form.as_deref().map_or_else(|| Ok(ALL.to_vec()), |slug| Ok::<_, Failure>(vec![named(slug)?]))?;
            let failed = |error| Failure::Said(format!("{}: {error}; change --out", out.display()));
            std::fs::create_dir_all(out).map_err(failed)?;
            forms.into_iter().try_for_each(|form| write(form, out, *examples))
        }
    }
}

/// The form of this name, or which forms there are.
pub(super) fn named(slug: &str) -> Result<&'static Form, Failure> {
    let all = || ALL.iter().map(|form| form.slug).collect::<Vec<_>>().join(", ");
    find(slug).ok_or_else(|| Failure::Said(format!("there is no form {slug}; choose one of {}", all())))
}

fn list() -> Result<(), Failure> {
    let mut screen = std::io::stdout().lock();
    for form in ALL {
        writeln!(screen, "{:<16} v{}  {}", form.slug, form.version, form.title)?;
    }
    Ok(())
}

/// The schema, the example that shows the most, and more examples if asked for.
fn write(form: &'static Form, folder: &Path, examples: u64) -> Result<(), Failure> {
    let put = |kind: &str, tree: &Tree| -> Result<(), Failure> {
        let path = folder.join(format!("{}.v{}.{kind}.json", form.slug, form.version));
        let text = serde_json::to_string_pretty(tree).map_err(std::io::Error::from)? + "\n";
        let failed = |error| Failure::Said(format!("{}: {error}; change --out", path.display()));
        std::fs::write(&path, text).map_err(failed)?;
        Ok(writeln!(std::io::stdout(), "{}", path.display())?)
    };
    put("schema", &schema(form))?;
    for number in 1..=examples {
        match number {
            1 => put("example", &example(form))?,
            _ => put(&format!("example-{number}"), &another_example(form, number))?,
        }
    }
    Ok(())
}
