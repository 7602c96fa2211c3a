//! Connecting a device: the link's check, the link with the session in it, and its QR code.

mod check;
mod link;
mod qr;

pub use check::{LinkProblem, check_link};
pub use link::connect_link;
pub use qr::{QrCode, QrTooLong};
