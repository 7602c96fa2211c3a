//! The integration wizard.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use ::integration::{
    CheckTarget, Console, Draft as StoredDraft, DraftChange as StoredChange, Environment, Field, FieldProblem,
    run_checks,
};
use keys::Certificate;
use secrecy::SecretString;
use time::OffsetDateTime;
use uuid::Uuid;

use super::exports::CERTIFICATE_FILE;
use super::integrations::certificate_summary;
use super::{Desk, lock};
use crate::contract::drafts::{
    ChangeDraftRequest, Draft, DraftChange, DraftField, DraftRef, Finding, OpenDraftRequest, SavedFile, TestStep,
};
use crate::contract::integrations::{CredentialKind, IntegrationRow};
use crate::contract::problem::{Problem, ProblemCode};
use crate::contract::tick::Tick;
use crate::problem::test_steps;

/// The last test of each draft, while the program runs.
#[derive(Clone, Default)]
pub(super) struct Tests(Arc<Mutex<HashMap<Uuid, Test>>>);

#[derive(Clone, Default)]
struct Test {
    steps: Vec<TestStep>,
    running: bool,
}

impl Desk {
    pub(crate) async fn draft_open(&self, request: OpenDraftRequest) -> Result<Draft, Problem> {
        let drafts = self.drafts.clone();
        if let Some(id) = request.integration {
            let draft = self.blocking(move || Ok(drafts.from_integration(id)?)).await?;
            return self.shown(draft).await;
        }
        let Some(kind) = request.practice else {
            let draft = self
                .blocking(move || {
                    Ok(match unfinished(&drafts)? {
                        Some(draft) => draft,
                        None => drafts.create(Environment::Adobe)?,
                    })
                })
                .await?;
            return self.shown(draft).await;
        };
        let (integration, secrets) = self.practice_credentials(kind.into()).await?;
        let draft = self
            .blocking(move || {
                make_room(&drafts)?;
                Ok(drafts.create_with(&integration, &secrets)?)
            })
            .await?;
        self.shown(draft).await
    }

    pub(crate) async fn draft_read(&self, request: DraftRef) -> Result<Draft, Problem> {
        let draft = self.stored(request.draft).await?;
        self.shown(draft).await
    }

    pub(crate) async fn draft_change(&self, request: ChangeDraftRequest) -> Result<Draft, Problem> {
        self.forget_test(request.draft);
        let change = stored_change(request.change);
        let drafts = self.drafts.clone();
        let draft = self
            .blocking(move || Ok(drafts.change(request.draft, &change)?))
            .await?;
        self.shown(draft).await
    }

    pub(crate) async fn draft_discard(&self, request: DraftRef) -> Result<(), Problem> {
        self.forget_test(request.draft);
        let drafts = self.drafts.clone();
        self.blocking(move || Ok(drafts.discard(request.draft)?)).await
    }

    pub(crate) async fn draft_save_certificate(&self, request: DraftRef) -> Result<SavedFile, Problem> {
        let certificate = certificate_of(&self.stored(request.draft).await?)?;
        self.save_certificate("Save the certificate", certificate).await
    }

    pub(crate) async fn draft_drag_certificate(&self, request: DraftRef) -> Result<(), Problem> {
        let certificate = certificate_of(&self.stored(request.draft).await?)?;
        // Whoever receives the drop reads the file later, so it stays until the next one is dragged.
        let folder = self.data.join("dragged");
        let path = self
            .blocking(move || {
                let path = folder.join(CERTIFICATE_FILE);
                std::fs::create_dir_all(&folder)
                    .and_then(|()| std::fs::write(&path, certificate.pem()))
                    .map_err(|error| Problem::file(&path, &error, "saved"))?;
                Ok(path)
            })
            .await?;
        self.desktop.drag_file(&path)
    }

