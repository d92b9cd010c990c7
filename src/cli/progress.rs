//! A progress bar on a terminal, for work that takes longer than a second.

use std::io::IsTerminal;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::configuration::Talk;
use super::terminal;
use crate::build::Step;

/// Work that is done sooner shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// Does some work that tells of its steps, and shows them while it takes long. The bar is wiped when
/// the work is done, also where it panics. With `--verbose` each stage is named on a line of its own.
pub fn during<T>(talk: Talk, work: impl FnOnce(&(dyn Fn(Step) + Sync)) -> T) -> T {
    if talk == Talk::Verbose {
        let last = Mutex::new("");
        return work(&|step| {
            let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
            if *last != name(step) {
                *last = name(step);
                terminal::say(last.as_ref());
            }
        });
    }
    if talk == Talk::Quiet || !std::io::stderr().is_terminal() {
        return work(&|_| {});
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_message("");
    if let Ok(style) =
        ProgressStyle::with_template("{spinner} {msg} {wide_bar} {pos}/{len} {elapsed}")
    {
        bar.set_style(style);
    }
    thread::scope(|scope| {
        let (done, waiting) = mpsc::channel::<()>();
        let shown = bar.clone();
        scope.spawn(move || {
            if waiting.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(Duration::from_millis(100));
                let _ = waiting.recv();
            }
            shown.finish_and_clear();
        });
        let result = work(&|step| {
            if let Step::Rendering(made, of) = step {
                bar.set_length(of as u64);
                bar.set_position(made as u64);
            }
            bar.set_message(name(step));
        });
        drop(done);
        result
    })
}

/// What a step is called.
fn name(step: Step) -> &'static str {
    match step {
        Step::Checking => "Reading and checking",
        Step::Rendering(..) => "Making pages",
        Step::Publishing => "Publishing",
    }
}
