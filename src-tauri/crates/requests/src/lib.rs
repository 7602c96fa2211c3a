//! Calls of Adobe's APIs as texts: requests with variables, Postman collections and environments read and written, what
//! is filled in for an integration, which hosts get the access token, and the shelf on which all of it is kept. It sends
//! nothing, runs no script, and never holds a secret: secrets are left out of what is read, and told by their names.
//!
//! ```
//! use requests::{Endpoints, Hosts, Identity, Request, TokenUse, Variables, prepare};
//!
//! let endpoints = Endpoints::adobe();
//! let identity = Identity::new("my-client-id", "0123456789ABCDEF01234567@AdobeOrg", &endpoints);
//! let variables = Variables::new(&identity, &[], &[]);
//! let request = Request::get("https://{{PLATFORM_URL}}/data/foundation/schemaregistry/global/classes");
//! let prepared = prepare(&request, &variables, &Hosts::new(endpoints, &[]), &identity)?;
//! assert_eq!(prepared.url.host_str(), Some("platform.adobe.io"));
//! assert_eq!(prepared.token, TokenUse::Sent);
//! assert_eq!(prepared.header("Accept"), Some("application/vnd.adobe.xed-id+json"));
//! # Ok::<(), requests::RequestError>(())
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod builtin;
mod curl;
mod error;
mod hosts;
mod identity;
mod leaks;
mod names;
pub mod postman;
mod prepare;
mod replaced;
mod request;
mod scripts;
mod shelf;
mod variables;

pub use builtin::{BUILTIN, builtin};
pub use curl::curl;
pub use error::RequestError;
pub use hosts::{AdobeHost, Endpoints, HostError, Hosts, Service, adobe_hosts, allowed_host};
pub use identity::Identity;
pub use leaks::hidden;
pub use names::{FilledName, filled_names, fills_in, is_secret};
pub use prepare::{FilledIn, Prepared, PreparedBody, PreparedHeader, TokenUse, prepare};
pub use replaced::Replacement;
pub use request::{Body, Field, Request};
pub use scripts::{Script, ScriptTime};
pub use shelf::{Sent, Shelf, ShelfError};
pub use variables::{Filled, Variable, Variables};
