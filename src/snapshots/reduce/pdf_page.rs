//! Follows the pen over the pages of a PDF, to see where words end.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use lopdf::{Dictionary, Document, Object, Stream};

use super::pdf::{entry, number, value};
use super::pdf_budget::{Budget, Short};
use super::pdf_font::Font;
use super::pdf_syntax::Syntax;

/// Most text, in bytes.
pub const MOST_TEXT: usize = crate::snapshots::MAX_SEARCHED;
/// Most values that one operator works on; lines of text are lists of some hundreds.
pub const MOST_OPERANDS: usize = 100_000;
/// How deep drawings stand within one another.
const DEEPEST_DRAWING: usize = 12;
/// Most saved states of one page.
const MOST_STATES: usize = 256;

/// A gap of this part of the letters' size sets words apart. Spaces are a fifth and more, kerning a
/// tenth at most.
const GAP: f64 = 0.13;
/// A step of this part of it, up or down, is a new line; less is a raised or lowered letter.
const STEP: f64 = 0.6;

/// An affine map: a b c d e f (ISO 32000-1, 8.3.4).
type Matrix = [f64; 6];
const SAME: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `one`, then `other`.
fn product(one: &Matrix, other: &Matrix) -> Matrix {
    let row = |x: f64, y: f64| [x * other[0] + y * other[2], x * other[1] + y * other[3]];
    let (across, up, at) = (row(one[0], one[1]), row(one[2], one[3]), row(one[4], one[5]));
    [across[0], across[1], up[0], up[1], at[0] + other[4], at[1] + other[5]]
}

/// The pages read so far.
pub struct Pages<'a> {
    document: &'a Document,
    budget: &'a mut Budget,
    pub text: String,
    /// Signs in all, and those whose meaning is not known.
    signs: usize,
    unknown: usize,
    /// Whether something was left out.
    cut: bool,
    /// Where the pen was when the last words ended, and how large these were.
    pen: Option<(f64, f64, f64)>,
    /// Fonts by where their dictionaries are in memory, since not all have numbers.
    fonts: HashMap<*const Dictionary, Rc<Font>>,
    /// Streams that could not be unpacked.
    refused: HashSet<*const Stream>,
}

