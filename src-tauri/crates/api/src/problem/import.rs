//! Files that were brought to be imported, and parts of them.

use integration::import::{
    Format, Ignored, JsonMistake, LARGEST_FILE, MOST_FILES, Reason, SomethingElse, TooManyFiles, Unusable, ZipMistake,
};
use keys::EncryptionError;

use super::keys::sentence;
use crate::contract::imports::IgnoredPart;
use crate::contract::problem::{Problem, ProblemCode};

/// Where the right file is found.
const DOWNLOAD: &str = "Download the file again from the credential's page in Developer Console, or open it in a text editor and paste its text.";
const MEGABYTES: usize = LARGEST_FILE / 1024 / 1024;

impl From<&Unusable> for Problem {
    fn from(unusable: &Unusable) -> Self {
        let file =
            |title: &str, message: String, next_step: &str| Self::new(ProblemCode::File, title, message, next_step);
        match unusable {
            Unusable::Empty => file("The file is empty", "There is nothing in it.".to_owned(), DOWNLOAD),
            Unusable::TooLarge => file(
                "The file is too large",
                format!("Files of credentials, keys and certificates have a few kilobytes; this one has more than {MEGABYTES} megabytes."),
                "Choose the file with the credentials, the key or the certificate.",
            ),
            Unusable::NotRead { path, error } => Self::file(path, error, "read"),
            Unusable::CutJson => file(
                "The end of the file is missing",
                "It begins as JSON and ends in the middle, as after a download or a copy that was cut off.".to_owned(),
                DOWNLOAD,
            ),
            Unusable::Json { line, column, mistake } => json(*line, *column, *mistake),
            Unusable::Yaml { line } => file(
                "The file is not readable YAML",
                match line {
                    Some(line) => format!("It looks like YAML, but line {line} is not."),
                    None => "It looks like YAML, but it is damaged.".to_owned(),
                },
                "Correct it in a text editor; blanks at the beginning of a line matter.",
            ),
            Unusable::NoCredentials => file(
                "There are no credentials in it",
                "The file can be read, and nothing in it is an organization ID, a client ID or a key.".to_owned(),
                "Choose the file that you downloaded from the credential's page or from the project in Developer Console.",
            ),
            Unusable::NothingIn(format) => file(
                "There are no values in it",
                format!("This is {}, but it holds no values of credentials for servers.", with_article(*format)),
                "If it is a template, fill in its values first; if not, choose a file with OAuth Server-to-Server or service account credentials.",
            ),
            Unusable::SomethingElse(what) => something_else(*what),
            Unusable::Zip(mistake) => zip(*mistake),
            Unusable::Key(unusable) => key(unusable),
            Unusable::Unknown => file(
                "This is not recognised",
                "It is none of the files that Developer Console, Postman, AEM and other tools write, and it holds neither a private key nor a certificate.".to_owned(),
                "Choose the file that you downloaded, the private key, or the certificate.",
            ),
        }
    }
}

impl From<TooManyFiles> for Problem {
    fn from(_: TooManyFiles) -> Self {
        Self::new(
            ProblemCode::InvalidInput,
            "These are too many files",
            format!(
                "At most {MOST_FILES} files can be looked at together, those in a zip counted. None of the last ones was read."
            ),
            "Choose only the files of one project.",
        )
    }
}

impl From<Ignored> for IgnoredPart {
    fn from(ignored: Ignored) -> Self {
        Self {
            why: reason(&ignored.why),
            what: ignored.what,
        }
    }
}

/// What a file is, in words for a label.
pub(crate) fn format_name(format: Format) -> &'static str {
    match format {
        Format::Workspace => "Developer Console workspace",
        Format::ServiceAccount => "Service account from Developer Console",
        Format::OauthServerToServer => "OAuth Server-to-Server credential from Developer Console",
        Format::PdfServices => "PDF Services credentials",
        Format::PostmanEnvironment => "Postman environment",
        Format::AemServiceCredentials => "AEM service credentials",
        Format::AioContext => "aio context",
        Format::Aepp => "aepp configuration",
        Format::JwtAuthOptions => "jwt-auth options",
        Format::AssetCompute => "Asset Compute credentials",
        Format::DotEnv => ".env variables",
        Format::Practice => "Practice workspace",
        Format::Json => "JSON with credentials",
        Format::Yaml => "YAML with credentials",
        Format::PrivateKey => "Private key",
        Format::Certificate => "Certificate",
        Format::KeyAndCertificate => "Private key and certificate",
        Format::LockedKey => "Key file with a passphrase",
    }
}

