//! Faults of a site's own theme, found by `check` and by `build`.
#![allow(clippy::unwrap_used, reason = "tests")]

mod published;

use published::Published;

#[test]
fn check_reads_templates_words_and_style_sheets() {
    for (file, text, told) in [
        (
            "templates/components/byline.html",
            "{% component byline(article) -%}\n{% if article.by %}\n{%- endcomponent byline %}\n",
            "template-error templates/components/byline.html:3:",
        ),
        ("templates/words/en.yaml", "all_check: Checks\n", "bad-words templates/words/en.yaml:1:1"),
        (
            "templates/assets/theme.css",
            "a {}\n@font-face { src: url(a.woff2) }\n",
            "template-error templates/assets/theme.css:2:23",
        ),
        ("templates/assets/theme.css", "a { color: red }\n", ""),
    ] {
        let site = Published::empty();
        site.write("content/a.md", "# A\n\nIt rained.\n");
        site.write(file, text);
        let checked = site.check();
        let built = site.build();
        assert_eq!(checked, built, "check and build say the same");
        match checked.as_slice() {
            [] => assert_eq!(told, ""),
            [one] => assert!(!told.is_empty() && one.starts_with(told), "{one}"),
            more => panic!("{more:?}"),
        }
    }
}
