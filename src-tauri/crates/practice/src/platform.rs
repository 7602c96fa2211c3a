//! Experience Platform, as far as the connection check asks: XDM classes and sandboxes.

mod classes;
mod refusal;
mod sandboxes;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::routing::get;
use http::request::Parts;

use crate::gateway::{Caller, GatewayRefusal, GatewayRow};
use crate::lock::lock;
use crate::state::Shared;

pub(crate) fn routes() -> Router<Shared> {
    let registry = "/data/foundation/schemaregistry";
    let sandboxes = "/data/foundation/sandbox-management";
    let mut router = Router::new();
    for slash in ["", "/"] {
        router = router
            .route(&format!("{registry}/global/classes{slash}"), get(classes::global))
            .route(&format!("{registry}/tenant/classes{slash}"), get(classes::tenant))
            .route(
                &format!("{registry}/{{container}}/classes/{{class}}{slash}"),
                get(classes::one),
            )
            .route(&format!("{sandboxes}{slash}"), get(sandboxes::list))
            .route(&format!("{sandboxes}/sandboxes{slash}"), get(sandboxes::list));
    }
    router
}

/// A caller whose token reaches Experience Platform: the metascope `ent_dataservices_sdk`, or the
/// scope that shows the technical account's product profiles.
struct PlatformCaller;

impl FromRequestParts<Shared> for PlatformCaller {
    type Rejection = GatewayRefusal;

    async fn from_request_parts(parts: &mut Parts, state: &Shared) -> Result<Self, Self::Rejection> {
        let caller = Caller::from_request_parts(parts, state).await?;
        if !lock(&state.conditions).product_profile {
            return Err(GatewayRow::RegionMissing.into());
        }
        let reaches = ["ent_dataservices_sdk", "additional_info.projectedProductContext"]
            .iter()
            .any(|scope| caller.grant.has(scope));
        if reaches {
            Ok(Self)
        } else {
            Err(GatewayRow::ScopeMismatch.into())
        }
    }
}

/// The parameter of a query string, decoded.
fn query_parameter(query: Option<&str>, name: &str) -> Option<String> {
    url::form_urlencoded::parse(query?.as_bytes())
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}