fn with_article(format: Format) -> String {
    let name = format_name(format);
    match format {
        Format::Workspace | Format::ServiceAccount | Format::PostmanEnvironment => format!("a {name}"),
        Format::OauthServerToServer | Format::AioContext | Format::Aepp => format!("an {name}"),
        _ => format!("a file with {name}"),
    }
}

fn json(line: usize, column: usize, mistake: JsonMistake) -> Problem {
    let place = format!("line {line}, character {column}");
    let (message, next_step) = match mistake {
        JsonMistake::Comment => (
            format!("JSON has no comments, and there is one in {place}."),
            "Remove the comments, then add the file again.",
        ),
        JsonMistake::TrailingComma => (
            format!("There is a comma too many before the bracket in {place}."),
            "Remove the comma before the closing bracket, then add the file again.",
        ),
        JsonMistake::MoreAfterTheEnd => (
            format!("The JSON is complete before {place}, and something follows it."),
            "Keep one JSON text in a file, then add it again.",
        ),
        JsonMistake::TooDeep => (
            format!("The brackets are nested deeper than in any such file, in {place}."),
            DOWNLOAD,
        ),
        JsonMistake::Other => (
            format!("It looks like JSON, but {place} is not: a quote, a comma or a bracket is missing or too many."),
            DOWNLOAD,
        ),
    };
    Problem::new(ProblemCode::File, "The file is not readable JSON", message, next_step)
}

fn something_else(what: SomethingElse) -> Problem {
    let (title, message, next_step) = match what {
        SomethingElse::WebPage => (
            "This is a web page",
            "A page was saved instead of the file, as happens when the sign-in has ended.",
            "Sign in to Developer Console and download the file again.",
        ),
        SomethingElse::TokenAnswer => (
            "This is the answer to a token request",
            "It holds an access token, which lives a day at most; an integration asks for its own.",
            "Choose the file with the client ID and the client secret. To look into the token, use the token workbench.",
        ),
        SomethingElse::Token => (
            "This is a token",
            "An access token or a JWT lives a day at most; an integration asks for its own.",
            "Choose the file with the client ID and the client secret. To look into the token, use the token workbench.",
        ),
        SomethingElse::PostmanCollection => (
            "This is a Postman collection",
            "A collection holds the requests; the credentials are in the environment.",
            "In Postman, open Environments and export the environment.",
        ),
        SomethingElse::AssuranceEvents => (
            "This holds events of Assurance",
            "It is an export of a session, and there are no credentials in it.",
            "Import it as events: it becomes an archive. For credentials, choose the file from Developer Console.",
        ),
        SomethingElse::Picture => (
            "This is a picture",
            "Credentials cannot be read from a picture.",
            "Download the file from the credential's page in Developer Console.",
        ),
        SomethingElse::Pdf => (
            "This is a PDF",
            "Credentials are not read from documents.",
            "Download the file from the credential's page in Developer Console.",
        ),
        SomethingElse::Archive => (
            "This archive is not a zip",
            "Of archives, only zip files are opened.",
            "Unpack it and choose the files in it.",
        ),
        SomethingElse::Program => (
            "This is a program",
            "There are no credentials in a program, and it was not run.",
            "Choose the file that you downloaded from Developer Console.",
        ),
    };
    Problem::new(ProblemCode::File, title, message, next_step)
}

