//! What all pages share: the templates, the views that stand on many pages, and the way out.

use std::collections::{BTreeMap, HashMap};
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};

use tera::Context;

use super::account::Account;
use super::alternates::folder;
use super::engine::Engine;
use super::in_language::InLanguage;
use super::index::{ClaimRef, Index};
use super::languages::Languages;
use super::site_view::site_view;
use super::url::allowed;
use super::view::{
    ClaimLinkView, ClaimRowView, DateView, PageHead, PersonView, Shared, SiteView, SourceView,
    ToValue, VerdictView,
};
use super::{Content, Emit, Output, language};
use crate::address;
use crate::check::CheckedSite;
use crate::check::freshness::Ages;
use crate::links::{self, Moved, Target};
use crate::markdown;
use crate::model::{Article, Claim, Links, PartialDate, Person, PersonKind, Settings, Site, Tone};
use crate::words::Words;

/// What a page is made from: what all pages share, and the language it speaks. Copies share both.
#[derive(Clone)]
pub(super) struct SiteContext<'a> {
    shared: Arc<Everywhere<'a>>,
    spoken: Arc<InLanguage<'a>>,
}

impl<'a> Deref for SiteContext<'a> {
    type Target = Everywhere<'a>;

    fn deref(&self) -> &Everywhere<'a> {
        &self.shared
    }
}

/// Everything that is made once per site.
pub(super) struct Everywhere<'a> {
    /// The site, or what of it was translated into one of its languages.
    pub checked: &'a CheckedSite,
    /// The whole site.
    pub whole: &'a CheckedSite,
    /// The templates.
    pub engine: &'a Engine,
    /// The lists.
    pub index: Index<'a>,
    /// Titles of the articles, as text.
    pub titles: &'a [String],
    /// Former addresses.
    pub moved: Vec<Moved>,
    /// The ages at which checks are due again.
    pub ages: Ages,
    /// Whether pages link to the pages of account.
    pub account: Account,
    emit: Emit<'a>,
    site_view: Shared<SiteView>,
    people: HashMap<&'a str, Shared<PersonView>>,
    /// By tag, the languages that pages are made in.
    languages: HashMap<String, Arc<InLanguage<'a>>>,
    /// Addresses of the pages made, and when they last changed.
    pub made: Mutex<BTreeMap<String, Option<PartialDate>>>,
}

impl<'a> SiteContext<'a> {
    /// Makes what all pages share. The context speaks the language of the edition.
    pub fn new(
        checked: &'a CheckedSite,
        whole: &'a CheckedSite,
        engine: &'a Engine,
        languages: &Languages,
        emit: Emit<'a>,
    ) -> Self {
        let site = &checked.site;
        let folder = folder(checked);
        let index = Index::new(site);
        let settings = &site.settings;
        let people: HashMap<_, _> = site
            .people
            .iter()
            .map(|(id, person)| {
                let has_page = index.speakers.contains_key(id);
                (id, Shared::new(&person_view(id, person, has_page, settings.links(), folder)))
            })
            .collect();
        let (tag, own) = languages.of(&settings.language);
        let spoken = Arc::new(InLanguage::new(checked, &index, tag, own));
        let mut languages: HashMap<_, _> = languages
            .others(site)
            .filter(|(other, _)| *other != tag)
            .map(|(tag, words)| {
                (tag.to_owned(), Arc::new(InLanguage::new(checked, &index, tag, words)))
            })
            .collect();
        languages.insert(tag.to_owned(), Arc::clone(&spoken));
        let site_view = Shared::new(&site_view(checked, whole, &index, &people));
        let shared = Everywhere {
            checked,
            whole,
            engine,
            index,
            titles: &checked.titles,
            moved: links::moved(site),
            ages: Ages::new(&settings.freshness),
            account: Account::new(site),
            emit,
            site_view,
            people,
            languages,
            made: Mutex::default(),
        };
        Self { shared: Arc::new(shared), spoken }
    }

    /// The same for pages in another language; where there are no words of it, as it is.
    pub fn in_language(&self, tag: &str) -> Self {
        let spoken = self.languages.get(tag).unwrap_or(&self.spoken);
        Self { shared: Arc::clone(&self.shared), spoken: Arc::clone(spoken) }
    }

