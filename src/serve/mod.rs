//! The preview: builds into memory, shows the site on 127.0.0.1 and reloads the page on a change.
//!
//! Two threads. One waits for changes (`watch`) and builds; the other answers requests
//! (`answer`) from what the first one last made (`preview`). Pages carry a script that listens
//! for a new version. Where a build makes no site, pages show why, until it is mended.
//!
//! The preview is for the person at this machine: it answers only requests that come from its own
//! pages or from none (`guard`), only reads, and only what is in memory.

mod answer;
mod content_type;
mod error_page;
mod guard;
mod open;
mod preview;
#[cfg(test)]
mod tests;
mod watch;

use std::convert::Infallible;
use std::future::{Future, IntoFuture as _, pending};
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, HeaderValue};
use axum::http::{Method, Response, StatusCode};
use axum::response::IntoResponse as _;
use axum::response::sse::{self, KeepAlive, Sse};
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

use crate::build::{self, BuildError, MemorySite, Outcome};
use crate::diagnostic::human;
use preview::Preview;
use watch::{Change, Watch};

/// The port to try first. The next ones follow where it is taken.
const FIRST_PORT: u16 = 4000;
/// How many to try.
const PORTS: u16 = 20;
/// How long to wait before looking again for a site's folder that is gone.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// How to show a site.
#[derive(Debug, Clone, Copy, Default)]
pub struct ServeOptions {
    /// The port, and no other; 0 for any that is free. Without it the first free one from 4000 on.
    pub port: Option<u16>,
    /// Whether to show the site in the browser at once.
    pub open: bool,
}

