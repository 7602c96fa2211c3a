//! The saved integration: its fields and how they are checked, the draft that becomes one, its secrets in the vault,
//! the connection that keeps its access token fresh, and the test that shows step by step whether it works.
//!
//! Stores ([`Registry`], [`Drafts`]) block on files and on the vault: call them off the async threads. Connections and
//! checks are async and see to that themselves.
//!
//! ```no_run
//! # use std::sync::Arc;
//! # async fn example(vault: Arc<vault::Vault>) -> Result<(), Box<dyn std::error::Error>> {
//! use gateway::ClientOptions;
//! use integration::{Clients, Connections, Registry};
//!
//! let registry = Arc::new(Registry::new("data".as_ref(), vault));
//! let connections = Connections::new(Arc::clone(&registry), Clients::new(&ClientOptions::default())?);
//! for integration in registry.list()? {
//!     let connection = connections.open(integration.id).await?;
//!     let token = connection.access_token().await?;
//!     assert!(token.expires_at > token.received_at);
//! }
//! # Ok(())
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod checks;
mod clients;
mod connection;
mod connections;
mod console;
mod credentials;
mod draft;
mod drafts;
mod environment;
mod error;
mod expiry;
mod export;
mod fields;
mod guide;
pub mod import;
mod list_file;
mod presets;
mod ready_json;
mod registry;
mod saved;
mod secrets;

pub use checks::{CheckKind, CheckTarget, Checked, SkipReason, Step, StepDetail, StepError, StepState, run_checks};
pub use clients::Clients;
pub use connection::Connection;
pub use connections::Connections;
pub use console::{
    AddedSecret, Binding, Console, ConsoleError, ConsolePlace, ListedSecret, MigrationBinding, MigrationStatus,
};
pub use draft::{Draft, DraftChange};
pub use drafts::Drafts;
pub use environment::{Endpoints, Environment};
pub use error::{IntegrationError, StoreError};
pub use expiry::expiry_threshold;
pub use export::{Export, ExportError, ExportFormat, ExportNote, export};
pub use fields::{Field, FieldProblem, check, check_name, scope_names};
pub use guide::{
    Blocked, ConsoleEntry, Failure, GuideAction, GuideError, GuideKind, GuideState, Guides, GuidesUnderWay, LeftOver,
    Standing,
};
pub use presets::{METASCOPE_PRESETS, Preset, SCOPE_PRESETS};
pub use ready_json::{ReadyCredentials, ReadyJsonError, from_ready_json};
pub use registry::Registry;
pub use saved::{Integration, JwtOptions, Kind, KindName};
pub use secrets::{HeldSecrets, SecretKind, SecretOwner, SecretSource};
