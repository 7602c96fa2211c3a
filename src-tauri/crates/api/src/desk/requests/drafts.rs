//! What was typed in the window and is kept nowhere else. A page that is loaded again, because its process ended, has it from here.

use std::sync::Mutex;

use ::requests::Request;

use crate::contract::problem::Problem;
use crate::contract::requests::{ApiRequest, RequestDraft, RequestDrafts};
use crate::desk::{Desk, lock};

/// Drafts that are kept; of more, the newest.
const MOST_DRAFTS: usize = 100;

/// The drafts as the window told them last, in memory only.
#[derive(Default)]
pub(super) struct Drafts(Mutex<RequestDrafts>);

impl Desk {
    pub(crate) async fn request_drafts_read(&self, (): ()) -> Result<RequestDrafts, Problem> {
        Ok(lock(&self.requests.drafts.0).clone())
    }

    pub(crate) async fn request_drafts_keep(&self, told: RequestDrafts) -> Result<(), Problem> {
        let left_out = told.drafts.len().saturating_sub(MOST_DRAFTS);
        let drafts = told.drafts.into_iter().skip(left_out).map(without_secrets).collect();
        *lock(&self.requests.drafts.0) = RequestDrafts {
            drafts,
            shown: told.shown,
        };
        Ok(())
    }
}

/// As the history keeps it: no command gives a secret out, also not one that was typed.
fn without_secrets(draft: RequestDraft) -> RequestDraft {
    RequestDraft {
        request: clean(draft.request),
        kept: clean(draft.kept),
        ..draft
    }
}

fn clean(request: ApiRequest) -> ApiRequest {
    Request::from(request).without_secrets().0.into()
}
