//! Puts marks around text, references after claims, and cuts the HTML where notes follow.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Tag, html::push_html};

use super::atoms::{Atom, Block, Cover, Kind};
use super::claims::{Claims, Set};
use super::escape::escape;
use super::{Labels, Mark, Options, Part};

/// How many names the style sheet has for references beside which notes can stand: those of one
/// paragraph need names of their own.
const PLACES: usize = 8;

/// Which of them a claim of this number has.
pub(super) fn place(number: usize) -> usize {
    number % PLACES
}

/// Neighbours with one set of claims, for which a mark is open.
#[derive(Debug)]
struct Run {
    set: Set,
    /// How many events were written when the last text or element of the run was: the mark ends
    /// there, before any breaks that followed.
    end: usize,
}

/// Writes atoms.
pub(super) struct Weaver<'m> {
    marks: &'m [Mark],
    claims: Claims,
    labels: Labels<'m>,
    /// Which claims have their id.
    named: Vec<bool>,
    out: Vec<Event<'m>>,
    run: Option<Run>,
    /// How many elements are open that are written as a whole, with what they hold.
    whole: usize,
    /// Whether they are part of a run, or without text.
    whole_is_covered: bool,
    in_link: bool,
    /// References that wait for the end of a link.
    after_link: Vec<Event<'m>>,
    /// How many blocks are open, and how many were where the part began.
    depth: usize,
    began: usize,
    /// How many blocks are open in which no note may stand.
    sealed: usize,
    /// Claims whose notes wait for a place.
    notes: Vec<usize>,
    /// How many references the part has.
    references: usize,
    /// The level of the heading before.
    level: u8,
    parts: Vec<Part>,
}

impl<'m> Weaver<'m> {
    pub(super) fn new(marks: &'m [Mark], claims: Claims, options: &Options<'m>) -> Self {
        Self {
            marks,
            claims,
            labels: options.labels,
            named: vec![false; marks.len()],
            out: Vec::new(),
            run: None,
            whole: 0,
            whole_is_covered: false,
            in_link: false,
            after_link: Vec::new(),
            depth: 0,
            began: 0,
            sealed: 0,
            notes: Vec::new(),
            references: 0,
            level: options.top_heading.saturating_sub(1).max(1),
            parts: Vec::new(),
        }
    }

    /// Writes the title.
    pub(super) fn title(&mut self, atoms: Vec<Atom<'m>>) -> Part {
        self.write_all(atoms);
        self.cut(0);
        self.parts.pop().unwrap_or_default()
    }

    /// Writes the body. `length`: of the text in bytes, for a guess at the length of the HTML.
    pub(super) fn body(mut self, atoms: Vec<Atom<'m>>, length: usize) -> Vec<Part> {
        self.write_all(atoms);
        // Claims without any text have their id and note at the end.
        for mark in 0..self.marks.len() {
            if !self.named[mark] {
                self.named[mark] = true;
                let id = escape(&self.marks[mark].id);
                let html = format!("<span id=\"c-{id}\"></span>{}", self.reference(mark));
                self.out.push(Event::InlineHtml(html.into()));
                self.notes.push(mark);
            }
        }
        if !self.out.is_empty() || !self.notes.is_empty() {
            self.cut(length);
        }
        self.parts
    }

    fn write_all(&mut self, atoms: Vec<Atom<'m>>) {
        self.out.reserve(atoms.len() + self.marks.len() * 4);
        for atom in atoms {
            self.write(atom);
        }
        self.end_run();
    }

    fn write(&mut self, Atom { kind, event }: Atom<'m>) {
        match kind {
            Kind::Nothing => {}
            Kind::Neutral => self.out.push(event),
            Kind::Text(set) => {
                if self.whole == 0 {
                    self.enter(set);
                }
                self.out.push(event);
                self.claims.pass(set);
                if self.whole == 0 {
                    self.extend_run();
                }
            }
            Kind::Start { cover, link } => {
                match cover {
                    _ if self.whole > 0 => self.whole += 1,
                    Cover::Whole(set) => {
                        self.enter(set);
                        self.whole = 1;
                        self.whole_is_covered = true;
                    }
                    // It may stand between two parts of a run, or after its end.
                    Cover::Neutral => {
                        self.whole = 1;
                        self.whole_is_covered = false;
                    }
                    Cover::Mixed => self.end_run(),
                }
                // Not before: the references of what ends here stand before the link.
                self.in_link |= link;
                self.out.push(event);
            }
            Kind::End { link } => self.end_element(event, link),
            Kind::Open(block) => {
                self.end_run();
                self.cut_for_notes();
                if let Event::Start(Tag::Heading { level, .. }) = &event {
                    self.level = *level as u8;
                }
                self.sealed += usize::from(block == Block::Sealed);
                self.depth += 1;
                self.out.push(event);
            }
            Kind::Close(block) => {
                self.end_run();
                if block == Block::Item {
                    self.cut_for_notes();
                }
                self.out.push(event);
                if block == Block::Sealed {
                    self.sealed = self.sealed.saturating_sub(1);
                }
                self.depth = self.depth.saturating_sub(1);
                self.cut_for_notes();
                // What follows a list with notes in it is whole again.
                if self.depth == 0 && self.began > 0 {
                    self.cut(0);
                }
            }
            Kind::Alone => {
                self.end_run();
                self.cut_for_notes();
                self.out.push(event);
            }
            Kind::Chart(place) => {
                self.end_run();
                self.cut(0);
                if let Some(part) = self.parts.last_mut() {
                    part.chart = Some(place);
                }
            }
        }
    }

