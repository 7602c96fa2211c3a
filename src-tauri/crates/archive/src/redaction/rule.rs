//! The rules, each of which can be switched off.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What is taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RedactionRule {
    /// ECIDs, all of `identityMap`, other identifiers of a person or device, telephone numbers, and the cookies that hold one.
    Identities,
    /// Tokens by which messages are pushed to a device.
    PushTokens,
    /// IP addresses, version 4 and 6. Versions of four numbers look the same and go too.
    IpAddresses,
    /// The session's PIN (`token` in Adobe's JSON), which becomes null.
    Pin,
    /// Names and user names of persons, of who made the session, and of devices.
    Names,
    /// E-mail addresses.
    Emails,
    /// Access tokens, API keys, passwords, and the headers and cookies that hold one.
    Authorization,
}

impl RedactionRule {
    /// Every rule.
    pub const ALL: [Self; 7] = [
        Self::Identities,
        Self::PushTokens,
        Self::IpAddresses,
        Self::Pin,
        Self::Names,
        Self::Emails,
        Self::Authorization,
    ];

    /// Its name, as it is kept and as commands take it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Identities => "identities",
            Self::PushTokens => "pushTokens",
            Self::IpAddresses => "ipAddresses",
            Self::Pin => "pin",
            Self::Names => "names",
            Self::Emails => "emails",
            Self::Authorization => "authorization",
        }
    }
}

impl fmt::Display for RedactionRule {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.name())
    }
}

/// A text that names no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule {text}: the rules are {}", RedactionRule::ALL.map(RedactionRule::name).join(", "))]
pub struct UnknownRule {
    /// The text.
    pub text: String,
}

impl FromStr for RedactionRule {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, UnknownRule> {
        let named = |rule: &Self| rule.name().eq_ignore_ascii_case(text.trim());
        Self::ALL
            .into_iter()
            .find(named)
            .ok_or_else(|| UnknownRule { text: text.to_owned() })
    }
}

/// The rules by which values are taken out. By default all of them.
///
/// ```
/// use archive::redaction::{Redaction, RedactionRule};
///
/// let redaction = Redaction::everything().without(RedactionRule::IpAddresses);
/// assert!(redaction.has(RedactionRule::Pin) && !redaction.has(RedactionRule::IpAddresses));
/// assert_eq!(serde_json::to_string(&Redaction::of([RedactionRule::Pin]))?, r#"["pin"]"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Redaction {
    rules: BTreeSet<RedactionRule>,
}

impl Redaction {
    /// Every rule.
    #[must_use]
    pub fn everything() -> Self {
        Self::of(RedactionRule::ALL)
    }

    /// These rules.
    #[must_use]
    pub fn of(rules: impl IntoIterator<Item = RedactionRule>) -> Self {
        Self {
            rules: rules.into_iter().collect(),
        }
    }

    /// All of them but one.
    #[must_use]
    pub fn without(mut self, rule: RedactionRule) -> Self {
        self.rules.remove(&rule);
        self
    }

    /// Whether a rule is on.
    #[must_use]
    pub fn has(&self, rule: RedactionRule) -> bool {
        self.rules.contains(&rule)
    }

    /// The rules that are on.
    pub fn rules(&self) -> impl Iterator<Item = RedactionRule> {
        self.rules.iter().copied()
    }
}

impl Default for Redaction {
    fn default() -> Self {
        Self::everything()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_have_one_name_everywhere() {
        for rule in RedactionRule::ALL {
            assert_eq!(rule.name().parse(), Ok(rule));
            assert_eq!(serde_json::to_value(rule).unwrap(), rule.name());
        }
        let error = "everything".parse::<RedactionRule>().unwrap_err();
        assert!(error.to_string().contains("pushTokens"), "{error}");
    }
}
