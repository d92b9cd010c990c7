//! The function `tongue`: the attributes of an element whose text is in another language than the
//! page.
//!
//! `<p{{ tongue(lang=claim.lang, dir=claim.dir) }}>` prints `<p lang="es" dir="ltr">`, and `<p>` where
//! the text is in the language of the page.

use tera::{Kwargs, State, TeraResult, Value};

use super::escape::escape;

/// The attributes; `lang` and `dir` may be null.
#[expect(clippy::needless_pass_by_value, reason = "functions of templates take it so")]
pub(super) fn tongue(kwargs: Kwargs, _: &State) -> TeraResult<Value> {
    let word = |name| -> TeraResult<Option<&str>> {
        Ok(kwargs.get::<&Value>(name)?.and_then(Value::as_str))
    };
    let Some(lang) = word("lang")? else { return Ok(Value::safe_string("")) };
    let dir = word("dir")?;
    let dir = dir.map(|dir| format!(" dir=\"{}\"", escape(dir))).unwrap_or_default();
    Ok(Value::safe_string(&format!(" lang=\"{}\"{dir}", escape(lang))))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use crate::render::fixture::{build, plain};

    #[test]
    fn only_what_is_told_is_printed_and_escaped() {
        let own = "[{{ tongue(lang='es', dir='ltr') }}][{{ tongue(lang='e\"<') }}]\
                   [{{ tongue(lang=page.dir, dir='rtl') }}]";
        let files = build(&plain(), &[("404.html", own)]).unwrap();
        assert_eq!(files["404.html"], "[ lang=\"es\" dir=\"ltr\"][ lang=\"e&quot;&lt;\"][]");
    }
}
