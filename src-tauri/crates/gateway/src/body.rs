//! Reading a body without trusting its size.

use bytes::{Bytes, BytesMut};
use reqwest::Response;

use crate::Unreachable;

/// The largest body that is read when nothing else is said: 64 MB, several times the largest page of events.
pub const DEFAULT_BODY_LIMIT: usize = 64 * 1024 * 1024;

/// Why a body could not be read.
#[derive(Clone, Debug, thiserror::Error)]
pub enum BodyError {
    /// It is larger than allowed. Counted after decompression.
    #[error("the answer is larger than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// The connection broke while reading.
    #[error(transparent)]
    Unreachable(#[from] Unreachable),
}

/// Reads a whole body, piece by piece, and stops as soon as it grows over `limit` bytes.
///
/// # Errors
/// When it is too large, or the connection breaks.
pub async fn read_body(mut response: Response, limit: usize) -> Result<Bytes, BodyError> {
    let url = response.url().clone();
    if response.content_length().is_some_and(|length| length > limit as u64) {
        return Err(BodyError::TooLarge { limit });
    }
    let mut body = BytesMut::new();
    loop {
        match response.chunk().await {
            Ok(None) => return Ok(body.freeze()),
            Ok(Some(piece)) if body.len() + piece.len() > limit => {
                return Err(BodyError::TooLarge { limit });
            }
            Ok(Some(piece)) => body.extend_from_slice(&piece),
            Err(error) => return Err(Unreachable::new(&url, &error).into()),
        }
    }
}
