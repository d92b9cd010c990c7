//! `factpress.yaml`: the site's settings and its rating scale.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::claim::word_or_bool;
use super::{Freshness, Percent, Registry, SitePage, SitePages, Weighing};
use crate::diagnostic::Level;

/// The whole file. Every field may be left out.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The site's name.
    pub title: String,
    /// One sentence for search results and feeds.
    pub description: Option<LocalText>,
    /// The address the site will live at. Without it canonical links, feeds, the sitemap and
    /// `ClaimReview` are left out, since a wrong address is worse than none.
    pub base_url: Option<String>,
    /// Language of the interface, and of articles that name none.
    pub language: String,
    /// Languages into which texts are translated, as BCP 47 tags.
    pub languages: Vec<String>,
    /// Who publishes: an id of people.yaml.
    pub publisher: Option<String>,
    /// Terms of the site's own texts.
    pub licence: Option<Licence>,
    /// Plain pages and articles in the navigation, by slug, in this order.
    pub menu: Vec<String>,
    /// Pages on which the site gives account of itself, where their slugs are not the usual ones.
    pub pages: SitePages,
    /// How links name pages.
    pub links: Option<Links>,
    /// Whether every claim has a page of its own.
    pub claim_pages: bool,
    /// Whether raw HTML in Markdown is sanitised and kept, or shown as text.
    pub raw_html: bool,
    /// How much of each article its claims are to cover.
    pub coverage: CoverageSettings,
    /// By when checks are due again.
    pub freshness: Freshness,
    /// What is asked of sources.
    pub weighing: Weighing,
    /// A code of fact-checkers: switches on the rules that hold a site to it.
    pub profile: Option<Profile>,
    /// Levels of rules, where they differ from the rules' own and the profile's.
    pub rules: Registry<Level>,
    /// The rating scale.
    pub verdicts: Vec<Verdict>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: "Fact-checks".to_owned(),
            description: None,
            base_url: None,
            language: "en".to_owned(),
            languages: Vec::new(),
            publisher: None,
            licence: None,
            menu: Vec::new(),
            pages: SitePages::default(),
            links: None,
            claim_pages: true,
            raw_html: false,
            coverage: CoverageSettings::default(),
            freshness: Freshness::default(),
            weighing: Weighing::default(),
            profile: None,
            rules: Registry::default(),
            verdicts: default_scale(),
        }
    }
}

impl Settings {
    /// How links name pages: as set, or else so that the site works where it will be read.
    pub fn links(&self) -> Links {
        self.links.unwrap_or(if self.base_url.is_some() {
            Links::Directories
        } else {
            Links::Files
        })
    }

    /// The sentence about it, in its language.
    pub fn description(&self) -> Option<&str> {
        self.description.as_ref().map(|text| text.get(&self.language))
    }

    /// The slug of a page on which the site gives account of itself.
    pub fn page_slug(&self, page: SitePage) -> &str {
        self.pages.slug(page, &self.language)
    }

    /// Whether a verdict is on the scale and has a rating.
    pub fn is_rated(&self, verdict: &str) -> bool {
        self.verdict(verdict).is_some_and(|verdict| verdict.rating.is_some())
    }

    /// The verdict of an id.
    pub fn verdict(&self, id: &str) -> Option<&Verdict> {
        self.verdicts.iter().find(|verdict| verdict.id == id)
    }

    /// The lowest and the highest rating of the scale, where any verdict has one.
    pub fn rating_bounds(&self) -> Option<(i32, i32)> {
        let ratings = || self.verdicts.iter().filter_map(|verdict| verdict.rating);
        Some((ratings().min()?, ratings().max()?))
    }
}

/// How much of an article's checkable statements its claims are to cover.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CoverageSettings {
    /// The least share of an article's checkable statements, in percent, that claims cover. An article's
    /// own `coverage:` comes before it.
    pub minimum: Option<Percent>,
    /// Whether readers are told at the head of an article how many of its statements were checked.
    pub show: bool,
}

/// A code of fact-checkers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// The Code of Principles of the International Fact-Checking Network.
    Ifcn,
    /// The Code of Standards of the European Fact-Checking Standards Network.
    Efcsn,
}

impl Profile {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Ifcn, Self::Efcsn];

    /// The word for it, as written in YAML.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ifcn => "ifcn",
            Self::Efcsn => "efcsn",
        }
    }

    /// The code's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ifcn => "the Code of Principles of the International Fact-Checking Network",
            Self::Efcsn => "the Code of Standards of the European Fact-Checking Standards Network",
        }
    }
}

/// Terms of use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: Option<String>,
}

/// How links name pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Links {
    /// `slug/`, as web servers serve them.
    Directories,
    /// `slug/index.html`, so that a browser can read the site from disk.
    Files,
}

/// One entry of the rating scale.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// Kebab-case id.
    #[serde(deserialize_with = "word_or_bool")]
    #[schemars(with = "String")]
    pub id: String,
    /// The word that readers see.
    pub label: LocalText,
    /// What the word means.
    pub meaning: Option<LocalText>,
    /// The rating for machines; none where the verdict gives none.
    pub rating: Option<i32>,
    /// The colour it repeats.
    pub tone: Tone,
}

