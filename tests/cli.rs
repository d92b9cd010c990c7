//! The command line from outside: pages of commands and what they print, and files that are made
//! from the program and must not drift from it.

use std::fs;
use std::path::Path;
use std::process::Command;

use factpress::cli;

/// Each file in `tests/cmd/` is a page of commands with the words and the exit code they must give.
#[test]
fn commands() {
    let cases = trycmd::TestCases::new();
    cases.default_bin_name("factpress").case("tests/cmd/*.trycmd");
    cases.env("NO_COLOR", "1");
}

/// Runs the program and gives its exit code; what it prints is dropped.
fn factpress(words: &[&str]) -> Option<i32> {
    let output = Command::new(env!("CARGO_BIN_EXE_factpress")).args(words).output();
    output.unwrap_or_else(|error| panic!("{error}")).status.code()
}

/// A file made from the program is what the program would make now. `UPDATE_DOCS=1` makes it anew.
fn holds(path: &str, made: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).unwrap_or_default();
        }
        fs::write(&file, made).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
    let kept = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == made, "{path} is out of date: run `UPDATE_DOCS=1 cargo test --test cli`");
}

#[test]
fn the_reference_of_commands_is_up_to_date() {
    holds("docs/cli.md", &cli::command_reference());
}

#[test]
fn the_reference_of_rules_is_up_to_date() {
    holds("docs/rules.md", &cli::rules_reference());
}

#[test]
fn the_tables_of_profiles_are_up_to_date() {
    let path = "docs/freshness-and-sources.md";
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let kept = fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n");
    let (head, rest) = kept.split_once("<!-- profiles: ").unwrap_or_default();
    let (mark, rest) = rest.split_once('\n').unwrap_or_default();
    let (_, tail) = rest.split_once("<!-- /profiles -->").unwrap_or_default();
    let made = cli::profiles_reference();
    holds(path, &format!("{head}<!-- profiles: {mark}\n\n{made}\n<!-- /profiles -->{tail}"));
}

#[test]
fn the_schemas_are_up_to_date() {
    for (name, _) in cli::SCHEMAS {
        holds(&format!("schemas/{name}.json"), &cli::schema_text(name).unwrap_or_default());
    }
}

mod init {
    use super::*;
    use snapbox::dir::DirRoot;

    /// Runs a command and gives its exit code.
    fn run(words: &[&str]) -> Option<i32> {
        factpress(&[&["--quiet", "--now", "2026-11-23"], words].concat())
    }

    fn folder(root: &DirRoot) -> &Path {
        root.path().unwrap_or_else(|| panic!("a temporary folder has a path"))
    }

    fn text(path: &Path) -> String {
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// A new site in a temporary folder.
    fn site() -> (DirRoot, String) {
        let root = DirRoot::mutable_temp().unwrap_or_else(|error| panic!("{error}"));
        let path = folder(&root).join("site").display().to_string();
        assert_eq!(run(&["init", &path]), Some(0));
        (root, path)
    }

    #[test]
    fn every_yaml_file_names_a_schema_that_is_there() {
        let (_root, site) = site();
        for file in [
            "factpress.yaml",
            "content/people.yaml",
            "content/sources.yaml",
            "content/leap-years/claims.yaml",
        ] {
            let path = Path::new(&site).join(file);
            let first = text(&path).lines().next().unwrap_or("").to_owned();
            let schema = first.strip_prefix("# yaml-language-server: $schema=").unwrap_or("");
            let schema = path.with_file_name("").join(schema);
            let name = schema.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            assert_eq!(cli::schema_text(&name), Some(text(&schema)), "{file}");
        }
        assert!(!text(&Path::new(&site).join("content/leap-years/claims.yaml")).contains("TODAY"));
    }

    #[test]
    fn the_sample_builds_without_a_finding() {
        let (_root, site) = site();
        let deny = ["--deny", "warnings", "--root", &site];
        assert_eq!(run(&[&deny[..], &["check"]].concat()), Some(0));
        assert_eq!(run(&[&deny[..], &["build"]].concat()), Some(0));
        let page = text(&Path::new(&site).join("public/leap-years/index.html"));
        assert_eq!(page.matches("<aside").count(), 3, "{page}");
    }

    #[test]
    fn git_keeps_the_bytes_of_what_is_compared_by_its_bytes() {
        let (_root, site) = site();
        let attributes = text(&Path::new(&site).join(".gitattributes"));
        for line in ["snapshots/** -text", "seeds/** -text", "content/**/*.csv -text"] {
            assert!(attributes.lines().any(|it| it == line), "{line}");
        }
        assert!(text(&Path::new(&site).join("README.md")).contains("\n| `snapshots/` |"));
    }

    #[test]
    fn what_new_makes_is_not_published_before_it_is_filled_in() {
        let (_root, site) = site();
        let root = ["--root", &site];
        let new = |words: &[&str]| run(&[&root[..], &["new"], words].concat());
        let check = |words: &[&str]| run(&[&root[..], &["check"], words].concat());
        assert_eq!(new(&["article", "cats"]), Some(0));
        assert_eq!(check(&["--deny", "warnings"]), Some(0));
        assert_eq!(new(&["claim", "leap-years", "--quote", "400 decides"]), Some(0));
        assert_eq!(check(&[]), Some(1));
    }

    #[test]
    fn only_an_empty_folder_is_taken() {
        let (_root, site) = site();
        let readme = Path::new(&site).join("README.md");
        fs::write(&readme, "mine").unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(run(&["init", &site]), Some(2));
        assert_eq!(text(&readme), "mine");
        let repository = Path::new(&site).join("content/x");
        fs::create_dir_all(repository.join(".git")).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(run(&["init", &repository.display().to_string()]), Some(0));
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    use std::os::unix::fs::symlink;
    let root = snapbox::dir::DirRoot::mutable_temp().unwrap_or_else(|error| panic!("{error}"));
    let Some(folder) = root.path() else { panic!("a temporary folder has a path") };
    let site = folder.join("site");
    let ok = |result: std::io::Result<()>| result.unwrap_or_else(|error| panic!("{error}"));
    ok(fs::create_dir_all(site.join("content")));
    ok(fs::create_dir(folder.join("outside")));
    ok(fs::write(folder.join("outside/index.md"), "# A"));
    ok(fs::write(folder.join("outside/s.yaml"), "sources:\n"));
    ok(symlink("../../outside", site.join("content/linked")));
    ok(symlink("../../outside/s.yaml", site.join("content/sources.yaml")));
    let root = site.display().to_string();
    for words in
        [&["new", "claim", "linked"][..], &["new", "source", "a"], &["new", "article", "linked"]]
    {
        assert_eq!(factpress(&[&["--root", &root], words].concat()), Some(2), "{words:?}");
    }
    assert_eq!(fs::read_dir(folder.join("outside")).map(Iterator::count).unwrap_or_default(), 2);
    assert_eq!(fs::read_to_string(folder.join("outside/s.yaml")).unwrap_or_default(), "sources:\n");
}
