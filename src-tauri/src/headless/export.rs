//! `assurance-desk export`

use std::io::Write as _;
use std::path::{Path, PathBuf};

use api::contract::problem::Problem;
use api::new_file::{Readers, write_new};
use integration::{ExportFormat, export};
use secrecy::ExposeSecret as _;

use super::{Refusal, integration as chosen};
use crate::arguments::{ExportArguments, FormatChoice};

/// Prints an integration in another tool's format, or writes it to a new file.
pub(super) async fn run(arguments: &ExportArguments, data: Option<PathBuf>) -> Result<(), Refusal> {
    let chosen = chosen::load(&arguments.integration, data).await?;
    let secrets = if arguments.with_secrets {
        let held = tokio::task::spawn_blocking(move || chosen.secrets.held());
        let held = held.await.map_err(Refusal::of)?;
        Some(held.map_err(|error| Refusal::Problem((&error).into()))?)
    } else {
        None
    };
    let written = export(
        &chosen.integration,
        &chosen.endpoints,
        arguments.format.into(),
        secrets.as_ref(),
    )
    .map_err(Refusal::of)?;
    let text = written.text.expose_secret().as_bytes();
    match &arguments.out {
        Some(path) => write(path, text, arguments.with_secrets),
        None => std::io::stdout().lock().write_all(text).map_err(Refusal::of),
    }
}

fn write(path: &Path, text: &[u8], with_secrets: bool) -> Result<(), Refusal> {
    let readers = if with_secrets {
        Readers::Owner
    } else {
        Readers::Everybody
    };
    write_new(path, text, readers).map_err(|error| Refusal::Problem(Problem::file(path, &error, "written")))
}

impl From<FormatChoice> for ExportFormat {
    fn from(choice: FormatChoice) -> Self {
        match choice {
            FormatChoice::Postman => Self::PostmanEnvironment,
            FormatChoice::Env => Self::DotEnv,
            FormatChoice::Aio => Self::AioContext,
            FormatChoice::Aepp => Self::Aepp,
            FormatChoice::JwtAuth => Self::JwtAuthOptions,
            FormatChoice::Curl => Self::Curl,
        }
    }
}
