//! Taking over what people have.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use ::integration::import::{Candidate, FileState, Import, ImportedFile as ReadFile};
use ::integration::{FieldProblem, KindName};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::drafts::finding;
use super::integrations::certificate_summary;
use super::{Desk, lock};
use crate::contract::drafts::Draft;
use crate::contract::imports::{
    AcceptImportRequest, ImportCandidate, ImportPreview, ImportRef, ImportSource, ImportedFile, ImportedFileState,
    ReadImportRequest, RemoveImportedFileRequest, UnlockImportRequest,
};
use crate::contract::integrations::EnvironmentKind;
use crate::contract::problem::Problem;
use crate::problem::format_name;

/// How many imports are kept while their previews are open; older ones are forgotten.
const MOST_IMPORTS: usize = 8;

/// What a pasted text is called.
const PASTED: &str = "Pasted text";

/// The imports whose previews are open, the newest last. Everything in them stays in memory.
#[derive(Clone, Default)]
pub(super) struct Imports(Arc<Mutex<VecDeque<(Uuid, Open)>>>);

/// One import, used by one command at a time.
type Open = Arc<Mutex<Import>>;

impl Imports {
    fn begin(&self) -> (Uuid, Open) {
        let begun = (Uuid::new_v4(), Open::default());
        let mut imports = lock(&self.0);
        if imports.len() == MOST_IMPORTS {
            imports.pop_front();
        }
        imports.push_back(begun.clone());
        begun
    }

    fn find(&self, id: Uuid) -> Result<Open, Problem> {
        let imports = lock(&self.0);
        let found = imports.iter().find(|(known, _)| *known == id);
        found
            .map(|(_, import)| Arc::clone(import))
            .ok_or_else(|| Problem::not_found("The import"))
    }

    fn end(&self, id: Uuid) {
        lock(&self.0).retain(|(known, _)| *known != id);
    }
}

impl Desk {
    pub(crate) async fn import_read(&self, request: ReadImportRequest) -> Result<ImportPreview, Problem> {
        let known = match request.import {
            Some(id) => Some((id, self.imports.find(id)?)),
            None => None,
        };
        let material = match request.source {
            ImportSource::Dialog => Material::Files(self.desktop.choose_files("Choose files to import").await?),
            ImportSource::Files { paths } => Material::Files(paths.into_iter().map(PathBuf::from).collect()),
            ImportSource::Text { text } => Material::Text(Zeroizing::new(text)),
        };
        let (id, import) = known.unwrap_or_else(|| self.imports.begin());
        let read = self
            .with_import(id, import, move |import| {
                // A failure leaves what was there before.
                match material {
                    Material::Text(text) => import.add_text(PASTED, &text)?,
                    Material::Files(paths) => import.add_files(&paths)?,
                }
                Ok(())
            })
            .await;
        if read.is_err() && request.import.is_none() {
            self.imports.end(id);
        }
        read
    }

    pub(crate) async fn import_unlock(&self, request: UnlockImportRequest) -> Result<ImportPreview, Problem> {
        let import = self.imports.find(request.import)?;
        let passphrase = Zeroizing::new(request.passphrase);
        self.with_import(request.import, import, move |import| {
            import.unlock(place(request.file), &passphrase);
            Ok(())
        })
        .await
    }

    pub(crate) async fn import_remove(&self, request: RemoveImportedFileRequest) -> Result<ImportPreview, Problem> {
        let import = self.imports.find(request.import)?;
        self.with_import(request.import, import, move |import| {
            import.remove(place(request.file));
            Ok(())
        })
        .await
    }

    pub(crate) async fn import_accept(&self, request: AcceptImportRequest) -> Result<Draft, Problem> {
        let import = self.imports.find(request.import)?;
        if let Some(draft) = request.draft {
            self.forget_test(draft);
        }
        let drafts = self.drafts.clone();
        let draft = self
            .blocking(move || {
                let mut candidates = lock(&import).candidates();
                let place = place(request.candidate);
                if place >= candidates.len() {
                    return Err(Problem::not_found("What was chosen"));
                }
                let candidate = candidates.swap_remove(place);
                if request.draft.is_none() {
                    super::drafts::make_room(&drafts)?;
                }
                Ok(drafts.take_over(request.draft, &candidate)?)
            })
            .await?;
        let shown = self.shown(draft).await?;
        self.imports.end(request.import);
        Ok(shown)
    }

