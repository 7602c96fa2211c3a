//! Walking through pages without trusting that they end.

use serde_json::Value;

/// Pages of one list at most.
pub(crate) const MOST_PAGES: usize = 100;

/// The number of the page after this one, from `meta.pagination`; none at the end, and none for a number that does not
/// go on.
pub(crate) fn next_page(body: &Value, present: u64) -> Option<u64> {
    let next = &body["meta"]["pagination"]["next_page"];
    let number = next.as_u64().or_else(|| next.as_str()?.parse().ok())?;
    (number > present).then_some(number)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_next_page_is_a_later_one_or_none() {
        let body = |next: Value| json!({ "meta": { "pagination": { "next_page": next } } });
        assert_eq!(next_page(&body(json!(2)), 1), Some(2));
        assert_eq!(next_page(&body(json!("3")), 2), Some(3));
        assert_eq!(next_page(&body(json!(2)), 2), None);
        assert_eq!(next_page(&body(json!(null)), 1), None);
        assert_eq!(next_page(&json!([]), 1), None);
    }
}