    /// The same for the pages of an article.
    pub fn for_article(&self, article: &Article) -> Self {
        self.in_language(article.language(&self.settings().language))
    }

    /// The language of the page that is made, as a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.spoken.tag
    }

    /// The words of that language.
    pub fn words(&self) -> &Words {
        &self.spoken.words
    }

    /// A date in that language.
    pub fn date(&self, date: PartialDate) -> DateView {
        DateView::new(date, self.words())
    }

    /// The site as read.
    pub fn site(&self) -> &'a Site {
        &self.checked.site
    }

    /// Its settings.
    pub fn settings(&self) -> &'a Settings {
        &self.checked.site.settings
    }

    /// How links name pages.
    pub fn links(&self) -> Links {
        self.settings().links()
    }

    /// An address as templates print it after the way to the top.
    pub fn href(&self, address: &str) -> String {
        href(address, self.links())
    }

    /// The address on the web, where the site has one.
    pub fn absolute(&self, address: &str) -> Option<String> {
        Some(address::absolute(self.settings().base_url.as_deref()?, address))
    }

    /// The `lang` and `dir` of a text in this language, where they are not the page's.
    pub fn foreign(&self, language: &str) -> (Option<String>, Option<&'static str>) {
        language::within(language, &[self.language()])
    }

    /// A verdict; the withdrawn one for `void`.
    pub fn verdict(&self, id: &str) -> Shared<VerdictView> {
        self.spoken.verdicts.get(id).unwrap_or(&self.spoken.void).clone()
    }

    /// The word of a verdict.
    pub fn verdict_label(&self, id: &str) -> &str {
        let verdict = self.settings().verdict(id);
        verdict.map_or_else(
            || self.words().get("withdrawn"),
            |verdict| verdict.label.of([self.language(), self.settings().language.as_str()]),
        )
    }

    /// The tone of a verdict.
    pub fn verdict_tone(&self, id: &str) -> &'static str {
        self.settings().verdict(id).map_or(Tone::Open, |verdict| verdict.tone).word()
    }

    /// A person.
    pub fn person(&self, id: &str) -> Option<Shared<PersonView>> {
        self.people.get(id).cloned()
    }

    /// Several people, in the order given.
    pub fn persons(&self, ids: &[String]) -> Vec<Shared<PersonView>> {
        ids.iter().filter_map(|id| self.person(id)).collect()
    }

    /// A source.
    pub fn source(&self, id: &str) -> Option<Shared<SourceView>> {
        self.spoken.sources.get(id).cloned()
    }

    /// The rating scale.
    pub fn scale(&self) -> Vec<Shared<VerdictView>> {
        self.settings().verdicts.iter().map(|verdict| self.verdict(&verdict.id)).collect()
    }

    /// The address of a claim, of its own page or of its note in the article, and its fragment.
    pub fn claim_address(&self, article: &Article, claim: &Claim) -> (String, String) {
        if self.settings().claim_pages {
            (address::claim(&article.slug, &claim.id), String::new())
        } else {
            (address::page(&article.slug), format!("#n-{}", address::encode(&claim.id)))
        }
    }

    /// A claim of a list.
    pub fn row(&self, place: ClaimRef) -> ClaimRowView {
        let article = &self.site().articles[place.article];
        let claim = &article.claims[place.claim];
        let (address, fragment) = self.claim_address(article, claim);
        let (lang, dir) = self.foreign(article.language(&self.settings().language));
        ClaimRowView {
            lang,
            dir,
            statement: claim.statement().to_owned(),
            verdict: self.verdict(claim.listed_verdict()),
            finding: claim.finding.clone(),
            address: self.href(&address) + &fragment,
            speaker: claim.speaker.as_deref().and_then(|id| self.person(id)),
            checked: claim.checked.as_ref().and_then(|act| act.on).map(|on| self.date(on)),
            article_title: self.titles[place.article].clone(),
            article_address: self.href(&address::page(&article.slug)),
        }
    }

    /// A claim, named by what it says.
    pub fn claim_link(&self, place: ClaimRef) -> ClaimLinkView {
        let article = &self.site().articles[place.article];
        let claim = &article.claims[place.claim];
        let (address, fragment) = self.claim_address(article, claim);
        let (lang, dir) = self.foreign(article.language(&self.settings().language));
        ClaimLinkView {
            lang,
            dir,
            statement: claim.statement().to_owned(),
            verdict: self.verdict(claim.listed_verdict()),
            address: self.href(&address) + &fragment,
        }
    }

    /// The Markdown options of a text that stands in the file `from` and is shown on the page
    /// `address`; gives them to `render`.
    pub fn with_options<T>(
        &self,
        from: &str,
        address: &str,
        id_prefix: &str,
        top_heading: u8,
        render: impl FnOnce(&markdown::Options<'_>) -> T,
    ) -> T {
        let resolve = |target: &str| -> Target { self.whole.links.resolve(from, target) };
        let link = |to: &str| address::relative(address, to, self.links());
        render(&markdown::Options {
            raw_html: self.settings().raw_html,
            resolve: &resolve,
            link: &link,
            page: Some(address),
            id_prefix,
            top_heading,
            labels: labels(self.words()),
        })
    }

    /// The head of a page; what differs is set by the page.
    pub fn head(&self, kind: &'static str, address: &str, title: impl Into<String>) -> PageHead {
        PageHead {
            kind,
            title: title.into(),
            description: None,
            language: self.language().to_owned(),
            dir: Some(language::direction(self.language())).filter(|dir| *dir == "rtl"),
            canonical: self.absolute(address),
            root: address::relative(address, "", Links::Directories),
            json_ld: None,
            address: self.href(address),
            alternates: self.alternates(address),
        }
    }

    /// Renders a page and hands it on. `changed`: when it last changed, for the sitemap.
    pub fn page(
        &self,
        template: &str,
        address: &str,
        head: &PageHead,
        mut context: Context,
        changed: Option<PartialDate>,
    ) -> std::io::Result<()> {
        context.insert_value("site", self.site_view.to_value());
        context.insert_value("words", self.spoken.words_value.clone());
        context.insert_value("root", head.root.to_value());
        context.insert_value("page", head.to_value());
        let Some(html) = self.engine.render(template, &context, address) else {
            return Ok(()); // noted, and told at the end
        };
        self.account.look(address, &html, &|wanted| {
            let on_page = format!("{}{}", head.root, self.href(wanted));
            let from_top = format!("/{wanted}");
            std::iter::once(on_page).chain(self.absolute(wanted)).chain([from_top]).collect()
        });
        if self.settings().base_url.is_some() && !matches!(head.kind, "404" | "moved") {
            let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
            made.insert(address.to_owned(), changed);
        }
        self.file(address::file(address), html)
    }

    /// Hands a file on.
    pub fn file(&self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> std::io::Result<()> {
        self.output(Output { path: path.into(), content: Content::Bytes(bytes.into()) })
    }

    /// Hands an output on.
    pub fn output(&self, output: Output) -> std::io::Result<()> {
        (self.emit)(output)
    }
}

/// An address as templates print it after the way to the top: `page.root`.
pub(super) fn href(address: &str, links: Links) -> String {
    if address.is_empty() && links == Links::Directories {
        return String::new();
    }
    let link = address::relative("", address, links);
    link.strip_prefix("./").map(str::to_owned).unwrap_or(link)
}

/// The words that Markdown needs.
fn labels(words: &Words) -> markdown::Labels<'_> {
    markdown::Labels {
        lang: None,
        fact_check: words.get("fact_check"),
        footnotes: words.get("footnotes"),
        back: words.get("footnote_back"),
        done: words.get("task_done"),
        to_do: words.get("task_to_do"),
        table: words.get("table"),
    }
}

fn person_view(
    id: &str,
    person: &Person,
    has_page: bool,
    links: Links,
    folder: &str,
) -> PersonView {
    PersonView {
        id: id.to_owned(),
        name: person.name.clone(),
        kind: match person.kind {
            PersonKind::Person => "person",
            PersonKind::Organization => "organization",
        },
        role: person.role.clone(),
        url: person.url.as_deref().and_then(allowed).map(str::to_owned),
        same_as: person.same_as.iter().filter_map(|url| allowed(url)).map(str::to_owned).collect(),
        address: has_page.then(|| href(&(folder.to_owned() + &address::speaker(id)), links)),
    }
}
