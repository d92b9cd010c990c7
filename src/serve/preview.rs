//! What the preview shows now.

use std::collections::BTreeMap;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::{Arc, PoisonError, RwLock};

use axum::body::Bytes;
use tokio::sync::watch;

use crate::build::MemorySite;

/// The last good site, and what went wrong since.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// Files by path.
    pub site: Arc<BTreeMap<String, Bytes>>,
    /// Why the last build made no site, as drawn for a terminal.
    pub failure: Option<String>,
    /// Names what is shown: pages of another version reload.
    pub version: String,
}

/// Shared by the thread that builds and the one that answers.
#[derive(Debug)]
pub(super) struct Preview {
    shown: RwLock<Arc<Shown>>,
    /// Tells pages of this run from those that an earlier one left open.
    run: u64,
    /// How often what is shown has changed.
    turns: watch::Sender<u64>,
}

impl Preview {
    pub(super) fn new() -> Self {
        Self {
            shown: RwLock::default(),
            run: RandomState::new().hash_one(0),
            turns: watch::Sender::new(0),
        }
    }

    /// What to answer with.
    pub(super) fn shown(&self) -> Arc<Shown> {
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Tells when what is shown has changed.
    pub(super) fn turns(&self) -> watch::Receiver<u64> {
        self.turns.subscribe()
    }

    /// Shows a site from now on.
    pub(super) fn succeed(&self, site: MemorySite) {
        let site = site.into_iter().map(|(path, bytes)| (path, Bytes::from(bytes))).collect();
        self.turn(Arc::new(site), None);
    }

    /// Shows what went wrong in place of pages. Pictures and styles stay those of the last good site.
    pub(super) fn fail(&self, failure: String) {
        self.turn(Arc::clone(&self.shown().site), Some(failure));
    }

    /// What did not change makes no page reload.
    fn turn(&self, site: Arc<BTreeMap<String, Bytes>>, failure: Option<String>) {
        let before = self.shown();
        let first = before.version.is_empty();
        if !first && before.failure == failure && before.site == site {
            return;
        }
        let turn = *self.turns.borrow() + 1;
        let version = format!("{:x}-{turn}", self.run);
        let shown = Arc::new(Shown { site, failure, version });
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = shown;
        self.turns.send_replace(turn);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(text: &str) -> MemorySite {
        MemorySite::from([("index.html".into(), text.into())])
    }

    #[test]
    fn only_a_change_makes_a_version() {
        let preview = Preview::new();
        preview.succeed(site("a"));
        let first = preview.shown().version.clone();
        preview.succeed(site("a"));
        assert_eq!(preview.shown().version, first);
        preview.succeed(site("b"));
        assert_ne!(preview.shown().version, first);
    }

    #[test]
    fn a_failure_keeps_the_last_good_site_and_goes_away_again() {
        let preview = Preview::new();
        preview.succeed(site("a"));
        let good = preview.shown().version.clone();
        preview.fail("broken".into());
        assert_eq!(preview.shown().site["index.html"], "a");
        assert_eq!(preview.shown().failure.as_deref(), Some("broken"));
        let broken = preview.shown().version.clone();
        preview.succeed(site("a"));
        assert_eq!(preview.shown().failure, None);
        assert!(![good, broken].contains(&preview.shown().version));
    }

    #[test]
    fn an_empty_first_site_is_a_version_too() {
        let preview = Preview::new();
        preview.succeed(MemorySite::new());
        assert!(!preview.shown().version.is_empty());
    }

    #[test]
    fn runs_are_told_apart() {
        let (one, other) = (Preview::new(), Preview::new());
        one.succeed(site("a"));
        other.succeed(site("a"));
        assert_ne!(one.shown().version, other.shown().version);
    }
}
