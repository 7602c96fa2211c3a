//! What will need the user soon.

use std::sync::Arc;
use std::time::Duration;

use ::integration::{Integration, Registry, expiry_threshold};
use keys::Certificate;
use time::OffsetDateTime;

use super::Desk;
use super::integrations::milliseconds;
use crate::contract::announcements::{Announcement, DismissAnnouncementRequest};
use crate::contract::problem::Problem;
use crate::contract::tick::Tick;
use crate::ticks::Ticks;

/// How often it is looked whether a threshold was passed while the program runs.
const LOOK_EVERY: Duration = Duration::from_secs(15 * 60);

impl Desk {
    pub(crate) async fn announcements_list(&self, (): ()) -> Result<Vec<Announcement>, Problem> {
        let dismissed = self.settings.settings().dismissed_announcements;
        let registry = self.registry.clone();
        let mut all = self.blocking(move || announcements(&registry)).await?;
        all.retain(|announcement| !dismissed.contains(&announcement.id));
        Ok(all)
    }

    pub(crate) async fn announcement_dismiss(
        &self,
        request: DismissAnnouncementRequest,
    ) -> Result<Vec<Announcement>, Problem> {
        let registry = self.registry.clone();
        let mut all = self.blocking(move || announcements(&registry)).await?;
        let mut settings = self.settings.settings();
        let dismissed = &mut settings.dismissed_announcements;
        // What can no longer come back need not be remembered.
        dismissed.retain(|id| all.iter().any(|announcement| announcement.id == *id));
        dismissed.push(request.id);
        self.settings.save(&settings)?;
        self.ticks.send(Tick::Announcements);
        all.retain(|announcement| !settings.dismissed_announcements.contains(&announcement.id));
        Ok(all)
    }
}

/// Tells the window when an announcement comes while the program runs. Ends with the last holder of the registry.
pub(super) fn watch(registry: &Arc<Registry>, ticks: Ticks) {
    let registry = Arc::downgrade(registry);
    tokio::spawn(async move {
        let mut known: Option<Vec<Announcement>> = None;
        let mut interval = tokio::time::interval(LOOK_EVERY);
        loop {
            interval.tick().await;
            let Some(registry) = registry.upgrade() else {
                return;
            };
            let looked = blocking_work::caught(move || announcements(&registry).ok()).await;
            let Some(now) = looked.ok().flatten() else {
                continue;
            };
            if known.as_ref().is_some_and(|known| *known != now) {
                ticks.send(Tick::Announcements);
            }
            known = Some(now);
        }
    });
}

/// The announcements of all integrations, the most urgent first.
fn announcements(registry: &Registry) -> Result<Vec<Announcement>, Problem> {
    let now = OffsetDateTime::now_utc();
    let saved = registry.list().map_err(|error| Problem::from(&error))?;
    let mut all: Vec<_> = saved
        .iter()
        .filter_map(|integration| announcement(integration, now))
        .collect();
    all.sort_by_key(|announcement| announcement.ends_at);
    Ok(all)
}

fn announcement(integration: &Integration, now: OffsetDateTime) -> Option<Announcement> {
    let certificate = Certificate::from_bytes(integration.kind.certificate_pem()?.as_bytes()).ok()?;
    let end = certificate.not_after();
    let threshold = expiry_threshold(end, now)?;
    let ended = threshold == 0;
    let name = &integration.name;
    let when = match (end - now).whole_days() {
        ..=0 => "within a day".to_owned(),
        1 => "in 1 day".to_owned(),
        days => format!("in {days} days"),
    };
    Some(Announcement {
        id: format!("{}/{}/{threshold}", integration.id, certificate.sha1_fingerprint()),
        integration: integration.id,
        title: if ended {
            format!("The certificate of {name} has ended")
        } else {
            format!("The certificate of {name} ends {when}")
        },
        message: if ended {
            "Adobe no longer accepts what its key signs, so there are no new access tokens."
        } else {
            "After that Adobe no longer accepts what its key signs, and there are no new access tokens."
        }
        .to_owned(),
        next_step: "Renew the certificate: the guide makes a new pair and switches once it is proven.".to_owned(),
        ends_at: milliseconds(end),
        ended,
    })
}
