//! Answers to requests, as plain functions of what is shown.

use axum::body::Bytes;
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{Response, StatusCode};

use super::preview::Shown;
use super::{content_type, error_page};
use crate::links::percent_decode;

/// Where pages hear of a new version.
pub(super) const EVENTS: &str = "/_factpress/events";
/// The script that listens there.
const RELOAD: &str = "/_factpress/reload.js";
/// Styles of the pages that the preview makes itself.
pub(super) const STYLES: &str = "/_factpress/error.css";

/// What pages may do, here as on the web: load files of their own site, and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

/// The answer to a request for a path, which is still percent-encoded.
pub(super) fn answer(shown: &Shown, path: &str, query: Option<&str>) -> Response<Bytes> {
    match path {
        RELOAD => return file(path, Bytes::from_static(include_bytes!("reload.js"))),
        STYLES => return file(path, Bytes::from_static(include_bytes!("error.css"))),
        _ => {}
    }
    let place = find(shown, path);
    let is_page = match &place {
        Place::File(name, _) => is_html(name),
        Place::Folder => true,
        Place::Nowhere => {
            let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
            is_html(name) || !name.contains('.')
        }
    };
    if is_page && let Some(failure) = &shown.failure {
        let page = error_page::failed(failure);
        return status(StatusCode::INTERNAL_SERVER_ERROR, html(page.as_bytes(), shown));
    }
    match place {
        Place::File(name, bytes) if is_html(name) => html(bytes, shown),
        Place::File(name, bytes) => file(name, bytes.clone()),
        Place::Folder => redirect(path, query),
        Place::Nowhere => {
            let page = shown.site.get("404.html").map_or(error_page::NOT_FOUND, Bytes::as_ref);
            status(StatusCode::NOT_FOUND, html(page, shown))
        }
    }
}

/// A few words, for requests that get no page.
pub(super) fn plain(code: StatusCode, text: &'static str) -> Response<Bytes> {
    status(code, file("answer.txt", Bytes::from_static(text.as_bytes())))
}

/// Sets the headers that every answer has.
pub(super) fn secure(headers: &mut HeaderMap) {
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Pages of other sites can't load drafts as their own scripts, styles or pictures.
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
}

/// What stands under an address.
enum Place<'a> {
    /// A file, with its path in the site.
    File(&'a str, &'a Bytes),
    /// A folder's page, asked for without the slash that its relative links need.
    Folder,
    /// Nothing of this name.
    Nowhere,
}

/// Looks an address up among the files of the site, and nowhere else.
fn find<'a>(shown: &'a Shown, path: &str) -> Place<'a> {
    let Some(decoded) = percent_decode(path) else { return Place::Nowhere };
    let Some(name) = decoded.strip_prefix('/') else { return Place::Nowhere };
    let get = |name: &str| shown.site.get_key_value(name);
    let found = if name.is_empty() || name.ends_with('/') {
        get(&format!("{name}index.html"))
    } else {
        get(name)
    };
    match found {
        Some((name, bytes)) => Place::File(name, bytes),
        None if get(&format!("{name}/index.html")).is_some() => Place::Folder,
        None => Place::Nowhere,
    }
}

/// To the same address with a slash. The path was found in the site, so it leads to no other host.
fn redirect(path: &str, query: Option<&str>) -> Response<Bytes> {
    let mut target = format!("{path}/");
    if let Some(query) = query {
        target.push('?');
        target.push_str(query);
    }
    let mut response = plain(StatusCode::FOUND, "");
    match HeaderValue::try_from(target) {
        Ok(target) => {
            response.headers_mut().insert(header::LOCATION, target);
            response
        }
        Err(_) => plain(StatusCode::BAD_REQUEST, "This address can't be read.\n"),
    }
}

fn is_html(name: &str) -> bool {
    name.ends_with(".html")
}

fn html(page: &[u8], shown: &Shown) -> Response<Bytes> {
    file("page.html", inject(page, &shown.version).into())
}

/// Puts the reload script before the end of the body, or at the end of what has none.
fn inject(page: &[u8], version: &str) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let script = format!("<script src=\"{RELOAD}\" data-version=\"{version}\" defer></script>\n");
    let at = page
        .windows(END.len())
        .rposition(|window| window.eq_ignore_ascii_case(END))
        .unwrap_or(page.len());
    [&page[..at], script.as_bytes(), &page[at..]].concat()
}

