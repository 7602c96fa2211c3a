use async_graphql_axum::GraphQLRequest;
use async_graphql_axum::rejection::GraphQLRejection;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use http::StatusCode;
use serde_json::json;

use super::Owner;
use super::schema::{Viewer, execute};
use crate::gateway::Caller;
use crate::grant::Right;
use crate::state::Shared;

/// The address of Adobe's Assurance API below its host.
const PATH: &str = "/graffias/graphql";

const RIGHTS: [Right; 6] = [
    Right::ManageSessions,
    Right::ReadEvents,
    Right::ReadAnnotations,
    Right::ReadSessionAnnotations,
    Right::ReadPlugins,
    Right::ReadClients,
];

/// The GraphQL endpoint. A `GET` says what to send instead.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route(PATH, post(answer).get(hint))
}

async fn answer(
    State(shared): State<Shared>,
    caller: Caller,
    request: Result<GraphQLRequest, GraphQLRejection>,
) -> Response {
    let request = match request {
        Ok(request) => request.into_inner(),
        Err(GraphQLRejection(problem)) => return not_a_request(&problem.to_string()),
    };
    let changes_something = request.query.contains("mutation");
    let answer = execute(shared.sessions.clone(), viewer(&caller), request).await;
    if changes_something {
        shared.changed();
    }
    Json(answer).into_response()
}

async fn hint() -> Response {
    not_a_request("Send a POST request with a JSON body: {\"query\": \"…\", \"variables\": {…}}")
}

/// As GraphQL servers of Apollo's kind answer a body that is no GraphQL request.
fn not_a_request(message: &str) -> Response {
    let body = json!({"errors": [{"message": message, "extensions": {"code": "BAD_REQUEST"}}]});
    (StatusCode::BAD_REQUEST, Json(body)).into_response()
}

fn viewer(caller: &Caller) -> Viewer {
    Viewer {
        owner: Owner {
            organization_id: caller.organization_id.clone(),
            account_id: caller.grant.technical_account_id.clone(),
            first_name: "Practice".into(),
            last_name: "Workspace".into(),
        },
        rights: RIGHTS
            .into_iter()
            .filter(|right| caller.grant.allows_assurance(*right))
            .collect(),
    }
}
