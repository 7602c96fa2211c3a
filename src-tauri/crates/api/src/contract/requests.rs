//! Calls of any Adobe API under an integration: written by hand, from a collection, or from the history.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::problem::Problem;

/// One call, as it is written: `{{name}}` in any text stands for a variable.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ApiRequest {
    /// What it is called; may be empty.
    pub name: String,
    /// `GET`, `POST`, and so on.
    pub method: String,
    /// The whole address, with its query.
    pub url: String,
    /// Headers beside those that are filled in; one of the same name takes the place of one that is filled in.
    pub headers: Vec<RequestField>,
    /// The body.
    pub body: RequestBody,
}

/// A header, or a field of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestField {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Whether it is sent.
    pub enabled: bool,
}

/// The body of a call.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "mode")]
#[serde(rename_all_fields = "camelCase")]
pub enum RequestBody {
    /// None.
    #[default]
    None,
    /// A text, sent as it is.
    Text {
        /// The text.
        text: String,
        /// Its media type; empty for `application/json`.
        media_type: String,
    },
    /// A form.
    Form {
        /// Its fields.
        fields: Vec<RequestField>,
        /// Whether it is sent as `multipart/form-data`, rather than `application/x-www-form-urlencoded`.
        multipart: bool,
    },
    /// A GraphQL query.
    GraphQl {
        /// The query.
        query: String,
        /// Its variables as JSON; empty for none.
        variables: String,
    },
}

/// What lies beside the request that is being written.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestShelf {
    /// Collections: that of Adobe's guides first, which the program brings, then those of the user by name.
    pub collections: Vec<CollectionSummary>,
    /// Environments, by name.
    pub environments: Vec<VariableSet>,
    /// What was sent, newest first; 200 at most.
    pub history: Vec<SentRequest>,
    /// Hosts beside Adobe's own that get the access token, by name.
    pub allowed_hosts: Vec<String>,
    /// Hosts of Adobe's that get the access token, and what they are.
    pub adobe_hosts: Vec<AdobeHost>,
}

/// A host of Adobe's.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AdobeHost {
    /// What it is: "Experience Platform".
    pub service: String,
    /// The address that calls begin with: `https://platform.adobe.io`.
    pub address: String,
}

/// A collection of calls.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CollectionSummary {
    /// Its id.
    pub collection: Uuid,
    /// Its name.
    pub name: String,
    /// What it says of itself, as text; may be empty.
    pub description: String,
    /// Whether the program brings it; then it cannot be changed or deleted.
    pub built_in: bool,
    /// Folders and calls as they lie below each other, in order.
    pub items: Vec<CollectionItem>,
    /// Its own variables.
    pub variables: Vec<Variable>,
}

/// A folder or a call of a collection.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CollectionItem {
    /// Its id within the collection.
    pub item: String,
    /// Levels below the collection.
    pub depth: usize,
    /// Its name.
    pub name: String,
    /// The method of a call; none for a folder.
    pub method: Option<String>,
    /// Whether it has scripts, which are shown and not run.
    pub has_script: bool,
}

/// Variables with a name: an environment.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VariableSet {
    /// Its id; a new one when it is saved first.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Its variables.
    pub variables: Vec<Variable>,
}

/// A variable. The value of one that holds a secret is never kept: the integration's own takes its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its value; empty where the integration fills it in.
    pub value: String,
    /// Whether it is used.
    pub enabled: bool,
    /// Whether the integration in use fills it in, like `API_KEY` and `ACCESS_TOKEN`.
    #[serde(default)]
    pub filled_in: bool,
}

/// A line of the history.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SentRequest {
    /// Its id; also that of its answer.
    pub sent: Uuid,
    /// When.
    pub at: i64,
    /// The method.
    pub method: String,
    /// The address as it was sent; of a secret in it nothing is left.
    pub url: String,
    /// The name of the request; may be empty.
    pub name: String,
    /// Which integration it was sent under.
    pub integration: Uuid,
    /// The status of the answer; none when none came.
    pub status: Option<u16>,
    /// How long it took.
    pub took_ms: Option<u64>,
    /// Whether the answer can still be looked at; answers are kept while the program runs.
    pub has_answer: bool,
}

/// Names a request that is kept somewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "from")]
#[serde(rename_all_fields = "camelCase")]
pub enum RequestPlace {
    /// A collection.
    Collection {
        /// The collection.
        collection: Uuid,
        /// The call in it.
        item: String,
    },
    /// The history.
    History {
        /// What was sent.
        sent: Uuid,
    },
}