fn file(name: &str, bytes: Bytes) -> Response<Bytes> {
    let mut response = Response::new(bytes);
    let kind = HeaderValue::from_static(content_type::of(name));
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

fn status(code: StatusCode, mut response: Response<Bytes>) -> Response<Bytes> {
    *response.status_mut() = code;
    response
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn shown(failure: Option<&str>) -> Shown {
        let files = [
            ("index.html", "<body>home</body>"),
            ("aid/index.html", "<body>aid</BODY>\n"),
            ("méxico/index.html", "<body>m</body>"),
            ("assets/x.css", "a{}"),
            ("404.html", "<body>gone</body>"),
        ];
        Shown {
            site: Arc::new(files.map(|(path, text)| (path.into(), text.into())).into()),
            failure: failure.map(String::from),
            version: "v1".into(),
        }
    }

    fn get(path: &str) -> (u16, String) {
        let answer = answer(&shown(None), path, None);
        (answer.status().as_u16(), String::from_utf8(answer.into_body().to_vec()).unwrap())
    }

    fn header<'a>(answer: &'a Response<Bytes>, name: &str) -> &'a str {
        answer.headers()[name].to_str().unwrap()
    }

    #[test]
    fn pages_are_found_and_listen_for_changes() {
        let script = "<script src=\"/_factpress/reload.js\" data-version=\"v1\" defer></script>\n";
        assert_eq!(get("/"), (200, format!("<body>home{script}</body>")));
        assert_eq!(get("/index.html"), (200, format!("<body>home{script}</body>")));
        assert_eq!(get("/aid/"), (200, format!("<body>aid{script}</BODY>\n")));
        assert_eq!(get("/m%C3%A9xico/").0, 200);
        assert_eq!(get("/assets/x.css"), (200, "a{}".into()));
    }

    #[test]
    fn the_last_body_counts_and_none_will_do() {
        let text = |page: &str| String::from_utf8(inject(page.as_bytes(), "v")).unwrap();
        assert!(text("<!-- </body> --><p></body>").starts_with("<!-- </body> --><p><script"));
        assert!(text("<p>no end").starts_with("<p>no end<script"));
    }

    #[test]
    fn a_folder_without_its_slash_is_sent_on() {
        let sent = answer(&shown(None), "/m%C3%A9xico", Some("a=b"));
        assert_eq!((sent.status().as_u16(), header(&sent, "location")), (302, "/m%C3%A9xico/?a=b"));
        // The address of another host can't be made this way.
        assert_eq!(answer(&shown(None), "//aid", None).status().as_u16(), 404);
    }

    #[test]
    fn what_is_missing_gets_the_sites_own_page() {
        for path in ["/no", "/no.css", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/%", "/%ff", "/%00"]
        {
            let (status, text) = get(path);
            assert_eq!(status, 404, "{path}");
            assert!(text.contains("gone"), "{path}");
        }
        assert_eq!(answer(&Shown::default(), "/", None).status().as_u16(), 404);
    }

    #[test]
    fn after_a_failure_pages_say_so_and_files_stay() {
        let shown = shown(Some("error: <b> & co"));
        for path in ["/", "/aid", "/aid/", "/no", "/404.html"] {
            let page = answer(&shown, path, None);
            assert_eq!(page.status().as_u16(), 500, "{path}");
            let text = String::from_utf8(page.into_body().to_vec()).unwrap();
            assert!(text.contains("error: &lt;b&gt; &amp; co"), "{text}");
            assert!(text.contains("data-version=\"v1\""), "{text}");
            assert!(!text.contains("style=") && !text.contains("<style"), "{text}");
        }
        assert_eq!(answer(&shown, "/assets/x.css", None).status().as_u16(), 200);
        assert_eq!(answer(&shown, "/no.css", None).status().as_u16(), 404);
    }

    #[test]
    fn our_own_files_say_what_they_are() {
        let script = answer(&shown(None), RELOAD, None);
        assert_eq!(header(&script, "content-type"), "text/javascript; charset=utf-8");
        let styles = answer(&shown(Some("x")), STYLES, None);
        assert_eq!(header(&styles, "content-type"), "text/css; charset=utf-8");
    }

    #[test]
    fn every_answer_is_locked_down() {
        let mut headers = HeaderMap::new();
        secure(&mut headers);
        assert!(
            headers["content-security-policy"].to_str().unwrap().contains("frame-ancestors 'none'")
        );
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["cache-control"], "no-store");
    }
}
