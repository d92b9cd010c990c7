//! What a site is made of, typed: the hand-written files after they were read and before anything
//! was checked. Names are the field's own terms; every type says which file it comes from.

mod article;
mod claim;
mod date;
mod figures;
mod freshness;
mod hash;
mod lock;
mod locked;
mod page;
mod percent;
mod person;
mod settings;
mod site;
mod site_pages;
mod source;
mod table;
mod translation;
mod weighing;

pub use article::{Article, ArticleMatter, Attachment, Edit, TextRights};
pub use claim::{Act, Claim, Evidence, LedgerEntry, LedgerKind, Origin, Said, Stance, VOID};
pub use date::PartialDate;
pub use figures::{
    Chart, ChartKind, ChartValue, DataFile, Draw, Figures, Mark, Quantity, Sum, WrittenNumber,
};
pub use freshness::{Age, AgeError, AgeUnit, Freshness};
pub use lock::{Lock, PinnedSnapshot};
pub use locked::{LockedArticle, LockedClaim, LockedEntry, WordsHash};
pub use page::{Page, PageMatter};
pub use percent::Percent;
pub use person::{Person, PersonKind};
pub use settings::{CoverageSettings, Licence, Links, LocalText, Profile, Settings, Tone, Verdict};
pub use site::{Draft, Registry, Site, Unread};
pub use site_pages::{SitePage, SitePages};
pub use source::{Snapshot, Source, SourceKind};
pub use table::{Row, Table};
pub use translation::{
    ArticleTranslation, ChartTranslation, ClaimTranslation, DataTranslation, EvidenceTranslation,
    FigureTranslation, FiguresTranslation, LedgerTranslation, PageTranslation, PersonTranslation,
    RegistryTranslation, RightsTranslation, SourceTranslation, TranslatedPage, Translation,
    TranslationOf, ValueTranslation,
};
pub use weighing::{Asked, Reservations, Weighing};
