//! Adobe's Assurance service as a person uses it: sessions are listed, made, renamed and deleted; a session is
//! followed live, its events going into any [`event::EventSink`]; and a device is connected by a link or a QR code. It
//! asks Adobe through [`gateway`] and keeps nothing itself.
//!
//! ```no_run
//! use std::sync::Arc;
//!
//! use assurance::{Assurance, Follow, FollowOptions, connect_link};
//!
//! # async fn example(gateway: Arc<gateway::Gateway>, archive: Arc<dyn event::EventSink>) -> Result<(), Box<dyn std::error::Error>> {
//! let assurance = Assurance::new(gateway, "https://graffias.adobe.io/graffias/graphql".parse()?);
//! let session = assurance.create_session("Checkout v42", "myapp://default").await?;
//! let link = connect_link("myapp://default", &session.uuid)?;
//! let pin = session.pin_text();
//!
//! let follow = Follow::start(assurance, &session.uuid, archive, FollowOptions::default());
//! let how_it_goes = follow.state().borrow().clone();
//! follow.stop();
//! # Ok(())
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]
#![cfg_attr(
    test,
    allow(clippy::needless_pass_by_value, reason = "a test reads best with its JSON in place")
)]

mod client;
mod connect;
mod error;
mod follow;
mod graphql;
mod operations;
mod session;

#[doc(hidden)]
pub use client::read_answers;
pub use client::{Assurance, EventsPage};
pub use connect::{LinkProblem, QrCode, QrTooLong, check_link, connect_link};
pub use error::{AssuranceError, Effect};
pub use follow::{EventSource, Follow, FollowEnd, FollowOptions, FollowState};
pub use session::{RETENTION_DAYS, Session};
