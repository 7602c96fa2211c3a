//! The ways to misbehave, and what may be said of each.

use api::contract::problem::ProblemCode::{
    self, AccessRefused, ClientUnknown, RateLimited, ServiceFailed, TokenRefused, UnexpectedAnswer, Unreachable,
};
use practice::{Encoding, FaultKind};

/// A fault that every request meets.
pub(crate) struct Fault {
    pub(crate) kind: FaultKind,
    /// The codes that tell of it.
    pub(crate) codes: &'static [ProblemCode],
    /// Whether a command may succeed all the same, because nothing of what it needs is missing.
    pub(crate) may_pass: bool,
}

fn status(status: u16, retry_after: Option<u64>) -> FaultKind {
    FaultKind::Status { status, retry_after }
}

pub(crate) fn faults() -> Vec<Fault> {
    let failed: &[ProblemCode] = &[ServiceFailed, UnexpectedAnswer];
    let lost: &[ProblemCode] = &[Unreachable];
    let odd: &[ProblemCode] = &[UnexpectedAnswer];
    let grown: &[ProblemCode] = &[UnexpectedAnswer, Unreachable];
    let fault = |kind, codes| Fault {
        kind,
        codes,
        may_pass: false,
    };
    vec![
        fault(FaultKind::Latency { milliseconds: 60_000 }, lost),
        fault(FaultKind::LateAnswer { milliseconds: 60_000 }, lost),
        fault(FaultKind::DrippingBody, lost),
        fault(status(429, None), &[RateLimited]),
        fault(status(429, Some(1)), &[RateLimited]),
        fault(status(500, None), failed),
        fault(status(502, None), failed),
        fault(status(503, None), failed),
        fault(status(503, Some(1)), failed),
        fault(status(504, None), failed),
        fault(FaultKind::StatusAfterwards { status: 504 }, failed),
        fault(FaultKind::CutAtAccept, lost),
        fault(FaultKind::CutBeforeAnswer, lost),
        fault(FaultKind::CutWithinHead, lost),
        fault(FaultKind::CutWithinBody, lost),
        fault(FaultKind::MalformedBody, odd),
        fault(FaultKind::HtmlBody, odd),
        fault(FaultKind::EndlessBody, grown),
        fault(
            FaultKind::Bomb {
                encoding: Encoding::Gzip,
            },
            grown,
        ),
        fault(
            FaultKind::Bomb {
                encoding: Encoding::Brotli,
            },
            grown,
        ),
        fault(
            FaultKind::Redirect {
                location: "http://127.0.0.1:1/".to_owned(),
            },
            odd,
        ),
        fault(
            FaultKind::TokenRevoked,
            &[TokenRefused, UnexpectedAnswer, ClientUnknown],
        ),
        Fault {
            kind: FaultKind::WrongContentType,
            codes: odd,
            may_pass: true,
        },
        Fault {
            kind: FaultKind::ErrorsBesideData {
                message: "Half of it failed".to_owned(),
            },
            codes: &[AccessRefused, UnexpectedAnswer],
            may_pass: true,
        },
    ]
}