    pub(crate) async fn draft_register_certificate(&self, request: DraftRef) -> Result<Draft, Problem> {
        let draft = self.stored(request.draft).await?;
        let certificate = certificate_of(&draft)?;
        let Some(integration_id) = draft
            .integration_id
            .as_deref()
            .filter(|_| draft.environment != Environment::Adobe)
        else {
            return Err(Problem::new(
                ProblemCode::InvalidInput,
                "Register it in Developer Console",
                "Only the practice console can be reached from here; Adobe's needs you to sign in.",
                "Save the certificate and upload it on the credential's page in Developer Console.",
            ));
        };
        self.ensure_endpoints(&draft.environment).await?;
        let endpoints = self
            .connections
            .endpoints(&draft.to_integration(OffsetDateTime::now_utc()))?;
        let client = self.connections.clients().for_address(&endpoints.console);
        let console = Console::new(&endpoints.console, client, &draft.organization_id, integration_id);
        console.register(&certificate).await?;
        self.forget_test(request.draft);
        let drafts = self.drafts.clone();
        let draft = self
            .blocking(move || Ok(drafts.note_registered(request.draft)?))
            .await?;
        self.shown(draft).await
    }

    pub(crate) async fn draft_test(&self, request: DraftRef) -> Result<Draft, Problem> {
        let id = request.draft;
        let draft = self.stored(id).await?;
        if !self.begin_test(id) {
            return self.shown(draft).await;
        }
        let running = RunningTest {
            tests: self.tests.clone(),
            ticks: self.ticks.clone(),
            draft: id,
        };
        self.ensure_endpoints(&draft.environment).await?;
        let integration = draft.to_integration(OffsetDateTime::now_utc());
        let drafts = self.drafts.clone();
        let findings = self
            .blocking(move || drafts.findings(&draft).map_err(|error| (&error).into()))
            .await?;
        let target = CheckTarget {
            endpoints: self.connections.endpoints(&integration)?,
            secrets: self.drafts.secrets(id),
            clients: self.connections.clients().clone(),
            findings,
            integration,
        };
        run_checks(&target, |steps| running.show(test_steps(steps))).await;
        drop(running);
        self.draft_read(request).await
    }

    pub(crate) async fn draft_save(&self, request: DraftRef) -> Result<IntegrationRow, Problem> {
        let drafts = self.drafts.clone();
        let now = OffsetDateTime::now_utc();
        let integration = self
            .blocking(move || Ok(drafts.save_as_integration(request.draft, now)?))
            .await?;
        self.forget_test(request.draft);
        // The next call makes a connection with the new fields and secrets.
        self.connections.close(integration.id);
        self.sessions.forget(integration.id);
        self.request_first_token(integration.id).await;
        self.ticks.send(Tick::Integrations);
        Ok(self.row(&integration).await)
    }

    pub(super) async fn stored(&self, id: Uuid) -> Result<StoredDraft, Problem> {
        let drafts = self.drafts.clone();
        self.blocking(move || Ok(drafts.find(id)?)).await
    }

    pub(super) async fn shown(&self, draft: StoredDraft) -> Result<Draft, Problem> {
        let test = lock(&self.tests.0).get(&draft.id).cloned().unwrap_or_default();
        let drafts = self.drafts.clone();
        let (draft, findings) = self
            .blocking(move || {
                let findings = drafts.findings(&draft).map_err(|error| Problem::from(&error))?;
                Ok((draft, findings))
            })
            .await?;
        Ok(Draft {
            id: draft.id,
            integration: draft.integration,
            kind: draft.kind.into(),
            environment: (&draft.environment).into(),
            has_client_secret: draft.has_client_secret,
            key_bits: draft.key_bits,
            certificate: draft.certificate()?.as_ref().map(certificate_summary),
            certificate_registered: draft.is_certificate_registered(),
            findings: findings.into_iter().map(finding).collect(),
            steps: test.steps,
            testing: test.running,
            generating: self.generations.is_running(draft.id),
            console_link: draft.console_link,
            jwt_lifetime_minutes: draft.jwt.lifetime_minutes,
            jwt_jti: draft.jwt.jti,
            name: draft.name,
            organization_id: draft.organization_id,
            client_id: draft.client_id,
            technical_account_id: draft.technical_account_id,
            metascopes: draft.metascopes,
            scopes: draft.scopes,
        })
    }

