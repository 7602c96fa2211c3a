//! Calls of any Adobe API under an integration.

mod answers;
mod context;
mod conversion;
mod drafts;
mod imports;
mod kept;
mod masking;
mod running;
mod sending;
mod under_way;

use std::path::Path;
use std::sync::Arc;

use ::requests::{Request, Shelf, curl, postman};
use uuid::Uuid;

use super::Desk;
use crate::contract::problem::Problem;
use crate::contract::requests::{
    ApiAnswer, CheckRequest, RequestCheck, RequestForm, RequestText, RequestTextRequest, SendRequest, SentRef, TokenUse,
};
use answers::Answers;
use conversion::filled_headers;
use drafts::Drafts;
use running::Runs;
use sending::Sender;
use under_way::UnderWay;

/// What the desk has of requests.
pub(super) struct Requests {
    shelf: Arc<Shelf>,
    answers: Arc<Answers>,
    under_way: Arc<UnderWay>,
    runs: Runs,
    drafts: Drafts,
}

impl Requests {
    /// With what is kept in the data folder.
    pub(super) fn open(data: &Path) -> Self {
        Self {
            shelf: Arc::new(Shelf::open(data)),
            answers: Arc::default(),
            under_way: Arc::default(),
            runs: Runs::default(),
            drafts: Drafts::default(),
        }
    }
}

impl Desk {
    pub(crate) async fn request_check(&self, request: CheckRequest) -> Result<RequestCheck, Problem> {
        let context = self.context(request.integration, request.layers()).await?;
        let written = Request::from(request.request);
        Ok(match context.try_to_prepare(&written) {
            Ok(prepared) => RequestCheck {
                headers: filled_headers(&prepared),
                url: prepared.address,
                host: prepared.host,
                token: prepared.token.into(),
                missing: prepared.missing,
                replaced_by: prepared.replaced_by.map(|replaced| replaced.sentence().to_owned()),
                stands_in: prepared.stands_in,
                problem: None,
            },
            Err(error) => RequestCheck {
                url: written.without_secrets().0.url,
                host: String::new(),
                token: TokenUse::NotNeeded,
                headers: Vec::new(),
                missing: Vec::new(),
                replaced_by: None,
                stands_in: None,
                problem: Some((&error).into()),
            },
        })
    }

    pub(crate) async fn request_send(&self, request: SendRequest) -> Result<ApiAnswer, Problem> {
        let context = self.context(request.integration, request.layers()).await?;
        let sender = self.sender(request.integration).await?;
        let written = Request::from(request.request);
        let prepared = context.prepare(&written)?;
        sender.send(request.sent, &written, request.collection, &prepared).await
    }

    pub(crate) async fn request_stop(&self, request: SentRef) -> Result<(), Problem> {
        self.requests.under_way.stop(request.sent);
        Ok(())
    }

    pub(crate) async fn request_text(&self, request: RequestTextRequest) -> Result<RequestText, Problem> {
        let context = self.context(request.integration, request.layers()).await?;
        let written = Request::from(request.request);
        let prepared = context.prepare(&written)?;
        Ok(RequestText {
            text: match request.form {
                RequestForm::Curl => curl(&prepared),
                RequestForm::Postman => postman::single(&written.name, &prepared),
            },
        })
    }

    async fn sender(&self, integration: Uuid) -> Result<Sender, Problem> {
        Ok(Sender {
            connection: self.connection(integration).await?,
            clients: self.connections.clients().clone(),
            shelf: Arc::clone(&self.requests.shelf),
            answers: Arc::clone(&self.requests.answers),
            under_way: Arc::clone(&self.requests.under_way),
            ticks: self.ticks.clone(),
        })
    }
}
