//! Whose services an integration talks to.

use serde::{Deserialize, Serialize};
use url::Url;

/// The addresses of the services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endpoints {
    /// IMS, which gives access tokens; also named in the claims of a JWT.
    pub ims: Url,
    /// The GraphQL address of Assurance.
    pub assurance: Url,
    /// Experience Platform.
    pub platform: Url,
    /// Tags (the Reactor API).
    pub tags: Url,
    /// The console API, which registers certificates.
    pub console: Url,
}

impl Endpoints {
    /// Adobe's own services.
    #[must_use]
    pub fn adobe() -> Self {
        let url = |text: &str| Url::parse(text).expect("the addresses of Adobe's services are well formed");
        Self {
            ims: url("https://ims-na1.adobelogin.com"),
            assurance: url("https://graffias.adobe.io/graffias/graphql"),
            platform: url("https://platform.adobe.io"),
            tags: url("https://reactor.adobe.io"),
            console: url("https://api.adobe.io"),
        }
    }
}

/// Whose services an integration talks to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Environment {
    /// Adobe's.
    #[default]
    Adobe,
    /// The practice workspace inside the program; its addresses are known only while it runs.
    Practice,
    /// Other addresses, as of a practice workspace that runs elsewhere.
    Custom(Box<Endpoints>),
}

impl Environment {
    /// The addresses. `practice` are those of the practice workspace inside the program, while it runs; without them a
    /// practice integration has none.
    #[must_use]
    pub fn endpoints(&self, practice: Option<&Endpoints>) -> Option<Endpoints> {
        match self {
            Self::Adobe => Some(Endpoints::adobe()),
            Self::Practice => practice.cloned(),
            Self::Custom(endpoints) => Some((**endpoints).clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_practice_integration_has_addresses_only_while_the_workspace_runs() {
        assert_eq!(Environment::Practice.endpoints(None), None);
        let running = Endpoints::adobe();
        assert_eq!(Environment::Practice.endpoints(Some(&running)), Some(running));
        assert_eq!(
            Environment::Adobe.endpoints(None).unwrap().ims.as_str(),
            "https://ims-na1.adobelogin.com/"
        );
    }
}
