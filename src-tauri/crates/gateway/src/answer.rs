//! A usable answer of one of Adobe's APIs.

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::{GatewayError, excerpt};

/// A successful answer whose body looks like JSON (or is empty, with status 204).
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status, 200 to 299.
    pub status: u16,
    /// The body, decompressed.
    pub body: Bytes,
    /// The body's declared type.
    pub content_type: Option<String>,
    /// Adobe's id of the request, for its support.
    pub request_id: Option<String>,
}

impl Answer {
    /// Reads the body as `T`.
    ///
    /// # Errors
    /// [`GatewayError::NotJson`] when the body is cut short, malformed or of another shape.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, GatewayError> {
        serde_json::from_slice(&self.body).map_err(|error| self.not_json(error.to_string()))
    }

    /// The error that says this answer's body cannot be used.
    #[must_use]
    pub fn not_json(&self, reason: impl Into<String>) -> GatewayError {
        GatewayError::NotJson {
            status: self.status,
            content_type: self.content_type.clone(),
            reason: reason.into(),
            excerpt: excerpt(&self.body),
            request_id: self.request_id.clone(),
        }
    }

    /// Whether the body begins as JSON does. A word or number alone counts only where the type says JSON, and nothing
    /// that begins like a web page counts, whatever its type says.
    pub(crate) fn looks_like_json(&self) -> bool {
        let declared = self.content_type.as_deref().is_some_and(|kind| kind.contains("json"));
        match self.body.iter().find(|byte| !byte.is_ascii_whitespace()) {
            None => self.status == 204,
            Some(b'{' | b'[') => true,
            Some(b'"' | b't' | b'f' | b'n' | b'-' | b'0'..=b'9') => declared,
            Some(_) => false,
        }
    }
}
