//! Answers, kept in memory while the program runs.

use std::collections::{HashSet, VecDeque};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::SystemTime;

use bytes::Bytes;
use event::{PayloadTree, RawText};
use gateway::{Exchange, retry_after};
use serde::de::IgnoredAny;
use uuid::Uuid;
use whole_files::{Readers, replace};

use super::masking::Masking;
use crate::contract::drafts::SavedFile;
use crate::contract::inspector::{RawPage, TreePage};
use crate::contract::problem::Problem;
use crate::contract::requests::{
    AnswerContent, AnswerHeader, AnswerRawRequest, AnswerTreeRequest, ApiAnswer, CopyAnswerRequest, SentRef,
};
use crate::desk::event::tree_row;
use crate::desk::views::MOST_ROWS;
use crate::desk::{Desk, lock};

/// Answers that are kept.
const MOST_ANSWERS: usize = 50;
/// Bytes of all bodies together; the newest is kept whatever its size.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Levels of an answer that are open at first.
const OPEN_LEVELS: u32 = 2;

impl Desk {
    pub(crate) async fn answer_tree(&self, request: AnswerTreeRequest) -> Result<TreePage, Problem> {
        let answers = self.requests.answers.clone();
        self.blocking(move || {
            let laid_out = answers.laid_out(request.sent)?;
            let tree = laid_out.tree().ok_or_else(no_json)?;
            let toggled: HashSet<String> = request.toggled.into_iter().collect();
            let limit = request.limit.min(MOST_ROWS);
            let page = tree.rows(request.search.trim(), &toggled, OPEN_LEVELS, request.offset, limit);
            Ok(TreePage {
                total: page.total,
                hits: page.hits,
                rows: page.rows.into_iter().map(tree_row).collect(),
            })
        })
        .await
    }

    pub(crate) async fn answer_raw(&self, request: AnswerRawRequest) -> Result<RawPage, Problem> {
        let answers = self.requests.answers.clone();
        self.blocking(move || {
            let laid_out = answers.laid_out(request.sent)?;
            let raw = laid_out.raw()?;
            let lines = raw.raw_lines(request.offset, request.limit.min(MOST_ROWS));
            Ok(RawPage {
                total: raw.line_count(),
                lines: lines
                    .into_iter()
                    .map(|line| if line.truncated { line.text + "…" } else { line.text })
                    .collect(),
            })
        })
        .await
    }

    pub(crate) async fn answer_copy(&self, request: CopyAnswerRequest) -> Result<(), Problem> {
        let answers = self.requests.answers.clone();
        let text = self
            .blocking(move || {
                let laid_out = answers.laid_out(request.sent)?;
                match request.path {
                    None => Ok(laid_out.raw()?.raw_text().to_owned()),
                    Some(path) => laid_out
                        .tree()
                        .ok_or_else(no_json)?
                        .value_text(&path)
                        .ok_or_else(|| Problem::not_found("The value")),
                }
            })
            .await?;
        self.desktop.copy(&text, false)
    }

    pub(crate) async fn answer_save(&self, request: SentRef) -> Result<SavedFile, Problem> {
        let kept = self.requests.answers.find(request.sent)?;
        let name = format!("answer.{}", kept.extension());
        let path = self.desktop.choose_save_path("Save the answer", &name).await?;
        self.ensure_not_ours(&path)?;
        let saved = SavedFile {
            path: path.display().to_string(),
        };
        self.blocking(move || kept.write(&path)).await?;
        Ok(saved)
    }
}

fn no_json() -> Problem {
    Problem::invalid_input(
        "The answer is not JSON, so it has no tree.",
        "Look at its text instead.",
    )
}

/// The newest answers.
#[derive(Default)]
pub(super) struct Answers {
    kept: Mutex<VecDeque<Arc<Kept>>>,
    /// The one that was looked at last.
    laid_out: Mutex<Option<Arc<LaidOut>>>,
}

/// An answer whose secrets were taken out.
pub(super) struct Kept {
    pub(super) answer: ApiAnswer,
    body: Body,
}

enum Body {
    Empty,
    Json(String),
    Text(String),
    Bytes(Bytes),
}

