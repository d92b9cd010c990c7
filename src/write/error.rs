//! Why a site was not published.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

/// Why publishing stopped. Every case names the path; none but [`WriteError::Io`] can come up once
/// files have begun to move into place.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The system refused to read or write.
    #[error("can't {verb} {}: {error}", path.display())]
    Io {
        /// What was tried, such as `create`.
        verb: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        error: io::Error,
    },
    /// The output folder is a file.
    #[error("the output folder {} is a file; name a folder, or move the file away", .0.display())]
    OutputIsFile(PathBuf),
    /// The output folder and the site's own files would lie in one place.
    #[error(
        "the output folder {} would mix with {}, which holds files that you wrote; choose a folder \
         of its own, such as public",
        output.display(),
        input.display()
    )]
    MixesInput {
        /// The output folder.
        output: PathBuf,
        /// The folder of the site that it would mix with.
        input: PathBuf,
    },
    /// Another run is publishing into the same folder.
    #[error("another factpress is writing to {}; wait until it is done", .0.display())]
    Busy(PathBuf),
    /// A link stands where a folder or file of the site belongs.
    #[error(
        "{} is a link, and what is written there could end up somewhere else; remove the link",
        .0.display()
    )]
    Link(PathBuf),
    /// Something else stands where a file or a folder of the site belongs, such as a link.
    #[error("{} is a link, or no {wanted}, and is left alone", path.display())]
    InTheWay {
        /// What stands there.
        path: PathBuf,
        /// `file` or `folder`.
        wanted: &'static str,
    },
    /// A path of an output that can't be used.
    #[error("the site can't hold a file named `{path}`: {reason}")]
    BadPath {
        /// The path, as asked for.
        path: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Two outputs that can't both be there.
    #[error(
        "`{first}` and `{second}` can't both be in the site: on some systems they are one name; \
         rename one of them"
    )]
    Clash {
        /// The one that sorts first.
        first: String,
        /// The other; equal to `first` where one path was made twice.
        second: String,
    },
    /// A file to copy is not a plain file inside the site's folder.
    #[error("{} can't be copied into the site: it is not a file inside the site's folder", .0.display())]
    SourceOutside(PathBuf),
    /// Files that factpress did not write stand where the site has to go.
    #[error("{}", foreign(output, paths))]
    Foreign {
        /// The output folder.
        output: PathBuf,
        /// The files in the way, below it, sorted; never empty.
        paths: Vec<String>,
    },
}

/// How many files in the way are named; the rest is counted.
const NAMED: usize = 10;

fn foreign(output: &Path, paths: &[String]) -> String {
    let mut text = format!(
        "factpress did not write what stands in its way in {}, and does not overwrite it:",
        output.display()
    );
    for path in paths.iter().take(NAMED) {
        let _ = write!(text, "\n  {path}");
    }
    if paths.len() > NAMED {
        let _ = write!(text, "\n  and {} more", paths.len() - NAMED);
    }
    text.push_str("\nmove it away or delete it, or choose another output folder");
    text
}

impl WriteError {
    /// For `map_err`: says what was tried, and where.
    pub(super) fn io(
        verb: &'static str,
        path: impl Into<PathBuf>,
    ) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |error| Self::Io { verb, path, error }
    }
}

impl From<WriteError> for io::Error {
    fn from(error: WriteError) -> Self {
        let kind = match &error {
            WriteError::Io { error, .. } => error.kind(),
            _ => io::ErrorKind::Other,
        };
        Self::new(kind, error)
    }
}

/// What [`Publication::stage`](super::Publication::stage) put into an [`io::Error`], taken out again.
impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        error.downcast::<Self>().unwrap_or_else(|error| Self::Io {
            verb: "write",
            path: PathBuf::from("the site"),
            error,
        })
    }
}
