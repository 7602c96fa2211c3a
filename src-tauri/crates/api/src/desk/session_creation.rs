//! Creating a session, once: when the answer is lost, the list of sessions tells what became of it.

use assurance::{Assurance, AssuranceError, Effect, Session};
use time::{Duration, OffsetDateTime};

use super::Desk;
use super::sessions::{checked_link, checked_name, same_session};
use crate::contract::problem::Problem;
use crate::contract::sessions::{CreateSessionRequest, SessionRow};
use crate::problem::creation_unknown;

/// How often the list is read for a session that may still be on its way.
const LOOKS: u32 = 3;
/// A session may seem to be this much older than the request for it, because clocks differ.
const CLOCKS_DIFFER: Duration = Duration::minutes(2);

impl Desk {
    pub(crate) async fn session_create(&self, request: CreateSessionRequest) -> Result<SessionRow, Problem> {
        let wanted = Wanted {
            name: checked_name(&request.name)?,
            link: checked_link(&request.link)?,
            before: self.sessions.of(request.integration).unwrap_or_default(),
            since: self.now_at_adobe(request.integration).await - CLOCKS_DIFFER,
        };
        let assurance = self.assurance(request.integration).await?;
        let session = match assurance.create_session(&wanted.name, &wanted.link).await {
            Ok(mut session) => {
                // Adobe answers with the fields that were selected; what it leaves out is what was sent.
                if session.name.is_empty() {
                    session.name = wanted.name;
                }
                session.link.get_or_insert(wanted.link);
                // The answer leaves out when and by whom; the list tells. Without it the session is there all the same.
                let listed = assurance.sessions().await.unwrap_or_default();
                let mut listed = listed.into_iter();
                listed
                    .find(|listed| same_session(listed, &session.uuid))
                    .unwrap_or(session)
            }
            Err(error) => self.created_all_the_same(&assurance, &wanted, &error).await?,
        };
        Ok(self.session_changed(request.integration, session).await)
    }

    /// Looks whether a session came into being although its answer was lost. It is not asked for again: that could make
    /// two.
    async fn created_all_the_same(
        &self,
        assurance: &Assurance,
        wanted: &Wanted,
        error: &AssuranceError,
    ) -> Result<Session, Problem> {
        let looks = match error.effect() {
            Effect::None => return Err(error.into()),
            Effect::Perhaps => 1,
            Effect::PerhapsLater => LOOKS,
        };
        let mut wait = self.connections.clients().first_wait() * 2;
        let mut could_look = false;
        for look in 1..=looks {
            match assurance.sessions().await {
                Ok(listed) => {
                    could_look = true;
                    if let Some(session) = wanted.find(listed) {
                        tracing::info!(%error, "the session was created although its answer was lost");
                        return Ok(session);
                    }
                }
                Err(error) => tracing::debug!(%error, "the list could not be read"),
            }
            if look < looks {
                tokio::time::sleep(wait).await;
                wait *= 2;
            }
        }
        match error.effect() {
            Effect::PerhapsLater => Err(creation_unknown(&wanted.name, could_look, error)),
            Effect::None | Effect::Perhaps => Err(error.into()),
        }
    }

    /// The time by Adobe's clock, as far as that is known to differ from this computer's.
    async fn now_at_adobe(&self, integration: uuid::Uuid) -> OffsetDateTime {
        let now = OffsetDateTime::now_utc();
        match self.connections.open(integration).await {
            Ok(connection) => self
                .connections
                .clients()
                .clocks()
                .by_ims(&connection.endpoints().ims, now),
            Err(_) => now,
        }
    }
}

/// A session that was asked for.
struct Wanted {
    name: String,
    link: String,
    /// The sessions that were known before.
    before: Vec<Session>,
    /// Older ones are others.
    since: OffsetDateTime,
}

impl Wanted {
    /// The newest session of that name and link that came into being since.
    fn find(&self, listed: Vec<Session>) -> Option<Session> {
        let since = self.since.unix_timestamp() * 1000;
        let mut came: Vec<Session> = listed
            .into_iter()
            .filter(|listed| listed.name == self.name && listed.link.as_deref() == Some(&self.link))
            .filter(|listed| listed.created_ts.is_none_or(|created| created >= since))
            .filter(|listed| !self.before.iter().any(|known| same_session(known, &listed.uuid)))
            .collect();
        came.sort_by_key(|session| session.created_ts);
        came.pop()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(uuid: &str, name: &str, link: &str, created: Option<i64>) -> Session {
        let text = serde_json::json!({ "uuid": uuid, "name": name, "link": link, "createdTs": created });
        serde_json::from_value(text).unwrap()
    }

    #[test]
    fn only_a_new_session_of_that_name_and_link_is_it() {
        let since = OffsetDateTime::from_unix_timestamp(1_000).unwrap();
        let wanted = Wanted {
            name: "Home".to_owned(),
            link: "app://home".to_owned(),
            before: vec![session("known", "Home", "app://home", None)],
            since,
        };
        let others = || {
            vec![
                session("KNOWN", "Home", "app://home", Some(2_000_000)),
                session("older", "Home", "app://home", Some(999_999)),
                session("name", "House", "app://home", Some(2_000_000)),
                session("link", "Home", "app://house", Some(2_000_000)),
            ]
        };
        assert!(wanted.find(others()).is_none());
        for created in [Some(1_000_000), None] {
            let mut listed = others();
            listed.insert(1, session("it", "Home", "app://home", created));
            assert_eq!(wanted.find(listed).unwrap().uuid, "it");
        }
    }
}
