//! The lists of a filter: which values they name, and which rows those let through.

use super::EventFilter;
use crate::block::Block;
use crate::codec::Words;
use crate::columns::WordColumn;

/// A field that a filter has a list for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListOf {
    Types,
    Vendors,
    Clients,
    Sources,
    Names,
}

impl ListOf {
    pub(super) const ALL: [Self; 5] = [Self::Types, Self::Vendors, Self::Clients, Self::Sources, Self::Names];

    /// What a block has in this field; of types the SDK's.
    pub(super) fn column(self, block: &Block) -> &WordColumn {
        let columns = &block.columns;
        match self {
            Self::Types => &columns.event_types,
            Self::Vendors => &columns.vendors,
            Self::Clients => &columns.clients,
            Self::Sources => &columns.sources,
            Self::Names => &columns.names,
        }
    }
}

/// All lists of a filter, in the order of [`ListOf::ALL`].
pub(super) struct Lists([Chosen; 5]);

impl Lists {
    pub(super) fn new(filter: &EventFilter) -> Self {
        Self(ListOf::ALL.map(|list| {
            Chosen::new(match list {
                ListOf::Types => &filter.types,
                ListOf::Vendors => &filter.vendors,
                ListOf::Clients => &filter.clients,
                ListOf::Sources => &filter.sources,
                ListOf::Names => &filter.names,
            })
        }))
    }

    pub(super) fn learn(&mut self, words: &Words) {
        self.0.iter_mut().for_each(|chosen| chosen.learn(words));
    }

    /// The dictionary is another one: what was learned of its words no longer holds.
    pub(super) fn forget(&mut self) {
        self.0.iter_mut().for_each(Chosen::forget);
    }

    pub(super) fn restrict(&self) -> bool {
        self.0.iter().any(Chosen::restricts)
    }

    pub(super) fn chosen(&self, list: ListOf) -> &Chosen {
        &self.0[list as usize]
    }

    /// The rows of a block that each list lets through.
    pub(super) fn masks(&self, block: &Block) -> [u128; 5] {
        ListOf::ALL.map(|list| {
            let chosen = self.chosen(list);
            let own = chosen.mask(list.column(block));
            match list {
                ListOf::Types => own | chosen.mask(&block.columns.kinds),
                _ => own,
            }
        })
    }

    /// The rows of a block that all lists let through.
    pub(super) fn mask(&self, block: &Block) -> u128 {
        match self.restrict() {
            true => self.masks(block).into_iter().fold(u128::MAX, |all, mask| all & mask),
            false => u128::MAX,
        }
    }
}

/// The values that one list names, as words.
pub(super) struct Chosen {
    wanted: Vec<String>,
    is_chosen: Vec<bool>,
    words: Vec<u32>,
}

impl Chosen {
    fn new(wanted: &[String]) -> Self {
        Self {
            wanted: wanted.iter().map(|name| name.to_lowercase()).collect(),
            is_chosen: Vec::new(),
            words: Vec::new(),
        }
    }

    fn learn(&mut self, words: &Words) {
        if self.wanted.is_empty() {
            return;
        }
        let wanted = &self.wanted;
        let is_wanted = |text: &str| match text.is_ascii() {
            // An archive may have a million words.
            true => wanted.iter().any(|name| name.eq_ignore_ascii_case(text)),
            false => wanted.contains(&text.to_lowercase()),
        };
        let first = self.is_chosen.len();
        let new = words.words_from(first);
        self.is_chosen
            .extend(new.map(|word| !word.is_number && is_wanted(word.text())));
        let new = self.is_chosen.iter().enumerate().skip(first);
        self.words
            .extend(new.filter(|(_, is_chosen)| **is_chosen).map(|(word, _)| word as u32));
    }

    fn forget(&mut self) {
        self.is_chosen.clear();
        self.words.clear();
    }

    fn restricts(&self) -> bool {
        !self.wanted.is_empty()
    }

    /// Whether a value is named, or any may be.
    pub(super) fn lets_through(&self, word: u32) -> bool {
        !self.restricts() || self.names(word)
    }

    pub(super) fn names(&self, word: u32) -> bool {
        self.is_chosen.get(word as usize).copied().unwrap_or(false)
    }

    /// Names that the filter has and the archive may not; in lower case.
    pub(super) fn wanted(&self) -> &[String] {
        &self.wanted
    }

    /// The words of the archive that it names.
    pub(super) fn words(&self) -> &[u32] {
        &self.words
    }

    fn mask(&self, column: &WordColumn) -> u128 {
        if self.wanted.is_empty() {
            return u128::MAX;
        }
        column.mask(|word| self.names(word))
    }
}
