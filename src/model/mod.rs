//! What a site is made of, typed: the hand-written files after they were read and before anything
//! was checked. Names are the field's own terms; every type says which file it comes from.

mod article;
mod claim;
mod date;
mod figures;
mod page;
mod percent;
mod person;
mod settings;
mod site;
mod source;
mod table;

pub use article::{Article, ArticleMatter, Attachment, Edit, TextRights};
pub use claim::{Act, Claim, Evidence, LedgerEntry, LedgerKind, Origin, Said, Stance, VOID};
pub use date::PartialDate;
pub use figures::{
    Chart, ChartKind, ChartValue, DataFile, Draw, Figures, Mark, Quantity, Sum, WrittenNumber,
};
pub use page::{Page, PageMatter};
pub use percent::Percent;
pub use person::{Person, PersonKind};
pub use settings::{CoverageSettings, Licence, Links, LocalText, Settings, Tone, Verdict};
pub use site::{Registry, Site, Unread};
pub use source::{Snapshot, Source, SourceKind};
pub use table::{Row, Table};
