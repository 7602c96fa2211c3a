//! The collection that the program brings: the calls of Adobe's guides.

use uuid::{Uuid, uuid};

use crate::postman::Collection;

/// The id of the collection that the program brings.
pub const BUILTIN: Uuid = uuid!("6c1f0f4e-3b0a-4d57-9d0e-2b7a51c0a5d1");

/// "Adobe's guides": the calls by which Adobe's guides test credentials, and those that follow from them.
#[must_use]
pub fn builtin() -> Collection {
    let json = serde_json::from_str(include_str!("builtin/adobes_guides.json"));
    let json = json.expect("the collection is a part of the program, and a test reads it");
    Collection::kept(BUILTIN, json).0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hosts::{Endpoints, Hosts};
    use crate::identity::Identity;
    use crate::prepare::{TokenUse, prepare};
    use crate::replaced::Replacement;
    use crate::variables::{Variable, Variables};

    #[test]
    fn every_call_can_be_sent_or_is_replaced() {
        let collection = builtin();
        let endpoints = Endpoints::adobe();
        let identity = Identity::new("the-key", "ORG@AdobeOrg", &endpoints);
        let own = ["SESSION_UUID", "COMPANY_ID"].map(|name| Variable::new(name, "x"));
        let variables = Variables::new(&identity, &own, &collection.variables());
        let hosts = Hosts::new(endpoints, &[]);
        let calls = collection.calls(None);
        assert!(calls.len() >= 10);
        for (id, call) in calls {
            let prepared = prepare(&call.request, &variables, &hosts, &identity).unwrap();
            assert!(prepared.missing.is_empty(), "{id}: {:?}", prepared.missing);
            assert!(!call.description.is_empty(), "{id}");
            match call.path.starts_with("Access token") {
                true => assert_eq!(prepared.replaced_by, Some(Replacement::OwnToken), "{id}"),
                false => assert_eq!((prepared.token, prepared.replaced_by), (TokenUse::Sent, None), "{id}"),
            }
        }
    }

    #[test]
    fn its_ids_are_its_own_and_stay() {
        let ids =
            |collection: &Collection| -> Vec<String> { collection.items().into_iter().map(|item| item.id).collect() };
        assert_eq!(ids(&builtin()), ids(&builtin()));
        assert!(builtin().built_in() && builtin().remarks().is_empty());
    }
}
