//! `assurance-desk info`

use std::path::Path;

use archive::{Client, clients};
use serde::Serialize;
use serde_json::Value;

use super::output::print;
use super::{Refusal, opened};
use crate::arguments::InfoArguments;

/// What an archive holds. Times are milliseconds since 1970.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    archive: &'a Path,
    name: String,
    session: String,
    organization: Option<String>,
    link: Option<String>,
    created: Option<Value>,
    imported_from: Option<String>,
    events: usize,
    /// Events that are parts of a larger one and wait for the others.
    parts_waiting: usize,
    first: Option<i64>,
    last: Option<i64>,
    bytes: u64,
    format_version: i64,
    /// Blocks of up to 128 events that cannot be read.
    damaged_blocks: usize,
    clients: Vec<ClientReport>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ClientReport {
    id: String,
    name: String,
    operating_system: Option<String>,
    app: Option<String>,
    first_seen: i64,
    events: usize,
}

impl From<Client> for ClientReport {
    fn from(client: Client) -> Self {
        Self {
            id: client.id,
            name: client.name,
            operating_system: client.operating_system,
            app: client.app,
            first_seen: client.first_seen,
            events: client.events,
        }
    }
}

/// Prints what an archive holds.
pub(super) fn run(arguments: &InfoArguments) -> Result<(), Refusal> {
    let archive = opened::to_read(&arguments.archive)?;
    let about = archive.about();
    let info = archive.info();
    let text = |field: &str| about.session.get(field).and_then(Value::as_str).map(str::to_owned);
    print(&Report {
        archive: &arguments.archive,
        name: about.name().to_owned(),
        session: about.session_uuid().to_owned(),
        link: text("link"),
        created: about.session.get("createdTs").cloned(),
        organization: about.organization.clone().or_else(|| text("orgId")),
        imported_from: about.imported_from,
        events: info.events,
        parts_waiting: info.parts_waiting,
        first: info.first,
        last: info.last,
        bytes: info.bytes,
        format_version: info.format,
        damaged_blocks: info.unreadable_blocks,
        clients: clients(&archive).into_iter().map(ClientReport::from).collect(),
    })
}