/// What the person at the terminal may want to know.
#[derive(Debug)]
pub enum Event<'a> {
    /// A build begins.
    Building,
    /// A build came to this. The site is shown where it passed.
    Built(&'a Outcome),
    /// A build could not be done at all.
    Failed(&'a BuildError),
    /// The site is on show at this address.
    Listening(&'a str),
    /// No browser could be opened.
    NoBrowser(io::Error),
    /// Changes go unnoticed for now, for this reason.
    NotWatching(String),
}

/// Why nothing could be shown.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port can't be had.
    #[error("can't use port {port} of 127.0.0.1: {error}; choose another with --port")]
    Port {
        /// The port asked for, or the last one tried.
        port: u16,
        /// What the system said.
        #[source]
        error: io::Error,
    },
    /// The system can't watch files.
    #[error("can't watch the site's files: {0}")]
    Watch(String),
    /// The server could not run.
    #[error("can't run the preview: {0}")]
    Server(#[from] io::Error),
}

/// Shows a site until Ctrl-C.
///
/// # Errors
/// Where the port, the file watcher or the server can't be had. A site that does not build is no
/// error: its findings are shown in its place.
pub fn serve(
    options: build::Options,
    serve_options: ServeOptions,
    talk: &(dyn Fn(Event<'_>) + Sync),
) -> Result<(), ServeError> {
    let interrupted = async {
        // Where the signal can't be caught, it ends the process as it always does.
        if tokio::signal::ctrl_c().await.is_err() {
            pending::<()>().await;
        }
    };
    serve_until(options, serve_options, talk, interrupted)
}

/// As [`serve`], until `stop` is ready.
///
/// # Errors
/// As [`serve`].
pub fn serve_until(
    options: build::Options,
    serve_options: ServeOptions,
    talk: &(dyn Fn(Event<'_>) + Sync),
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let root = options.root.clone();
    // The address of the preview stands in for the site's own, so that the page for addresses that
    // are not there, which names others absolutely, leads nowhere else.
    let build = move |port: u16| {
        let mut options = options.clone();
        options.base_url.get_or_insert_with(|| format!("http://127.0.0.1:{port}/"));
        build::build_in_memory(&options)
    };
    run(&root, &build, serve_options, talk, stop)
}

/// What a build into memory comes to.
type Built = Result<(Outcome, Option<MemorySite>), BuildError>;

/// One site on show.
struct Show<'a> {
    build: &'a (dyn Fn() -> Built + Sync),
    preview: Arc<Preview>,
    talk: &'a (dyn Fn(Event<'_>) + Sync),
}

fn run(
    root: &Path,
    build: &(dyn Fn(u16) -> Built + Sync),
    serve_options: ServeOptions,
    talk: &(dyn Fn(Event<'_>) + Sync),
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let listener = bind(serve_options.port)?;
    let port = listener.local_addr()?.port();
    let (tell, news) = mpsc::channel();
    let mut watch = {
        let tell = tell.clone();
        Watch::new(root, move |change| drop(tell.send(News::Changed(change))))
            .map_err(|error| ServeError::Watch(error.to_string()))?
    };
    let build = || build(port);
    let show = Show { build: &build, preview: Arc::new(Preview::new()), talk };
    // Watching starts before the first build, so that no change falls between.
    let armed = show.arm(&mut watch);
    show.build();

    let url = format!("http://127.0.0.1:{port}/");
    talk(Event::Listening(&url));
    if serve_options.open
        && let Err(error) = open::open(&url)
    {
        talk(Event::NoBrowser(error));
    }

    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let router = Router::new()
        .fallback(handle)
        .with_state(Desk { preview: Arc::clone(&show.preview), port });
    thread::scope(|scope| {
        let show = &show;
        scope.spawn(move || show.follow(watch, armed, &news));
        let served = runtime.block_on(async {
            listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(listener)?;
            tokio::select! {
                served = axum::serve(listener, router).into_future() => served,
                () = stop => Ok(()),
            }
        });
        // Pages that still listen for changes must not keep it alive.
        runtime.shutdown_background();
        let _ = tell.send(News::Stop);
        Ok(served?)
    })
}

/// What the building thread hears.
enum News {
    Changed(Change),
    Stop,
}

impl Show<'_> {
    /// Builds on every change. What changes while it builds makes one more build.
    fn follow(&self, mut watch: Watch, mut armed: bool, news: &Receiver<News>) {
        loop {
            let first = if armed {
                news.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                news.recv_timeout(LOOK_AGAIN)
            };
            let mut change = match first {
                Ok(News::Changed(change)) => change,
                Err(RecvTimeoutError::Timeout) if watch.arm().is_ok() => {
                    armed = true;
                    Change { folders: false }
                }
                Err(RecvTimeoutError::Timeout) => continue,
                Ok(News::Stop) | Err(RecvTimeoutError::Disconnected) => return,
            };
            for more in news.try_iter() {
                match more {
                    News::Changed(more) => change.folders |= more.folders,
                    News::Stop => return,
                }
            }
            if change.folders {
                armed = self.arm(&mut watch);
            }
            self.build();
        }
    }

    fn arm(&self, watch: &mut Watch) -> bool {
        match watch.arm() {
            Ok(()) => true,
            Err(error) => {
                (self.talk)(Event::NotWatching(error.to_string()));
                false
            }
        }
    }

    /// Builds once and shows what came of it.
    fn build(&self) {
        (self.talk)(Event::Building);
        match catch_unwind(AssertUnwindSafe(self.build)) {
            Ok(Ok((outcome, site))) => {
                match site.filter(|_| outcome.passed) {
                    Some(site) => self.preview.succeed(site),
                    None => self.preview.fail(human::draw(&outcome.diagnostics, false)),
                }
                (self.talk)(Event::Built(&outcome));
            }
            Ok(Err(error)) => {
                self.preview.fail(error.to_string());
                (self.talk)(Event::Failed(&error));
            }
            Err(_) => self.preview.fail(
                "factpress stopped unexpectedly; this is its fault, not yours. The terminal says more."
                    .into(),
            ),
        }
    }
}

/// The port asked for, or the first free one.
fn bind(port: Option<u16>) -> Result<TcpListener, ServeError> {
    let bind = |port| {
        TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .map_err(|error| ServeError::Port { port, error })
    };
    if let Some(port) = port {
        return bind(port);
    }
    let mut bound = bind(FIRST_PORT);
    for port in FIRST_PORT + 1..FIRST_PORT + PORTS {
        match &bound {
            Err(ServeError::Port { error, .. }) if error.kind() == io::ErrorKind::AddrInUse => {
                bound = bind(port);
            }
            _ => break,
        }
    }
    bound
}

/// What answering takes.
#[derive(Clone)]
struct Desk {
    preview: Arc<Preview>,
    port: u16,
}

async fn handle(State(desk): State<Desk>, request: Request) -> Response<Body> {
    let mut response = respond(&desk, &request);
    answer::secure(response.headers_mut());
    response
}

fn respond(desk: &Desk, request: &Request) -> Response<Body> {
    let uri = request.uri();
    if !guard::allows(uri, request.headers(), desk.port) {
        let text = "The preview answers only under its own address.\n";
        return answer::plain(StatusCode::FORBIDDEN, text).map(Body::from);
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let text = "The preview only shows pages.\n";
        let mut response = answer::plain(StatusCode::METHOD_NOT_ALLOWED, text).map(Body::from);
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    if uri.path() == answer::EVENTS {
        return events(&desk.preview);
    }
    answer::answer(&desk.preview.shown(), uri.path(), uri.query()).map(Body::from)
}

/// Sends the version that is shown, and then every new one.
fn events(preview: &Arc<Preview>) -> Response<Body> {
    let versions = Arc::clone(preview);
    let stream = WatchStream::new(preview.turns()).map(move |_| {
        let event = sse::Event::default().retry(LOOK_AGAIN).data(&versions.shown().version);
        Ok::<_, Infallible>(event)
    });
    Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
}
