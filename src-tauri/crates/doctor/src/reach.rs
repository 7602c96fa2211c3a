//! Whether a host can be reached, without any credentials.

use std::time::Duration;

use gateway::Unreachable;
use integration::{CheckTarget, Endpoints};
use url::Url;

use crate::line::{Check, Failure, Found, Service, State};
use crate::sheet::Sheet;

/// A host that does not answer in this time is told as not answering.
const PATIENCE: Duration = Duration::from_secs(20);

/// Looks for a service's host. Any answer will do: what it says to nobody in particular does not matter.
pub(crate) async fn reach(service: Service, target: &CheckTarget, sheet: &Sheet<'_>) {
    let check = Check::Reach(service);
    sheet.start(check);
    let url = address(&target.endpoints, service);
    let asked = target
        .clients
        .for_address(url)
        .head(url.clone())
        .timeout(PATIENCE)
        .send();
    let state = match asked.await {
        Err(error) => State::Failed(Failure::Unreachable(Unreachable::new(url, &error))),
        Ok(answer) => match Unreachable::behind_proxy(&answer) {
            Some(unreachable) => State::Failed(Failure::Unreachable(unreachable)),
            None => State::Passed(Found::Reached { host: host(url) }),
        },
    };
    sheet.set(check, state);
}

fn address(endpoints: &Endpoints, service: Service) -> &Url {
    match service {
        Service::Ims => &endpoints.ims,
        Service::Assurance => &endpoints.assurance,
        Service::Platform => &endpoints.platform,
        Service::Tags => &endpoints.tags,
    }
}

fn host(url: &Url) -> String {
    let name = url.host_str().unwrap_or_default();
    match url.port() {
        Some(port) => format!("{name}:{port}"),
        None => name.to_owned(),
    }
}