fn zip(mistake: ZipMistake) -> Problem {
    let (title, message, next_step) = match mistake {
        ZipMistake::Damaged => (
            "The zip is damaged",
            "It cannot be unpacked, as after a download that was cut off.",
            "Download it again, or unpack it and choose the files in it.",
        ),
        ZipMistake::Encrypted => (
            "The zip needs a password",
            "Zips with a password are not opened here.",
            "Unpack it with its password and choose the files in it.",
        ),
        ZipMistake::TooManyFiles => (
            "There are too many files in the zip",
            "Downloads of Developer Console hold a handful; this holds many more.",
            "Unpack it and choose the files of one credential.",
        ),
        ZipMistake::GrowsTooMuch => (
            "The zip grows too much",
            "Unpacked, it would be far larger than any download of Developer Console. It was not unpacked.",
            "Choose the zip that you downloaded. Do not open this one if you do not know where it comes from.",
        ),
        ZipMistake::NothingOfUse => (
            "There is nothing of use in the zip",
            "It holds neither credentials nor a private key nor a certificate.",
            "Choose the zip or the files that you downloaded from Developer Console.",
        ),
    };
    Problem::new(ProblemCode::File, title, message, next_step)
}

/// What was meant as a key or a certificate and cannot be one.
fn key(unusable: &keys::Unusable) -> Problem {
    let next_step = match unusable {
        keys::Unusable::Key(error) => return error.clone().into(),
        keys::Unusable::Certificate(error) => return error.clone().into(),
        keys::Unusable::Encrypted(EncryptionError::OldPem) => {
            "Generate a new key here and register its certificate, or have this one written anew as PKCS#8 (`openssl pkcs8 -topk8` does that) or PKCS#12."
        }
        keys::Unusable::Encrypted(EncryptionError::TooMuchWork) => {
            "Export the key again with usual settings. Do not open this file if you do not know where it comes from."
        }
        keys::Unusable::Encrypted(_) => {
            "Generate a new key here and register its certificate, or have this one written anew as PKCS#8 (`openssl pkcs8 -topk8` does that) or PKCS#12."
        }
        _ => {
            "Choose the private key file, often named private.key, or the certificate, often named certificate_pub.crt."
        }
    };
    Problem::new(
        ProblemCode::KeyUnusable,
        "This key cannot be used",
        sentence(unusable),
        next_step,
    )
}

/// Why a part is not taken over, in a sentence.
fn reason(why: &Reason) -> String {
    match why {
        Reason::Empty => "It is empty.".to_owned(),
        Reason::Placeholder => "It holds a placeholder that was not filled in.".to_owned(),
        Reason::WrongType => "It holds another kind of value than it should.".to_owned(),
        Reason::TooLong => "It is far longer than such a value is.".to_owned(),
        Reason::LooksSecret => "It looks like a secret, and this value would be shown.".to_owned(),
        Reason::Token => "A token lives a day at most; the integration asks for its own.".to_owned(),
        Reason::NotNeeded => "An integration does not need it.".to_owned(),
        Reason::Unknown => "It is not known here.".to_owned(),
        Reason::OtherServices => "It names other services than Adobe's own; the integration uses Adobe's.".to_owned(),
        Reason::NamesFile { file: Some(file) } => format!("It names the file {file}; add that file too."),
        Reason::NamesFile { file: None } => "It names a file; add that file too.".to_owned(),
        Reason::Locked => "The key needs its passphrase.".to_owned(),
        Reason::NoKey => "There is no private key in it.".to_owned(),
        Reason::Key(unusable) => {
            let problem = key(unusable);
            format!("{} {}", problem.message, problem.next_step)
        }
        Reason::Certificate(error) => Problem::from(error.clone()).message,
        Reason::Differs { kept } => format!("It differs from what is in {kept}, which is kept."),
        Reason::AnotherSecret => "It is a further client secret; the first is used.".to_owned(),
        Reason::AnotherKey => "It is a further private key; the first is used.".to_owned(),
        Reason::AnotherCertificate => "It is a further certificate; the first is used.".to_owned(),
        Reason::KeyNotUsed => "OAuth Server-to-Server uses no key and no certificate.".to_owned(),
        Reason::OtherKind => "These credentials are for people who sign in, not for servers.".to_owned(),
        Reason::NotRecognised => "It is not recognised.".to_owned(),
        Reason::NestedZip => "A zip in a zip is not opened.".to_owned(),
        Reason::EncryptedInZip => "It needs a password.".to_owned(),
    }
}
