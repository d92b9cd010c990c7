//! Style sheets and scripts without what only their authors need.

/// Around these no space means anything; before a colon it does in selectors.
const LOOSE: [char; 4] = ['{', '}', ';', ','];

/// A style sheet with every run of white space as one space, and without comments, but for those
/// that start with `/*!` as licences do; nothing stands for a zero before a decimal point and for
/// the last semicolon of a block. Texts in quotation marks stay as they are.
pub(super) fn css(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let is_apart = |c: char| c.is_ascii_whitespace() || c == ':' || LOOSE.contains(&c);
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '"' | '\'' => string(rest),
            // What stands in an address is no comment.
            'u' | 'U' if is_bare_address(rest) => rest.find(')').map_or(rest.len(), |end| end + 1),
            '/' if rest.starts_with("/*") => {
                let length = comment(rest);
                let text = &rest[..length];
                rest = &rest[length..];
                if text.starts_with("/*!") {
                    out.push_str(text);
                } else if !out.is_empty() && !out.ends_with(is_apart) && !rest.starts_with(is_apart)
                {
                    // It may be all that keeps two words apart.
                    out.push_str("/**/");
                }
                continue;
            }
            _ if next.is_ascii_whitespace() => {
                rest = rest.trim_ascii_start();
                if !out.is_empty() && !out.ends_with(is_apart) && !rest.starts_with(LOOSE) {
                    out.push(' ');
                }
                continue;
            }
            '0' if is_bare_zero(&out, rest) => {
                rest = &rest[1..];
                continue;
            }
            '}' if out.ends_with(';') && !out.ends_with("\\;") => {
                out.pop();
                1
            }
            // What is escaped is no quotation mark.
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            _ => next.len_utf8(),
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

/// Whether this zero, with `before` in front, is all of a number before its decimal point.
fn is_bare_zero(before: &str, text: &str) -> bool {
    let mut next = text[1..].chars();
    next.next() == Some('.')
        && next.next().is_some_and(|c| c.is_ascii_digit())
        && before.ends_with([' ', ',', ':', '(', '/'])
}

/// Whether `url(` starts here, without quotation marks.
fn is_bare_address(text: &str) -> bool {
    let name = text.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("url("));
    name && !text[4..].trim_ascii_start().starts_with(['"', '\''])
}

/// The length of the comment that starts here.
pub(super) fn comment(text: &str) -> usize {
    text[2..].find("*/").map_or(text.len(), |end| end + 4)
}

/// The length of the text in quotation marks that starts here.
pub(super) fn string(text: &str) -> usize {
    let mut chars = text.char_indices();
    let quote = chars.next().map(|(_, quote)| quote);
    while let Some((at, next)) = chars.next() {
        match next {
            '\\' => drop(chars.next()),
            _ if Some(next) == quote => return at + next.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// A script of the built-in theme without indentation and lines of comments. Its texts never run
/// over several lines.
pub(super) fn own_script(text: &str) -> String {
    let lines = text.lines().map(str::trim_start);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_spaces_go_and_texts_stay() {
        assert_eq!(css("/* a */\na  b ,\n c {\n  x: y  z;\n}\n"), "a b,c{x:y z}");
        assert_eq!(
            css("a::after { content: \" /* b */ \\\"  \"; }"),
            "a::after{content:\" /* b */ \\\"  \"}"
        );
        assert_eq!(css("/*! licence */ a{}"), "/*! licence */ a{}");
        assert_eq!(css("a{content:'\\'  '}  b :hover{}"), "a{content:'\\'  '}b :hover{}");
        assert_eq!(css(".a\\'  b{}/* left open"), ".a\\' b{}");
        assert_eq!(css("\"left open"), "\"left open");
        assert_eq!(css("a{b:1px/* x */2px/**/;c:d /* y */ e}"), "a{b:1px/**/2px;c:d e}");
        assert_eq!(css("a{b:url(x/*y)}/* z */c{}"), "a{b:url(x/*y)}c{}");
        assert_eq!(css("a{b: 0.5 -0.5 10.5 0.x;c:d;;}"), "a{b:.5 -0.5 10.5 0.x;c:d;}");
        assert_eq!(css("/*// a //*/a{--b: c\\;}d{}"), "a{--b:c\\;}d{}");
        assert_eq!(css("a :hover{b:c( 0.5/0.5 )}"), "a :hover{b:c( .5/.5 )}");
    }

    #[test]
    fn a_script_keeps_its_lines() {
        assert_eq!(
            own_script("// why\n(() => {\n  a(); // b\n\n})();\n"),
            "(() => {\na(); // b\n})();\n"
        );
    }
}
