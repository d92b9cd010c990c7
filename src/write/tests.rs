//! Each promise of publishing, held in a real folder.
#![allow(clippy::unwrap_used, reason = "tests")]

#[cfg(unix)]
mod unix;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::SystemTime;

use snapbox::dir::DirRoot;

use super::{Publication, WriteError, Written};
use crate::render::{Content, Output};

/// A site's folder that goes away with the test.
struct Site {
    _folder: DirRoot,
    root: PathBuf,
    public: PathBuf,
}

impl Site {
    fn new() -> Self {
        let folder = DirRoot::mutable_temp().unwrap();
        let root = folder.path().unwrap().to_path_buf();
        fs::create_dir(root.join("content")).unwrap();
        Self { public: root.join("public"), root, _folder: folder }
    }

    fn begin(&self) -> Publication {
        Publication::begin(&self.root, &self.public).unwrap()
    }

    fn publish(&self, files: &[(&str, &str)]) -> Result<Written, WriteError> {
        let publication = self.begin();
        for (path, text) in files {
            publication.stage(bytes(path, text)).unwrap();
        }
        publication.commit()
    }

    fn put(&self, path: &str, text: &str) {
        let file = self.public.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.public.join(path)).unwrap()
    }

    fn manifest(&self) -> String {
        self.text(".factpress/manifest")
    }

    /// Every file and folder with its bytes and time, but for the lock.
    fn state(&self) -> BTreeMap<PathBuf, Option<(Vec<u8>, SystemTime)>> {
        walkdir::WalkDir::new(&self.public)
            .into_iter()
            .flatten()
            .filter(|entry| entry.file_name() != "lock")
            .map(|entry| {
                let of_file = |path: &Path| {
                    (fs::read(path).unwrap(), entry.metadata().unwrap().modified().unwrap())
                };
                (entry.path().into(), entry.file_type().is_file().then(|| of_file(entry.path())))
            })
            .collect()
    }
}

fn bytes(path: &str, text: &str) -> Output {
    Output { path: path.into(), content: Content::Bytes(text.into()) }
}

fn counts(written: usize, unchanged: usize, removed: usize) -> Written {
    Written { written, unchanged, removed, total: written + unchanged }
}

#[test]
fn the_second_run_writes_nothing() {
    let site = Site::new();
    let files = [("index.html", "home"), ("a/claims/b/index.html", "claim"), ("a/x.css", "")];
    assert_eq!(site.publish(&files).unwrap(), counts(3, 0, 0));
    assert_eq!(site.manifest(), "a/claims/b/index.html\na/x.css\nindex.html\n");
    let before = site.state();
    assert_eq!(site.publish(&files).unwrap(), counts(0, 3, 0));
    assert_eq!(site.state(), before);
}

#[test]
fn only_what_changed_is_written() {
    let site = Site::new();
    site.publish(&[("index.html", "one"), ("b.html", "same")]).unwrap();
    let before = site.state();
    assert_eq!(
        site.publish(&[("index.html", "two"), ("b.html", "same")]).unwrap(),
        counts(1, 1, 0)
    );
    assert_eq!(site.text("index.html"), "two");
    let file = site.public.join("b.html");
    assert_eq!(site.state()[&file], before[&file]);
}

#[test]
fn nothing_shows_before_commit_and_nothing_stays_of_a_dropped_build() {
    let site = Site::new();
    site.publish(&[("index.html", "good"), ("old/index.html", "old")]).unwrap();
    site.put("mine.txt", "mine");
    let before = site.state();
    let publication = site.begin();
    for output in [bytes("index.html", "new"), bytes("c/d.html", "new")] {
        publication.stage(output).unwrap();
    }
    assert_eq!(site.text("index.html"), "good");
    assert!(!site.public.join("c").exists());
    drop(publication);
    assert_eq!(site.state(), before);
}

#[test]
fn an_output_folder_made_for_a_failed_build_goes_away_again() {
    let site = Site::new();
    let output = site.root.join("deep/down/public");
    let publication = Publication::begin(&site.root, &output).unwrap();
    publication.stage(bytes("index.html", "new")).unwrap();
    drop(publication);
    assert!(!site.root.join("deep").exists());
    Publication::begin(&site.root, &output).unwrap().commit().unwrap();
    assert!(output.exists());
}

#[test]
fn pages_that_went_away_are_deleted_with_the_folders_they_leave_empty() {
    let site = Site::new();
    site.publish(&[("a/claims/b/index.html", "b"), ("c/index.html", "c"), ("d.html", "d")])
        .unwrap();
    site.put("c/photo.jpg", "mine");
    site.put(".gitignore", "*");
    fs::create_dir(site.public.join("empty")).unwrap();
    assert_eq!(site.publish(&[("d.html", "d")]).unwrap(), counts(0, 1, 2));
    assert!(!site.public.join("a").exists());
    assert!(!site.public.join("c/index.html").exists());
    assert_eq!(site.text("c/photo.jpg"), "mine");
    assert_eq!(site.text(".gitignore"), "*");
    assert!(site.public.join("empty").exists());
    assert_eq!(site.manifest(), "d.html\n");
}

