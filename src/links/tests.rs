use super::*;

fn index() -> LinkIndex {
    let mut index = LinkIndex::default();
    for (file, address) in [
        ("content/about.md", "about/"),
        ("content/methodology.md", "methodology/"),
        ("content/cars/index.md", "cars/"),
        ("content/flat.md", "flat/"),
        ("content/año nuevo.md", "año nuevo/"),
    ] {
        index.files.insert(file.to_owned(), address.to_owned());
        index.addresses.insert(address.to_owned(), HashSet::new());
    }
    for address in
        ["", "claims/", "sources/", "cars/picture.jpg", "picture.jpg", "feed.xml", "cars/a.pdf"]
    {
        index.addresses.insert(address.to_owned(), HashSet::new());
    }
    let fragments = ["funding", "who-we-are", "año"].map(str::to_owned);
    index.addresses.insert("about/".to_owned(), fragments.into());
    index
}

const CARS: &str = "content/cars/index.md";
const ABOUT: &str = "content/about.md";

#[track_caller]
fn leads(from: &str, href: &str, address: &str, fragment: Option<&str>) {
    let expected =
        Target::Internal { address: address.to_owned(), fragment: fragment.map(str::to_owned) };
    assert_eq!(index().resolve(from, href), expected, "{href} in {from}");
}

#[track_caller]
fn breaks(from: &str, href: &str, reason: &str) {
    assert_eq!(index().resolve(from, href), Target::Broken(reason.to_owned()));
}

#[test]
fn files_and_addresses_are_found() {
    leads(CARS, "../about.md", "about/", None);
    leads(CARS, "../about.md#funding", "about/", Some("funding"));
    leads(ABOUT, "methodology.md", "methodology/", None);
    leads(ABOUT, "./cars/index.md?x=y#", "cars/", None);
    leads(ABOUT, "cars", "cars/", None);
    leads(ABOUT, "cars/", "cars/", None);
    leads(CARS, "picture.jpg", "cars/picture.jpg", None);
    leads("content/flat.md", "picture.jpg", "picture.jpg", None);
    leads(CARS, "a.pdf#page=3", "cars/a.pdf", Some("page=3"));
    leads(CARS, "/about/", "about/", None);
    leads(CARS, "/about", "about/", None);
    leads(CARS, "/", "", None);
    leads(CARS, "/cars/index.html", "cars/", None);
    leads(CARS, "/feed.xml", "feed.xml", None);
    leads(CARS, "../about/", "about/", None);
    leads(ABOUT, "../cars/", "cars/", None);
    leads("content/cars/claims.yaml", "index.md", "cars/", None);
    leads("content/flat.claims.yaml", "?x", "flat/", None);
    leads(ABOUT, "a%C3%B1o%20nuevo.md", "año nuevo/", None);
    leads(ABOUT, "#a%C3%B1o", "about/", Some("a%C3%B1o"));
    leads(ABOUT, "#", "about/", None);
    leads(CARS, "..\\about.md", "about/", None);
}

#[test]
fn broken_links_name_what_is_near() {
    breaks(
        ABOUT,
        "methodolgy.md",
        "there is no page `methodolgy.md`; did you mean `methodology.md`?",
    );
    breaks(CARS, "../abuot.md", "there is no page `../abuot.md`; did you mean `../about.md`?");
    breaks(CARS, "pictrue.jpg", "there is no file `pictrue.jpg`; did you mean `picture.jpg`?");
    breaks(
        CARS,
        "/methodologie/",
        "there is no page `/methodologie/`; did you mean `/methodology/`?",
    );
    // What is proposed leads there from where the link stands.
    breaks(CARS, "sources/", "there is no page `sources/`; did you mean `../sources/`?");
    breaks("content/flat.md", "claims/", "there is no page `claims/`; did you mean `../claims/`?");
    breaks(CARS, "about.md", "there is no page `about.md`; did you mean `../about.md`?");
    breaks("content/flat.md", "abuot/", "there is no page `abuot/`; did you mean `about/`?");
    breaks(CARS, "claims.yaml", "there is no file `claims.yaml`");
    breaks(
        CARS,
        "../about.md#fundings",
        "`../about.md` has no heading `#fundings`; did you mean `#funding`?",
    );
    breaks(ABOUT, "#zzz", "this page has no heading `#zzz`");
    breaks(CARS, "../../../etc/passwd", "`../../../etc/passwd` leads out of the site");
    breaks(CARS, "%2e%2e/%2e%2e/%2e%2e/x", "`%2e%2e/%2e%2e/%2e%2e/x` leads out of the site");
    breaks(CARS, "a%00b", "`a%00b` is no address that can be read");
    breaks(CARS, "a%FF", "`a%FF` is no address that can be read");
    breaks(CARS, "https:about", "`https:about` names no site");
}

#[test]
fn only_the_first_broken_links_are_told_what_is_near() {
    let index = index();
    let told = |href: &str| match index.resolve(ABOUT, href) {
        Target::Broken(reason) => reason.contains("did you mean"),
        other => panic!("{other:?}"),
    };
    assert!((0..MOST_SUGGESTIONS).all(|_| told("abuot.md")));
    assert!(!told("abuot.md") && !told("#fundings"));
    index.allow_suggestions(2);
    assert!(told("#fundings") && told("abuot.md") && !told("abuot.md"));
}

#[test]
fn schemes_pass_one_list() {
    let index = index();
    for href in [
        "https://example.org/a?b#c",
        "HTTP://example.org",
        "https://user@[::1]:80/",
        "https://münchen.example/",
        "mailto:a@example.org",
        "TEL:+1",
    ] {
        assert_eq!(index.resolve(CARS, href), Target::External(href.to_owned()));
    }
    assert_eq!(
        index.resolve(CARS, " ht\ntps://example.org\t"),
        Target::External("https://example.org".to_owned())
    );
    let host = Target::External("https://example.org/a".to_owned());
    assert_eq!(index.resolve(CARS, "//example.org/a"), host);
    assert_eq!(index.resolve(CARS, "\\/example.org/a"), host);
    for href in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\u{1} javascript:alert(1)",
        "java\0script:alert(1)",
        "\u{a0}javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "x+y.z-1:a",
        "//about/",
        "///example.org",
        "//ex ample.org",
        "//",
    ] {
        assert_eq!(index.resolve(CARS, href), Target::Refused, "{href:?}");
        assert!(!is_allowed(href), "{href:?}");
    }
    assert!(is_allowed("a/b.jpg") && is_allowed("#x") && is_allowed("a/b:c"));
}