impl Answers {
    /// Keeps an answer; the oldest ones make room for it.
    pub(super) fn keep(&self, kept: Kept) {
        let mut all = lock(&self.kept);
        all.push_front(Arc::new(kept));
        let mut bytes = 0;
        let fits = all.iter().take(MOST_ANSWERS).take_while(|kept| {
            bytes += kept.body.bytes().len();
            bytes <= MOST_BYTES
        });
        let fits = fits.count().max(1);
        all.truncate(fits);
    }

    /// # Errors
    /// When it is not kept any more.
    pub(super) fn find(&self, sent: Uuid) -> Result<Arc<Kept>, Problem> {
        self.known(sent).ok_or_else(|| Problem::not_found("The answer"))
    }

    pub(super) fn known(&self, sent: Uuid) -> Option<Arc<Kept>> {
        lock(&self.kept).iter().find(|kept| kept.answer.sent == sent).cloned()
    }

    /// Which answers are kept.
    pub(super) fn all(&self) -> HashSet<Uuid> {
        lock(&self.kept).iter().map(|kept| kept.answer.sent).collect()
    }

    /// Forgets all.
    pub(super) fn clear(&self) {
        lock(&self.kept).clear();
        *lock(&self.laid_out) = None;
    }

    /// An answer as it is looked at. Blocks.
    fn laid_out(&self, sent: Uuid) -> Result<Arc<LaidOut>, Problem> {
        let kept = self.find(sent)?;
        let mut last = lock(&self.laid_out);
        if let Some(last) = last.as_ref().filter(|last| Arc::ptr_eq(&last.kept, &kept)) {
            return Ok(Arc::clone(last));
        }
        let laid_out = Arc::new(LaidOut {
            kept,
            tree: OnceLock::new(),
            raw: OnceLock::new(),
        });
        *last = Some(Arc::clone(&laid_out));
        Ok(laid_out)
    }
}

impl Kept {
    /// Takes the secrets out of what came. Blocks for large bodies; what `exchange` holds afterwards is without secrets,
    /// too.
    pub(super) fn new(sent: Uuid, exchange: &mut Exchange, masking: &Masking) -> Self {
        let headers: Vec<AnswerHeader> = exchange
            .headers
            .iter()
            .map(|(name, value)| AnswerHeader {
                name: name.to_string(),
                value: masking.header(name.as_str(), &String::from_utf8_lossy(value.as_bytes())),
            })
            .collect();
        let retry_after = retry_after(&exchange.headers, SystemTime::now());
        let declared_json = exchange
            .headers
            .get("content-type")
            .is_some_and(|kind| String::from_utf8_lossy(kind.as_bytes()).contains("json"));
        let body = Body::new(&exchange.body, declared_json, masking);
        exchange.body = body.bytes().to_vec().into();
        for (header, (_, value)) in headers.iter().zip(exchange.headers.iter_mut()) {
            if let Ok(masked) = header.value.parse() {
                *value = masked;
            }
        }
        Self {
            answer: ApiAnswer {
                sent,
                status: exchange.status.as_u16(),
                reason: exchange.status.canonical_reason().unwrap_or_default().to_owned(),
                took_ms: exchange.took.as_millis() as u64,
                bytes: exchange.body.len(),
                content: body.content(),
                headers,
                token_sent: exchange.token_sent.is_some(),
                remark: None,
                retry_after_seconds: retry_after.map(|wait| wait.as_secs()),
            },
            body,
        }
    }

    /// An answer that the program gives itself.
    pub(super) fn of_our_own(answer: ApiAnswer, json: String) -> Self {
        Self {
            answer,
            body: Body::Json(json),
        }
    }

    fn extension(&self) -> &'static str {
        let kind = self.answer.headers.iter().find(|header| header.name == "content-type");
        let kind = kind.map(|header| header.value.to_ascii_lowercase()).unwrap_or_default();
        match self.body {
            Body::Json(_) => "json",
            Body::Bytes(_) if kind.contains("zip") => "zip",
            Body::Bytes(_) => "bin",
            Body::Empty | Body::Text(_) if kind.contains("html") => "html",
            Body::Empty | Body::Text(_) if kind.contains("xml") => "xml",
            Body::Empty | Body::Text(_) if kind.contains("csv") => "csv",
            Body::Empty | Body::Text(_) => "txt",
        }
    }

    /// The dialog has asked whether to replace a file.
    fn write(&self, path: &Path) -> Result<(), Problem> {
        replace(path, self.body.bytes(), Readers::Everybody).map_err(|error| Problem::file(path, &error, "saved"))
    }
}

