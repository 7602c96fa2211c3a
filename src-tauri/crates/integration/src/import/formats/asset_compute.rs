//! The file of Asset Compute's development tool, in YAML or JSON.

use super::super::found::{Collector, Found};
use super::super::names::Part;
use super::super::tree::Tree;
use super::Read;
use crate::KindName;

/// Reads such a file; nothing when the tree is none.
pub(super) fn read(tree: &Tree, reading: &mut Read<'_>) -> Option<Vec<Found>> {
    let account = tree.object("technicalAccount")?;
    let mut collector = Collector::new(None);
    collector.found().kind = Some(KindName::ServiceAccount);
    for (name, value) in tree.members().iter().filter(|(name, _)| name != "technicalAccount") {
        collector.take_named(name, value);
    }
    for (name, value) in account.members() {
        if name == "id" {
            collector.take(Part::TechnicalAccountId, name, value);
        } else {
            collector.take_named(name, value);
        }
    }
    Some(vec![reading.finish(collector)])
}