/// How text is drawn.
#[derive(Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    between_letters: f64,
    between_words: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl<'a> Pages<'a> {
    pub fn new(document: &'a Document, budget: &'a mut Budget) -> Self {
        Self {
            document,
            budget,
            text: String::new(),
            signs: 0,
            unknown: 0,
            cut: false,
            pen: None,
            fonts: HashMap::new(),
            refused: HashSet::new(),
        }
    }

    /// Whether most of what is drawn has no known meaning.
    pub fn is_unreadable(&self) -> bool {
        self.unknown * 2 > self.signs
    }

    /// Whether some of it was not read.
    pub fn is_partly_read(&self) -> bool {
        self.cut || self.budget.why().is_some() || self.unknown * 100 > self.signs
    }

    /// Reads a page.
    pub fn read(&mut self, page: &'a Dictionary) {
        let contents = value(self.document, page, b"Contents");
        let parts = match contents {
            Some(Object::Array(parts)) => &**parts,
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        let mut content = Vec::new();
        for part in parts {
            if !self.budget.take(Short::Operators, 1) {
                break;
            }
            let part = self.document.dereference(part).ok();
            if let Some(part) = part.and_then(|(_, part)| part.as_stream().ok()) {
                content.extend(self.unpack(part));
                content.push(b'\n');
            }
        }
        let state = State {
            page: SAME,
            font: None,
            size: 0.0,
            between_letters: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let resources = resources(self.document, page);
        self.draw(&content, resources, state, &mut Vec::new());
        self.text.push_str("\n\n");
        self.pen = None;
    }

    fn unpack(&mut self, stream: &Stream) -> Vec<u8> {
        if !self.refused.contains(&std::ptr::from_ref(stream)) {
            if let Some(bytes) = self.budget.unpack(stream) {
                return bytes;
            }
            self.refused.insert(stream);
        }
        self.cut = true;
        Vec::new()
    }

    /// Follows the operators of a page, or of a drawing on it; `within` are the drawings it is in.
    fn draw(
        &mut self,
        content: &[u8],
        resources: Option<&'a Dictionary>,
        mut state: State,
        within: &mut Vec<*const Stream>,
    ) {
        let (mut line, mut at) = (SAME, SAME);
        let mut saved: Vec<State> = Vec::new();
        let mut syntax = Syntax::new(content, 0, MOST_OPERANDS);
        let mut operands = Vec::new();
        while let Some(operator) = syntax.operation(&mut operands) {
            syntax.left = MOST_OPERANDS;
            if !self.budget.take(Short::Operators, 1) || self.text.len() > MOST_TEXT {
                self.cut = true;
                return;
            }
            let next_line = |line: &mut Matrix, x: f64, y: f64| {
                *line = product(&[1.0, 0.0, 0.0, 1.0, x, y], line);
                *line
            };
            let number = |at: usize| operands.get(at).and_then(number).unwrap_or(0.0);
            match operator {
                b"q" if saved.len() < MOST_STATES => saved.push(state.clone()),
                b"Q" => state = saved.pop().unwrap_or(state),
                b"cm" => state.page = product(&matrix(&operands), &state.page),
                b"BT" => (line, at) = (SAME, SAME),
                b"Tc" => state.between_letters = number(0),
                b"Tw" => state.between_words = number(0),
                b"Tz" => state.stretch = number(0) / 100.0,
                b"TL" => state.leading = number(0),
                b"Ts" => state.rise = number(0),
                b"Tf" => {
                    state.font = self.font(resources, &operands);
                    state.size = number(1);
                }
                b"gs" => self.set_state(resources, &operands, &mut state),
                b"Td" => at = next_line(&mut line, number(0), number(1)),
                b"TD" => {
                    state.leading = -number(1);
                    at = next_line(&mut line, number(0), number(1));
                }
                b"Tm" => (line, at) = (matrix(&operands), matrix(&operands)),
                b"T*" => at = next_line(&mut line, 0.0, -state.leading),
                b"Tj" => self.show(&state, &mut at, &operands),
                b"'" => {
                    at = next_line(&mut line, 0.0, -state.leading);
                    self.show(&state, &mut at, &operands);
                }
                b"\"" => {
                    (state.between_words, state.between_letters) = (number(0), number(1));
                    at = next_line(&mut line, 0.0, -state.leading);
                    self.show(&state, &mut at, operands.get(2..).unwrap_or_default());
                }
                b"TJ" => {
                    if let Some(Object::Array(parts)) = operands.first() {
                        self.show(&state, &mut at, parts);
                    }
                }
                b"Do" => self.draw_inner(resources, &operands, &state, within),
                b"ID" => self.cut = true,
                _ => {}
            }
        }
        self.cut |= syntax.left == 0;
    }

    /// Follows a drawing that a page names.
    fn draw_inner(
        &mut self,
        resources: Option<&'a Dictionary>,
        operands: &[Object],
        state: &State,
        within: &mut Vec<*const Stream>,
    ) {
        let drawing = named(self.document, resources, b"XObject", operands)
            .and_then(|it| it.as_stream().ok())
            .filter(|it| {
                it.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|it| it == b"Form")
            });
        let Some(drawing) = drawing else { return };
        // A drawing that holds itself would never end.
        if within.len() >= DEEPEST_DRAWING || within.iter().any(|it| std::ptr::eq(*it, drawing)) {
            self.cut = true;
            return;
        }
        let own = entry(self.document, &drawing.dict, b"Resources").or(resources);
        let mut state = state.clone();
        if let Some(Object::Array(map)) = value(self.document, &drawing.dict, b"Matrix") {
            state.page = product(&matrix(map), &state.page);
        }
        let content = self.unpack(drawing);
        within.push(drawing);
        self.draw(&content, own, state, within);
        within.pop();
    }

    /// The font that an operator chooses.
    fn font(&mut self, resources: Option<&'a Dictionary>, operands: &[Object]) -> Option<Rc<Font>> {
        let fonts = entry(self.document, resources?, b"Font")?;
        let font = fonts.get(operands.first()?.as_name().ok()?).ok()?;
        self.font_of(font)
    }

    fn font_of(&mut self, font: &'a Object) -> Option<Rc<Font>> {
        let dictionary = self.document.dereference(font).ok()?.1.as_dict().ok()?;
        if let Some(known) = self.fonts.get(&std::ptr::from_ref(dictionary)) {
            return Some(Rc::clone(known));
        }
        if !self.budget.take(Short::Fonts, 1) {
            self.cut = true;
            return None;
        }
        let font = Rc::new(Font::new(self.document, dictionary, self.budget));
        self.fonts.insert(dictionary, Rc::clone(&font));
        Some(font)
    }

    /// A set of settings with a font among them.
    fn set_state(
        &mut self,
        resources: Option<&'a Dictionary>,
        operands: &[Object],
        state: &mut State,
    ) {
        let settings = named(self.document, resources, b"ExtGState", operands);
        let font = settings.and_then(|it| it.as_dict().ok()).and_then(|it| it.get(b"Font").ok());
        if let Some(Object::Array(font)) = font
            && let [font, size] = &**font
        {
            state.font = self.font_of(font);
            state.size = number(size).unwrap_or(0.0);
        }
    }

    /// Shows strings, with steps between them.
    fn show(&mut self, state: &State, at: &mut Matrix, parts: &[Object]) {
        for part in parts {
            let step = match part {
                Object::String(string, _) => self.show_string(state, at, string),
                other => -number(other).unwrap_or(0.0) / 1000.0 * state.size * state.stretch,
            };
            *at = product(&[1.0, 0.0, 0.0, 1.0, step, 0.0], at);
        }
    }

    /// Shows a string; gives how far the pen moves.
    fn show_string(&mut self, state: &State, at: &Matrix, string: &[u8]) -> f64 {
        let Some(font) = &state.font else {
            self.signs += string.len();
            self.unknown += string.len();
            return 0.0;
        };
        let place = product(at, &state.page);
        let on_page = |x: f64, y: f64| {
            (x * place[0] + y * place[2] + place[4], x * place[1] + y * place[3] + place[5])
        };
        let size = (state.size * place[2].hypot(place[3])).abs();
        let start = on_page(0.0, state.rise);
        self.part_words(start, (place[0], place[1]), size);
        let (signs, unknown) = font.say(string, &mut self.text);
        self.signs += signs;
        self.unknown += unknown;
        let width: f64 = font
            .signs(string)
            .map(|(width, space)| {
                let between_words = if space { state.between_words } else { 0.0 };
                (width * state.size + state.between_letters + between_words) * state.stretch
            })
            .sum();
        let (x, y) = on_page(width, state.rise);
        self.pen = Some((x, y, size));
        width
    }

    /// Sets words apart where the pen was moved.
    fn part_words(&mut self, (x, y): (f64, f64), (a, b): (f64, f64), size: f64) {
        let Some((last_x, last_y, last_size)) = self.pen else { return };
        let length = a.hypot(b);
        let larger = size.max(last_size);
        let (dx, dy) = (x - last_x, y - last_y);
        let (along, across) = ((dx * a + dy * b) / length, (dy * a - dx * b) / length);
        // Whatever can't be measured parts words: no comparison with it holds.
        if across.abs() <= STEP * larger && (-larger..=GAP * larger).contains(&along) {
            return;
        }
        let same_line = across.abs() <= STEP * larger;
        self.text.push(if same_line { ' ' } else { '\n' });
    }
}

/// The resources of a page, its own or those of what it stands in.
fn resources<'a>(document: &'a Document, page: &'a Dictionary) -> Option<&'a Dictionary> {
    let mut node = page;
    for _ in 0..64 {
        if let Some(found) = entry(document, node, b"Resources") {
            return Some(found);
        }
        node = entry(document, node, b"Parent")?;
    }
    None
}

/// What an operator names, of one kind of resources.
fn named<'a>(
    document: &'a Document,
    resources: Option<&'a Dictionary>,
    kind: &[u8],
    operands: &[Object],
) -> Option<&'a Object> {
    let names = entry(document, resources?, kind)?;
    value(document, names, operands.first()?.as_name().ok()?)
}

fn matrix(operands: &[Object]) -> Matrix {
    let mut matrix = SAME;
    for (place, operand) in matrix.iter_mut().zip(operands) {
        *place = number(operand).unwrap_or(*place);
    }
    matrix
}
