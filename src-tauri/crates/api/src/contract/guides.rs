//! Changes of an integration that take several steps at Adobe's side and must never leave it without a working secret:
//! a new client secret, a new certificate, a service account becoming OAuth Server-to-Server. Each is a guide: a list
//! of steps, kept over restarts, of which one is the next.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::integrations::CertificateSummary;
use super::problem::Problem;

/// Which change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum GuideKind {
    /// A new client secret in place of the old one.
    ClientSecret,
    /// A new key pair and certificate in place of the old ones.
    Certificate,
    /// From service account (JWT) to OAuth Server-to-Server.
    Migration,
}

/// Names a guide.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuideRef {
    /// The integration.
    pub integration: Uuid,
    /// Which change of it.
    pub guide: GuideKind,
}

/// Does one step of a guide. An action may hold a secret, so this is never printed.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuideActRequest {
    /// The integration.
    pub integration: Uuid,
    /// Which change of it.
    pub guide: GuideKind,
    /// What to do.
    pub action: GuideAction,
}

/// What can be done in a guide, with what it needs.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "do")]
#[serde(rename_all_fields = "camelCase")]
pub enum GuideAction {
    /// Says where the credential is in Developer Console, so that its API can be asked.
    SetConsoleLink {
        /// The address of the credential's page.
        link: String,
    },
    /// Asks the console for a new client secret.
    AddSecret,
    /// Takes a new client secret that the user made in Developer Console.
    EnterSecret {
        /// The secret; goes to the vault and never comes back.
        client_secret: String,
    },
    /// Makes a new key pair and certificate.
    MakeCertificate {
        /// 2048, 3072 or 4096.
        bits: u32,
        /// Validity in days.
        days: u32,
        /// Subject, `/C=US/O=Acme/CN=…`.
        subject: String,
    },
    /// Saves the new certificate to a file.
    SaveCertificate,
    /// Registers the new certificate through the console's API.
    RegisterCertificate,
    /// Starts the migration through the console's API.
    StartMigration,
    /// Says which scopes the new credential asks for.
    SetScopes {
        /// The scopes.
        scopes: Vec<String>,
    },
    /// Says that the user did in Developer Console what the step asks.
    Confirm,
    /// Asks for an access token with what is new, while the old stays in use.
    Prove,
    /// Uses what is new from now on; the old is kept until the guide ends.
    Switch,
    /// Goes back to the old.
    SwitchBack,
    /// Puts the new client secret on the clipboard for one minute.
    CopySecret,
    /// Deletes the old client secret, or retires the old certificate, at Adobe.
    RetireOld {
        /// Which, by the console's id.
        id: String,
    },
    /// Finishes the migration through the console's API.
    FinishMigration,
    /// Leaves everything as it was before the guide began, as far as Adobe allows.
    Cancel,
    /// Ends the guide and forgets what is no longer used.
    Finish,
}

/// The actions by name, as a step offers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "each is the action of the same name")]
pub enum GuideActionName {
    SetConsoleLink,
    AddSecret,
    EnterSecret,
    MakeCertificate,
    SaveCertificate,
    RegisterCertificate,
    StartMigration,
    SetScopes,
    Confirm,
    Prove,
    Switch,
    SwitchBack,
    CopySecret,
    RetireOld,
    FinishMigration,
    Cancel,
    Finish,
}

/// A change under way, or one that has not begun.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Guide {
    /// The integration.
    pub integration: Uuid,
    /// Which change.
    pub guide: GuideKind,
    /// Whether something has been done already, so that leaving means coming back later.
    pub begun: bool,
    /// The steps in order.
    pub steps: Vec<GuideStep>,
    /// What the console lists: client secrets or certificates; none where it cannot be asked.
    pub listed: Option<Vec<ConsoleEntry>>,
    /// Why the console could not be asked. The steps then say what to do by hand.
    pub console_problem: Option<Problem>,
    /// The new certificate.
    pub new_certificate: Option<CertificateSummary>,
    /// The scopes that the migrated credential would ask for.
    pub scopes: Vec<String>,
    /// Actions that are offered beside those of the steps, such as cancelling.
    pub actions: Vec<GuideActionName>,
}

/// One step.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuideStep {
    /// A few words.
    pub title: String,
    /// What it is for and what to do, in a sentence or two.
    pub explanation: String,
    /// How it is.
    pub state: GuideStepState,
    /// What can be done now, the usual thing first.
    pub actions: Vec<GuideActionName>,
}

/// How a step is.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "state")]
pub enum GuideStepState {
    /// It waits for an earlier one.
    Later,
    /// It is the next.
    Current,
    /// Done.
    Done {
        /// What came of it.
        detail: String,
    },
    /// Tried and failed; it is still the next.
    Failed {
        /// Why and what to do.
        problem: Problem,
    },
}

/// A client secret or a certificate in the console.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleEntry {
    /// The console's id of it.
    pub id: String,
    /// When it was made, where the console says.
    pub created_at: Option<i64>,
    /// When it was last used, where the console says.
    pub last_used_at: Option<i64>,
    /// When it ends, where it does.
    pub expires_at: Option<i64>,
    /// SHA-1 fingerprint, for a certificate.
    pub sha1: Option<String>,
    /// Whether this program uses it now; none where that cannot be known.
    pub in_use: Option<bool>,
    /// Whether it can be deleted now without leaving the integration without a working one.
    pub can_retire: bool,
}
