//! The connection doctor of an integration.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use ::doctor::{Line, Service, examine};
use integration::{CheckTarget, Integration};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use tokio::task::AbortHandle;
use uuid::Uuid;

use super::integrations::milliseconds;
use super::{Desk, lock};
use crate::contract::doctor::{DoctorReport, Examination};
use crate::contract::integrations::IntegrationRef;
use crate::contract::problem::Problem;
use crate::contract::tick::Tick;
use crate::problem::{doctor_groups, doctor_report};

/// The last examination of each integration, while the program runs.
#[derive(Clone, Default)]
pub(super) struct Examinations(Arc<Mutex<HashMap<Uuid, Examined>>>);

struct Examined {
    begun: OffsetDateTime,
    lines: Vec<Line>,
    /// Set while it goes on.
    running: Option<AbortHandle>,
}

impl Desk {
    pub(crate) async fn doctor_read(&self, request: IntegrationRef) -> Result<Examination, Problem> {
        let integration = self.integration(request.integration).await?;
        let (begun_at, running, lines) = match lock(&self.examinations.0).get(&integration.id) {
            Some(examined) => (
                Some(milliseconds(examined.begun)),
                examined.running.is_some(),
                examined.lines.clone(),
            ),
            None => (None, false, Vec::new()),
        };
        Ok(Examination {
            integration: integration.id,
            running,
            begun_at,
            groups: doctor_groups(&lines, &integration, |service| {
                self.proxy_on_the_way(&integration, service)
            }),
        })
    }

    /// Begins an examination, unless one goes on. What a person sees of it comes by ticks.
    pub(crate) async fn doctor_start(&self, request: IntegrationRef) -> Result<Examination, Problem> {
        let integration = self.integration(request.integration).await?;
        self.ensure_endpoints(&integration.environment).await?;
        let id = integration.id;
        let target = CheckTarget::saved(
            integration.clone(),
            self.registry.secrets(id),
            self.connections.endpoints(&integration)?,
            self.connections.clients().clone(),
        );
        let examinations = self.examinations.clone();
        {
            let mut all = lock(&examinations.0);
            if all.get(&id).is_none_or(|examined| examined.running.is_none()) {
                let task = tokio::spawn(run(examinations.clone(), target, self.ticks.clone()));
                all.insert(
                    id,
                    Examined {
                        begun: OffsetDateTime::now_utc(),
                        lines: Vec::new(),
                        running: Some(task.abort_handle()),
                    },
                );
            }
        }
        self.doctor_read(request).await
    }

    /// Stops an examination; what was found stays.
    pub(crate) async fn doctor_stop(&self, request: IntegrationRef) -> Result<Examination, Problem> {
        if let Some(examined) = lock(&self.examinations.0).get_mut(&request.integration)
            && let Some(running) = examined.running.take()
        {
            running.abort();
        }
        self.doctor_read(request).await
    }

    pub(crate) async fn doctor_report(&self, request: IntegrationRef) -> Result<DoctorReport, Problem> {
        let integration = self.integration(request.integration).await?;
        let examination = self.doctor_read(request).await?;
        let when = lock(&self.examinations.0)
            .get(&request.integration)
            .and_then(|examined| examined.begun.format(&Rfc3339).ok())
            .unwrap_or_default();
        Ok(DoctorReport {
            text: doctor_report(&integration, &examination.groups, &when),
        })
    }

    fn proxy_on_the_way(&self, integration: &Integration, service: Service) -> Option<String> {
        let endpoints = self.connections.endpoints(integration).ok()?;
        let url = match service {
            Service::Ims => &endpoints.ims,
            Service::Assurance => &endpoints.assurance,
            Service::Platform => &endpoints.platform,
            Service::Tags => &endpoints.tags,
        };
        self.proxy_to(url)
    }
}

async fn run(examinations: Examinations, target: CheckTarget, ticks: crate::ticks::Ticks) {
    let id = target.integration.id;
    let show = |lines: &[Line]| {
        if let Some(examined) = lock(&examinations.0).get_mut(&id) {
            examined.lines = lines.to_vec();
        }
        ticks.send(Tick::Doctor { integration: id });
    };
    let lines = examine(&target, show).await;
    if let Some(examined) = lock(&examinations.0).get_mut(&id) {
        examined.lines = lines;
        examined.running = None;
    }
    ticks.send(Tick::Doctor { integration: id });
}
