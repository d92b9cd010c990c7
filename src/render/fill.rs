//! The filter `fill`: a word with what is to be filled in.
//!
//! `{{ words.checks_withdrawn | fill(n=article.withdrawn.count) }}`: the number `n` chooses the plural
//! form. What is filled in is escaped, unless it is HTML that a template or the renderer made; the
//! result is HTML.

use std::sync::Arc;

use tera::{Error, Kwargs, State, TeraResult, Value};

use super::languages::NUMBER;
use crate::words::{COUNT, Piece, Word, Words};

/// The filter over these words.
pub(super) fn fill(
    open: Arc<Vec<(Words, Arc<Word>)>>,
) -> impl Fn(&Value, Kwargs, &State) -> TeraResult<Value> + Sync + Send + 'static {
    move |value: &Value, fillings: Kwargs, state: &State| {
        // A language may need nothing filled in where English does.
        if value.is_string() {
            return Ok(value.clone());
        }
        let number = value.get_from_path(NUMBER).and_then(Value::as_u64);
        let number = number.and_then(|number| usize::try_from(number).ok());
        let Some((words, word)) = number.and_then(|number| open.get(number)) else {
            return Err(Error::message("`fill` stands after a word: `words.NAME | fill(…)`"));
        };
        filled(words, word, &fillings, state).map(|html| Value::safe_string(&html))
    }
}

fn filled(words: &Words, word: &Word, fillings: &Kwargs, state: &State) -> TeraResult<String> {
    let names = word.names();
    for (name, _) in fillings.iter() {
        let known = name
            .as_str()
            .is_some_and(|name| name == COUNT || names.iter().any(|known| known == name));
        if !known {
            let known: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            return Err(Error::message(format!(
                "This word has no place for `{name}`; it has {}",
                if known.is_empty() { "none".to_owned() } else { known.join(", ") }
            )));
        }
    }
    let count = match fillings.get::<&Value>(COUNT)? {
        Some(count) => count.as_u64(),
        None => None,
    };
    if word.has_forms() && count.is_none() {
        return Err(Error::message("This word needs a whole number `n`, which chooses its form"));
    }
    let mut html = String::with_capacity(96);
    for piece in word.text(count).pieces() {
        match piece {
            Piece::Text(text) => html.push_str(&escaped(text, state)?),
            Piece::Name(name) => match (fillings.get::<&Value>(name)?, count) {
                (Some(_), Some(count)) if name == COUNT => html.push_str(&words.count(count)),
                (Some(value), _) => match value.as_u64() {
                    Some(number) => html.push_str(&words.count(number)),
                    None => html.push_str(&state.escape_if_needed(value)?),
                },
                (None, _) => {
                    return Err(Error::message(format!(
                        "Nothing is given for `{name}` of this word"
                    )));
                }
            },
        }
    }
    Ok(html)
}

/// A piece of a word. Most have nothing to escape.
fn escaped<'t>(text: &'t str, state: &State) -> TeraResult<std::borrow::Cow<'t, str>> {
    let plain = !text.bytes().any(|byte| matches!(byte, b'<' | b'>' | b'&' | b'"' | b'\''));
    if plain || !state.autoescaping_enabled() {
        return Ok(text.into());
    }
    Ok(state.escape(text)?.into())
}
