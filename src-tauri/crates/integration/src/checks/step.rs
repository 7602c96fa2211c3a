//! The steps of the test and how they end.

use gateway::GatewayError;
use keys::CertificateError;
use time::OffsetDateTime;

use crate::{FieldProblem, IntegrationError, KindName};

/// The steps, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckKind {
    /// All fields are filled in and well formed.
    Fields,
    /// The key belongs to the certificate (service accounts only).
    KeyMatchesCertificate,
    /// The certificate is valid now (service accounts only).
    CertificateValid,
    /// This computer's clock agrees with that of IMS.
    Clock,
    /// IMS gives an access token.
    AccessToken,
    /// Assurance answers to that token.
    Assurance,
}

/// One step.
#[derive(Clone, Debug)]
pub struct Step {
    /// Which.
    pub kind: CheckKind,
    /// How it is.
    pub state: StepState,
}

/// How a step is.
#[derive(Clone, Debug)]
pub enum StepState {
    /// Not begun.
    Pending,
    /// Under way.
    Running,
    /// Fine.
    Passed(StepDetail),
    /// Not fine.
    Failed(StepError),
    /// Not done.
    Skipped(SkipReason),
}

/// What a step found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepDetail {
    /// All fields are there and well formed.
    FieldsComplete,
    /// The key belongs to the certificate.
    KeyMatches {
        /// SHA-1 fingerprint of the certificate, as the console shows it.
        sha1_fingerprint: String,
    },
    /// The certificate is valid.
    CertificateValid {
        /// When it ends.
        not_after: OffsetDateTime,
        /// Whole days until then.
        days_left: i64,
    },
    /// The clocks agree.
    ClockAgrees {
        /// Seconds by which IMS is ahead of this computer; at most a minute either way.
        seconds: i64,
    },
    /// There is an access token.
    TokenReceived {
        /// When it ends, by this computer's clock.
        expires_at: OffsetDateTime,
        /// Seconds until then.
        seconds_left: i64,
        /// The scopes it carries, as far as they can be read.
        scopes: Vec<String>,
    },
    /// Assurance answered.
    AssuranceAnswered {
        /// How many sessions it listed.
        sessions: usize,
    },
}

/// Why a step failed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StepError {
    /// Fields are missing or malformed.
    #[error("{} to mend in the fields", .0.len())]
    Fields(Vec<FieldProblem>),
    /// The certificate belongs to another key.
    #[error("the certificate {sha1_fingerprint} belongs to another key")]
    KeyMismatch {
        /// SHA-1 fingerprint of the certificate, as the console shows it.
        sha1_fingerprint: String,
    },
    /// The certificate cannot be read.
    #[error("the certificate: {0}")]
    Certificate(#[from] CertificateError),
    /// The certificate has ended.
    #[error("the certificate {sha1_fingerprint} ended on {not_after}")]
    CertificateExpired {
        /// SHA-1 fingerprint of the certificate, as the console shows it.
        sha1_fingerprint: String,
        /// When it ended.
        not_after: OffsetDateTime,
    },
    /// The certificate has not begun.
    #[error("the certificate {sha1_fingerprint} begins on {not_before}")]
    CertificateNotYetValid {
        /// SHA-1 fingerprint of the certificate, as the console shows it.
        sha1_fingerprint: String,
        /// When it begins.
        not_before: OffsetDateTime,
    },
    /// The clocks differ by more than a minute. A token may be received all the same.
    #[error("the clock of IMS is {seconds} seconds ahead of this computer's")]
    ClockOff {
        /// Seconds by which IMS is ahead of this computer; negative when it is behind.
        seconds: i64,
    },
    /// There is no access token.
    #[error("{error}")]
    Token {
        /// Why.
        #[source]
        error: IntegrationError,
        /// SHA-1 fingerprint of the certificate whose key signed, where that is known.
        certificate: Option<String>,
    },
    /// Something that the step needs is not there: a secret, the vault, the network.
    #[error(transparent)]
    Unavailable(IntegrationError),
    /// Assurance, or the gateway before it, did not answer as it should.
    #[error(transparent)]
    Gateway(#[from] GatewayError),
    /// Assurance answered with an error of its own.
    #[error("Assurance refused: {message}")]
    Assurance {
        /// Its words.
        message: String,
        /// Its code, where it gave one.
        code: Option<String>,
    },
}

/// Why a step was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// It needs a step that failed.
    StepFailed(CheckKind),
    /// No certificate is kept beside the key, so there is nothing to compare.
    NoCertificate,
    /// IMS sent no date to compare with.
    NoDate,
}

/// The steps for a kind of credentials, none begun.
pub(super) fn all(kind: KindName) -> Vec<Step> {
    use CheckKind::{AccessToken, Assurance, CertificateValid, Clock, Fields, KeyMatchesCertificate};
    let kinds: &[CheckKind] = match kind {
        KindName::OauthServerToServer => &[Fields, Clock, AccessToken, Assurance],
        KindName::ServiceAccount => &[
            Fields,
            KeyMatchesCertificate,
            CertificateValid,
            Clock,
            AccessToken,
            Assurance,
        ],
    };
    kinds
        .iter()
        .map(|kind| Step {
            kind: *kind,
            state: StepState::Pending,
        })
        .collect()
}
