use serde_json::{Value, json};

/// Reactor's paging: numbers start at 1. The largest size is this workspace's own choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) number: usize,
    pub(super) size: usize,
}

const DEFAULT_SIZE: usize = 25;
const LARGEST_SIZE: usize = 100;

impl Page {
    /// From `page[number]` and `page[size]`; `None` when one is no number or 0.
    pub(super) fn from_query(query: Option<&str>) -> Option<Self> {
        let mut page = Self {
            number: 1,
            size: DEFAULT_SIZE,
        };
        for (name, value) in url::form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
            match name.as_ref() {
                "page[number]" => page.number = value.parse().ok()?,
                "page[size]" => page.size = value.parse::<usize>().ok()?.min(LARGEST_SIZE),
                _ => {}
            }
        }
        (page.number > 0 && page.size > 0).then_some(page)
    }

    /// Records before this page.
    pub(super) fn start(self) -> usize {
        (self.number - 1).saturating_mul(self.size)
    }
}

/// The `meta.pagination` of a list of `total` records.
pub(super) fn pagination(page: Page, total: usize) -> Value {
    let last = total.div_ceil(page.size).max(1);
    let next = (page.number < last).then(|| page.number + 1);
    let previous = (page.number > 1).then(|| page.number - 1);
    json!({
        "current_page": page.number,
        "next_page": next,
        "prev_page": previous,
        "total_pages": last,
        "total_count": total,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_and_bounded() {
        let read = |query| Page::from_query(Some(query));
        assert_eq!(
            read("page%5Bnumber%5D=2&page[size]=1"),
            Some(Page { number: 2, size: 1 })
        );
        assert_eq!(read("page[size]=100000").unwrap().size, LARGEST_SIZE);
        assert_eq!(read("page[size]=0"), None);
        assert_eq!(read("page[number]=x"), None);
    }

    #[test]
    fn pagination_names_its_neighbours() {
        let middle = pagination(Page { number: 2, size: 1 }, 3);
        assert_eq!(middle["next_page"], 3);
        assert_eq!(middle["prev_page"], 1);
        assert_eq!(middle["total_pages"], 3);
        assert!(pagination(Page { number: 1, size: 25 }, 0)["next_page"].is_null());
    }
}
