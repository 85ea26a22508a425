//! `zvh`: see [`server::cli`].

fn main() -> std::process::ExitCode {
    server::cli::run(std::env::args_os())
}
