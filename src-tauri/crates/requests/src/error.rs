//! Why a request cannot be sent.

/// Why a request cannot be sent as it is written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// There is no address.
    #[error("The request has no address.")]
    NoAddress,
    /// The address is no address.
    #[error("The address cannot be read: {reason}.")]
    Address {
        /// What is wrong with it.
        reason: String,
    },
    /// The host is a variable without a value.
    #[error("The host is not known, because {} {} no value.", names.join(", "), if names.len() == 1 { "has" } else { "have" })]
    HostMissing {
        /// The names of the variables.
        names: Vec<String>,
    },
    /// The scheme is not one that is safe.
    #[error("The address begins with {scheme}:, over which others could read along.")]
    Scheme {
        /// The scheme.
        scheme: String,
    },
    /// The address has a name or a password in it.
    #[error("The address has a user name or password before its host.")]
    UserInfo,
    /// The method is none.
    #[error("\"{method}\" is not a method that can be sent.")]
    Method {
        /// What was given.
        method: String,
    },
    /// The name of a header is none.
    #[error("\"{name}\" cannot be the name of a header.")]
    HeaderName {
        /// The name.
        name: String,
    },
    /// The value of a header has line breaks or other control characters in it.
    #[error("The value of the header {name} has a line break or another control character in it.")]
    HeaderValue {
        /// The name of the header.
        name: String,
    },
    /// A secret would go out somewhere else than in the Authorization header.
    #[error("{name} holds a secret and is used in {place}. Secrets go out in the Authorization header alone.")]
    Secret {
        /// The variable.
        name: String,
        /// Where it is used: "the address".
        place: String,
    },
    /// The variables of a GraphQL query are no JSON object.
    #[error("The variables of the GraphQL query are not a JSON object: {reason}.")]
    GraphQlVariables {
        /// What is wrong with them.
        reason: String,
    },
}

impl RequestError {
    /// What to do about it.
    #[must_use]
    pub fn next_step(&self) -> &'static str {
        match self {
            Self::NoAddress => {
                "Enter an address, such as https://platform.adobe.io/data/foundation/sandbox-management/."
            }
            Self::Address { .. } => {
                "Correct the address. It is written like https://platform.adobe.io/path?name=value."
            }
            Self::HostMissing { .. } => {
                "Give the variable a value in an environment, or write the host into the address."
            }
            Self::Scheme { .. } => {
                "Use an address that begins with https://. Only this computer may be called over http://."
            }
            Self::UserInfo => "Take the user name and password out of the address.",
            Self::Method { .. } => "Choose a method such as GET, POST, PUT, PATCH or DELETE.",
            Self::HeaderName { .. } => "Use letters, digits and hyphens for the name, or remove the header.",
            Self::HeaderValue { .. } => "Write the value of the header in one line.",
            Self::Secret { .. } => {
                "Take the variable out. The access token goes along by itself to hosts that may have it."
            }
            Self::GraphQlVariables { .. } => {
                "Write the variables as a JSON object, such as {\"uuid\": \"...\"}, or leave them empty."
            }
        }
    }
}
