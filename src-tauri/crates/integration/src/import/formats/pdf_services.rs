//! The credentials of the PDF Services API; the key is in a file beside it.

use super::super::found::{Collector, Found};
use super::super::tree::Tree;
use super::Read;
use crate::KindName;

/// Reads such credentials; nothing when the tree is none.
pub(super) fn read(tree: &Tree, reading: &mut Read<'_>) -> Option<Vec<Found>> {
    let client = tree.object("client_credentials")?;
    let mut collector = Collector::new(None);
    collector.take_members(client);
    let account = tree.object("service_account_credentials");
    if let Some(account) = account {
        collector.take_members(account);
    }
    collector.found().kind = Some(if account.is_some() {
        KindName::ServiceAccount
    } else {
        KindName::OauthServerToServer
    });
    Some(vec![reading.finish(collector)])
}