    pub(crate) async fn import_discard(&self, request: ImportRef) -> Result<(), Problem> {
        self.imports.end(request.import);
        Ok(())
    }

    /// Works on an import off the async threads, and shows it as it is then.
    async fn with_import(
        &self,
        id: Uuid,
        import: Open,
        work: impl FnOnce(&mut Import) -> Result<(), Problem> + Send + 'static,
    ) -> Result<ImportPreview, Problem> {
        let registry = self.registry.clone();
        self.blocking(move || {
            let mut import = lock(&import);
            work(&mut import)?;
            let taken = registry.names(None).map_err(|error| Problem::from(&error))?;
            Ok(ImportPreview::of(id, &import, &taken))
        })
        .await
    }
}

impl ImportPreview {
    /// What an import shows of itself. `taken` are the names of the integrations that are there.
    #[must_use]
    pub fn of(id: Uuid, import: &Import, taken: &[String]) -> Self {
        let candidates = import.candidates().into_iter();
        Self {
            id,
            files: import.files().into_iter().map(shown_file).collect(),
            candidates: candidates.map(|candidate| shown_candidate(candidate, taken)).collect(),
        }
    }
}

/// What is to be read.
enum Material {
    Files(Vec<PathBuf>),
    Text(Zeroizing<String>),
}

/// A place that is beyond all lists when it does not fit.
fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn shown_file(file: ReadFile) -> ImportedFile {
    ImportedFile {
        name: file.name,
        format: file.format.map(|format| format_name(format).to_owned()),
        state: match file.state {
            FileState::Understood => ImportedFileState::Understood,
            FileState::Locked { wrong_passphrase } => ImportedFileState::Locked { wrong_passphrase },
            FileState::Unusable(unusable) => ImportedFileState::Unusable {
                problem: (&unusable).into(),
            },
        },
    }
}

fn shown_candidate(candidate: Candidate, taken: &[String]) -> ImportCandidate {
    let (missing, wrong): (Vec<FieldProblem>, Vec<_>) = candidate
        .findings(taken)
        .into_iter()
        .partition(|finding| finding.missing);
    ImportCandidate {
        key_bits: candidate.key.as_ref().map(|key| key.bits()),
        key_matches_certificate: candidate.key_matches_certificate(),
        certificate: candidate.certificate.as_ref().map(certificate_summary),
        name: title(&candidate),
        kind: candidate.kind.into(),
        environment: candidate
            .environment
            .as_ref()
            .map_or(EnvironmentKind::Adobe, EnvironmentKind::from),
        has_client_secret: candidate.client_secret.is_some(),
        missing: missing.into_iter().map(|problem| finding(problem).field).collect(),
        findings: wrong.into_iter().map(finding).collect(),
        organization_id: candidate.organization_id,
        client_id: candidate.client_id,
        technical_account_id: candidate.technical_account_id,
        scopes: match candidate.kind {
            KindName::OauthServerToServer => candidate.scopes,
            KindName::ServiceAccount => candidate.metascopes,
        },
        ignored: candidate.ignored.into_iter().map(Into::into).collect(),
    }
}

/// What to call credentials in a list: their name, or what they are.
fn title(candidate: &Candidate) -> String {
    let parts = (candidate.key.is_some(), candidate.certificate.is_some());
    match (&candidate.name, &candidate.client_id, parts) {
        (Some(name), ..) => name.clone(),
        (None, Some(client_id), _) => client_id.clone(),
        (None, None, (true, true)) => "Private key and certificate".to_owned(),
        (None, None, (true, false)) => "Private key".to_owned(),
        (None, None, (false, true)) => "Certificate".to_owned(),
        (None, None, (false, false)) => "Credentials".to_owned(),
    }
}
