//! One program, built twice. Native: fingerprints of a range of seeds, or one seed told in full, on standard output.
//! WebAssembly: the same as two functions for `compare.mjs`.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}

/// The fingerprint of the verdict on this seed.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn fingerprint(seed: u64) -> u64 {
    parity::fingerprint(seed)
}

/// The answers of this seed and the verdict, for people to read.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn told(seed: u64) -> String {
    parity::told(seed)
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::io::{self, BufWriter, Write as _};
    use std::process::ExitCode;

    pub(super) fn run() -> ExitCode {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["fingerprints", first, end] => both(first, end).map(|(first, end)| fingerprints(first, end)),
            ["told", seed] => seed.parse().ok().map(|seed| io::stdout().write_all(parity::told(seed).as_bytes())),
            _ => None,
        };
        match outcome {
            Some(Ok(())) => ExitCode::SUCCESS,
            Some(Err(_)) => ExitCode::FAILURE,
            None => {
                let _ = writeln!(io::stderr(), "usage: parity fingerprints <first seed> <end> | parity told <seed>");
                ExitCode::from(2)
            }
        }
    }

    fn both(first: &str, end: &str) -> Option<(u64, u64)> {
        Some((first.parse().ok()?, end.parse().ok()?))
    }

    /// Eight bytes a seed, little end first.
    fn fingerprints(first: u64, end: u64) -> io::Result<()> {
        let mut out = BufWriter::new(io::stdout().lock());
        for seed in first..end {
            out.write_all(&parity::fingerprint(seed).to_le_bytes())?;
        }
        out.flush()
    }
}
