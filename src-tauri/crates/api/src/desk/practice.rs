//! The practice workspace: started when something needs it, and set up with one click.

use ::integration::{Environment, HeldSecrets, Integration, KindName, ReadyCredentials, from_ready_json};

use super::Desk;
use crate::contract::practice::{ConnectDeviceRequest, PracticeSession, PracticeStatus};
use crate::contract::problem::Problem;
use crate::contract::sessions::CreateSessionRequest;
use crate::contract::tick::Tick;
use crate::practice_host::ReadyFacts;

/// The name of the integration that "Try it" makes.
const PRACTICE: &str = "Practice workspace";
/// The link of its sessions: no app has it, and none needs to.
const PRACTICE_LINK: &str = "lumashop://home";

impl Desk {
    pub(crate) async fn practice_status(&self, (): ()) -> Result<PracticeStatus, Problem> {
        let facts: Option<ReadyFacts> = self
            .practice
            .ready_line()
            .and_then(|line| serde_json::from_str(&line).ok());
        let registry = self.registry.clone();
        let saved = self
            .blocking(move || registry.list().map_err(|error| (&error).into()))
            .await?;
        Ok(PracticeStatus {
            running: facts.is_some(),
            organization_id: facts.as_ref().map(|facts| facts.organization_id.clone()),
            address: facts.map(|facts| facts.ims),
            integration: saved
                .iter()
                .find(|integration| integration.environment == Environment::Practice)
                .map(|integration| integration.id),
        })
    }

    pub(crate) async fn practice_try(&self, (): ()) -> Result<PracticeSession, Problem> {
        let integration = self.practice_integration().await?.id;
        let known = self.assurance(integration).await?.sessions().await?;
        let number = known.len() + 1;
        let name = if number == 1 {
            "Practice session".to_owned()
        } else {
            format!("Practice session {number}")
        };
        let request = CreateSessionRequest {
            integration,
            name,
            link: PRACTICE_LINK.to_owned(),
        };
        let session = self.session_create(request).await?;
        Ok(PracticeSession {
            integration,
            session: session.uuid,
        })
    }

    pub(crate) async fn practice_connect_device(&self, request: ConnectDeviceRequest) -> Result<(), Problem> {
        self.practice.connect_device(&request.session, request.device).await
    }

    /// Starts the practice workspace if it does not run, and tells the connections where it answers.
    pub(super) async fn start_practice(&self) -> Result<ReadyCredentials, Problem> {
        let was_running = self.practice.ready_line().is_some();
        let line = self.practice.start().await?;
        let ready = from_ready_json(&line).map_err(|error| Problem::internal(error.to_string()))?;
        self.connections.set_practice(Some(ready.endpoints.clone()));
        if !was_running {
            self.ticks.send(Tick::Practice);
        }
        Ok(ready)
    }

    /// The practice credentials of one kind as an integration that is not saved yet, with a name that is free.
    pub(super) async fn practice_credentials(&self, kind: KindName) -> Result<(Integration, HeldSecrets), Problem> {
        let ready = self.start_practice().await?;
        let (integration, secrets) = match kind {
            KindName::OauthServerToServer => ready.oauth,
            KindName::ServiceAccount => ready.service_account,
        };
        let registry = self.registry.clone();
        let taken = self
            .blocking(move || registry.names(None).map_err(|error| (&error).into()))
            .await?;
        let wanted = match kind {
            KindName::OauthServerToServer => PRACTICE.to_owned(),
            KindName::ServiceAccount => format!("{PRACTICE} (JWT)"),
        };
        let name = free_name(&wanted, &taken);
        Ok((
            Integration {
                name,
                environment: Environment::Practice,
                ..integration
            },
            secrets,
        ))
    }

    /// The saved integration for the practice workspace's OAuth credentials; made if there is none.
    async fn practice_integration(&self) -> Result<Integration, Problem> {
        let (integration, secrets) = self.practice_credentials(KindName::OauthServerToServer).await?;
        let registry = self.registry.clone();
        let (integration, is_new) = self
            .blocking(move || {
                let saved = registry.list().map_err(|error| Problem::from(&error))?;
                let same = saved.into_iter().find(|saved| {
                    saved.environment == Environment::Practice
                        && saved.client_id == integration.client_id
                        && saved.kind.name() == integration.kind.name()
                });
                if let Some(same) = same {
                    return Ok((same, false));
                }
                registry.save_with_secrets(&integration, &secrets)?;
                Ok((integration, true))
            })
            .await?;
        if is_new {
            self.ticks.send(Tick::Integrations);
        }
        Ok(integration)
    }
}

fn free_name(wanted: &str, taken: &[String]) -> String {
    let is_taken = |name: &str| taken.iter().any(|taken| taken.eq_ignore_ascii_case(name));
    if !is_taken(wanted) {
        return wanted.to_owned();
    }
    (2..)
        .map(|number| format!("{wanted} {number}"))
        .find(|name| !is_taken(name))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::free_name;

    #[test]
    fn a_taken_name_gets_the_next_free_number() {
        let taken = ["Practice workspace".to_owned(), "practice workspace 2".to_owned()];
        assert_eq!(free_name("Practice workspace", &taken), "Practice workspace 3");
        assert_eq!(free_name("Acme", &taken), "Acme");
    }
}
