use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// The technical account that creates a session, and the organization the session belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Owner {
    /// Organization ID, ending in `@AdobeOrg`.
    pub(crate) organization_id: String,
    /// Technical account ID, ending in `@techacct.adobe.com`.
    pub(crate) account_id: String,
    /// First name on the account.
    pub(crate) first_name: String,
    /// Last name on the account.
    pub(crate) last_name: String,
}

/// One Assurance session, without its events. Serialized with the names that Adobe uses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Session {
    /// The session's ID; the `adb_validation_sessionid` of its connect link.
    pub(crate) uuid: Uuid,
    /// Organization ID of the owner.
    pub(crate) org_id: String,
    /// Name given by the person who made it.
    pub(crate) name: String,
    /// The base URL of the app under test.
    pub(crate) link: String,
    /// The PIN as a number from 1 to 9999; 42 is typed as 0042.
    pub(crate) token: i32,
    /// Creator's first name.
    pub(crate) first_name: String,
    /// Creator's last name.
    pub(crate) last_name: String,
    /// Creator's account.
    pub(crate) created_by_id: String,
    /// Who changed it last, if anybody did.
    pub(crate) updated_by_id: Option<String>,
    /// When it was created, in milliseconds since 1970.
    pub(crate) created_ts: i64,
    /// When its name or link last changed, in milliseconds since 1970.
    pub(crate) updated_ts: i64,
    /// Notes of plugins about the session.
    #[serde(default)]
    pub(crate) annotations: Vec<SessionAnnotation>,
}

/// What a plugin keeps about a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct SessionAnnotation {
    /// ID of the annotation.
    pub(crate) uuid: Uuid,
    /// The plugin's own space, such as `visibility`.
    pub(crate) namespace: String,
    /// Any JSON.
    pub(crate) payload: Value,
}
