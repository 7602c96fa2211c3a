//! What a file is.

/// A recognised kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The download of a project's workspace from Developer Console.
    Workspace,
    /// The download of one service account from Developer Console.
    ServiceAccount,
    /// The download of one OAuth Server-to-Server credential from Developer Console.
    OauthServerToServer,
    /// The download for the PDF Services API.
    PdfServices,
    /// A Postman environment.
    PostmanEnvironment,
    /// Service credentials of AEM as a Cloud Service.
    AemServiceCredentials,
    /// A context of Adobe's `aio` command.
    AioContext,
    /// The configuration of `aepp`, the Python library.
    Aepp,
    /// Options for `@adobe/jwt-auth`.
    JwtAuthOptions,
    /// The YAML file of Asset Compute's development tool.
    AssetCompute,
    /// Lines of `NAME=value`.
    DotEnv,
    /// What `assurance-desk practice` prints.
    Practice,
    /// Some other JSON with credentials in it.
    Json,
    /// Some other YAML with credentials in it.
    Yaml,
    /// A private key alone.
    PrivateKey,
    /// A certificate alone.
    Certificate,
    /// Private keys and certificates.
    KeyAndCertificate,
    /// Keys or certificates that need a passphrase.
    LockedKey,
}
