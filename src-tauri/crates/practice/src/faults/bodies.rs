use std::sync::OnceLock;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::response::Response;
use flate2::{Compress, Compression, FlushCompress};
use futures::{StreamExt as _, stream};
use http::HeaderValue;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
use serde_json::{Value, json};

use crate::faults::Encoding;
use crate::faults::injection::CutConnection;

/// The most that is read of a request to find its GraphQL operation, or of an answer to spoil it.
const LONGEST_BODY: usize = 256 * 1024 * 1024;
/// A piece of what never ends.
const PIECE: usize = 64 * 1024;
/// 256 MB of spaces, as Brotli packs them.
const BROTLI_SPACES: &[u8] = include_bytes!("spaces.br");
/// What a gzip file begins with when nothing is known of what is in it.
const GZIP_HEAD: &[u8] = &[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
/// Packed, each takes about a kilobyte.
const GZIP_MEGABYTES: usize = 256;

pub(crate) async fn whole(body: Body) -> Bytes {
    to_bytes(body, LONGEST_BODY).await.unwrap_or_default()
}

/// The body ends half-way, as if it were whole.
pub(super) async fn halved(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let bytes = whole(body).await;
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(bytes.slice(..bytes.len() / 2)))
}

/// The connection closes half-way through the body.
pub(super) async fn cut_within(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let bytes = whole(body).await;
    head.headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    // The break comes after a turn of the scheduler: otherwise the server drops the half with it.
    let half = stream::once(async move { Ok(bytes.slice(..bytes.len() / 2)) });
    let cut = stream::once(async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        Err::<Bytes, _>(CutConnection)
    });
    Response::from_parts(head, Body::from_stream(half.chain(cut)))
}

/// The body, and then white space for ever.
pub(super) async fn endless(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let bytes = whole(body).await;
    head.headers.remove(CONTENT_LENGTH);
    let spaces = Bytes::from(vec![b' '; PIECE]);
    let rest = stream::repeat_with(move || Ok::<_, CutConnection>(spaces.clone()));
    Response::from_parts(head, Body::from_stream(stream::iter([Ok(bytes)]).chain(rest)))
}

/// The body, a byte a second.
pub(super) async fn dripping(response: Response) -> Response {
    let (head, body) = response.into_parts();
    let bytes = whole(body).await;
    let drops = stream::iter(0..bytes.len()).then(move |at| {
        let drop = bytes.slice(at..=at);
        async move {
            tokio::time::sleep(Duration::from_secs(1)).await;
            Ok::<_, CutConnection>(drop)
        }
    });
    Response::from_parts(head, Body::from_stream(drops))
}

/// White space that is small on its way.
pub(super) fn bomb(response: Response, encoding: Encoding) -> Response {
    let (mut head, _) = response.into_parts();
    head.headers.remove(CONTENT_LENGTH);
    let (name, body) = match encoding {
        Encoding::Gzip => {
            let head = stream::iter([Ok::<_, CutConnection>(Bytes::from_static(GZIP_HEAD))]);
            let blocks = stream::repeat_with(|| Ok(gzip_blocks())).take(GZIP_MEGABYTES);
            ("gzip", Body::from_stream(head.chain(blocks)))
        }
        Encoding::Brotli => ("br", Body::from(BROTLI_SPACES)),
    };
    head.headers.insert(CONTENT_ENCODING, HeaderValue::from_static(name));
    Response::from_parts(head, body)
}

/// A megabyte of spaces in blocks that need nothing of what stands before them.
fn gzip_blocks() -> Bytes {
    static BLOCKS: OnceLock<Bytes> = OnceLock::new();
    let pack = || {
        let mut packed = Vec::with_capacity(PIECE);
        let mut compress = Compress::new(Compression::best(), false);
        // Packing memory into memory with room enough does not fail.
        let _ = compress.compress_vec(&vec![b' '; 1024 * 1024], &mut packed, FlushCompress::Full);
        packed.into()
    };
    BLOCKS.get_or_init(pack).clone()
}

/// A GraphQL answer that says errors beside its data.
pub(super) async fn with_errors(response: Response, message: &str) -> Response {
    let (mut head, body) = response.into_parts();
    let bytes = whole(body).await;
    head.headers.remove(CONTENT_LENGTH);
    let body = match serde_json::from_slice::<Value>(&bytes) {
        Ok(mut answer) if answer.is_object() => {
            answer["errors"] = json!([{ "message": message, "extensions": { "code": "INTERNAL_SERVER_ERROR" } }]);
            answer.to_string().into()
        }
        _ => bytes,
    };
    Response::from_parts(head, Body::from(body))
}
