//! What templates see: one file per view.
//!
//! A view is a struct whose fields a template reads by name. Every field is there on every page; what
//! is not known is null, since Tera refuses a name it does not find. Views become [`tera::Value`]s
//! straight away, and a value that stands on many pages (a source, a person, a verdict) is made
//! once and shared.
//!
//! Text is escaped by the template. HTML that the renderer made itself is an [`Html`] and is the
//! only thing that is not.

mod article;
mod chart;
mod claim;
mod date;
mod evidence;
mod list;
mod number;
mod page;
mod person;
mod receipt;
pub mod reference;
mod site;
mod source;
mod topic;
mod verdict;

pub use article::{
    ArticleSummaryView, ArticleView, CoverageView, EditView, PartView, TextRightsView,
    TranslationView,
};
pub use chart::{
    ChartGroupView, ChartMarkView, ChartPathView, ChartPlotView, ChartRowView, ChartSeriesView,
    ChartTableRowView, ChartTableView, ChartTextView, ChartView,
};
pub use claim::{
    ActView, AskedView, ClaimLinkView, ClaimRowView, ClaimView, CorrectionView, LedgerView,
    ReservationView, SaidView,
};
pub use date::DateView;
pub use evidence::EvidenceView;
pub use list::{FilterView, ListView, PagingView};
pub use number::{DrawnView, NumberLinkView, NumberView};
pub use page::{AlternateView, PageHead, PlainPageView};
pub use person::PersonView;
pub use receipt::ReceiptView;
pub use site::{LicenceView, LinkView, LogoView, SitePageView, SiteView};
pub use source::{SourceEntryView, SourceView};
pub use topic::TopicView;
pub use verdict::{VerdictCountView, VerdictView};

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use tera::Value;

/// Turns a view, or a part of one, into what templates read.
pub trait ToValue {
    /// The value; null where there is nothing.
    fn to_value(&self) -> Value;
}

/// Declares a view: a struct with its documentation, its schema, and its way into templates.
macro_rules! view {
    ($(#[$meta:meta])* pub struct $name:ident {
        $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, schemars::JsonSchema)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }

        impl $crate::render::view::ToValue for $name {
            fn to_value(&self) -> tera::Value {
                let mut map = tera::Map::new();
                $(map.insert(
                    tera::value::Key::Str(stringify!($field)),
                    $crate::render::view::ToValue::to_value(&self.$field),
                );)*
                tera::Value::from(map)
            }
        }
    };
}
pub(crate) use view;

/// HTML that the renderer made, and that templates print as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Html(pub String);

impl ToValue for Html {
    fn to_value(&self) -> Value {
        Value::safe_string(&self.0)
    }
}

impl JsonSchema for Html {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Html".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({"type": "string", "contentMediaType": "text/html"})
    }
}

/// A view that was turned into a value once and stands in many places.
#[derive(Debug, Clone)]
pub struct Shared<T>(Value, PhantomData<T>);

impl<T: ToValue> Shared<T> {
    /// Makes the value.
    pub fn new(view: &T) -> Self {
        Self(view.to_value(), PhantomData)
    }
}

impl<T> ToValue for Shared<T> {
    fn to_value(&self) -> Value {
        self.0.clone()
    }
}

impl<T: JsonSchema> JsonSchema for Shared<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl ToValue for String {
    fn to_value(&self) -> Value {
        Value::normal_string(self)
    }
}

impl ToValue for &str {
    fn to_value(&self) -> Value {
        Value::normal_string(self)
    }
}

impl ToValue for bool {
    fn to_value(&self) -> Value {
        Value::from(*self)
    }
}

impl ToValue for usize {
    fn to_value(&self) -> Value {
        Value::from(*self)
    }
}

impl ToValue for i32 {
    fn to_value(&self) -> Value {
        Value::from(*self)
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or_else(Value::none, ToValue::to_value)
    }
}

impl<T: ToValue> ToValue for Vec<T> {
    fn to_value(&self) -> Value {
        Value::from(self.iter().map(ToValue::to_value).collect::<Vec<_>>())
    }
}
