//! The template engine: the built-in theme, with a site's own templates in place of its parts.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use tera::{Context, Tera, Value};

use super::assets::Assets;
use super::builtin::BUILT_IN;
use super::fill::fill;
use super::languages::Languages;
use super::template_error::Fault;
use super::tongue::tongue;
use super::view::ToValue as _;
use crate::check::rules::template_error;
use crate::diagnostic::{self, Diagnostic, Place};
use crate::input::InputFile;

/// Templates, ready to render.
pub(super) struct Engine {
    tera: Tera,
    texts: HashMap<String, Arc<InputFile>>,
    faults: Mutex<BTreeMap<(String, usize, String), Faulty>>,
}

/// A fault that was met while rendering.
struct Faulty {
    fault: Fault,
    /// The first page by address, so that runs agree.
    page: String,
    pages: usize,
}

impl Engine {
    /// Reads the templates. `assets` are given to templates as the function `asset(name="…")`, the
    /// words of `languages` are filled in by the filter `fill`; `tongue` prints the attributes of a
    /// text in another language.
    pub fn new(
        overrides: &[(String, Vec<u8>)],
        assets: &Assets,
        languages: &Languages,
    ) -> Result<Self, Vec<Diagnostic>> {
        let (texts, mut findings) = texts(overrides);
        let mut tera = Tera::default();
        tera.register_filter("fill", fill(languages.open()));
        let addresses = assets.addresses.clone();
        tera.register_function("asset", move |kwargs: tera::Kwargs, _: &tera::State| {
            let name = kwargs.must_get::<&str>("name")?;
            addresses.get(name).map(|address| Value::normal_string(address)).ok_or_else(|| {
                tera::Error::message(format!("There is no asset `{name}` in templates/assets/"))
            })
        });

        let logo = assets.logo.to_value();
        tera.register_function("logo", move |_: tera::Kwargs, _: &tera::State| logo.clone());

        tera.register_function("tongue", tongue);

        let text = |name: &str| texts.get(name).map(|file| file.text.as_str());
        let mut names: Vec<&String> = texts.keys().collect();
        names.sort();
        for name in &names {
            // Alone, a template can be held to its syntax only; what it refers to comes after.
            let mut alone = Tera::default();
            if let Err(error) = alone.add_raw_template(name, &texts[*name].text)
                && matches!(error.kind(), tera::ErrorKind::SyntaxError(_))
            {
                findings.extend(found(&error, name, &texts, text));
            }
        }
        if findings.is_empty() {
            let all = names.iter().map(|name| (name.as_str(), texts[*name].text.as_str()));
            if let Err(error) = tera.add_raw_templates(all) {
                findings.extend(found(&error, "base.html", &texts, text));
            }
        }
        if findings.is_empty() {
            Ok(Self { tera, texts, faults: Mutex::default() })
        } else {
            Err(findings)
        }
    }

    /// Makes a page, or notes what is wrong with its template and returns none.
    pub fn render(&self, template: &str, context: &Context, page: &str) -> Option<Vec<u8>> {
        let mut html = Vec::with_capacity(16 * 1024);
        match self.tera.render_to(template, context, &mut html) {
            Ok(()) => Some(html),
            Err(error) => {
                let text = |name: &str| self.texts.get(name).map(|file| file.text.as_str());
                let mut faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
                for fault in Fault::read(&error, template, text) {
                    let start = fault.range.as_ref().map_or(0, |range| range.start);
                    let key = (fault.template.clone(), start, fault.message.clone());
                    let known = faults.entry(key).or_insert_with(|| Faulty {
                        fault,
                        page: page.to_owned(),
                        pages: 0,
                    });
                    known.pages += 1;
                    if page < known.page.as_str() {
                        page.clone_into(&mut known.page);
                    }
                }
                None
            }
        }
    }

    /// What was wrong while rendering.
    pub fn findings(&self) -> Vec<Diagnostic> {
        let faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        let mut findings: Vec<Diagnostic> = faults
            .values()
            .map(|faulty| {
                let page = if faulty.page.is_empty() { "the home page" } else { &faulty.page };
                let file = file(&self.texts, &faulty.fault.template);
                let finding = faulty.fault.clone().finding(&file, Some(page));
                match faulty.pages {
                    1 => finding,
                    pages => {
                        finding.note(format!("{pages} pages in all can't be made for this reason"))
                    }
                }
            })
            .collect();
        diagnostic::sort(&mut findings);
        findings
    }

    /// Renders one component, as tests do. `page`: what it takes from the page.
    #[cfg(test)]
    pub fn component(
        &self,
        name: &str,
        context: &Context,
        page: &Context,
    ) -> tera::TeraResult<String> {
        self.tera.render_component_with_implicits(name, context, page, None, true)
    }

    /// The components there are.
    #[cfg(test)]
    pub fn component_names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.tera.get_component_names().map(str::to_owned).collect();
        names.sort();
        names
    }
}

/// All templates by name, the site's own in place of the built-in ones.
fn texts(overrides: &[(String, Vec<u8>)]) -> (HashMap<String, Arc<InputFile>>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    // Only what Tera escapes is a template; other files beside them are none.
    let is_template = |name: &str| is_html(name) && !name.starts_with("assets/");
    let path = |name: &str| format!("templates/{name}");
    let mut texts: HashMap<String, Arc<InputFile>> = BUILT_IN
        .iter()
        .filter(|entry| is_template(entry.name))
        .map(|entry| (entry.name.to_owned(), InputFile::new(path(entry.name), entry.text)))
        .collect();
    for (name, bytes) in overrides.iter().filter(|(name, _)| is_template(name)) {
        if let Ok(text) = std::str::from_utf8(bytes) {
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            texts.insert(name.clone(), InputFile::new(path(name), text));
        } else {
            let place = Place::file(&InputFile::new(path(name), ""));
            findings.push(
                Diagnostic::new(
                    &template_error::RULE,
                    place,
                    format!("the template {name} is not in UTF-8"),
                )
                .help("save it in the encoding UTF-8"),
            );
        }
    }
    (texts, findings)
}

fn is_html(name: &str) -> bool {
    let ending = std::path::Path::new(name).extension();
    ending
        .is_some_and(|ending| ["html", "htm", "xml"].iter().any(|e| ending.eq_ignore_ascii_case(e)))
}

fn found<'a>(
    error: &tera::Error,
    name: &str,
    texts: &HashMap<String, Arc<InputFile>>,
    text: impl Fn(&str) -> Option<&'a str>,
) -> Vec<Diagnostic> {
    Fault::read(error, name, text)
        .into_iter()
        .map(|fault| {
            let file = file(texts, &fault.template);
            fault.finding(&file, None)
        })
        .collect()
}

fn file(texts: &HashMap<String, Arc<InputFile>>, name: &str) -> Arc<InputFile> {
    texts.get(name).map_or_else(|| InputFile::new(format!("templates/{name}"), ""), Arc::clone)
}
