//! Requests as the window has them and as they are kept.

use requests::postman::{Collection, Environment};
use requests::{Body, Field, FilledIn, Prepared, Request, Script, Sent, fills_in};
use uuid::Uuid;

use crate::contract::requests::{
    ApiRequest, CollectionItem, CollectionSummary, FilledHeader, RequestBody, RequestField, RequestScript, ScriptTime,
    SentRequest, TokenUse, Variable, VariableSet,
};

impl From<ApiRequest> for Request {
    fn from(request: ApiRequest) -> Self {
        Self {
            name: request.name,
            method: request.method,
            url: request.url,
            headers: fields(request.headers),
            body: match request.body {
                RequestBody::None => Body::None,
                RequestBody::Text { text, media_type } => Body::Text { text, media_type },
                RequestBody::Form {
                    fields: form,
                    multipart,
                } => Body::Form {
                    fields: fields(form),
                    multipart,
                },
                RequestBody::GraphQl { query, variables } => Body::GraphQl { query, variables },
            },
        }
    }
}

impl From<Request> for ApiRequest {
    fn from(request: Request) -> Self {
        Self {
            name: request.name,
            method: request.method,
            url: request.url,
            headers: shown_fields(request.headers),
            body: match request.body {
                Body::None => RequestBody::None,
                Body::Text { text, media_type } => RequestBody::Text { text, media_type },
                Body::Form { fields, multipart } => RequestBody::Form {
                    fields: shown_fields(fields),
                    multipart,
                },
                Body::GraphQl { query, variables } => RequestBody::GraphQl { query, variables },
            },
        }
    }
}

fn fields(fields: Vec<RequestField>) -> Vec<Field> {
    let field = |field: RequestField| Field {
        name: field.name,
        value: field.value,
        enabled: field.enabled,
    };
    fields.into_iter().map(field).collect()
}

fn shown_fields(fields: Vec<Field>) -> Vec<RequestField> {
    let field = |field: Field| RequestField {
        name: field.name,
        value: field.value,
        enabled: field.enabled,
    };
    fields.into_iter().map(field).collect()
}

impl From<requests::TokenUse> for TokenUse {
    fn from(token: requests::TokenUse) -> Self {
        match token {
            requests::TokenUse::Sent => Self::Sent,
            requests::TokenUse::HostNotAllowed => Self::HostNotAllowed,
            requests::TokenUse::NotNeeded => Self::NotNeeded,
        }
    }
}

/// The headers of a call, its secrets told by what they are.
pub(super) fn filled_headers(prepared: &Prepared) -> Vec<FilledHeader> {
    let header = |header: &requests::PreparedHeader| FilledHeader {
        name: header.name.clone(),
        value: header.shown(),
        filled_in: header.filled_in != FilledIn::No,
    };
    prepared.headers.iter().map(header).collect()
}

pub(super) fn script(script: Script) -> RequestScript {
    RequestScript {
        runs: match script.runs {
            requests::ScriptTime::Before => ScriptTime::Before,
            requests::ScriptTime::After => ScriptTime::After,
        },
        owner: script.owner,
        text: script.text,
        replaced_by: script.replaced_by.map(str::to_owned),
    }
}

pub(super) fn variables(variables: Vec<requests::Variable>) -> Vec<Variable> {
    let variable = |variable: requests::Variable| Variable {
        filled_in: fills_in(&variable.name),
        name: variable.name,
        value: variable.value,
        enabled: variable.enabled,
    };
    variables.into_iter().map(variable).collect()
}

pub(super) fn kept_variables(variables: Vec<Variable>) -> Vec<requests::Variable> {
    let variable = |variable: Variable| requests::Variable {
        name: variable.name,
        value: variable.value,
        enabled: variable.enabled,
    };
    variables.into_iter().map(variable).collect()
}

pub(super) fn summary(collection: &Collection) -> CollectionSummary {
    let item = |item: requests::postman::Item| CollectionItem {
        item: item.id,
        depth: item.depth,
        name: item.name,
        method: item.method,
        has_script: item.has_script,
    };
    CollectionSummary {
        collection: collection.id(),
        name: collection.name(),
        description: collection.description(),
        built_in: collection.built_in(),
        items: collection.items().into_iter().map(item).collect(),
        variables: variables(collection.variables()),
    }
}

pub(super) fn variable_set(environment: &Environment) -> VariableSet {
    VariableSet {
        id: environment.id(),
        name: environment.name(),
        variables: variables(environment.variables()),
    }
}

pub(super) fn line(sent: Sent, has_answer: impl Fn(Uuid) -> bool) -> SentRequest {
    SentRequest {
        has_answer: has_answer(sent.sent),
        sent: sent.sent,
        at: sent.at,
        method: sent.method,
        url: sent.url,
        name: sent.request.name,
        integration: sent.integration,
        status: sent.status,
        took_ms: sent.took_ms,
    }
}