impl Body {
    fn new(bytes: &Bytes, declared_json: bool, masking: &Masking) -> Self {
        if bytes.is_empty() {
            return Self::Empty;
        }
        let text = match std::str::from_utf8(bytes) {
            Ok(text) if !text.contains('\0') => text.trim_start_matches('\u{feff}'),
            _ => return Self::Bytes(masking.bytes(bytes)),
        };
        let looks_like_json = declared_json || text.trim_start().starts_with(['{', '[']);
        if looks_like_json && serde_json::from_str::<IgnoredAny>(text).is_ok() {
            return Self::Json(masking.json(text).into_owned());
        }
        Self::Text(masking.text(text).into_owned())
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::Empty => &[],
            Self::Json(text) | Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }

    fn content(&self) -> AnswerContent {
        match self {
            Self::Empty => AnswerContent::Empty,
            Self::Json(_) => AnswerContent::Json,
            Self::Text(_) => AnswerContent::Text,
            Self::Bytes(_) => AnswerContent::Bytes,
        }
    }
}

/// An answer as a tree and as text, each made when it is first asked for.
struct LaidOut {
    kept: Arc<Kept>,
    tree: OnceLock<Option<PayloadTree>>,
    raw: OnceLock<RawText>,
}

impl LaidOut {
    fn tree(&self) -> Option<&PayloadTree> {
        let make = || match &self.kept.body {
            Body::Json(json) => PayloadTree::of_json(json, "answer"),
            _ => None,
        };
        self.tree.get_or_init(make).as_ref()
    }

    /// # Errors
    /// When it is no text.
    fn raw(&self) -> Result<&RawText, Problem> {
        let text = match &self.kept.body {
            Body::Bytes(_) => {
                return Err(Problem::invalid_input(
                    "The answer is no text.",
                    "Save it as a file, and open that with a program that knows it.",
                ));
            }
            Body::Empty => "",
            Body::Json(text) | Body::Text(text) => text,
        };
        Ok(self.raw.get_or_init(|| match &self.kept.body {
            Body::Json(json) => RawText::of_json(json),
            _ => RawText::of_text(text.to_owned()),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(bytes: usize) -> Kept {
        let mut exchange = Exchange {
            status: http::StatusCode::OK,
            headers: http::HeaderMap::default(),
            body: "x".repeat(bytes).into(),
            took: std::time::Duration::ZERO,
            token_sent: None,
        };
        Kept::new(Uuid::new_v4(), &mut exchange, &Masking::default())
    }

    fn sizes(answers: &Answers) -> Vec<usize> {
        lock(&answers.kept).iter().map(|kept| kept.answer.bytes).collect()
    }

    #[test]
    fn the_newest_answers_are_kept_as_far_as_there_is_room() {
        let answers = Answers::default();
        for bytes in 1..=60 {
            answers.keep(kept(bytes));
        }
        assert_eq!((sizes(&answers).len(), sizes(&answers)[0]), (50, 60));
        answers.keep(kept(MOST_BYTES - 70));
        assert_eq!(sizes(&answers), [MOST_BYTES - 70, 60]);
        answers.keep(kept(MOST_BYTES + 1));
        assert_eq!(sizes(&answers), [MOST_BYTES + 1]);
    }

    #[test]
    fn a_body_is_what_it_is_and_not_what_it_says() {
        let content = |bytes: &'static [u8], json: bool| {
            Body::new(&Bytes::from_static(bytes), json, &Masking::default()).content()
        };
        assert_eq!(content(b"", true), AnswerContent::Empty);
        assert_eq!(content(b"\xef\xbb\xbf{\"a\":1}", false), AnswerContent::Json);
        assert_eq!(content(b"12", true), AnswerContent::Json);
        assert_eq!(content(b"12", false), AnswerContent::Text);
        assert_eq!(content(b"{\"a\":", true), AnswerContent::Text);
        assert_eq!(content(b"\xff\xfe", true), AnswerContent::Bytes);
        assert_eq!(content(b"a\0b", false), AnswerContent::Bytes);
    }
}
