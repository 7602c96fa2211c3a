//! The arguments of the commands that are about events and archives.

use std::path::PathBuf;
use std::str::FromStr;

use archive::export::CsvColumn;
use archive::redaction::{RedactionRule, UnknownRule};
use clap::{Args, ValueEnum};
use time::UtcOffset;
use time::macros::format_description;

use super::IntegrationArguments;

/// `assurance-desk events`
#[derive(Debug, Args)]
pub(crate) struct EventsArguments {
    #[command(flatten)]
    pub(crate) integration: IntegrationArguments,
    /// UUID of the session
    pub(crate) session: String,
    /// Only events that this query asks for: a word, or as docs/query.md describes
    #[arg(long, value_name = "FILTER", default_value = "", hide_default_value = true, value_parser = filter, allow_hyphen_values = true)]
    pub(crate) filter: String,
    /// Only events of this type (repeatable)
    #[arg(long = "type", value_name = "TYPE")]
    pub(crate) types: Vec<String>,
    /// Only events of this vendor (repeatable)
    #[arg(long = "vendor", value_name = "VENDOR")]
    pub(crate) vendors: Vec<String>,
    /// Only events of this client (repeatable)
    #[arg(long = "client", value_name = "CLIENT")]
    pub(crate) clients: Vec<String>,
    /// Go on printing events as they arrive, until stopped or the session is deleted
    #[arg(long)]
    pub(crate) follow: bool,
    /// Keep all events of the session in this archive, or go on with it; whatever the filters, every event is kept
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) zone: ZoneArguments,
}

const QUERY_EXAMPLES: &str = "\
Examples of a filter:
  checkout                                      the text, anywhere in an event, in any case
  has:error -com.adobe.target                   failures, but for those of Target
  'type:edge time:10:14..10:20'                 of the Edge Network, within seven minutes
  'payload.status>=400 OR name:*error*'         by a value in the payload, or by name
Fields: name, type, source, kind, vendor, client, uuid, eventNumber, time, flagged, hidden, note,
highlight, has, and paths such as payload.status";

/// `assurance-desk query`
#[derive(Debug, Args)]
#[command(after_help = QUERY_EXAMPLES)]
pub(crate) struct QueryArguments {
    /// The archive
    pub(crate) archive: PathBuf,
    /// Which events: a word, or as docs/query.md describes; all when there is none
    #[arg(default_value = "", hide_default_value = true, value_parser = filter, allow_hyphen_values = true)]
    pub(crate) filter: String,
    /// Print only how many there are
    #[arg(long, conflicts_with_all = ["limit", "format"])]
    pub(crate) count: bool,
    /// Print at most so many, the oldest first
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
    /// How they are printed
    #[arg(long, value_enum, default_value_t = EventFormatChoice::Ndjson)]
    pub(crate) format: EventFormatChoice,
    #[command(flatten)]
    pub(crate) zone: ZoneArguments,
}

/// The formats of `assurance-desk query`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum EventFormatChoice {
    /// One event a line
    Ndjson,
    /// A JSON list
    Json,
    /// A table with the usual columns
    Csv,
}

/// `assurance-desk info`
#[derive(Debug, Args)]
pub(crate) struct InfoArguments {
    /// The archive
    pub(crate) archive: PathBuf,
}

/// `assurance-desk export`
#[derive(Debug, Args)]
// Without an archive, an integration is exported, and has to be named.
#[command(mut_arg("integration", |integration| integration.required_unless_present("archive")))]
pub(crate) struct ExportArguments {
    /// The archive to export; without one, an integration is exported
    #[arg(
        conflicts_with_all = ["integration", "from", "credentials", "private_key", "with_secrets"],
        requires = "out"
    )]
    pub(crate) archive: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) integration: IntegrationArguments,
    /// The format
    #[arg(long, value_enum)]
    pub(crate) format: FormatChoice,
    /// File to write; a folder for parquet. Readable for its owner only where it holds secrets; existing files are not
    /// overwritten
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Integration: write client secret and private key too
    #[arg(long)]
    pub(crate) with_secrets: bool,
    /// Archive: only events that this query asks for; a word, or as docs/query.md describes
    #[arg(long, value_name = "FILTER", default_value = "", hide_default_value = true, value_parser = filter, allow_hyphen_values = true, requires = "archive")]
    pub(crate) filter: String,
    /// Archive, csv: the columns, for example time,name,payload.ACPExtensionEventData.xdm.eventType
    #[arg(long, value_name = "A,B", value_delimiter = ',', requires = "archive")]
    pub(crate) columns: Vec<CsvColumn>,
    /// Archive: make unrecognizable what these rules find: all, or of identities, pushTokens, ipAddresses, pin, names,
    /// emails, authorization. The archive keeps it
    #[arg(long, value_name = "RULE,RULE", value_delimiter = ',', requires = "archive")]
    pub(crate) redact: Vec<RuleChoice>,
    /// Archive: replace the file, or this session in a dataset, if it is there already
    #[arg(long, requires = "archive")]
    pub(crate) replace: bool,
    #[command(flatten)]
    pub(crate) zone: ZoneArguments,
}

/// The formats of `assurance-desk export`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatChoice {
    /// Archive: the session with its events, as Adobe's UI exports it
    Json,
    /// Archive: one event a line
    Ndjson,
    /// Archive: a table
    Csv,
    /// Archive: a dataset for DuckDB, Spark, Trino and ClickHouse, which may hold other sessions
    Parquet,
    /// Integration: a Postman environment
    Postman,
    /// Integration: lines for a .env file
    Env,
    /// Integration: a context for Adobe's aio command
    Aio,
    /// Integration: the configuration of aepp, the Python library
    Aepp,
    /// Integration: options for @adobe/jwt-auth (service accounts)
    JwtAuth,
    /// Integration: a curl command for each call
    Curl,
}

/// What `assurance-desk export --redact` takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RuleChoice {
    /// Every rule.
    All,
    /// One of them.
    One(RedactionRule),
}

impl FromStr for RuleChoice {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, UnknownRule> {
        match text.trim() {
            "all" => Ok(Self::All),
            name => name.parse().map(Self::One),
        }
    }
}

/// What times in a query mean that are written without an offset.
#[derive(Debug, Args)]
pub(crate) struct ZoneArguments {
    /// Offset of times in the filter that have none, for example +02:00; this computer's own offset of today when it is
    /// not given
    #[arg(long, value_name = "OFFSET", value_parser = utc_offset, allow_hyphen_values = true)]
    pub(crate) utc_offset: Option<UtcOffset>,
}

fn filter(text: &str) -> Result<String, String> {
    // What begins so is an option with a slip of the pen: no query needs two hyphens.
    if text.starts_with("--") {
        return Err("there is no such option, and a query does not begin with two hyphens".to_owned());
    }
    Ok(text.to_owned())
}

fn utc_offset(text: &str) -> Result<UtcOffset, String> {
    if text.eq_ignore_ascii_case("Z") {
        return Ok(UtcOffset::UTC);
    }
    let format = format_description!("[offset_hour sign:mandatory]:[offset_minute]");
    UtcOffset::parse(text, format).map_err(|_| "an offset is Z, or for example +02:00".to_owned())
}
