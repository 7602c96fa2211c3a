//! The practice workspace: a stand-in for Adobe on a loopback port, so that every part of the
//! product works with no account and no network. It is written from the facts about Adobe's
//! services, shares no code with the client crates, and is strict: signatures, claims, scopes,
//! expiry and rate limits are really checked and refused with Adobe's own codes and texts. It can
//! be told to misbehave, and its device simulator fills sessions with events.
//!
//! Besides Adobe's services it answers calls of its own under `/practice`, to this machine only:
//! `GET /practice` (what it holds), `GET /practice/received` (how often each thing was asked for),
//! `PUT`, `GET`, `DELETE /practice/faults` (a list of [`FaultRule`]),
//! `POST /practice/faults` (one more), `POST /practice/tokens/revoke`, `PUT`, `GET /practice/settings`
//! (rates, `requiresJti`, `migrated`, `migratedAnswer`, `productProfile`), and those over the simulated
//! devices of a session. Every row of Adobe's error tables ([`ImsRow`], [`GatewayRow`]) that no client can
//! cause is met through a fault, such as
//! `{"path": "/ims/exchange", "kind": "ims", "row": "metascopeNotOfClient", "times": 1}` or
//! `{"path": "/data", "kind": "gateway", "row": "429001"}`. Unlike Adobe's console, its console calls that register,
//! list and remove certificates work with no access token, since a new service account has none; a token
//! that is sent must be valid.
//!
//! ```
//! # tokio::runtime::Runtime::new().expect("a runtime starts").block_on(async {
//! use practice::{Options, Practice};
//!
//! let practice = Practice::start(Options::default()).await?;
//! assert!(practice.ready().organization_id.ends_with("@AdobeOrg"));
//! practice.stop().await?;
//! # Ok::<(), practice::PracticeError>(()) }).expect("practice starts and stops");
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod assurance;
mod certificate;
mod clock;
mod conditions;
mod console;
mod control;
mod credentials;
mod device;
mod error;
mod faults;
mod gateway;
mod grant;
mod identity;
mod ims;
mod lock;
mod options;
mod persistence;
mod platform;
mod rate_limit;
mod ready;
mod received;
mod row;
mod scopes;
mod server;
mod serving;
mod state;
mod tags;
mod tls;
mod tokens;
mod trace_id;

pub use assurance::assurance_sdl;
pub use device::Profile;
pub use error::PracticeError;
pub use faults::{Encoding, FaultKind, FaultRule, Faults};
pub use gateway::GatewayRow;
pub use ims::ImsRow;
pub use options::{Options, TlsFiles};
pub use ready::{OauthReady, Ready, ServiceAccountReady};
pub use server::Practice;
