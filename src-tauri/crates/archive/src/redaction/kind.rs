//! What a value that was found is.

use super::rule::RedactionRule;

/// The kind of a value, which its replacement is named after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Ecid,
    Identity,
    PushToken,
    IpAddress,
    Pin,
    Person,
    Device,
    Email,
    Secret,
    /// The text of a part of a large event whose other parts are missing.
    Part,
}

impl Kind {
    /// The rule that takes it out; any rule does where there is none.
    pub(crate) fn rule(self) -> Option<RedactionRule> {
        match self {
            Self::Ecid | Self::Identity => Some(RedactionRule::Identities),
            Self::PushToken => Some(RedactionRule::PushTokens),
            Self::IpAddress => Some(RedactionRule::IpAddresses),
            Self::Pin => Some(RedactionRule::Pin),
            Self::Person | Self::Device => Some(RedactionRule::Names),
            Self::Email => Some(RedactionRule::Emails),
            Self::Secret => Some(RedactionRule::Authorization),
            Self::Part => None,
        }
    }

    /// How its replacements begin.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Ecid => "ECID",
            Self::Identity => "ID",
            Self::PushToken => "PUSH-TOKEN",
            Self::IpAddress => "IP",
            Self::Pin => "PIN",
            Self::Person => "PERSON",
            Self::Device => "DEVICE",
            Self::Email => "EMAIL",
            Self::Secret => "SECRET",
            Self::Part => "PART",
        }
    }
}
