//! What a check rests on, counted.

use indexmap::IndexMap;

use crate::model::{Claim, Registry, Source, SourceKind, Stance};

/// What the evidence of a claim comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Weight<'a> {
    /// The independent origins of the evidence that speaks for or against the claim, in the order of
    /// the file, each with the places of its pieces in the list of evidence. Context proves nothing
    /// by itself and is not counted.
    pub origins: IndexMap<&'a str, Vec<usize>>,
    /// Whether any piece, whatever its stance, is from a primary source.
    pub has_primary: bool,
    /// Whether any piece speaks for the claim.
    pub supported: bool,
    /// Whether any piece speaks against it.
    pub refuted: bool,
}

/// The name under which a source is counted: its origin or, where it has none, its id. A source that
/// names another's id as its origin counts once with it.
pub fn origin<'a>(id: &'a str, source: &'a Source) -> &'a str {
    source.origin.as_deref().unwrap_or(id)
}

/// Counts what a claim rests on; none where a source that it names is not known.
pub fn weigh<'a>(claim: &'a Claim, sources: &'a Registry<Source>) -> Option<Weight<'a>> {
    let mut weight = Weight::default();
    for (place, evidence) in claim.evidence.iter().enumerate() {
        let source = sources.get(&evidence.source)?;
        weight.has_primary |= source.kind == Some(SourceKind::Primary);
        weight.supported |= evidence.stance == Stance::Supports;
        weight.refuted |= evidence.stance == Stance::Refutes;
        if evidence.stance != Stance::Context {
            weight.origins.entry(origin(&evidence.source, source)).or_default().push(place);
        }
    }
    Some(weight)
}