#[test]
fn a_foreign_file_in_the_way_stops_everything() {
    let site = Site::new();
    site.publish(&[("a.html", "a")]).unwrap();
    site.put("index.html", "mine");
    site.put("b/index.html", "mine");
    let before = site.state();
    let error = site
        .publish(&[("a.html", "new"), ("index.html", "new"), ("b/index.html", "new")])
        .unwrap_err();
    let WriteError::Foreign { paths, .. } = &error else { panic!("{error}") };
    assert_eq!(paths, &["b/index.html", "index.html"]);
    assert!(error.to_string().contains("move it away or delete it"), "{error}");
    assert_eq!(site.state(), before);
}

#[test]
fn a_foreign_file_with_the_same_bytes_is_adopted() {
    let site = Site::new();
    site.put("index.html", "same");
    assert_eq!(site.publish(&[("index.html", "same")]).unwrap(), counts(0, 1, 0));
    assert_eq!(site.publish(&[("index.html", "new")]).unwrap(), counts(1, 0, 0));
    assert_eq!(site.publish(&[]).unwrap(), counts(0, 0, 1));
}

#[test]
fn a_manifest_that_lies_deletes_nothing_outside() {
    let site = Site::new();
    let outside = site.root.join("outside.txt");
    fs::write(&outside, "mine").unwrap();
    site.put(".gitignore", "*");
    site.put(
        ".factpress/manifest",
        &format!("{}\n../outside.txt\n..\\outside.txt\n.gitignore\n", outside.display()),
    );
    site.publish(&[("index.html", "a")]).unwrap();
    assert_eq!(fs::read_to_string(&outside).unwrap(), "mine");
    assert_eq!(site.text(".gitignore"), "*");
    assert_eq!(site.manifest(), "index.html\n");
}

#[test]
fn the_manifest_names_old_and_new_while_files_move() {
    let site = Site::new();
    site.publish(&[("old.html", "old")]).unwrap();
    let publication = site.begin();
    publication.stage(bytes("a.html", "a")).unwrap();
    publication.stage(bytes("b.html", "b")).unwrap();
    // A folder where the second page has to go, made too late to be seen while staging.
    site.put("b.html/in-the-way", "mine");
    let error = publication.commit().unwrap_err();
    assert!(error.to_string().contains("b.html"), "{error}");
    assert_eq!(site.manifest(), "a.html\nb.html\nold.html\n");
    assert_eq!((site.text("a.html"), site.text("old.html")), ("a".into(), "old".into()));
    fs::remove_dir_all(site.public.join("b.html")).unwrap();
    assert_eq!(site.publish(&[("a.html", "a"), ("b.html", "b")]).unwrap(), counts(1, 1, 1));
    assert_eq!(site.manifest(), "a.html\nb.html\n");
}

#[test]
fn assets_are_in_place_before_pages() {
    let site = Site::new();
    let publication = site.begin();
    for path in ["a.html", "m.html", "z/style.css"] {
        publication.stage(bytes(path, "x")).unwrap();
    }
    site.put("a.html/in-the-way", "mine");
    publication.commit().unwrap_err();
    assert_eq!(site.text("z/style.css"), "x");
    assert!(!site.public.join("m.html").exists());
}

#[test]
fn one_path_twice_is_refused_with_both() {
    for (a, b, first, second) in [
        ("a.html", "a.html", "a.html", "a.html"),
        ("b/x.html", "b/X.html", "b/X.html", "b/x.html"),
        ("a", "a/index.html", "a", "a/index.html"),
        ("a/index.html", "A", "A", "a/index.html"),
        ("Img/a.jpg", "img/b.jpg", "Img/a.jpg", "img/b.jpg"),
        ("x/caf\u{e9}", "x/cafe\u{301}", "x/cafe\u{301}", "x/caf\u{e9}"),
    ] {
        for (one, other) in [(a, b), (b, a)] {
            let site = Site::new();
            let error = site.publish(&[("c.html", "c"), (one, "1"), (other, "2")]).unwrap_err();
            let WriteError::Clash { first: f, second: s } = &error else { panic!("{error}") };
            assert_eq!((f.as_str(), s.as_str()), (first, second), "{one} {other}");
            assert!(!site.public.exists(), "{one} {other}");
        }
    }
}

#[test]
fn paths_that_lead_out_are_refused() {
    for path in ["../evil", "/evil", "a/../../evil", "a\0b", "a//b", "", ".factpress/manifest"] {
        let site = Site::new();
        let error = site.publish(&[(path, "x")]).unwrap_err();
        assert!(matches!(error, WriteError::BadPath { .. }), "{path:?}: {error}");
        assert!(!site.public.exists());
        assert!(!site.root.join("evil").exists());
    }
}

#[test]
fn input_and_output_never_mix() {
    let site = Site::new();
    for output in ["", ".", "content", "content/public", "seeds", "templates/x", "..", "x/.."] {
        let output = site.root.join(output);
        let error = Publication::begin(&site.root, &output).unwrap_err();
        assert!(matches!(error, WriteError::MixesInput { .. }), "{}: {error}", output.display());
    }
    assert_eq!(fs::read_dir(&site.root).unwrap().count(), 1);
}

