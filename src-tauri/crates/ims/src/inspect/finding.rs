//! What a check of a token can find.

use std::fmt;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Adobe will refuse the token.
    Wrong,
    /// Worth knowing.
    Note,
    /// As it should be.
    Good,
}

/// A part of a token, or something that a token names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenPart {
    /// The first part.
    Header,
    /// The second part.
    Claims,
    /// The end of `exp`, or `created_at` with `expires_in`.
    Expiry,
    /// `iat`, or `created_at`.
    Issue,
    /// `nbf`.
    NotBefore,
    /// `jti`.
    Number,
    /// `aud`, as a whole.
    Audience,
    /// The IMS address in `aud`, or `as` of an access token.
    Ims,
    /// The client ID, at the end of `aud` or in `client_id`.
    Client,
    /// The organization, in `iss` or `org`.
    Organization,
    /// The technical account, in `sub` or `user_id`.
    TechnicalAccount,
}

impl fmt::Display for TokenPart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Header => "header",
            Self::Claims => "claims part",
            Self::Expiry => "end",
            Self::Issue => "time of issue",
            Self::NotBefore => "time before which it is not valid",
            Self::Number => "number",
            Self::Audience => "audience",
            Self::Ims => "IMS address",
            Self::Client => "client ID",
            Self::Organization => "organization ID",
            Self::TechnicalAccount => "technical account ID",
        })
    }
}

/// One thing that was checked. Times are epoch milliseconds; texts of the token are cut where they are long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// `alg` is `none`, or missing: nothing protects the JWT.
    Unsigned,
    /// `alg` is none of those that Adobe takes.
    Algorithm {
        /// What it is.
        found: String,
    },
    /// `alg` is RS384 or RS512, which only Adobe's old documentation names.
    OldAlgorithm {
        /// What it is.
        found: String,
    },
    /// The third part is missing or empty.
    SignatureMissing,
    /// A name stands more than once in the header or the claims.
    Repeated {
        /// The name.
        name: String,
    },
    /// There are more claims than are shown.
    LeftOut {
        /// How many are not shown.
        count: usize,
    },
    /// Something that Adobe needs is not there.
    Missing {
        /// What.
        part: TokenPart,
    },
    /// Something does not have the form that Adobe needs.
    Malformed {
        /// What.
        part: TokenPart,
        /// What stands there, as JSON.
        found: String,
    },
    /// Something is not that of the integration.
    Other {
        /// What.
        part: TokenPart,
        /// What the token says.
        found: String,
        /// What the integration says.
        expected: String,
    },
    /// Something is that of the integration.
    Agrees {
        /// What.
        part: TokenPart,
    },
    /// The JWT is made for an IMS that is not Adobe's for production; there is no integration to compare with.
    NotProduction {
        /// The address.
        found: String,
    },
    /// A time is in milliseconds where seconds belong.
    Milliseconds {
        /// Which.
        part: TokenPart,
    },
    /// The token has ended.
    Expired {
        /// When.
        at: i64,
    },
    /// The token is not valid yet.
    NotYetValid {
        /// From when.
        at: i64,
    },
    /// The token says that it was issued in the future.
    IssuedLater {
        /// When.
        at: i64,
    },
    /// A JWT is valid for longer than the 24 hours that Adobe takes.
    TooLong {
        /// For how long, in seconds.
        seconds: i64,
    },
    /// A JWT is valid for longer than an exchange needs.
    Long {
        /// For how long, in seconds.
        seconds: i64,
    },
    /// The token is valid now.
    InTime {
        /// Until when.
        until: i64,
    },
    /// There is no metascope.
    NoMetascope,
    /// A metascope's value is not `true`.
    MetascopeNotTrue {
        /// Its name.
        name: String,
        /// Its value, as JSON.
        found: String,
    },
    /// A metascope is a bare name where an address belongs.
    MetascopeBare {
        /// Its name.
        name: String,
    },
    /// A metascope is given with another address than that of IMS.
    MetascopeElsewhere {
        /// Its name.
        name: String,
        /// The address before `/s/`.
        found: String,
        /// The address of IMS.
        expected: String,
    },
    /// A metascope is not on Adobe's list.
    MetascopeUnknown {
        /// Its name.
        name: String,
    },
    /// A metascope is not one that the integration asks for.
    MetascopeNotAsked {
        /// Its name.
        name: String,
    },
    /// Metascopes of the integration are not in the JWT.
    MetascopesLeftOut {
        /// Their names.
        names: Vec<String>,
    },
    /// All metascopes are those of the integration.
    MetascopesAgree,
    /// The signature was made with the key of the integration's certificate.
    SignatureFits {
        /// SHA-1 fingerprint of the certificate, as the console shows it.
        sha1_fingerprint: String,
    },
    /// The signature was not made with the key of the integration's certificate, or the JWT was changed since.
    SignatureWrong {
        /// SHA-1 fingerprint of the certificate, as the console shows it.
        sha1_fingerprint: String,
    },
    /// The certificate that the signature was checked against has ended.
    CertificateExpired {
        /// SHA-1 fingerprint of the certificate, as the console shows it.
        sha1_fingerprint: String,
    },
    /// The signature could not be checked, because no certificate is known.
    NoCertificate,
    /// An access token is decoded and never verified: Adobe does not publish the keys.
    NotVerified,
    /// Scopes of the integration are not in the access token.
    ScopesMissing {
        /// Their names.
        names: Vec<String>,
    },
    /// The access token has all scopes of the integration.
    ScopesAgree,
    /// A token of IMS that no API accepts, for example a refresh token.
    WrongType {
        /// The type that it names.
        found: String,
    },
    /// An access token of a person and not of a technical account.
    Personal,
    /// A JWT to be exchanged, beside an integration that needs none.
    NotForOauth,
    /// Neither a service account's JWT nor an access token of IMS.
    NotAdobes,
}

impl Finding {
    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::Unsigned
            | Self::Algorithm { .. }
            | Self::SignatureMissing
            | Self::Repeated { .. }
            | Self::Missing { .. }
            | Self::Malformed { .. }
            | Self::Other { .. }
            | Self::Milliseconds { .. }
            | Self::Expired { .. }
            | Self::NotYetValid { .. }
            | Self::IssuedLater { .. }
            | Self::TooLong { .. }
            | Self::NoMetascope
            | Self::MetascopeNotTrue { .. }
            | Self::MetascopeBare { .. }
            | Self::MetascopeElsewhere { .. }
            | Self::SignatureWrong { .. }
            | Self::CertificateExpired { .. }
            | Self::ScopesMissing { .. }
            | Self::WrongType { .. } => Severity::Wrong,
            Self::OldAlgorithm { .. }
            | Self::LeftOut { .. }
            | Self::NotProduction { .. }
            | Self::Long { .. }
            | Self::MetascopeUnknown { .. }
            | Self::MetascopeNotAsked { .. }
            | Self::MetascopesLeftOut { .. }
            | Self::NoCertificate
            | Self::NotVerified
            | Self::Personal
            | Self::NotForOauth
            | Self::NotAdobes => Severity::Note,
            Self::Agrees { .. }
            | Self::InTime { .. }
            | Self::MetascopesAgree
            | Self::SignatureFits { .. }
            | Self::ScopesAgree => Severity::Good,
        }
    }
}
