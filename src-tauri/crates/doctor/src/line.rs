//! What is looked at, and what is found.

use std::time::Duration;

use gateway::Unreachable;
use integration::{KindName, StepDetail, StepError};
use platform::PlatformError;
use tags::{RightsFound, TagsError};

/// One of Adobe's services.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Service {
    /// IMS, which gives access tokens.
    Ims,
    /// Assurance.
    Assurance,
    /// Experience Platform.
    Platform,
    /// Tags.
    Tags,
}

/// One thing that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Check {
    /// The fields of the integration are complete and well formed.
    Fields,
    /// A service's host can be reached: name, proxy, secure connection.
    Reach(Service),
    /// This computer's clock agrees with that of IMS.
    Clock,
    /// The key belongs to the certificate.
    KeyMatchesCertificate,
    /// The certificate is valid now.
    CertificateValid,
    /// The certificate is registered with Adobe, as the exchange of a JWT shows.
    CertificateRegistered,
    /// IMS gives an access token.
    AccessToken,
    /// The access token is for this organization.
    TokenOrganization,
    /// The access token carries the scopes that Assurance needs.
    TokenScopes,
    /// Assurance lists sessions.
    Assurance,
    /// Experience Platform lists XDM classes.
    Platform,
    /// Experience Platform names the sandboxes that can be used.
    Sandboxes,
    /// Tags knows who is calling.
    TagsProfile,
    /// Tags lists companies and properties.
    TagsCompanies,
}

/// One line of the examination.
#[derive(Debug, Clone)]
pub struct Line {
    /// What is looked at.
    pub check: Check,
    /// How it is.
    pub state: State,
    /// How long it took, once it ended.
    pub took: Option<Duration>,
}

/// How a line is.
#[derive(Debug, Clone)]
pub enum State {
    /// Not begun.
    Waiting,
    /// Under way.
    Running,
    /// Fine.
    Passed(Found),
    /// Not fine.
    Failed(Failure),
    /// It does not apply, or could not be tried.
    NotApplicable(NotApplicable),
}

/// What was found where all is well.
#[derive(Debug, Clone)]
pub enum Found {
    /// As the test of an integration finds it.
    Step(StepDetail),
    /// The host answered.
    Reached {
        /// The host.
        host: String,
    },
    /// The certificate is registered.
    Registered,
    /// The organization of the token.
    Organization(String),
    /// The scopes of the token.
    Scopes {
        /// How many it carries.
        granted: usize,
        /// Scopes of Assurance that it does not carry, and can do without.
        left_out: Vec<String>,
    },
    /// So many XDM classes.
    Classes(usize),
    /// The names of the sandboxes.
    Sandboxes(Vec<String>),
    /// The name of the technical account at tags.
    Account(String),
    /// Companies and rights at tags.
    Tags(TagsFound),
    /// A 404, which still means that the credentials work.
    CredentialsWork,
}

/// Companies and rights at tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagsFound {
    /// The names of the companies.
    pub companies: Vec<String>,
    /// What may be done.
    pub rights: RightsFound,
}

/// Why a line is not fine.
#[derive(Debug, Clone)]
pub enum Failure {
    /// As the test of an integration finds it.
    Step(Box<StepError>),
    /// The host cannot be reached.
    Unreachable(Unreachable),
    /// Adobe knows no certificate of this key.
    NotRegistered {
        /// SHA-1 fingerprint of the certificate that is kept here, where there is one.
        sha1_fingerprint: Option<String>,
    },
    /// The token is for another organization.
    OtherOrganization {
        /// The token's.
        token: String,
        /// The integration's.
        expected: String,
    },
    /// Scopes without which Assurance cannot be used.
    ScopesMissing(Vec<String>),
    /// Experience Platform.
    Platform(PlatformError),
    /// Tags.
    Tags(TagsError),
    /// Tags answered, and lists no company.
    NoCompany,
}

/// Why a line has no finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotApplicable {
    /// This kind of integration has nothing of the sort.
    OtherKind,
    /// It needs a line that failed.
    Needs(Check),
    /// No certificate is kept beside the key.
    NoCertificate,
    /// IMS sent no date to compare with.
    NoDate,
    /// The token does not say.
    NotTold,
}

/// The lines for a kind of credentials, none begun.
pub(crate) fn all(kind: KindName) -> Vec<Line> {
    use Service::{Assurance, Ims, Platform, Tags};
    let checks = [
        Check::Fields,
        Check::Clock,
        Check::Reach(Ims),
        Check::Reach(Assurance),
        Check::Reach(Platform),
        Check::Reach(Tags),
        Check::KeyMatchesCertificate,
        Check::CertificateValid,
        Check::CertificateRegistered,
        Check::AccessToken,
        Check::TokenOrganization,
        Check::TokenScopes,
        Check::Assurance,
        Check::Platform,
        Check::Sandboxes,
        Check::TagsProfile,
        Check::TagsCompanies,
    ];
    let has_key = kind == KindName::ServiceAccount;
    let of_key = [
        Check::KeyMatchesCertificate,
        Check::CertificateValid,
        Check::CertificateRegistered,
    ];
    let line = |check| Line {
        check,
        state: if !has_key && of_key.contains(&check) {
            State::NotApplicable(NotApplicable::OtherKind)
        } else {
            State::Waiting
        },
        took: None,
    };
    checks.into_iter().map(line).collect()
}