    /// Begins a test unless one is running.
    fn begin_test(&self, draft: Uuid) -> bool {
        let mut tests = lock(&self.tests.0);
        let test = tests.entry(draft).or_default();
        !std::mem::replace(&mut test.running, true)
    }

    /// A test of other values than those that are there now says nothing any more. One that runs goes on.
    pub(super) fn forget_test(&self, draft: Uuid) {
        let mut tests = lock(&self.tests.0);
        if tests.get(&draft).is_some_and(|test| !test.running) {
            tests.remove(&draft);
        }
    }
}

/// A test under way; it has ended when this is dropped, however that comes about.
struct RunningTest {
    tests: Tests,
    ticks: crate::ticks::Ticks,
    draft: Uuid,
}

impl RunningTest {
    fn show(&self, steps: Vec<TestStep>) {
        lock(&self.tests.0).entry(self.draft).or_default().steps = steps;
        self.ticks.send(Tick::Draft { draft: self.draft });
    }
}

impl Drop for RunningTest {
    fn drop(&mut self) {
        if let Some(test) = lock(&self.tests.0).get_mut(&self.draft) {
            test.running = false;
        }
        self.ticks.send(Tick::Draft { draft: self.draft });
    }
}

/// Discards an empty draft before another is made; one with something in it waits for its turn.
pub(super) fn make_room(drafts: &::integration::Drafts) -> Result<(), Problem> {
    if let Some(empty) = unfinished(drafts)?.filter(is_untouched) {
        drafts.discard(empty.id)?;
    }
    Ok(())
}

/// The newest draft of a new integration.
fn unfinished(drafts: &::integration::Drafts) -> Result<Option<StoredDraft>, Problem> {
    let all = drafts.list().map_err(|error| Problem::from(&error))?;
    Ok(all.into_iter().rev().find(|draft| draft.integration.is_none()))
}

fn is_untouched(draft: &StoredDraft) -> bool {
    *draft
        == StoredDraft {
            id: draft.id,
            kind: draft.kind,
            ..StoredDraft::default()
        }
}

fn certificate_of(draft: &StoredDraft) -> Result<Certificate, Problem> {
    draft.certificate()?.ok_or_else(|| {
        Problem::new(
            ProblemCode::CertificateUnusable,
            "There is no certificate yet",
            "A certificate is made together with the key.",
            "Generate a key and certificate first.",
        )
    })
}

fn stored_change(change: DraftChange) -> StoredChange {
    StoredChange {
        name: change.name,
        organization_id: change.organization_id,
        client_id: change.client_id,
        client_secret: change.client_secret.map(SecretString::from),
        technical_account_id: change.technical_account_id,
        kind: change.kind.map(CredentialKind::into),
        scopes: change.scopes,
        metascopes: change.metascopes,
        console_link: change.console_link,
        jwt_lifetime_minutes: change.jwt_lifetime_minutes,
        jwt_jti: change.jwt_jti,
        ..StoredChange::default()
    }
}

pub(super) fn finding(problem: FieldProblem) -> Finding {
    Finding {
        field: match problem.field {
            Field::Name => DraftField::Name,
            Field::OrganizationId => DraftField::OrganizationId,
            Field::ClientId => DraftField::ClientId,
            Field::ClientSecret => DraftField::ClientSecret,
            Field::TechnicalAccountId => DraftField::TechnicalAccountId,
            Field::Metascopes => DraftField::Metascopes,
            Field::Scopes => DraftField::Scopes,
            Field::Key => DraftField::Key,
            Field::Certificate => DraftField::Certificate,
            Field::ConsoleLink => DraftField::ConsoleLink,
            Field::JwtLifetime => DraftField::JwtLifetime,
        },
        missing: problem.missing,
        message: format!("{} {}", problem.message, problem.next_step),
        suggestion: problem.suggestion,
    }
}
