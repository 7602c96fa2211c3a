//! What a request is filled in with.

use std::sync::Arc;

use ::integration::Integration;
use requests::{Endpoints, Hosts, Identity, Prepared, Request, RequestError, Variables, prepare};
use uuid::Uuid;

use crate::contract::problem::Problem;
use crate::contract::requests::{CheckRequest, RequestTextRequest, RunCollectionRequest, SendRequest};
use crate::desk::Desk;

/// Whose variables count beside the integration's.
#[derive(Clone, Copy, Default)]
pub(super) struct Layers {
    pub(super) collection: Option<Uuid>,
    pub(super) environment: Option<Uuid>,
}

/// What the requests of one integration are filled in with, as it was at one moment.
pub(super) struct Context {
    identity: Identity,
    hosts: Hosts,
    variables: Variables,
}

impl Context {
    /// # Errors
    /// What has to be corrected in the request.
    pub(super) fn prepare(&self, request: &Request) -> Result<Prepared, Problem> {
        self.try_to_prepare(request).map_err(|error| (&error).into())
    }

    pub(super) fn try_to_prepare(&self, request: &Request) -> Result<Prepared, RequestError> {
        prepare(request, &self.variables, &self.hosts, &self.identity)
    }
}

impl Desk {
    /// Asks no network, but starts the practice workspace when that is what the integration uses: its address is not
    /// known before.
    pub(super) async fn context(&self, integration: Uuid, layers: Layers) -> Result<Context, Problem> {
        let integration = self.integration(integration).await?;
        self.ensure_endpoints(&integration.environment).await?;
        let endpoints = endpoints(self.connections.endpoints(&integration)?);
        let identity = identity(integration);
        let shelf = Arc::clone(&self.requests.shelf);
        self.blocking(move || {
            let collection = match layers.collection {
                Some(id) => shelf.collection(id)?.variables(),
                None => Vec::new(),
            };
            let environment = match layers.environment {
                Some(id) => shelf.environment(id)?.variables(),
                None => Vec::new(),
            };
            Ok(Context {
                variables: Variables::new(&identity, &environment, &collection),
                hosts: Hosts::new(endpoints, &shelf.allowed_hosts()?),
                identity,
            })
        })
        .await
    }
}

fn endpoints(endpoints: ::integration::Endpoints) -> Endpoints {
    Endpoints {
        ims: endpoints.ims,
        assurance: endpoints.assurance,
        platform: endpoints.platform,
        tags: endpoints.tags,
        console: endpoints.console,
    }
}

/// Variables name Adobe's own addresses, also where something else stands in for them: a call is written the same for all.
fn identity(integration: Integration) -> Identity {
    Identity {
        technical_account_id: integration.technical_account_id,
        sandbox: integration.sandbox,
        ..Identity::new(
            &integration.client_id,
            &integration.organization_id,
            &Endpoints::adobe(),
        )
    }
}

impl CheckRequest {
    pub(super) fn layers(&self) -> Layers {
        Layers {
            collection: self.collection,
            environment: self.environment,
        }
    }
}

impl SendRequest {
    pub(super) fn layers(&self) -> Layers {
        Layers {
            collection: self.collection,
            environment: self.environment,
        }
    }
}

impl RequestTextRequest {
    pub(super) fn layers(&self) -> Layers {
        Layers {
            collection: self.collection,
            environment: self.environment,
        }
    }
}

impl RunCollectionRequest {
    pub(super) fn layers(&self) -> Layers {
        Layers {
            collection: Some(self.collection),
            environment: self.environment,
        }
    }
}
