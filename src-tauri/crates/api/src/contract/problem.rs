//! The one error that crosses the boundary.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An error as the window shows it: what happened, why, what to do next. Holds no secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// Stable; the only thing that code may branch on.
    pub code: ProblemCode,
    /// A few words, for a heading.
    pub title: String,
    /// What happened, and why as far as known.
    pub message: String,
    /// What the user can do now.
    pub next_step: String,
    /// Adobe's own words, ids and statuses, redacted; for a support request.
    pub detail: Option<String>,
}

/// Why something failed; a code exists only where somebody branches on it or where a sentence of its own helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemCode {
    /// A field of the request is not acceptable.
    InvalidInput,
    /// The thing asked for is no longer there.
    NotFound,
    /// Adobe no longer has the session.
    SessionDeleted,
    /// No secret can be read or written until the vault is open.
    VaultLocked,
    /// The vault file cannot be used as it is.
    VaultDamaged,
    /// A private key could not be used.
    KeyUnusable,
    /// A certificate could not be used.
    CertificateUnusable,
    /// The key and the certificate do not belong together.
    KeyCertificateMismatch,
    /// IMS does not know the client ID.
    ClientUnknown,
    /// IMS did not accept the client secret.
    SecretRefused,
    /// The signature fits no registered certificate.
    SignatureRefused,
    /// The JWT was not accepted for another reason.
    JwtRefused,
    /// A scope or metascope is not granted.
    ScopeRefused,
    /// This computer's clock is off.
    ClockOff,
    /// Adobe did not accept the access token.
    TokenRefused,
    /// Adobe knows the caller and says no.
    AccessRefused,
    /// Too many requests.
    RateLimited,
    /// Nothing answered, or the connection broke.
    Unreachable,
    /// Something answered that is not what Adobe sends.
    UnexpectedAnswer,
    /// Adobe's service failed.
    ServiceFailed,
    /// A file could not be read or written.
    File,
    /// The disk has no room.
    DiskFull,
    /// An archive is damaged, or no archive at all.
    ArchiveUnusable,
    /// Another window or program writes to an archive.
    ArchiveInUse,
    /// The text of a query cannot be understood.
    Query,
    /// Only the desktop window can do this.
    DesktopOnly,
    /// The user closed a dialog; nothing to report.
    Cancelled,
    /// A defect of this program.
    Internal,
}