/// A text in one language or in several.
#[derive(Debug, Clone, PartialEq, JsonSchema)]
#[serde(untagged)]
pub enum LocalText {
    /// The same for all languages.
    One(String),
    /// By BCP 47 tag.
    Many(BTreeMap<String, String>),
}

impl<'de> Deserialize<'de> for LocalText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMany;
        impl<'de> Visitor<'de> for OneOrMany {
            type Value = LocalText;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E>(self, text: &str) -> Result<LocalText, E> {
                Ok(LocalText::One(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<LocalText, A::Error> {
                Deserialize::deserialize(MapAccessDeserializer::new(map)).map(LocalText::Many)
            }
        }
        deserializer.deserialize_any(OneOrMany)
    }
}

impl LocalText {
    /// The text for a language: its own, that of its primary subtag, or the first there is.
    ///
    /// # Examples
    /// ```
    /// use factpress::model::LocalText;
    /// let text = LocalText::One("True".into());
    /// assert_eq!(text.get("es"), "True");
    /// ```
    pub fn get(&self, language: &str) -> &str {
        self.of([language])
    }

    /// The text for the first of these languages that it is given in (or whose primary subtag it is
    /// given in), or the first there is.
    ///
    /// # Examples
    /// ```
    /// use factpress::model::LocalText;
    /// let text: LocalText = serde_yaml::from_str("{en: Misleading, es: Engañoso}").unwrap();
    /// assert_eq!(text.of(["pt", "es-MX"]), "Engañoso");
    /// assert_eq!(text.of(["pt"]), "Misleading");
    /// ```
    pub fn of<'t>(&self, languages: impl IntoIterator<Item = &'t str>) -> &str {
        let texts = match self {
            Self::One(text) => return text,
            Self::Many(texts) => texts,
        };
        let own = languages.into_iter().find_map(|language| {
            let primary = language.split('-').next().unwrap_or(language);
            texts.get(language).or_else(|| texts.get(primary))
        });
        own.or_else(|| texts.values().next()).map_or("", String::as_str)
    }
}

/// What a verdict means for the claim, for colour and line style only: the word carries the meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// It holds.
    Good,
    /// It holds in part.
    Mixed,
    /// It does not hold.
    Bad,
    /// It could not be decided.
    Open,
}

impl Tone {
    /// The word for it, as written in YAML and in `data-tone`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Mixed => "mixed",
            Self::Bad => "bad",
            Self::Open => "open",
        }
    }
}

/// The scale of sites that bring none of their own.
fn default_scale() -> Vec<Verdict> {
    let in_languages = |english: &str, spanish: &str| {
        let texts = [("en", english), ("es", spanish)];
        LocalText::Many(texts.map(|(tag, text)| (tag.to_owned(), text.to_owned())).into())
    };
    let entry = |id: &str, rating, tone, label: [&str; 2], meaning: [&str; 2]| Verdict {
        id: id.to_owned(),
        label: in_languages(label[0], label[1]),
        meaning: Some(in_languages(meaning[0], meaning[1])),
        rating,
        tone,
    };
    vec![
        entry(
            "true",
            Some(5),
            Tone::Good,
            ["True", "Verdadero"],
            [
                "The statement is accurate and leaves out nothing that would change its meaning.",
                "La afirmación es exacta y no omite nada que cambie su sentido.",
            ],
        ),
        entry(
            "mostly-true",
            Some(4),
            Tone::Good,
            ["Mostly true", "Mayormente verdadero"],
            [
                "The statement is accurate in substance; a detail is loose or missing.",
                "La afirmación es exacta en lo esencial; algún detalle es impreciso o falta.",
            ],
        ),
        entry(
            "needs-context",
            Some(3),
            Tone::Mixed,
            ["Needs context", "Falta contexto"],
            [
                "The statement is accurate as far as it goes, but without more it invites a wrong conclusion.",
                "La afirmación es exacta en lo que dice, pero sin más datos lleva a una conclusión equivocada.",
            ],
        ),
        entry(
            "misleading",
            Some(2),
            Tone::Bad,
            ["Misleading", "Engañoso"],
            [
                "The statement contains something true but gives a wrong impression in an important respect.",
                "La afirmación contiene algo de verdad, pero da una impresión equivocada en un aspecto importante.",
            ],
        ),
        entry(
            "false",
            Some(1),
            Tone::Bad,
            ["False", "Falso"],
            [
                "The statement is contradicted by the evidence.",
                "Las pruebas contradicen la afirmación.",
            ],
        ),
        entry(
            "unverified",
            None,
            Tone::Open,
            ["Unverified", "Sin verificar"],
            [
                "The evidence that could be read neither bears the statement out nor refutes it.",
                "Las pruebas que se pudieron consultar no confirman ni desmienten la afirmación.",
            ],
        ),
    ]
}
