//! The command line.

mod events;

pub(crate) use events::{
    EventFormatChoice, EventsArguments, ExportArguments, FormatChoice, InfoArguments, QueryArguments, RuleChoice,
    ZoneArguments,
};

use std::net::SocketAddr;
use std::path::PathBuf;

use api::openings::Asked;
use clap::{Args, Parser, Subcommand, ValueEnum};
use keys::{KeyBits, KeyError, LONGEST_VALIDITY_DAYS, Subject};

const EXIT_CODES: &str = "\
Exit codes: 0 done, 1 refused, 2 wrong usage, 3 done but not whole: a file that was imported ends early, or a part of an \
archive is damaged.";

/// Test apps with Adobe Experience Platform Assurance. Without a command, the window opens.
#[derive(Debug, Parser)]
#[command(name = "assurance-desk", version, about, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    /// Folder for integrations, the vault and the practice workspace's state
    #[arg(long, global = true, value_name = "DIR", env = "ASSURANCE_DESK_DATA")]
    pub(crate) data: Option<PathBuf>,

    /// Archives to open in the window, or a link that begins with assurance-desk://
    #[arg(value_name = "ARCHIVE", value_parser = asked)]
    pub(crate) open: Vec<Asked>,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// Everything that works without a window.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve a practice workspace, a strict stand-in for Adobe, until stopped
    Practice(PracticeArguments),
    /// Serve the window's pages to a browser on this computer
    Serve(ServeArguments),
    /// Make an RSA key pair and its self-signed certificate, as `openssl req -x509` does
    Keypair(KeypairArguments),
    /// Import events into an archive, or credentials of other tools as an integration
    #[command(long_about = IMPORT)]
    Import(ImportArguments),
    /// Export the events of an archive, or an integration in another tool's format
    #[command(long_about = EXPORT)]
    Export(ExportArguments),
    /// Print the events of an archive that a filter asks for, one JSON object a line
    Query(QueryArguments),
    /// Print what an archive holds, as JSON
    Info(InfoArguments),
    /// Print an access token as JSON
    Token(IntegrationArguments),
    /// List, create, rename or delete Assurance sessions
    #[command(subcommand)]
    Sessions(SessionsCommand),
    /// Print the events of a session, one JSON object a line
    Events(EventsArguments),
    /// Delete everything that the program keeps on this computer: integrations, keys, archives, settings
    #[command(long_about = FORGET)]
    Forget(ForgetArguments),
}

const IMPORT: &str = "\
Import events into an archive, or credentials of other tools as an integration.

With --out, FILE is a file of events: Adobe's own export of a session, a list, one event a line, or pages of its GraphQL \
API, gzipped or zipped or neither. They become a new archive, and what came of it is printed as JSON. When the file ends \
early, what came before is kept, and the exit code is 3.

Without --out, the files hold credentials. What they hold is printed as JSON, and saved as an integration with --save.";

const EXPORT: &str = "\
Export the events of an archive, or an integration in another tool's format.

With ARCHIVE, its events are written to --out as json, ndjson, csv or parquet. Without, an integration is printed, or \
written to --out, in the format of another tool.";

const FORGET: &str = "\
Delete everything that the program keeps on this computer: integrations, keys, archives, settings, and the key of the vault in \
the system's keychain. What Adobe has stays there. Removing the program itself leaves all of this where it is.

A folder that was chosen with --data is not touched; delete it yourself.";

/// `assurance-desk forget`
#[derive(Debug, Args)]
pub(crate) struct ForgetArguments {
    /// Do it; there is no way back
    #[arg(long, required = true)]
    pub(crate) yes: bool,
}

/// `assurance-desk practice`
#[derive(Debug, Args)]
pub(crate) struct PracticeArguments {
    /// Address to listen on; port 0 takes a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    pub(crate) listen: SocketAddr,
    /// Seed of all ids, credentials and events
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Events that the simulated devices of a session send each second
    #[arg(long, value_name = "N", default_value = "2", value_parser = event_rate, allow_negative_numbers = true)]
    pub(crate) events_per_second: f64,
    /// Keep sessions, certificates and secrets in this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) state: Option<PathBuf>,
    /// Serve HTTPS with this certificate (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    pub(crate) tls_cert: Option<PathBuf>,
    /// Private key of that certificate (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    pub(crate) tls_key: Option<PathBuf>,
}

/// `assurance-desk serve`
#[derive(Debug, Args)]
pub(crate) struct ServeArguments {
    /// Port on the loopback address; 0 takes a free one
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    pub(crate) port: u16,
}

