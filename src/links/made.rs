//! The pages and files that a site is made of, and the parts of them that may be linked to.

use std::collections::{HashMap, HashSet};

use super::{InLanguage, LinkIndex};
use crate::address;
use crate::model::{Article, Claim, Page, Site, VOID};

impl LinkIndex {
    /// All that is made of a site. `articles` and `pages`: the ids of the headings of each text, in
    /// the order of [`Site::articles`] and [`Site::pages`].
    ///
    /// Where a file could not be read, what depends on it is taken to be there: that file's own
    /// fault is told, and no other for its sake.
    pub fn new<'s>(
        site: &Site,
        articles: impl Iterator<Item = &'s [String]>,
        pages: impl Iterator<Item = &'s [String]>,
    ) -> Self {
        let mut index = Self::default();
        for (article, headings) in site.articles.iter().zip(articles) {
            index.add_article(site, article, headings);
        }
        for (page, headings) in site.pages.iter().zip(pages) {
            index.add_page(page, site, headings);
        }
        for attachment in &site.attachments {
            index.add_file(&attachment.path, attachment.name.clone());
        }
        index.add_list(address::HOME, site.articles.len().max(1));
        index.add_lists(site, &site.articles.iter().collect::<Vec<_>>(), "");
        index.add_sources(site);
        index.add(address::ROBOTS, []);
        if site.has_feed() || site.unread.settings {
            index.add(address::FEED, []);
        }
        if site.has_corrections_feed() || site.unread.settings {
            index.add(address::CORRECTIONS_FEED, []);
        }
        if site.settings.base_url.is_some() || site.unread.settings {
            index.add(address::SITEMAP, []);
        }
        index
    }

    /// Adds the pages of translations. `articles` and `pages`: the ids of the headings of each text, in
    /// the order of [`Site::translations`] and [`Site::translated_pages`].
    pub fn add_translations<'s>(
        &mut self,
        site: &Site,
        articles: impl Iterator<Item = &'s [String]>,
        pages: impl Iterator<Item = &'s [String]>,
    ) {
        let own = |index: &mut Self, files: &[Option<&str>], language: &str, slug: &str| {
            let folder = address::language_folder(language);
            let of = InLanguage { folder, page: address::page(slug) };
            for file in files.iter().flatten() {
                index.translations.insert((*file).to_owned(), of.clone());
            }
        };
        for (translation, headings) in site.translations.iter().zip(articles) {
            let article = &translation.article;
            self.add_article(site, article, headings);
            let claims = article.claims_file.as_ref().map(|file| file.path.as_str());
            let files = [Some(article.file.path.as_str()), claims];
            own(self, &files, &translation.language, &article.slug);
        }
        for (translated, headings) in site.translated_pages.iter().zip(pages) {
            let page = &translated.page;
            self.add_page(page, site, headings);
            own(self, &[Some(page.file.path.as_str())], &translated.language, &page.slug);
        }
        for language in site.translated_languages() {
            let folder = address::language_folder(language);
            let articles: Vec<&Article> = site.translations_into(language).collect();
            self.add_list(&format!("{folder}{}", address::HOME), articles.len().max(1));
            if site.settings.base_url.is_some()
                && articles.iter().any(|it| it.last_changed().is_some())
            {
                self.add(&format!("{folder}{}", address::FEED), []);
            }
            self.add_lists(site, &articles, &folder);
        }
    }

    fn add<'f>(&mut self, address: &str, fragments: impl IntoIterator<Item = &'f str>) {
        let fragments = fragments.into_iter().map(str::to_owned).collect();
        self.addresses.insert(address.to_owned(), fragments);
    }

    fn add_file(&mut self, path: &str, address: String) {
        self.files.insert(path.to_owned(), address.clone());
        self.addresses.insert(address, HashSet::new());
    }

    fn add_article(&mut self, site: &Site, article: &Article, headings: &[String]) {
        let mut fragments: HashSet<String> = headings.iter().cloned().collect();
        for claim in &article.claims {
            fragments.insert(format!("c-{}", claim.id));
            fragments.insert(format!("n-{}", claim.id));
            if site.settings.claim_pages || site.unread.settings {
                self.add(&address::claim(&article.slug, &claim.id), []);
            }
        }
        let charts = &article.figures.charts;
        fragments.extend(charts.ids().map(address::chart_fragment));
        for (id, _) in charts.iter().filter(|(_, chart)| chart.data.is_none()) {
            self.add(&address::chart_csv(&article.slug, id), []);
        }
        let mut evidence = article.claims.iter().flat_map(|claim| &claim.evidence);
        for (fragment, is_there) in [
            (address::CHARTS_OF_ARTICLE, !charts.0.is_empty()),
            (address::CHECKS_OF_ARTICLE, !article.claims.is_empty()),
            (address::SOURCES_OF_ARTICLE, evidence.next().is_some()),
            (address::CHANGES_OF_ARTICLE, !article.matter.edits.is_empty()),
        ] {
            if is_there {
                fragments.insert(fragment.to_owned());
            }
        }
        let figures = &article.figures;
        let mut numbers = figures.quantities.ids().chain(figures.sums.ids()).peekable();
        if numbers.peek().is_some() {
            fragments.insert(address::NUMBERS.to_owned());
            fragments.extend(numbers.map(address::figure));
        }
        let address = address::page(&article.slug);
        self.files.insert(article.file.path.clone(), address.clone());
        self.addresses.insert(address, fragments);
        for attachment in &article.attachments {
            self.add_file(&attachment.path, format!("{}/{}", article.slug, attachment.name));
        }
    }

    fn add_page(&mut self, page: &Page, site: &Site, headings: &[String]) {
        let address = address::page(&page.slug);
        // A translation prints it where its original does.
        let translated = site.translated_pages.iter().find(|it| it.page.slug == page.slug);
        let original = translated.and_then(|it| site.pages.get(it.original)).unwrap_or(page);
        let scale = original.has_scale(&site.settings).then_some(address::RATING_SCALE);
        self.add(&address, headings.iter().map(String::as_str).chain(scale));
        self.files.insert(page.file.path.clone(), address);
    }

    /// The pages of a list of `count` entries; none where that is 0.
    fn add_list(&mut self, list: &str, count: usize) {
        for number in 1..=count.div_ceil(address::PAGE_SIZE) {
            self.add(&address::list_page(list, number), []);
        }
    }

    /// The lists of the claims of some articles, in a folder of the site.
    fn add_lists(&mut self, site: &Site, articles: &[&Article], folder: &str) {
        let (mut claims, mut corrections) = (0, 0);
        let mut verdicts: HashMap<&str, usize> = HashMap::new();
        let mut speakers: HashMap<&str, usize> = HashMap::new();
        let mut topics: HashMap<String, usize> = HashMap::new();
        let mut slugs: HashMap<&str, String> = HashMap::new();
        for article in articles {
            for claim in &article.claims {
                claims += 1;
                corrections += claim.ledger.iter().filter(|entry| entry.must_be_seen()).count();
                *verdicts.entry(claim.listed_verdict()).or_default() += 1;
                if let Some(speaker) = &claim.speaker {
                    *speakers.entry(speaker).or_default() += 1;
                }
                count_topics(article, claim, &mut slugs, &mut topics);
            }
        }
        let is_verdict =
            |id: &str| id == VOID || site.unread.settings || site.settings.verdict(id).is_some();
        let is_person = |id: &str| site.unread.people || site.people.get(id).is_some();
        let own = |list: &str| format!("{folder}{list}");
        self.add_list(&own(address::CLAIMS), claims);
        if claims > 0 && folder.is_empty() {
            self.add_list(address::CORRECTIONS, corrections.max(1));
        }
        for (id, count) in verdicts.into_iter().filter(|(id, _)| is_verdict(id)) {
            self.add_list(&own(&address::verdict(id)), count);
        }
        for (id, count) in speakers.into_iter().filter(|(id, _)| is_person(id)) {
            self.add_list(&own(&address::speaker(id)), count);
        }
        for (slug, count) in topics {
            self.add_list(&own(&address::topic(&slug)), count);
        }
    }

    /// The index of sources.
    fn add_sources(&mut self, site: &Site) {
        let mut ids: Vec<&str> = site.sources.ids().collect();
        if site.unread.sources {
            ids = site.articles.iter().flat_map(Article::sources_used).collect();
        }
        for (number, ids) in ids.chunks(address::PAGE_SIZE).enumerate() {
            let page = address::list_page(address::SOURCES, number + 1);
            let fragments = ids.iter().map(|id| format!("s-{id}")).collect();
            self.addresses.insert(page, fragments);
        }
    }
}

/// `slugs`: of the topics met before, so that each is made once.
fn count_topics<'s>(
    article: &'s Article,
    claim: &'s Claim,
    slugs: &mut HashMap<&'s str, String>,
    topics: &mut HashMap<String, usize>,
) {
    let mut own: Vec<&str> = Vec::new();
    for name in claim.topics.iter().chain(&article.matter.topics) {
        slugs.entry(name).or_insert_with(|| address::slug(name));
    }
    for name in claim.topics.iter().chain(&article.matter.topics) {
        let slug = slugs[name.as_str()].as_str();
        if !slug.is_empty() && !own.contains(&slug) {
            own.push(slug);
            match topics.get_mut(slug) {
                Some(count) => *count += 1,
                None => drop(topics.insert(slug.to_owned(), 1)),
            }
        }
    }
}
