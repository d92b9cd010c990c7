//! Opens the preview in the browser.

use std::io;
use std::process::{Command, Stdio};
use std::thread;

/// Asks the system to show an address.
pub(super) fn open(url: &str) -> io::Result<()> {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    let mut child = command
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // Some stay until the browser is closed; somebody has to wait for them to be gone.
    thread::spawn(move || child.wait());
    Ok(())
}
