//! Fetches a page, as a polite and suspicious reader: no cookies, a name of its own, and a limit on
//! everything.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use ureq::config::Config;
use ureq::http::{HeaderMap, header};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Proxy};
use url::Url;

use super::address::{follow, is_private_name, parse};
use super::guard::{Guard, OwnNetwork};
use super::{Answer, Found, Limits};
use crate::snapshots::media::{self, Media};

/// How often a page may send its reader on.
const MOST_REDIRECTS: usize = 10;
/// How long making a connection may take.
const CONNECTING: Duration = Duration::from_secs(10);
/// Most bytes of a response's headers.
const LARGEST_HEADERS: usize = 64 * 1024;
/// Most characters of a header that is kept.
const LONGEST_KEPT: usize = 200;
/// What is read, in the order of preference.
const ACCEPT: &str = "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, \
                      application/xml;q=0.7, application/json;q=0.7, text/csv;q=0.7, */*;q=0.1";

/// Why a page could not be fetched, as the end of a sentence that starts with its source.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// An address that is not fetched, and why.
    #[error("`{0}` {1}")]
    Address(String, &'static str),
    /// The page sent its reader on once too often.
    #[error("sends its reader on more than {MOST_REDIRECTS} times")]
    TooManyRedirects,
    /// The page sends its reader to where it was before.
    #[error("sends its reader in a circle")]
    Circle,
    /// A public page that sends its reader to a machine of the reader's own network.
    #[error("sends its reader from the public web to a machine of your own network ({0})")]
    IntoOwnNetwork(String),
    /// The host's name is not known.
    #[error("there is no host `{0}`")]
    NoHost(String),
    /// It took longer than allowed.
    #[error("did not answer within {0} seconds")]
    TimedOut(u64),
    /// The server says that there is no such page, or it has trouble.
    #[error("answers {0}{reason}", reason = meaning(*.0))]
    Status(u16),
    /// It has more bytes than allowed.
    #[error("has more than {0} bytes")]
    TooLarge(u64),
    /// It has none.
    #[error("is empty")]
    Empty,
    /// It is of a kind in which no quotation can be found.
    #[error("is of the type `{0}`, which can't be read")]
    WrongType(String),
    /// It says that it is a PDF, and is none.
    #[error("says that it is a PDF and is none; it may be a page that asks to log in")]
    NoPdf,
    /// It is packed in a way that was not asked for.
    #[error("is packed as `{0}`, which was not asked for")]
    Packed(String),
    /// It ended before its end.
    #[error("was cut short on its way")]
    CutShort,
    /// It could not be unpacked.
    #[error("is damaged: it can't be unpacked")]
    Damaged,
    /// Something else, in the words of the system.
    #[error("could not be fetched: {0}")]
    Other(String),
}

/// What the statuses mean that pages have most often.
fn meaning(status: u16) -> &'static str {
    match status {
        401 | 403 => ": it does not let programs in",
        404 | 410 => ": there is no such page",
        429 => ": it wants fewer requests",
        500.. => ": it has trouble of its own",
        _ => "",
    }
}

/// Fetches the page at an address.
///
/// # Errors
/// Why it could not be.
pub fn fetch(address: &str, limits: &Limits) -> Result<Found, FetchError> {
    fetch_from(address, limits, true)
}

/// `own`: whether a machine of the own network may be asked. Whatever a person asks for is fetched,
/// also from there, but no public page may send its reader there.
fn fetch_from(address: &str, limits: &Limits, mut own: bool) -> Result<Found, FetchError> {
    let refused = |address: &str| {
        let address = address.to_owned();
        move |why| FetchError::Address(address, why)
    };
    let deadline = Instant::now() + limits.timeout;
    let mut url = parse(address).map_err(refused(address))?;
    let mut seen = vec![url.clone()];
    loop {
        if !own && is_private_name(&url) {
            return Err(FetchError::IntoOwnNetwork(url.host_str().unwrap_or("").to_owned()));
        }
        let (answer, was_own) = ask(&url, limits, deadline, own)?;
        own &= was_own;
        let location = answer
            .headers()
            .get(header::LOCATION)
            .filter(|_| is_redirect(answer.status().as_u16()));
        let Some(location) = location else {
            return read(answer, address, &url, limits);
        };
        // Addresses in this header are often written in UTF-8, which it is not for.
        let location = String::from_utf8_lossy(location.as_bytes()).into_owned();
        url = follow(&url, &location).map_err(refused(&location))?;
        if seen.contains(&url) {
            return Err(FetchError::Circle);
        }
        if seen.len() > MOST_REDIRECTS {
            return Err(FetchError::TooManyRedirects);
        }
        seen.push(url.clone());
    }
}

