//! Service credentials that the AEM Developer Console makes, key and certificate included; and its OAuth variant.

use super::super::found::{Collector, Found};
use super::super::names::Part;
use super::super::tree::Tree;
use super::Read;
use crate::KindName;

/// Reads such credentials; nothing when the tree is none.
pub(super) fn read(tree: &Tree, reading: &mut Read<'_>) -> Option<Vec<Found>> {
    let integration = tree.object("integration").unwrap_or(tree);
    let account = integration.object("technicalAccount")?;
    account.get("clientId")?;
    let mut collector = Collector::new(None);
    if integration.get("scopes").is_some() {
        collector.found().kind = Some(KindName::OauthServerToServer);
    } else if integration.get("metascopes").is_some() || integration.get("privateKey").is_some() {
        collector.found().kind = Some(KindName::ServiceAccount);
    }
    for (name, value) in integration.members() {
        match name.as_str() {
            "technicalAccount" => collector.take_members(value),
            "id" => collector.take(Part::TechnicalAccountId, name, value),
            _ => collector.take_named(name, value),
        }
    }
    Some(vec![reading.finish(collector)])
}
