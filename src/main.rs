//! The `factpress` program. Everything it does is in [`factpress::cli`].

use std::process::ExitCode;

use factpress::cli::{self, terminal};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    run().unwrap_or_else(|error| {
        terminal::complain(&format!("{error:#}"));
        cli::Exit::Failure.into()
    })
}

fn run() -> anyhow::Result<ExitCode> {
    Ok(cli::run(std::env::args_os())?.into())
}