fn is_redirect(status: u16) -> bool {
    matches!(status, 301 | 302 | 303 | 307 | 308)
}

/// Asks one host, in the own network only where `own` allows it; says whether it is there.
fn ask(
    url: &Url,
    limits: &Limits,
    deadline: Instant,
    own: bool,
) -> Result<(ureq::http::Response<ureq::Body>, bool), FetchError> {
    let left = deadline.saturating_duration_since(Instant::now()).max(Duration::from_millis(1));
    // A proxy is for the world outside, but for the hosts of NO_PROXY.
    let proxy = if is_private_name(url) { None } else { Proxy::try_from_env() };
    let direct = |proxy: &Proxy| url.as_str().parse().is_ok_and(|uri| proxy.is_no_proxy(&uri));
    let proxy = proxy.filter(|proxy| !direct(proxy));
    let config = Config::builder()
        .proxy(proxy)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .timeout_global(Some(left))
        .timeout_connect(Some(CONNECTING.min(left)))
        .max_response_header_size(LARGEST_HEADERS)
        .user_agent(concat!(
            "factpress/",
            env!("CARGO_PKG_VERSION"),
            " (keeps a copy for a fact-check)"
        ))
        .accept(ACCEPT)
        .build();
    let was_own = Arc::new(AtomicBool::new(is_private_name(url)));
    let resolver = Guard { own, was_own: Arc::clone(&was_own), inner: DefaultResolver::default() };
    let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
    let answer = agent.get(url.as_str()).call().map_err(|error| explain(error, url, limits))?;
    Ok((answer, was_own.load(Ordering::Relaxed)))
}

/// Reads an answer, and no more of it than allowed.
fn read(
    answer: ureq::http::Response<ureq::Body>,
    asked: &str,
    url: &Url,
    limits: &Limits,
) -> Result<Found, FetchError> {
    let status = answer.status().as_u16();
    if status != 200 {
        return Err(FetchError::Status(status));
    }
    let headers = answer.headers().clone();
    let named = text(&headers, header::CONTENT_TYPE.as_str());
    if let Some(packed) = text(&headers, header::CONTENT_ENCODING.as_str())
        && !packed.eq_ignore_ascii_case("identity")
    {
        return Err(FetchError::Packed(packed));
    }
    let media = named.as_deref().and_then(Media::of_type);
    // Servers that do not know what they have say so, or say nothing.
    let is_open = named.as_deref().is_none_or(|name| {
        let name = name.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        matches!(
            &*name,
            "application/octet-stream" | "binary/octet-stream" | "application/download" | ""
        )
    });
    if media.is_none() && !is_open {
        return Err(FetchError::WrongType(named.unwrap_or_default()));
    }
    let length =
        text(&headers, header::CONTENT_LENGTH.as_str()).and_then(|it| it.parse::<u64>().ok());
    if length.is_some_and(|length| length > limits.bytes) {
        return Err(FetchError::TooLarge(limits.bytes));
    }
    let mut bytes = Vec::new();
    let body = answer.into_body().into_reader();
    body.take(limits.bytes + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| explain_io(error, url, limits))?;
    if bytes.len() as u64 > limits.bytes {
        return Err(FetchError::TooLarge(limits.bytes));
    }
    if bytes.is_empty() {
        return Err(FetchError::Empty);
    }
    let media = match media {
        _ if media::is_pdf(&bytes) => Media::Pdf,
        Some(Media::Pdf) => return Err(FetchError::NoPdf),
        Some(media) => media,
        None => Media::of_bytes(&bytes).ok_or_else(|| {
            FetchError::WrongType(named.clone().unwrap_or_else(|| "unknown".to_owned()))
        })?,
    };
    Ok(Found {
        bytes,
        media,
        charset: named.as_deref().and_then(charset),
        answer: Some(Answer {
            asked: asked.to_owned(),
            address: url.to_string(),
            status,
            etag: text(&headers, header::ETAG.as_str()),
            last_modified: text(&headers, header::LAST_MODIFIED.as_str()),
        }),
    })
}