#[test]
fn an_output_folder_that_is_a_file_is_named() {
    let site = Site::new();
    fs::write(&site.public, "a file").unwrap();
    let error = Publication::begin(&site.root, &site.public).unwrap_err();
    assert!(matches!(error, WriteError::OutputIsFile(_)), "{error}");
    assert!(error.to_string().contains("public"), "{error}");
    assert_eq!(fs::read_to_string(&site.public).unwrap(), "a file");
}

#[test]
fn what_a_crashed_run_left_is_cleared() {
    let site = Site::new();
    site.put(".factpress/staging-1/0", "half a page");
    site.put(".factpress/staging-file", "x");
    site.publish(&[("index.html", "a")]).unwrap();
    let mut left: Vec<_> = fs::read_dir(site.public.join(".factpress"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["lock", "manifest"]);
}

#[test]
fn two_runs_at_once_are_kept_apart() {
    let site = Site::new();
    let first = site.begin();
    let error = Publication::begin(&site.root, &site.public).unwrap_err();
    assert!(matches!(error, WriteError::Busy(_)), "{error}");
    first.stage(bytes("index.html", "a")).unwrap();
    assert_eq!(first.commit().unwrap(), counts(1, 0, 0));
    assert_eq!(site.publish(&[("index.html", "a")]).unwrap(), counts(0, 1, 0));
}

#[test]
fn a_page_becomes_a_folder_and_back() {
    let site = Site::new();
    site.publish(&[("a", "page"), ("b.html", "b")]).unwrap();
    assert_eq!(site.publish(&[("a/x/y.html", "y"), ("b.html", "b")]).unwrap(), counts(1, 1, 1));
    assert_eq!(site.text("a/x/y.html"), "y");
    assert_eq!(site.publish(&[("a", "page"), ("b.html", "b")]).unwrap(), counts(1, 1, 1));
    assert_eq!(site.text("a"), "page");
    assert_eq!(site.manifest(), "a\nb.html\n");
}

#[test]
fn a_folder_with_a_foreign_file_does_not_become_a_page() {
    let site = Site::new();
    site.publish(&[("a/x.html", "x")]).unwrap();
    site.put("a/mine.txt", "mine");
    let before = site.state();
    let error = site.publish(&[("a", "page")]).unwrap_err();
    let WriteError::Foreign { paths, .. } = &error else { panic!("{error}") };
    assert_eq!(paths, &["a/mine.txt"]);
    assert_eq!(site.state(), before);

    site.put("b", "mine");
    let error = site.publish(&[("a/x.html", "x"), ("b/y.html", "y")]).unwrap_err();
    let WriteError::Foreign { paths, .. } = &error else { panic!("{error}") };
    assert_eq!(paths, &["b"]);
}

#[test]
fn files_of_the_site_are_copied_and_compared() {
    let site = Site::new();
    let photo = site.root.join("content/photo.jpg");
    let copy = || {
        let publication = site.begin();
        let content = Content::CopyOf("content/photo.jpg".into());
        publication.stage(Output { path: "a/photo.jpg".into(), content }).unwrap();
        publication.commit().unwrap()
    };
    fs::write(&photo, vec![1; 200_000]).unwrap();
    assert_eq!(copy(), counts(1, 0, 0));
    assert_eq!(copy(), counts(0, 1, 0));
    let mut changed = vec![1; 200_000];
    changed[150_000] = 2;
    fs::write(&photo, &changed).unwrap();
    assert_eq!(copy(), counts(1, 0, 0));
    assert_eq!(fs::read(site.public.join("a/photo.jpg")).unwrap(), changed);
}

#[test]
fn nothing_outside_the_site_is_copied() {
    let site = Site::new();
    for name in ["../secret", "content", "content/../../secret"] {
        let publication = site.begin();
        let content = Content::CopyOf(name.into());
        publication.stage(Output { path: "a".into(), content }).unwrap_err();
        drop(publication);
        assert!(!site.public.exists());
    }
}

#[test]
fn threads_stage_at_once() {
    let site = Site::new();
    let publication = site.begin();
    thread::scope(|scope| {
        for thread in 0..4 {
            let publication = &publication;
            scope.spawn(move || {
                for page in 0..50 {
                    publication.stage(bytes(&format!("{page}/{thread}/index.html"), "x")).unwrap();
                }
            });
        }
    });
    assert_eq!(publication.commit().unwrap(), counts(200, 0, 0));
    assert_eq!(site.manifest().lines().count(), 200);
}

#[test]
fn errors_come_back_out_of_io_errors() {
    let site = Site::new();
    let publication = site.begin();
    let content = Content::CopyOf("content/gone.jpg".into());
    let error = publication.stage(Output { path: "a".into(), content }).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::NotFound);
    let error = WriteError::from(error);
    let WriteError::Io { path, .. } = &error else { panic!("{error}") };
    assert!(path.ends_with("content/gone.jpg"), "{error}");
}
