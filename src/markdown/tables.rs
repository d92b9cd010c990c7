//! Tables: header cells that name their columns, alignment by class (the site's content security
//! policy allows no style attributes), and a region to scroll in where a table is wide.

use std::fmt::Write as _;

use pulldown_cmark::{Alignment, CowStr};

use super::escape::escape;

/// From this many columns on a table may be wider than a phone's screen.
const WIDE: usize = 3;

/// A table that is being written.
#[derive(Debug)]
pub(super) struct Table<'m> {
    alignments: &'m [Alignment],
    /// The cell of the row that is next.
    cell: usize,
    in_head: bool,
}

impl<'m> Table<'m> {
    pub(super) fn new(alignments: &'m [Alignment]) -> Self {
        Self { alignments, cell: 0, in_head: false }
    }

    /// `label`: the words of its header.
    pub(super) fn open(&self, label: &str) -> CowStr<'m> {
        if self.alignments.len() < WIDE {
            return "<table>\n".into();
        }
        format!(
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\n<table>\n",
            escape(label)
        )
        .into()
    }

    pub(super) fn close(&self) -> CowStr<'m> {
        let wide = self.alignments.len() >= WIDE;
        if wide { "</tbody>\n</table>\n</div>\n".into() } else { "</tbody>\n</table>\n".into() }
    }

    pub(super) fn open_head(&mut self) -> CowStr<'m> {
        self.in_head = true;
        self.cell = 0;
        "<thead>\n<tr>".into()
    }

    pub(super) fn close_head(&mut self) -> CowStr<'m> {
        self.in_head = false;
        "</tr>\n</thead>\n<tbody>\n".into()
    }

    pub(super) fn open_row(&mut self) -> CowStr<'m> {
        self.cell = 0;
        "<tr>".into()
    }

    pub(super) fn open_cell(&mut self) -> CowStr<'m> {
        let class = match self.alignments.get(self.cell) {
            Some(Alignment::Left) => "align-left",
            Some(Alignment::Center) => "align-center",
            Some(Alignment::Right) => "align-right",
            Some(Alignment::None) | None => "",
        };
        self.cell += 1;
        let mut html = String::from(if self.in_head { "<th scope=\"col\"" } else { "<td" });
        if !class.is_empty() {
            let _ = write!(html, " class=\"{class}\"");
        }
        html.push('>');
        html.into()
    }

    pub(super) fn close_cell(&self) -> CowStr<'m> {
        if self.in_head { "</th>".into() } else { "</td>".into() }
    }
}
