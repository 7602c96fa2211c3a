//! Sending one call under an integration.

use std::sync::Arc;
use std::time::Instant;

use ::integration::{Clients, Connection};
use gateway::{RawRequest, SharedClient};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use ims::TokenStatus;
use requests::{FilledIn, Prepared, Replacement, Request, TokenUse};
use secrecy::SecretString;
use serde_json::json;
use time::OffsetDateTime;
use uuid::Uuid;

use super::answers::{Answers, Kept};
use super::masking::Masking;
use super::under_way::UnderWay;
use crate::contract::problem::Problem;
use crate::contract::requests::{AnswerContent, AnswerHeader, ApiAnswer};
use crate::contract::tick::Tick;
use crate::desk::integrations::milliseconds;
use crate::problem::{Called, no_answer, remark};
use crate::ticks::Ticks;

/// What calls of one integration are sent with.
#[derive(Clone)]
pub(super) struct Sender {
    pub(super) connection: Arc<Connection>,
    pub(super) clients: Clients,
    pub(super) shelf: Arc<requests::Shelf>,
    pub(super) answers: Arc<Answers>,
    pub(super) under_way: Arc<UnderWay>,
    pub(super) ticks: Ticks,
}

impl Sender {
    /// Sends a call, keeps its answer and notes it in the history. What is replaced is done in its place.
    ///
    /// # Errors
    /// When it was stopped, or no answer came; then, too, it is in the history.
    pub(super) async fn send(
        &self,
        sent: Uuid,
        request: &Request,
        collection: Option<Uuid>,
        prepared: &Prepared,
    ) -> Result<ApiAnswer, Problem> {
        if !prepared.missing.is_empty() {
            return Err(without_value(&prepared.missing));
        }
        let call = self.under_way.begin(sent)?;
        let at = milliseconds(OffsetDateTime::now_utc());
        let work = async {
            match prepared.replaced_by {
                Some(Replacement::OwnToken) => self.own_token(sent, prepared).await,
                None => self.exchange(sent, prepared).await,
            }
        };
        let outcome = call.unless_stopped(work).await;
        let line = requests::Sent {
            sent,
            at,
            integration: self.connection.integration().id,
            collection,
            request: request.clone(),
            method: prepared.method.clone(),
            url: prepared.address.clone(),
            status: outcome.as_ref().ok().map(|answer| answer.status),
            took_ms: outcome.as_ref().ok().map(|answer| answer.took_ms),
        };
        let shelf = Arc::clone(&self.shelf);
        let noted = blocking_work::caught(move || shelf.note(&line)).await;
        if !matches!(noted, Ok(Ok(()))) {
            // The answer matters more than its line.
            tracing::warn!("a request could not be noted in the history");
        }
        self.ticks.send(Tick::Requests);
        outcome
    }

    async fn exchange(&self, sent: Uuid, prepared: &Prepared) -> Result<ApiAnswer, Problem> {
        let request = raw(prepared, self.clients.shared_for(&prepared.url))?;
        let is_head = request.method == Method::HEAD;
        let exchange = self.connection.gateway().exchange(request).await;
        let mut exchange = exchange.map_err(|error| no_answer(&error, prepared.service.is_some()))?;
        let masking = Masking::new(
            exchange
                .token_sent
                .clone()
                .into_iter()
                .chain(self.token_at_hand().await),
        );
        let called = prepared.clone();
        let (answers, kept) = (Arc::clone(&self.answers), move || {
            let mut kept = Kept::new(sent, &mut exchange, &masking);
            kept.answer.remark = remark(
                &exchange,
                &Called {
                    host: called.stands_in.as_deref().unwrap_or(&called.host),
                    path: called.url.path(),
                    is_adobe: called.service.is_some(),
                    token_sent: exchange.token_sent.is_some(),
                    names_sandbox: called.header("x-sandbox-name").is_some(),
                    is_head,
                },
            );
            kept
        });
        let kept = blocking_work::caught(kept)
            .await
            .map_err(|error| Problem::internal(error.to_string()))?;
        let answer = kept.answer.clone();
        answers.keep(kept);
        Ok(answer)
    }

    /// The access token that is there without asking for one: the user may have pasted it into a call.
    async fn token_at_hand(&self) -> Option<SecretString> {
        let is_there = matches!(*self.connection.token_status().borrow(), TokenStatus::Ready { .. });
        if !is_there {
            return None;
        }
        self.connection.access_token().await.ok().map(|token| token.secret)
    }

    /// Requests an access token with the integration's own secrets, and answers as IMS does, without the token.
    async fn own_token(&self, sent: Uuid, prepared: &Prepared) -> Result<ApiAnswer, Problem> {
        let begun = Instant::now();
        let token = self.connection.renew_token().await?;
        self.ticks.send(Tick::Integrations);
        let lasts = token.expires_at - token.received_at;
        // IMS tells milliseconds for a JWT, and seconds otherwise.
        let lasts = if prepared.url.path().contains("/jwt") {
            lasts.whole_milliseconds() as i64
        } else {
            lasts.whole_seconds()
        };
        let json = json!({
            "token_type": "bearer",
            "access_token": "(kept in Assurance Desk)",
            "expires_in": lasts,
        })
        .to_string();
        let answer = ApiAnswer {
            sent,
            status: 200,
            reason: "OK".to_owned(),
            took_ms: begun.elapsed().as_millis() as u64,
            bytes: json.len(),
            content: AnswerContent::Json,
            headers: vec![AnswerHeader {
                name: "content-type".to_owned(),
                value: "application/json".to_owned(),
            }],
            token_sent: false,
            remark: None,
            retry_after_seconds: None,
        };
        self.answers.keep(Kept::of_our_own(answer.clone(), json));
        Ok(answer)
    }
}

/// A variable without a value would go out as its name.
fn without_value(names: &[String]) -> Problem {
    Problem::invalid_input(
        match names {
            [name] => format!("The variable {name} has no value."),
            names => format!("These variables have no value: {}.", names.join(", ")),
        },
        "Give it a value in an environment or in the collection, or write the text into the request.",
    )
}

fn raw(prepared: &Prepared, client: SharedClient) -> Result<RawRequest, Problem> {
    let mut headers = HeaderMap::new();
    for header in &prepared.headers {
        if header.filled_in == FilledIn::AccessToken {
            continue;
        }
        let name = HeaderName::from_bytes(header.name.as_bytes());
        let value = HeaderValue::from_bytes(header.value.as_bytes());
        let (Ok(name), Ok(value)) = (name, value) else {
            return Err(Problem::invalid_input(
                format!("The header {} cannot be sent.", header.name),
                "Correct its name and value.",
            ));
        };
        headers.append(name, value);
    }
    Ok(RawRequest {
        method: Method::from_bytes(prepared.method.as_bytes())
            .map_err(|_| Problem::invalid_input("The method cannot be sent.", "Choose another method."))?,
        url: prepared.url.clone(),
        headers,
        body: prepared.body.as_ref().map(|body| body.text().into()),
        with_identity: prepared.token == TokenUse::Sent,
        client: Some(client),
    })
}
