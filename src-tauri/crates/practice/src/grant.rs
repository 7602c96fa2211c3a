//! What an access token allows.

use std::collections::BTreeSet;

/// The rights behind one access token, as IMS granted them.
#[derive(Clone, Debug)]
pub(crate) struct TokenGrant {
    pub(crate) client_id: String,
    pub(crate) organization_id: String,
    pub(crate) technical_account_id: String,
    /// Scopes (OAuth) or metascopes (JWT), exactly those that were asked for.
    pub(crate) scopes: BTreeSet<String>,
    /// When the token was made, in milliseconds since 1970.
    pub(crate) created_at: i64,
    /// How long it lives, in milliseconds.
    pub(crate) expires_in: i64,
}

/// A right of the Assurance API, one per scope of its documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Right {
    ManageSessions,
    ReadEvents,
    ReadAnnotations,
    ReadSessionAnnotations,
    ReadPlugins,
    ReadClients,
}

impl Right {
    /// The OAuth scope that gives this right.
    pub(crate) fn scope(self) -> &'static str {
        match self {
            Self::ManageSessions => "assurance_manage_sessions",
            Self::ReadEvents => "assurance_read_events",
            Self::ReadAnnotations => "assurance_read_annotations",
            Self::ReadSessionAnnotations => "assurance_read_session_annotations",
            Self::ReadPlugins => "assurance_read_plugins",
            Self::ReadClients => "assurance_read_clients",
        }
    }
}

impl TokenGrant {
    /// Whether the token may use this right of the Assurance API: the metascope
    /// `assurance_automation` gives them all, an OAuth scope gives one.
    pub(crate) fn allows_assurance(&self, right: Right) -> bool {
        self.has("assurance_automation") || self.has(right.scope())
    }

    /// Whether the token carries this scope or metascope.
    pub(crate) fn has(&self, scope: &str) -> bool {
        self.scopes.contains(scope)
    }

    /// Milliseconds since 1970 at which the token stops working.
    pub(crate) fn expires_at(&self) -> i64 {
        self.created_at.saturating_add(self.expires_in)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grant(scopes: &[&str]) -> TokenGrant {
        TokenGrant {
            client_id: "client".into(),
            organization_id: "organization".into(),
            technical_account_id: "account".into(),
            scopes: scopes.iter().map(ToString::to_string).collect(),
            created_at: 1000,
            expires_in: 500,
        }
    }

    #[test]
    fn the_metascope_gives_every_right_and_a_scope_gives_its_own() {
        assert!(grant(&["assurance_automation"]).allows_assurance(Right::ReadPlugins));
        let reader = grant(&["openid", "assurance_read_events"]);
        assert!(reader.allows_assurance(Right::ReadEvents));
        assert!(!reader.allows_assurance(Right::ManageSessions));
    }

    #[test]
    fn a_token_ends_at_its_creation_plus_its_life() {
        assert_eq!(grant(&[]).expires_at(), 1500);
    }
}
