//! Adobe's Assurance service as a person uses it: sessions are listed, made, renamed and deleted; a session is
//! followed live into a log; the log is looked at through filters, a window of rows at a time; one event is shown in
//! words, as a tree and as text; and a device is connected by a link or a QR code. It asks Adobe through [`gateway`]
//! and keeps nothing on disk.
//!
//! ```no_run
//! use std::sync::Arc;
//!
//! use assurance::{Assurance, EventFilter, EventLog, Follow, FollowOptions, View, connect_link};
//!
//! # async fn example(gateway: Arc<gateway::Gateway>) -> Result<(), Box<dyn std::error::Error>> {
//! let assurance = Assurance::new(gateway, "https://graffias.adobe.io/graffias/graphql".parse()?);
//! let session = assurance.create_session("Checkout v42", "myapp://default").await?;
//! let link = connect_link("myapp://default", &session.uuid)?;
//! let pin = session.pin_text();
//!
//! let log = Arc::new(EventLog::new());
//! let follow = Follow::start(assurance, &session.uuid, Arc::clone(&log), FollowOptions::default());
//! let purchases = EventFilter { text: "commerce.purchases".to_owned(), ..EventFilter::default() };
//! let view = Arc::new(View::new(log, purchases));
//! let first_rows = view.ask(|view| view.rows(0, 100)).await;
//! follow.stop();
//! # Ok(())
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]
#![cfg_attr(
    test,
    allow(clippy::needless_pass_by_value, reason = "a test reads best with its JSON in place")
)]

mod blocking;
mod client;
mod clients;
mod connect;
mod error;
mod filter;
mod follow;
mod graphql;
mod log;
mod operations;
mod session;
mod view;

pub use client::{Assurance, EventsPage};
pub use clients::{Client, clients};
pub use connect::{LinkProblem, QrCode, QrTooLong, check_link, connect_link};
pub use error::AssuranceError;
pub use filter::EventFilter;
pub use follow::{EventSource, Follow, FollowEnd, FollowOptions, FollowState};
pub use log::{EventLog, Inserted};
pub use session::{RETENTION_DAYS, Session};
pub use view::{EventRow, FacetCount, Facets, View, ViewPage};