/// A header that is short and plain enough to be kept.
fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?.trim();
    (!value.is_empty() && value.len() <= LONGEST_KEPT).then(|| value.to_owned())
}

/// The encoding that a media type names.
fn charset(media_type: &str) -> Option<String> {
    media_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches(['"', '\'']);
        let is_named = name.trim().eq_ignore_ascii_case("charset") && !value.is_empty();
        is_named.then(|| value.to_ascii_lowercase())
    })
}

fn explain_io(error: io::Error, url: &Url, limits: &Limits) -> FetchError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => FetchError::CutShort,
        _ => match error.downcast::<ureq::Error>() {
            Ok(error) => explain(error, url, limits),
            Err(error) => FetchError::Other(error.to_string()),
        },
    }
}

/// An error of the library in words.
fn explain(error: ureq::Error, url: &Url, limits: &Limits) -> FetchError {
    let host = || url.host_str().unwrap_or("").to_owned();
    match error {
        ureq::Error::Timeout(_) => FetchError::TimedOut(limits.timeout.as_secs()),
        ureq::Error::HostNotFound => FetchError::NoHost(host()),
        ureq::Error::Other(why) if why.is::<OwnNetwork>() => FetchError::IntoOwnNetwork(host()),
        ureq::Error::Decompress(_, why) if why.kind() == io::ErrorKind::UnexpectedEof => {
            FetchError::CutShort
        }
        ureq::Error::Decompress(..) => FetchError::Damaged,
        ureq::Error::Io(why) if why.kind() == io::ErrorKind::UnexpectedEof => FetchError::CutShort,
        other => FetchError::Other(other.to_string()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use std::io::Write;
    use std::net::TcpListener;

    /// The error for a page that is taken for a public one, and sends its reader on.
    fn sent_on(to: &str) -> Result<Found, FetchError> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        let answer = format!("HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n");
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(answer.as_bytes()).unwrap();
            let mut byte = [0];
            while stream.read(&mut byte).is_ok_and(|n| n > 0) {}
        });
        let limits = Limits::default();
        let url = parse(&address).unwrap();
        let deadline = Instant::now() + limits.timeout;
        // The first page is asked for as a person asks for it; what follows, as from the public web.
        let (answer, was_own) = ask(&url, &limits, deadline, true).unwrap();
        assert!(was_own);
        let location = answer.headers()[header::LOCATION].to_str().unwrap().to_owned();
        drop(answer);
        server.join().unwrap();
        fetch_from(&location, &limits, false)
    }

    #[test]
    fn public_pages_lead_to_no_machine_of_the_own_network() {
        for host in
            ["127.0.0.1:1", "[::1]:1", "10.0.0.1", "169.254.169.254", "localhost:1", "2130706433"]
        {
            let error = sent_on(&format!("http://{host}/")).unwrap_err();
            assert!(matches!(error, FetchError::IntoOwnNetwork(_)), "{host}: {error}");
        }
    }

    #[test]
    fn names_are_looked_at_where_they_lead() {
        // A name that is nothing special by itself, as one of the public web that leads here.
        let limits = Limits::default();
        let deadline = Instant::now() + limits.timeout;
        let url = Url::parse("http://127.0.0.1:1/").unwrap();
        let error = ask(&url, &limits, deadline, false).unwrap_err();
        assert!(matches!(error, FetchError::IntoOwnNetwork(_)), "{error}");
        let own = ask(&url, &limits, deadline, true).unwrap_err();
        assert!(matches!(own, FetchError::Other(_)), "{own}");
    }

    #[test]
    fn encodings_are_read_from_the_type() {
        assert_eq!(charset("text/html; a=b; Charset='UTF-8'").as_deref(), Some("utf-8"));
        assert_eq!(charset("text/html; charset="), None);
        assert_eq!(charset("charset=x"), None);
    }
}
