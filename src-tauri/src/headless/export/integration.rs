//! Exporting an integration in another tool's format.

use std::path::{Path, PathBuf};

use api::contract::problem::Problem;
use integration::{ExportFormat, export};
use secrecy::ExposeSecret as _;
use whole_files::{Readers, write_new};

use crate::arguments::{ExportArguments, FormatChoice};
use crate::headless::output::Output;
use crate::headless::{Refusal, integration as chosen};

/// Prints an integration in another tool's format, or writes it to a new file.
pub(super) async fn run(arguments: &ExportArguments, data: Option<PathBuf>) -> Result<(), Refusal> {
    let format = format(arguments.format)?;
    let chosen = chosen::load(&arguments.integration, data).await?;
    let secrets = if arguments.with_secrets {
        let held = tokio::task::spawn_blocking(move || chosen.secrets.held());
        let held = held.await.map_err(Refusal::of)?;
        Some(held.map_err(|error| Refusal::Problem((&error).into()))?)
    } else {
        None
    };
    let written = export(&chosen.integration, &chosen.endpoints, format, secrets.as_ref()).map_err(Refusal::of)?;
    let text = written.text.expose_secret().as_bytes();
    match &arguments.out {
        Some(path) => write(path, text, arguments.with_secrets),
        None => {
            let mut output = Output::new();
            output.write(text)?;
            output.flush()
        }
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

fn format(choice: FormatChoice) -> Result<ExportFormat, Refusal> {
    match choice {
        FormatChoice::Postman => Ok(ExportFormat::PostmanEnvironment),
        FormatChoice::Env => Ok(ExportFormat::DotEnv),
        FormatChoice::Aio => Ok(ExportFormat::AioContext),
        FormatChoice::Aepp => Ok(ExportFormat::Aepp),
        FormatChoice::JwtAuth => Ok(ExportFormat::JwtAuthOptions),
        FormatChoice::Curl => Ok(ExportFormat::Curl),
        FormatChoice::Json | FormatChoice::Ndjson | FormatChoice::Csv | FormatChoice::Parquet => Err(Refusal::Usage(
            "this is a format for the events of an archive: name the archive, and the file to write with --out"
                .to_owned(),
        )),
    }
}