/// `assurance-desk keypair`
#[derive(Debug, Args)]
pub(crate) struct KeypairArguments {
    /// Folder for private.key and certificate_pub.crt; existing files are never overwritten
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Environment variable with a passphrase to encrypt the private key with
    #[arg(long, value_name = "NAME")]
    pub(crate) passphrase_env: Option<String>,
    /// Size of the RSA key: 2048, 3072 or 4096
    #[arg(long, value_name = "N", default_value = "2048", value_parser = key_bits)]
    pub(crate) bits: KeyBits,
    /// Validity of the certificate in days
    #[arg(
        long,
        value_name = "N",
        default_value_t = 365,
        value_parser = clap::value_parser!(u32).range(1..=i64::from(LONGEST_VALIDITY_DAYS))
    )]
    pub(crate) days: u32,
    /// Subject of the certificate
    #[arg(long, value_name = "SUBJECT", default_value = "/CN=Assurance Desk", value_parser = Subject::parse)]
    pub(crate) subject: Subject,
}

/// `assurance-desk import`
#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// A file of events; or files of Developer Console, Postman, AEM or other tools, private keys, certificates, zips
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Events: the archive to make, for example checkout.assurance; existing files are never overwritten
    #[arg(long, value_name = "FILE", conflicts_with_all = ["name", "passphrase_env", "save"])]
    pub(crate) out: Option<PathBuf>,
    /// Credentials: name for the integration, instead of the one in the files
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// Credentials: environment variable with the passphrase of the keys in the files
    #[arg(long, value_name = "VAR")]
    pub(crate) passphrase_env: Option<String>,
    /// Credentials: save them as an integration, if they are complete
    #[arg(long)]
    pub(crate) save: bool,
}

/// Which integration to use: a saved one by name, or what a practice workspace printed.
#[derive(Debug, Args)]
pub(crate) struct IntegrationArguments {
    /// Name of a saved integration
    #[arg(long, value_name = "NAME", required_unless_present = "from", conflicts_with = "from")]
    pub(crate) integration: Option<String>,
    /// File with the JSON line that `assurance-desk practice` prints
    #[arg(long, value_name = "FILE")]
    pub(crate) from: Option<PathBuf>,
    /// Which credentials of that file to use
    #[arg(long, value_enum, default_value_t = CredentialChoice::Oauth, conflicts_with = "integration")]
    pub(crate) credentials: CredentialChoice,
    /// Private key (PEM) of the service account in that file
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "integration",
        required_if_eq("credentials", "service-account")
    )]
    pub(crate) private_key: Option<PathBuf>,
}

/// The two kinds of credentials a practice workspace has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CredentialChoice {
    /// OAuth Server-to-Server
    Oauth,
    /// Service account (JWT)
    ServiceAccount,
}

/// `assurance-desk sessions`
#[derive(Debug, Subcommand)]
pub(crate) enum SessionsCommand {
    /// Print all sessions as a JSON array
    List {
        #[command(flatten)]
        integration: IntegrationArguments,
    },
    /// Create a session and print it
    Create {
        #[command(flatten)]
        integration: IntegrationArguments,
        /// Name of the session
        #[arg(long)]
        name: String,
        /// Base URL of the app under test, for example myapp://default
        #[arg(long)]
        link: String,
    },
    /// Rename a session and print it
    Rename {
        #[command(flatten)]
        integration: IntegrationArguments,
        /// UUID of the session
        session: String,
        /// The new name
        #[arg(long)]
        name: String,
    },
    /// Delete a session
    Delete {
        #[command(flatten)]
        integration: IntegrationArguments,
        /// UUID of the session
        session: String,
    },
}

fn asked(text: &str) -> Result<Asked, String> {
    let folder = std::env::current_dir().map_err(|error| error.to_string())?;
    Asked::read(text, &folder)
        .ok_or_else(|| "neither a command, nor a file that ends with .assurance, nor a link to open".to_owned())
}

fn event_rate(text: &str) -> Result<f64, String> {
    let rate: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if rate.is_finite() && rate >= 0.0 {
        Ok(rate)
    } else {
        Err("a rate is zero or more".to_owned())
    }
}

fn key_bits(text: &str) -> Result<KeyBits, String> {
    let bits: u32 = text.parse().map_err(|_| "not a number".to_owned())?;
    KeyBits::try_from(bits).map_err(|error: KeyError| error.to_string())
}
