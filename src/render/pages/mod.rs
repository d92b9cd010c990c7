//! The pages, one file per kind.

mod article;
mod chart;
mod claim;
mod corrections;
mod home;
mod list;
mod moved;
mod not_found;
mod numbers;
mod plain;
mod sources;

pub(super) use article::article;

use std::io;
use std::sync::Arc;

use crate::address;

use super::context::SiteContext;
use super::index::CorrectionRef;
use super::view::PagingView;
use list::List;

/// A page that is not an article's.
pub(super) enum Job<'a> {
    /// A page of the list of articles.
    Home(usize),
    /// A page of a list of claims.
    List(List<'a>, usize),
    /// A page of the index of sources.
    Sources(usize),
    /// A page of the list of corrections.
    Corrections(Arc<Vec<CorrectionRef>>, usize),
    /// A page at a former address, by its place.
    Moved(usize),
    /// A plain page, by its place.
    Plain(usize),
    /// The page for addresses that lead nowhere.
    NotFound,
}

impl Job<'_> {
    /// Makes the page.
    pub fn run(&self, site: &SiteContext<'_>) -> io::Result<()> {
        match self {
            Self::Home(number) => home::home(site, *number),
            Self::List(list, number) => list::list(site, list, *number),
            Self::Sources(number) => sources::sources(site, *number),
            Self::Corrections(all, number) => corrections::corrections(site, all, *number),
            Self::Moved(place) => moved::moved(site, &site.moved[*place]),
            Self::Plain(place) => plain::plain(site, *place),
            Self::NotFound => not_found::not_found(site),
        }
    }
}

/// All pages that are no article's. A list of nothing has no page.
pub(super) fn jobs<'a>(site: &SiteContext<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    jobs.extend(numbers(site.site().articles.len().max(1)).map(Job::Home));
    for list in List::all(site) {
        jobs.extend(numbers(list.claims(site).len()).map(|number| Job::List(list.clone(), number)));
    }
    jobs.extend((0..site.moved.len()).map(Job::Moved));
    jobs.extend((0..site.site().pages.len()).map(Job::Plain));
    if site.checked.edition.is_some() {
        return jobs;
    }
    // What has no language of its own.
    jobs.push(Job::NotFound);
    jobs.extend(numbers(site.site().sources.0.len()).map(Job::Sources));
    if !site.index.claims.is_empty() {
        let all = Arc::new(site.all_corrections());
        let pages = numbers(all.len().max(1));
        jobs.extend(pages.map(|number| Job::Corrections(Arc::clone(&all), number)));
    }
    jobs
}

/// The numbers of the pages that a list of `count` entries has.
fn numbers(count: usize) -> std::ops::RangeInclusive<usize> {
    1..=count.div_ceil(address::PAGE_SIZE)
}

/// The entries on one page of a list.
fn entries<T>(list: &[T], number: usize) -> &[T] {
    let start = ((number - 1) * address::PAGE_SIZE).min(list.len());
    &list[start..(start + address::PAGE_SIZE).min(list.len())]
}

/// Where a page stands in its list.
fn paging(site: &SiteContext<'_>, list: &str, number: usize, count: usize) -> PagingView {
    let pages = count.div_ceil(address::PAGE_SIZE).max(1);
    let link = |number: usize| site.href(&address::list_page(list, number));
    PagingView {
        number,
        pages,
        previous: (number > 1).then(|| link(number - 1)),
        next: (number < pages).then(|| link(number + 1)),
    }
}