/// A request that was kept.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenedRequest {
    /// The request.
    pub request: ApiRequest,
    /// Its collection, whose variables count.
    pub collection: Option<Uuid>,
    /// What it says of itself, as text; may be empty.
    pub description: String,
    /// Scripts that belong to it, which are not run.
    pub scripts: Vec<RequestScript>,
    /// Its answer, where there still is one.
    pub answer: Option<ApiAnswer>,
}

/// Requests that were typed in the window and are kept nowhere else.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestDrafts {
    /// In the order in which they were begun; 100 at most.
    pub drafts: Vec<RequestDraft>,
    /// The key of the one that is shown.
    pub shown: Option<String>,
}

/// A request that was typed and is kept nowhere else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestDraft {
    /// What the window calls it.
    pub key: String,
    /// Where it is kept as it was before; none for a new one.
    pub source: Option<RequestPlace>,
    /// As it is kept there.
    pub kept: ApiRequest,
    /// As it was typed, without secrets.
    pub request: ApiRequest,
}

/// A script of a collection. It is shown, and not run.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestScript {
    /// When Postman would run it: before the request, or after the answer.
    pub runs: ScriptTime,
    /// Where it stands: the request's own, or the name of the folder or collection.
    pub owner: Option<String>,
    /// The script.
    pub text: String,
    /// What takes its place here: "Assurance Desk signs the JWT itself."; none when nothing does.
    pub replaced_by: Option<String>,
}

/// When Postman would run a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ScriptTime {
    /// Before the request.
    Before,
    /// After the answer.
    After,
}

/// A request as it would be sent now.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckRequest {
    /// The integration it is sent under.
    pub integration: Uuid,
    /// The request.
    pub request: ApiRequest,
    /// The collection whose variables count.
    pub collection: Option<Uuid>,
    /// The environment whose variables count, before those of the collection.
    pub environment: Option<Uuid>,
}

/// What would be sent. Secrets are told by their names alone.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestCheck {
    /// The address with its variables filled in; of a secret in it its name is left.
    pub url: String,
    /// The host, without the scheme; empty when there is none yet.
    pub host: String,
    /// Whether the access token goes along.
    pub token: TokenUse,
    /// All headers that go out, in order.
    pub headers: Vec<FilledHeader>,
    /// Names of variables that have no value.
    pub missing: Vec<String>,
    /// What would be done instead of sending it: "Assurance Desk requests the access token itself."
    pub replaced_by: Option<String>,
    /// Where it goes when that is not the host it names: the practice workspace stands in for Adobe's hosts.
    pub stands_in: Option<String>,
    /// Why it cannot be sent.
    pub problem: Option<Problem>,
}

/// Whether the access token goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TokenUse {
    /// It goes along: the host is one of Adobe's or one that the user allowed.
    Sent,
    /// The host was not allowed, so it stays here.
    HostNotAllowed,
    /// The call does not need it.
    NotNeeded,
}

/// A header as it would be sent.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FilledHeader {
    /// Its name.
    pub name: String,
    /// Its value; of a secret only what it is: "Bearer, the access token".
    pub value: String,
    /// Whether the program filled it in.
    pub filled_in: bool,
}

/// Sends a request.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SendRequest {
    /// A new id, by which it can be stopped, and later found in the history.
    pub sent: Uuid,
    /// The integration it is sent under.
    pub integration: Uuid,
    /// The request.
    pub request: ApiRequest,
    /// The collection whose variables count.
    pub collection: Option<Uuid>,
    /// The environment whose variables count, before those of the collection.
    pub environment: Option<Uuid>,
}

/// Names something that was sent, or is under way.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SentRef {
    /// Its id.
    pub sent: Uuid,
}

/// An answer. Its body is read in parts.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ApiAnswer {
    /// Its id, which is that of what was sent.
    pub sent: Uuid,
    /// The HTTP status.
    pub status: u16,
    /// The status in a word: "Not Found"; may be empty.
    pub reason: String,
    /// From sending to the last byte.
    pub took_ms: u64,
    /// Length of the body, decompressed.
    pub bytes: usize,
    /// What the body is.
    pub content: AnswerContent,
    /// The headers, in order.
    pub headers: Vec<AnswerHeader>,
    /// Whether the access token went along.
    pub token_sent: bool,
    /// What a person should know: errors in a 200 of GraphQL, a web page in the place of JSON, a rate limit.
    pub remark: Option<Problem>,
    /// Seconds to wait before the next try, where the service says so.
    pub retry_after_seconds: Option<u64>,
}

/// What the body of an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum AnswerContent {
    /// Nothing.
    Empty,
    /// JSON: it has a tree.
    Json,
    /// Another text.
    Text,
    /// Bytes that are no text; they can be saved.
    Bytes,
}

/// A header of an answer.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerHeader {
    /// Its name.
    pub name: String,
    /// Its value; of a cookie nothing is left.
    pub value: String,
}

