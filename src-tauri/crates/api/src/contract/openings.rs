//! What the program is asked to open from outside: a file that was opened with it, or a link of a web page.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::jobs::Job;
use super::problem::Problem;

/// One thing to open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "kind")]
#[serde(rename_all_fields = "camelCase")]
pub enum Opening {
    /// An archive that lies among the others.
    Archive {
        /// Its id.
        archive: String,
    },
    /// An archive from elsewhere, which is being taken over; what comes of it is to be shown.
    Import {
        /// The job that takes it over.
        job: Job,
    },
    /// A link names a session. Anybody can write a link, so the person is asked first.
    Session {
        /// The session's UUID.
        session: Uuid,
        /// The integration that the link names.
        integration: Option<Uuid>,
    },
    /// A link names a place. Anybody can write a link, so the person is asked first.
    Place {
        /// The place.
        place: LinkedPlace,
    },
    /// It is not opened.
    Refused {
        /// Why.
        problem: Problem,
    },
}

/// A place that a link can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LinkedPlace {
    /// Where the program begins.
    Home,
    /// The integrations.
    Integrations,
    /// The sessions of the integration in use.
    Sessions,
    /// The archives.
    Archives,
    /// The requests.
    Requests,
    /// The practice workspace.
    Practice,
    /// The settings.
    Settings,
}

impl From<links::Place> for LinkedPlace {
    fn from(place: links::Place) -> Self {
        match place {
            links::Place::Home => Self::Home,
            links::Place::Integrations => Self::Integrations,
            links::Place::Sessions => Self::Sessions,
            links::Place::Archives => Self::Archives,
            links::Place::Requests => Self::Requests,
            links::Place::Practice => Self::Practice,
            links::Place::Settings => Self::Settings,
        }
    }
}
