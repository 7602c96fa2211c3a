//! Giving an integration to other tools and people.

use std::path::PathBuf;

use ::integration::{
    Endpoints, Export, ExportError, ExportFormat as StoredFormat, ExportNote, HeldSecrets, Integration,
    IntegrationError, SecretSource, export,
};
use keys::Certificate;
use secrecy::ExposeSecret as _;
use whole_files::{Readers, replace, write_new};
use zeroize::Zeroizing;

use super::Desk;
use crate::contract::drafts::SavedFile;
use crate::contract::exports::{ExportFormat, ExportKeyRequest, ExportPreview, ExportRequest, KeyFormat};
use crate::contract::integrations::IntegrationRef;
use crate::contract::problem::{Problem, ProblemCode};

/// Stands where a secret will be written.
const PLACEHOLDER: &str = "••••••••";
/// The names that Adobe's guides give the two files.
const KEY_FILE: &str = "private.key";
pub(super) const CERTIFICATE_FILE: &str = "certificate_pub.crt";
/// A shorter passphrase is guessed in no time from the file alone.
const SHORTEST_PASSPHRASE: usize = 8;

impl Desk {
    pub(crate) async fn export_preview(&self, request: ExportRequest) -> Result<ExportPreview, Problem> {
        let (integration, endpoints) = self.exported(&request).await?;
        let placeholders = HeldSecrets {
            client_secret: PLACEHOLDER.into(),
            private_key_pem: Some(PLACEHOLDER.into()),
        };
        let secrets = request.with_secrets.then_some(&placeholders);
        let written = export(&integration, &endpoints, request.format.into(), secrets).map_err(not_possible)?;
        Ok(ExportPreview {
            text: written.text.expose_secret().to_owned(),
            secrets: if request.with_secrets {
                written.secrets.iter().map(ToString::to_string).collect()
            } else {
                Vec::new()
            },
            notes: written.notes.iter().map(|note| sentence(*note)).collect(),
            file_name: written.file_name,
        })
    }

    pub(crate) async fn export_save(&self, request: ExportRequest) -> Result<SavedFile, Problem> {
        let written = self.written(&request).await?;
        let path = self
            .desktop
            .choose_save_path("Save the export", &written.file_name)
            .await?;
        let readers = if request.with_secrets {
            Readers::Owner
        } else {
            Readers::Everybody
        };
        self.write(
            path,
            Zeroizing::new(written.text.expose_secret().as_bytes().to_vec()),
            readers,
        )
        .await
    }

    pub(crate) async fn export_copy(&self, request: ExportRequest) -> Result<(), Problem> {
        let written = self.written(&request).await?;
        if request.with_secrets {
            return self.copy_secret(Zeroizing::new(written.text.expose_secret().to_owned()));
        }
        self.desktop.copy(written.text.expose_secret(), false)
    }

    pub(crate) async fn key_export(&self, request: ExportKeyRequest) -> Result<SavedFile, Problem> {
        let passphrase = Zeroizing::new(request.passphrase.unwrap_or_default());
        if request.format != KeyFormat::Pem && passphrase.chars().count() < SHORTEST_PASSPHRASE {
            return Err(Problem::invalid_input(
                format!("The passphrase needs at least {SHORTEST_PASSPHRASE} characters."),
                "Choose a longer one, and keep it apart from the file.",
            ));
        }
        let integration = self.integration(request.integration).await?;
        let secrets = self.registry.secrets(request.integration);
        let (file_name, bytes) = self
            .blocking(move || key_file(&integration, &secrets, request.format, &passphrase))
            .await?;
        let path = self.desktop.choose_save_path("Save the private key", file_name).await?;
        self.write(path, bytes, Readers::Owner).await
    }

    pub(crate) async fn certificate_save(&self, request: IntegrationRef) -> Result<SavedFile, Problem> {
        let integration = self.integration(request.integration).await?;
        let certificate = certificate_of(&integration)?;
        let path = self
            .desktop
            .choose_save_path("Save the certificate", CERTIFICATE_FILE)
            .await?;
        self.write(path, Zeroizing::new(certificate.pem().into_bytes()), Readers::Everybody)
            .await
    }

    /// Saves a certificate where the user says. It is public, so the dialog's question whether to replace a file is enough.
    pub(super) async fn save_certificate(&self, title: &str, certificate: Certificate) -> Result<SavedFile, Problem> {
        let path = self.desktop.choose_save_path(title, CERTIFICATE_FILE).await?;
        self.ensure_not_ours(&path)?;
        let saved = SavedFile {
            path: path.display().to_string(),
        };
        self.blocking(move || {
            replace(&path, certificate.pem().as_bytes(), Readers::Everybody)
                .map_err(|error| Problem::file(&path, &error, "saved"))
        })
        .await?;
        Ok(saved)
    }

    async fn exported(&self, request: &ExportRequest) -> Result<(Integration, Endpoints), Problem> {
        let integration = self.integration(request.integration).await?;
        self.ensure_endpoints(&integration.environment).await?;
        let endpoints = self.connections.endpoints(&integration)?;
        Ok((integration, endpoints))
    }

