//! Why a file, or a part of one, is of no use. Sentences are made of these where they are shown.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use keys::CertificateError;

use super::Format;

/// Why nothing of a file could be used. Holds nothing of what is in the file.
#[derive(Clone, Debug)]
pub enum Unusable {
    /// There is nothing in it.
    Empty,
    /// It is larger than [`LARGEST_FILE`](super::LARGEST_FILE).
    TooLarge,
    /// It could not be read from the disk.
    NotRead {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: Arc<io::Error>,
    },
    /// JSON whose end is missing.
    CutJson,
    /// Almost JSON.
    Json {
        /// The line of the mistake, from 1.
        line: usize,
        /// Its place in the line, from 1.
        column: usize,
        /// What it is.
        mistake: JsonMistake,
    },
    /// Almost YAML.
    Yaml {
        /// The line of the mistake, from 1, where it is known.
        line: Option<u64>,
    },
    /// JSON or YAML with nothing in it that an integration is made of.
    NoCredentials,
    /// A known kind of file whose values are all empty, or of credentials that are not for servers.
    NothingIn(Format),
    /// Something else that is recognised.
    SomethingElse(SomethingElse),
    /// A zip that cannot be read.
    Zip(ZipMistake),
    /// Meant as a private key or a certificate.
    Key(keys::Unusable),
    /// Nothing that is recognised.
    Unknown,
}

/// What is wrong with a text that is almost JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonMistake {
    /// A comment.
    Comment,
    /// A comma before a closing bracket.
    TrailingComma,
    /// Something stands behind the end.
    MoreAfterTheEnd,
    /// More levels than any of these files has.
    TooDeep,
    /// Anything else.
    Other,
}

/// What a file is instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SomethingElse {
    /// A web page, for example a sign-in page that was saved instead of the file.
    WebPage,
    /// The answer to a token request.
    TokenAnswer,
    /// An access token or a JWT.
    Token,
    /// A Postman collection: the requests, not the credentials.
    PostmanCollection,
    /// Events or an archive of an Assurance session.
    AssuranceEvents,
    /// A picture.
    Picture,
    /// A PDF.
    Pdf,
    /// An archive other than zip.
    Archive,
    /// A program.
    Program,
}

/// Why a zip cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZipMistake {
    /// Its directory cannot be read.
    Damaged,
    /// Its files need a password.
    Encrypted,
    /// It holds more files than any download of Adobe.
    TooManyFiles,
    /// It grows to far more than it should when it is unpacked.
    GrowsTooMuch,
    /// Nothing in it is of use.
    NothingOfUse,
}

/// Something that was in a file and is not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// What it is, by its name in the file; never its value.
    pub what: String,
    /// Why it is left.
    pub why: Reason,
}

/// Why a part is not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is empty.
    Empty,
    /// It holds a text such as `{{CLIENT_ID}}` or `<your client ID>`.
    Placeholder,
    /// It is a list or an object where a text belongs, or the other way round.
    WrongType,
    /// It is far longer than such a value is.
    TooLong,
    /// It looks like a secret in a place that is shown.
    LooksSecret,
    /// An access token or a JWT, which lives a day at most.
    Token,
    /// It is known, and an integration does not need it.
    NotNeeded,
    /// It is not known here.
    Unknown,
    /// It names services other than Adobe's own production.
    OtherServices,
    /// It names a file, which has to be brought too.
    NamesFile {
        /// The name of the file, where it is plain.
        file: Option<String>,
    },
    /// The key needs a passphrase.
    Locked,
    /// There is no private key in it.
    NoKey,
    /// The key cannot be used.
    Key(keys::Unusable),
    /// The certificate cannot be used.
    Certificate(CertificateError),
    /// Another value was found before, in the file of this name.
    Differs {
        /// The file whose value is kept.
        kept: String,
    },
    /// A further client secret; an integration uses one.
    AnotherSecret,
    /// A further private key; an integration uses one.
    AnotherKey,
    /// A further certificate; an integration uses one.
    AnotherCertificate,
    /// OAuth Server-to-Server needs neither key nor certificate.
    KeyNotUsed,
    /// Credentials of a kind that is not for servers.
    OtherKind,
    /// A file in a zip that is not recognised.
    NotRecognised,
    /// A zip in a zip.
    NestedZip,
    /// A file in a zip that needs a password.
    EncryptedInZip,
}
