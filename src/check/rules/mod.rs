//! What must hold about a site whose files could be read, one file per rule.

pub mod address_clash;
pub mod bad_address;
pub mod bad_id;
pub mod bad_language;
pub mod bad_setting;
pub mod bad_topic;
pub mod broken_internal_link;
pub mod check_undated;
pub mod claim_deleted;
pub mod claim_text_contains_verdict;
pub mod correction_without_note;
pub mod coverage_too_low;
pub mod dates;
pub mod duplicate_id;
pub mod edits_without_seed;
pub mod evidence_not_in_snapshot;
pub mod evidence_too_short;
pub mod figure_misplaced;
pub mod figure_unknown;
pub mod former_address;
pub mod former_verdict;
pub mod headline_missing;
pub mod image_without_alt;
pub mod ledger_order;
pub mod ledger_rewritten;
pub mod lock_disagrees;
pub mod lock_outdated;
pub mod own_claim_with_speaker;
pub mod quote_ambiguous;
pub mod quote_in_code;
pub mod quote_not_found;
pub mod rating_scale;
pub mod seed_mismatch;
pub mod site_pages;
pub mod snapshot_changed;
pub mod snapshot_missing;
pub mod snapshot_unpinned;
pub mod snapshot_unreadable;
pub mod sources;
pub mod template_error;
pub mod text_rights_undeclared;
pub mod translations;
pub mod unknown_person;
pub mod unknown_rule;
pub mod unknown_source;
pub mod unknown_verdict;
pub mod unused_figure;
pub mod unused_source;
pub mod verdict_changed_silently;
pub mod verdict_without_evidence;
pub mod wording_changed_silently;

use crate::diagnostic::Rule;

/// The rules of this stage.
pub static ALL: &[&Rule] = &[
    &address_clash::RULE,
    &sources::anonymous_source::RULE,
    &bad_address::RULE,
    &bad_id::RULE,
    &bad_language::RULE,
    &bad_setting::RULE,
    &bad_topic::RULE,
    &broken_internal_link::RULE,
    &check_undated::RULE,
    &claim_deleted::RULE,
    &claim_text_contains_verdict::RULE,
    &sources::claimant_not_asked::RULE,
    &correction_without_note::RULE,
    &coverage_too_low::RULE,
    &dates::dates_contradict::RULE,
    &duplicate_id::RULE,
    &edits_without_seed::RULE,
    &evidence_not_in_snapshot::RULE,
    &evidence_too_short::RULE,
    &figure_misplaced::RULE,
    &figure_unknown::RULE,
    &former_address::RULE,
    &former_verdict::RULE,
    &headline_missing::RULE,
    &image_without_alt::RULE,
    &sources::interest_undeclared::RULE,
    &ledger_order::RULE,
    &ledger_rewritten::RULE,
    &lock_disagrees::RULE,
    &lock_outdated::RULE,
    &site_pages::missing_site_page::RULE,
    &sources::no_primary_source::RULE,
    &sources::not_reviewed::RULE,
    &sources::one_sided_evidence::RULE,
    &own_claim_with_speaker::RULE,
    &quote_ambiguous::RULE,
    &quote_in_code::RULE,
    &quote_not_found::RULE,
    &rating_scale::RULE,
    &dates::recheck_due_soon::RULE,
    &dates::recheck_overdue::RULE,
    &sources::reviewer_is_checker::RULE,
    &sources::same_origin_undeclared::RULE,
    &seed_mismatch::RULE,
    &sources::self_sourcing::RULE,
    &site_pages::site_page_not_linked::RULE,
    &snapshot_changed::RULE,
    &snapshot_missing::RULE,
    &snapshot_unpinned::RULE,
    &snapshot_unreadable::RULE,
    &template_error::RULE,
    &text_rights_undeclared::RULE,
    &sources::too_few_independent_sources::RULE,
    &translations::translation_differs::RULE,
    &translations::translation_incomplete::RULE,
    &unknown_person::RULE,
    &unknown_rule::RULE,
    &unknown_source::RULE,
    &dates::unknown_topic::RULE,
    &unknown_verdict::RULE,
    &unused_figure::RULE,
    &unused_source::RULE,
    &verdict_changed_silently::RULE,
    &verdict_without_evidence::RULE,
    &wording_changed_silently::RULE,
];