/// Asks for rows of the tree of an answer.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerTreeRequest {
    /// The answer.
    pub sent: Uuid,
    /// Case-insensitive text in keys and values; empty for all.
    pub search: String,
    /// Paths that the user opened or closed, against the default.
    pub toggled: Vec<String>,
    /// Index of the first row.
    pub offset: usize,
    /// How many rows, 500 at most.
    pub limit: usize,
}

/// Asks for lines of an answer.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerRawRequest {
    /// The answer.
    pub sent: Uuid,
    /// Index of the first line.
    pub offset: usize,
    /// How many lines, 500 at most.
    pub limit: usize,
}

/// Copies an answer, or one value of it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyAnswerRequest {
    /// The answer.
    pub sent: Uuid,
    /// JSON pointer of the value; none for all of it.
    pub path: Option<String>,
}

/// Asks for a request as a text for another tool.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestTextRequest {
    /// The request.
    pub request: ApiRequest,
    /// The integration, whose fields that are no secret are written out; its secrets stand as variables.
    pub integration: Uuid,
    /// The collection whose variables count.
    pub collection: Option<Uuid>,
    /// The environment whose variables count, before those of the collection.
    pub environment: Option<Uuid>,
    /// For which tool.
    pub form: RequestForm,
}

/// A tool that takes requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RequestForm {
    /// A line for a terminal.
    Curl,
    /// A Postman collection with this one request.
    Postman,
}

/// A text for another tool. It holds no secret.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestText {
    /// The text.
    pub text: String,
}

/// Lets a host have the access token, or no longer.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AllowHostRequest {
    /// The host, as `RequestCheck` tells it.
    pub host: String,
    /// Whether it gets the access token.
    pub allowed: bool,
}

/// Reads Postman collections and environments.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "from")]
#[serde(rename_all_fields = "camelCase")]
pub enum CollectionSource {
    /// A dialog in which the user chooses one or more files.
    Dialog,
    /// A text that was pasted. It may hold secrets.
    Text {
        /// The text.
        text: String,
    },
}

/// What was imported.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportedCollections {
    /// Collections that came, by their ids.
    pub collections: Vec<Uuid>,
    /// Environments that came, by their ids.
    pub environments: Vec<Uuid>,
    /// Secrets that were left out, by the name of the variable or field: the integration's own take their place.
    pub left_out: Vec<String>,
    /// What cannot be done here as Postman does it: "3 requests send a file".
    pub remarks: Vec<String>,
}

/// Names a collection.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CollectionRef {
    /// The collection.
    pub collection: Uuid,
}

/// Names an environment.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EnvironmentRef {
    /// The environment.
    pub environment: Uuid,
}

/// Keeps a request in one of the user's collections.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeepRequest {
    /// The collection; none makes one that is called "My requests".
    pub collection: Option<Uuid>,
    /// The call in it that is replaced; none adds one at the end.
    pub item: Option<String>,
    /// The request, with its name.
    pub request: ApiRequest,
}

/// Takes a folder or a call out of one of the user's collections.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ItemRef {
    /// The collection.
    pub collection: Uuid,
    /// The folder or call.
    pub item: String,
}

/// Runs a collection or a folder of it, one call after the other.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunCollectionRequest {
    /// The integration it is sent under.
    pub integration: Uuid,
    /// The collection.
    pub collection: Uuid,
    /// A folder or a call of it; none for all.
    pub item: Option<String>,
    /// The environment whose variables count.
    pub environment: Option<Uuid>,
}

/// A collection that runs or ran. One at a time; none before the first.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CollectionRun {
    /// The collection.
    pub collection: Uuid,
    /// What is run: the name of the collection or the folder.
    pub name: String,
    /// Whether it goes on.
    pub running: bool,
    /// The calls, in order.
    pub lines: Vec<RunLine>,
}

/// One call of a run.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunLine {
    /// The call.
    pub item: String,
    /// Its name, after those of its folders.
    pub name: String,
    /// The method.
    pub method: String,
    /// How it is.
    pub outcome: RunOutcome,
}

/// How a call of a run is.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "state")]
#[serde(rename_all_fields = "camelCase")]
pub enum RunOutcome {
    /// Not begun.
    Waiting,
    /// Under way.
    Running {
        /// Seconds that the service asked to wait before it is tried again.
        waits_seconds: Option<u64>,
    },
    /// An answer came.
    Answered {
        /// It in the history.
        sent: Uuid,
        /// The HTTP status.
        status: u16,
        /// From sending to the last byte.
        took_ms: u64,
    },
    /// None came.
    Failed {
        /// Why.
        problem: Problem,
    },
    /// It was not sent.
    Skipped {
        /// Why.
        reason: String,
    },
}
