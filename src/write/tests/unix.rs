//! Links and permissions, as Unix has them.

use std::os::unix::fs::{PermissionsExt as _, symlink};

use super::*;

#[test]
fn links_are_never_followed() {
    let site = Site::new();
    let outside = site.root.join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("index.html"), "mine").unwrap();
    site.put("first", "x");
    symlink(&outside, site.public.join("a")).unwrap();
    let error = site.publish(&[("a/deep/index.html", "new")]).unwrap_err();
    let WriteError::Link(path) = &error else { panic!("{error}") };
    assert_eq!(path, &site.public.join("a"));
    // Nor when deleting.
    site.put(".factpress/manifest", "a/index.html\n");
    assert_eq!(site.publish(&[]).unwrap(), counts(0, 0, 0));
    assert_eq!(fs::read_to_string(outside.join("index.html")).unwrap(), "mine");
}

#[test]
fn a_link_in_place_of_a_page_is_foreign() {
    let site = Site::new();
    fs::write(site.root.join("secret"), "mine").unwrap();
    site.publish(&[("a.html", "a")]).unwrap();
    fs::remove_file(site.public.join("a.html")).unwrap();
    symlink(site.root.join("secret"), site.public.join("a.html")).unwrap();
    let error = site.publish(&[("a.html", "mine")]).unwrap_err();
    assert!(matches!(error, WriteError::Foreign { .. }), "{error}");
    assert_eq!(fs::read_to_string(site.root.join("secret")).unwrap(), "mine");
}

#[test]
fn our_own_folder_is_no_link() {
    for name in [".factpress", ".factpress/lock"] {
        let site = Site::new();
        let elsewhere = site.root.join("elsewhere");
        fs::create_dir_all(site.public.join(name).parent().unwrap()).unwrap();
        symlink(&elsewhere, site.public.join(name)).unwrap();
        let error = Publication::begin(&site.root, &site.public).unwrap_err();
        assert!(matches!(error, WriteError::Link(_)), "{error}");
        assert!(!elsewhere.exists());
    }
}

#[test]
fn an_output_folder_reached_by_a_link_into_content_mixes() {
    let site = Site::new();
    symlink(site.root.join("content"), &site.public).unwrap();
    let error = Publication::begin(&site.root, &site.public).unwrap_err();
    assert!(matches!(error, WriteError::MixesInput { .. }), "{error}");
}

#[test]
fn read_only_files_are_replaced_and_copies_are_writable() {
    let site = Site::new();
    let photo = site.root.join("content/photo.jpg");
    fs::write(&photo, "1").unwrap();
    fs::set_permissions(&photo, fs::Permissions::from_mode(0o444)).unwrap();
    site.publish(&[("p.jpg", "0")]).unwrap();
    fs::set_permissions(site.public.join("p.jpg"), fs::Permissions::from_mode(0o444)).unwrap();
    let publication = site.begin();
    let content = Content::CopyOf("content/photo.jpg".into());
    publication.stage(Output { path: "p.jpg".into(), content }).unwrap();
    assert_eq!(publication.commit().unwrap(), counts(1, 0, 0));
    let mode = fs::metadata(site.public.join("p.jpg")).unwrap().permissions().mode();
    assert_eq!(mode & 0o200, 0o200);
}
