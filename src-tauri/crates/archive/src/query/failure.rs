//! What `has:error` means.

use std::sync::LazyLock;

use time::UtcOffset;

use super::Query;
use super::expression::Expression;

/// The query behind `has:error`: the events that [`event::summary`] calls an error. One of
///
/// - an error response of the SDK, most of which come from the Edge Network,
/// - anything that was logged as an error,
/// - a service's report of an error,
/// - a push that was refused,
/// - a record that Experience Platform found invalid,
/// - a network response of 400 and above.
pub const HAS_ERROR: &str = r#"source:errorresponsecontent
    OR payload.logLevel:error
    OR kind:service name:(error OR */error)
    OR (kind:"Push Service" OR kind:service vendor:com.adobe.cepheus)
        (payload.status>=400 OR payload.responseCode>=400 OR payload.feedback.status>=400)
    OR vendor:com.adobe.streaming.validation
        (payload._errors._streamingValidation[0]:* OR payload.body._errors._streamingValidation[0]:*)
    OR kind:netres payload.statusCode>=400"#;

/// What the engine runs for [`Condition::HasError`](super::Condition::HasError). It holds no such condition itself, and
/// nothing that depends on the session.
#[must_use]
pub fn has_error() -> &'static Expression {
    static PARSED: LazyLock<Expression> = LazyLock::new(|| {
        let query = Query::parse(HAS_ERROR, UtcOffset::UTC).expect("the query is right, as its test says");
        query.expression.expect("the query is not blank")
    });
    &PARSED
}
