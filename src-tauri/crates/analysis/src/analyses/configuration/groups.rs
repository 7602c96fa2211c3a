//! The groups in which settings are shown.

/// A group of settings.
pub(super) struct Group {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    /// What the keys begin with; the first group that fits takes a key.
    prefixes: &'static [&'static str],
}

pub(super) const GROUPS: &[Group] = &[
    group("edge", "Edge Network", &["edge."]),
    group(
        "identity",
        "Organization and identity",
        &["experiencecloud.", "identity.", "edgeidentity."],
    ),
    group(
        "privacy",
        "Privacy and consent",
        &["global.privacy", "consent.", "global.gdpr"],
    ),
    group(
        "build",
        "Property, rules and environment",
        &["build.", "property.", "rules.", "config.", "global."],
    ),
    group(
        "messaging",
        "Messaging and personalization",
        &["messaging.", "optimize.", "target.", "campaign."],
    ),
    group(
        "analytics",
        "Analytics and media",
        &["analytics.", "media.", "edgemedia.", "audience."],
    ),
    group("other", "Other", &[]),
];

const fn group(id: &'static str, title: &'static str, prefixes: &'static [&'static str]) -> Group {
    Group { id, title, prefixes }
}

/// The id of a key's group. A key for another build environment (`__dev__edge.configId`) is with the key itself.
pub(super) fn group_of(key: &str) -> &'static str {
    let lower = key.to_ascii_lowercase();
    let plain = match lower.strip_prefix("__").and_then(|rest| rest.split_once("__")) {
        Some((_, plain)) => plain,
        None => &lower,
    };
    let fits = |group: &&Group| group.prefixes.iter().any(|prefix| plain.starts_with(prefix));
    GROUPS.iter().find(fits).map_or("other", |group| group.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_in_one_group() {
        for (key, group) in [
            ("edge.configId", "edge"),
            ("__stage__edge.configId", "edge"),
            ("experienceCloud.org", "identity"),
            ("consent.default.consents.collect.val", "privacy"),
            ("rules.url", "build"),
            ("lifecycle.sessionTimeout", "other"),
            ("__", "other"),
        ] {
            assert_eq!(group_of(key), group, "{key}");
        }
    }
}