    async fn written(&self, request: &ExportRequest) -> Result<Export, Problem> {
        let (integration, endpoints) = self.exported(request).await?;
        let source = self.registry.secrets(request.integration);
        let (format, with_secrets) = (StoredFormat::from(request.format), request.with_secrets);
        self.blocking(move || {
            let secrets = with_secrets.then(|| source.held()).transpose()?;
            export(&integration, &endpoints, format, secrets.as_ref()).map_err(not_possible)
        })
        .await
    }

    async fn write(&self, path: PathBuf, bytes: Zeroizing<Vec<u8>>, readers: Readers) -> Result<SavedFile, Problem> {
        let saved = SavedFile {
            path: path.display().to_string(),
        };
        self.blocking(move || {
            write_new(&path, &bytes, readers).map_err(|error| match error.kind() {
                std::io::ErrorKind::AlreadyExists => exists_already(&path),
                _ => Problem::file(&path, &error, "saved"),
            })
        })
        .await?;
        Ok(saved)
    }
}

/// The file that a private key is written to, and what is in it.
fn key_file(
    integration: &Integration,
    secrets: &SecretSource,
    format: KeyFormat,
    passphrase: &str,
) -> Result<(&'static str, Zeroizing<Vec<u8>>), Problem> {
    let key = secrets.key_pair()?;
    Ok(match format {
        KeyFormat::Pem => (KEY_FILE, Zeroizing::new(key.private_key_pem().as_bytes().to_vec())),
        KeyFormat::EncryptedPem => {
            let pem = key.to_encrypted_pem(passphrase)?;
            (KEY_FILE, Zeroizing::new(pem.as_bytes().to_vec()))
        }
        KeyFormat::Pkcs12 => {
            let certificate = certificate_of(integration)?;
            (
                "private.p12",
                key.to_pkcs12(&certificate, passphrase, &integration.name)?,
            )
        }
    })
}

fn certificate_of(integration: &Integration) -> Result<Certificate, Problem> {
    let Some(pem) = integration.kind.certificate_pem() else {
        return Err(Problem::new(
            ProblemCode::CertificateUnusable,
            "There is no certificate",
            "This integration has no certificate beside its key.",
            "Edit the integration and choose the certificate that belongs to the key, or generate a new pair.",
        ));
    };
    Ok(Certificate::from_bytes(pem.as_bytes()).map_err(IntegrationError::from)?)
}

fn exists_already(path: &std::path::Path) -> Problem {
    Problem::new(
        ProblemCode::File,
        format!(
            "{} exists already",
            path.file_name().unwrap_or_default().to_string_lossy()
        ),
        "A file that may be somebody's only copy of a key is never overwritten. Nothing was written.",
        "Choose another name or folder.",
    )
}

fn not_possible(error: ExportError) -> Problem {
    match error {
        ExportError::ServiceAccountsOnly => Problem::invalid_input(
            "This format is for service accounts (JWT), and this integration uses OAuth Server-to-Server.",
            "Choose another format.",
        ),
    }
}

fn sentence(note: ExportNote) -> String {
    match note {
        ExportNote::PostmanOutsideAdobe => {
            "Adobe's collections put https:// before the IMS host, and these addresses are not Adobe's: change the \
             collection to http:// for a practice workspace."
        }
        ExportNote::PostmanSyncs => {
            "Postman shares initial values with everybody who can see the workspace. After importing, move secrets to \
             the current value only."
        }
        ExportNote::AioImport => "Give it to aio with: aio config set ims.contexts.NAME FILE --file --json",
        ExportNote::AeppOldForJwt => {
            "aepp signs JWTs up to version 0.3.14 only, and wants to be told: importConfigFile(path, auth_type=\"jwt\"). Newer \
             versions take OAuth Server-to-Server."
        }
        ExportNote::KeyBeside => "The private key is expected in a file private.key beside this one: export it too.",
        ExportNote::CurlEnvironment => {
            "Set ACCESS_TOKEN to the access_token of the first answer before the other calls, and CLIENT_SECRET before \
             the first where it is not written out."
        }
        ExportNote::CurlHistory => {
            "A command with a secret stays in the shell's history and can be seen by other users of the computer while \
             it runs."
        }
        ExportNote::CurlJwt => "Set JWT_TOKEN to a JWT from the token workbench first; it is valid for a few minutes.",
    }
    .to_owned()
}

impl From<ExportFormat> for StoredFormat {
    fn from(format: ExportFormat) -> Self {
        match format {
            ExportFormat::PostmanEnvironment => Self::PostmanEnvironment,
            ExportFormat::DotEnv => Self::DotEnv,
            ExportFormat::AioContext => Self::AioContext,
            ExportFormat::Aepp => Self::Aepp,
            ExportFormat::JwtAuthOptions => Self::JwtAuthOptions,
            ExportFormat::Curl => Self::Curl,
        }
    }
}
