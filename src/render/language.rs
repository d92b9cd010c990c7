//! In which direction languages are written.

/// Languages that are written from right to left where their tag names no script (CLDR, likely
/// subtags), with the old codes that are still met.
const RIGHT_TO_LEFT: [&str; 16] = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "nqo", "prs", "ps", "sd", "syr", "ug", "ur",
    "yi",
];

/// Scripts that are (ISO 15924).
const SCRIPTS: [&str; 11] =
    ["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"];

/// `rtl` or `ltr`, for a language's BCP 47 tag.
pub(super) fn direction(tag: &str) -> &'static str {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    let is_rtl =
        match parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
            Some(script) => SCRIPTS.contains(&script),
            None => RIGHT_TO_LEFT.contains(&language),
        };
    if is_rtl { "rtl" } else { "ltr" }
}

/// What languages are called in themselves (CLDR, release 46), by tag or by its first part.
const OWN_NAMES: [(&str, &str); 40] = [
    ("ar", "العربية"),
    ("bg", "Български"),
    ("bn", "বাংলা"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("eu", "Euskara"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("gl", "Galego"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("id", "Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("nb", "Norsk bokmål"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sv", "Svenska"),
    ("sw", "Kiswahili"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];

/// What a language is called in itself, with its region or script: `Español`, `Español (MX)`; the tag
/// where the name is not known.
pub(super) fn own_name(tag: &str) -> String {
    let (primary, rest) = tag.split_once('-').map_or((tag, None), |(it, rest)| (it, Some(rest)));
    let primary = primary.to_ascii_lowercase();
    match (OWN_NAMES.iter().find(|(known, _)| *known == primary), rest) {
        (Some((_, name)), Some(rest)) => format!("{name} ({rest})"),
        (Some((_, name)), None) => (*name).to_owned(),
        (None, _) => tag.to_owned(),
    }
}

/// The `lang` and `dir` of a text, where they are not those of one of the texts around it.
pub(super) fn within(tag: &str, around: &[&str]) -> (Option<String>, Option<&'static str>) {
    if around.iter().all(|other| *other == tag) {
        return (None, None);
    }
    let own = direction(tag);
    let differs = around.iter().any(|other| direction(other) != own);
    (Some(tag.to_owned()), differs.then_some(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_goes_before_the_language() {
        for rtl in ["ar", "he-IL", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb-IQ", "pa-Arab-PK"]
        {
            assert_eq!(direction(rtl), "rtl", "{rtl}");
        }
        for ltr in ["", "en", "ar-Latn", "ku", "uz-Cyrl", "de-1901", "arn"] {
            assert_eq!(direction(ltr), "ltr", "{ltr}");
        }
        assert_eq!(within("ar", &["en", "ar"]), (Some("ar".to_owned()), Some("rtl")));
        assert_eq!(within("es", &["en"]), (Some("es".to_owned()), None));
        assert_eq!(within("en", &["en", "en"]), (None, None));
        assert_eq!(own_name("es"), "Español");
        assert_eq!((own_name("es-MX"), own_name("gn")), ("Español (MX)".into(), "gn".into()));
        assert!(OWN_NAMES.is_sorted_by_key(|(tag, _)| *tag));
    }
}
