//! Small "something changed" messages from Rust to the window; the window asks again for what it shows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::inspector::ViewStatus;

/// One change. Ticks are coalesced: at most ten of a kind a second reach the window.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "kind")]
#[serde(rename_all_fields = "camelCase")]
pub enum Tick {
    /// The list of integrations, or one's token or health, changed.
    Integrations,
    /// A draft changed: a step of its test moved on.
    Draft {
        /// Which draft.
        draft: Uuid,
    },
    /// The sessions of an integration changed.
    Sessions {
        /// Which integration.
        integration: Uuid,
    },
    /// A followed session changed.
    View {
        /// What the inspector shows above its list.
        status: Box<ViewStatus>,
    },
    /// The practice workspace started or stopped.
    Practice,
    /// A guided change of an integration moved on.
    Guide {
        /// Which integration.
        integration: Uuid,
    },
    /// An examination of an integration moved on or ended.
    Doctor {
        /// Which integration.
        integration: Uuid,
    },
    /// Collections, environments, history or allowed hosts of the requests changed.
    Requests,
    /// The run of a collection moved on or ended.
    CollectionRun,
    /// A job began, moved on or ended.
    Jobs,
    /// The archives changed.
    Archives,
    /// The saved filters changed.
    SavedFilters,
    /// An announcement came or went.
    Announcements,
    /// Something about updates changed: a newer version was found, or its download moved on.
    Updates,
    /// The vault opened or was locked.
    Vault,
    /// Files were dropped on the window.
    FilesDropped {
        /// Their paths on this computer.
        paths: Vec<String>,
    },
    /// The window was asked from outside to open something.
    Openings,
    /// A secret that was copied has been removed from the clipboard.
    ClipboardCleared,
}