    fn end_element(&mut self, event: Event<'m>, link: bool) {
        if self.whole == 0 {
            self.end_run();
        }
        self.out.push(event);
        if self.whole > 0 {
            self.whole -= 1;
            if self.whole == 0 && self.whole_is_covered {
                self.extend_run();
            }
        }
        if link {
            self.in_link = false;
            self.out.append(&mut self.after_link);
        }
    }

    /// Comes to something that these claims cover.
    fn enter(&mut self, set: Set) {
        if self.run.as_ref().is_some_and(|run| run.set == set) {
            return;
        }
        self.end_run();
        if set != Set::EMPTY {
            self.open_mark(set);
            self.run = Some(Run { set, end: self.out.len() });
        }
    }

    fn extend_run(&mut self) {
        if let Some(run) = &mut self.run {
            run.end = self.out.len();
        }
    }

    fn open_mark(&mut self, set: Set) {
        let claims = self.claims.of(set);
        let mut html = String::with_capacity(128);
        // Claims that start together: the innermost has the mark, the others a place before it.
        let mut named = None;
        for &mark in claims {
            if !std::mem::replace(&mut self.named[mark], true)
                && let Some(outer) = named.replace(mark)
            {
                let _ = write!(html, "<span id=\"c-{}\"></span>", escape(&self.marks[outer].id));
            }
        }
        html.push_str("<mark ");
        if let Some(mark) = named {
            let _ = write!(html, "id=\"c-{}\" ", escape(&self.marks[mark].id));
        }
        html.push_str("class=\"claim\" data-claim=\"");
        for (nth, &mark) in claims.iter().enumerate() {
            if nth > 0 {
                html.push(' ');
            }
            html.push_str(&escape(&self.marks[mark].id));
        }
        // Where claims overlap, the worst verdict shows: a good one must not hide it.
        let tones = || claims.iter().map(|&mark| self.marks[mark].tone);
        if let Some(worst) = tones().max_by_key(|tone| severity(tone)) {
            let _ = write!(html, "\" data-tone=\"{}\"", escape(worst));
        }
        if let Some(mark) = named {
            let _ = write!(html, " aria-details=\"n-{}\"", escape(&self.marks[mark].id));
        }
        html.push('>');
        self.out.push(Event::InlineHtml(html.into()));
    }

    /// Ends the mark that is open, with the references of the claims that end with it.
    fn end_run(&mut self) {
        let Some(Run { set, end }) = self.run.take() else { return };
        let mut ended: Vec<usize> = self.claims.of(set).to_vec();
        ended.retain(|&mark| self.claims.left[mark] == 0);
        ended.sort_by_key(|&mark| self.marks[mark].number);
        let mut references: String = ended.iter().map(|&mark| self.reference(mark)).collect();
        self.notes.append(&mut ended);
        if self.in_link && !references.is_empty() {
            self.after_link.push(Event::InlineHtml(std::mem::take(&mut references).into()));
        }
        self.out.insert(end, Event::InlineHtml(format!("</mark>{references}").into()));
    }

    fn reference(&mut self, mark: usize) -> String {
        self.references += 1;
        let place = match self.references {
            1..=PLACES => format!(" data-k=\"{}\"", place(self.marks[mark].number)),
            // Two of one name would mislead the first note; these stand under the one before.
            _ => String::new(),
        };
        let Mark { id, number, verdict, .. } = &self.marks[mark];
        let lang = self.labels.lang_attribute();
        format!(
            "<a class=\"noteref\" href=\"#n-{}\" role=\"doc-noteref\"{place}{lang} \
             aria-label=\"{} {number}: {}\">{number}</a>",
            escape(id),
            escape(self.labels.fact_check),
            escape(verdict)
        )
    }

    fn cut_for_notes(&mut self) {
        if self.sealed == 0 && !self.notes.is_empty() {
            self.cut(0);
        }
    }

    /// Ends a part here.
    fn cut(&mut self, length: usize) {
        let mut html = String::with_capacity(length.max(1024));
        push_html(&mut html, self.out.drain(..));
        let mut notes = std::mem::take(&mut self.notes);
        notes.sort_by_key(|&mark| self.marks[mark].number);
        let whole = self.began == 0 && self.depth == 0;
        self.began = self.depth;
        self.references = 0;
        self.parts.push(Part { html, notes, whole, level: self.level, chart: None });
    }
}

/// How much a tone must not be overlooked.
fn severity(tone: &str) -> u8 {
    match tone {
        "bad" => 3,
        "mixed" => 2,
        "open" => 1,
        _ => 0,
    }
}
