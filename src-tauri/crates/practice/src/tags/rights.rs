use crate::grant::TokenGrant;

/// The rights of a caller in tags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rights {
    /// On every property.
    pub(super) property: Vec<&'static str>,
    /// On the company.
    pub(super) company: Vec<&'static str>,
}

/// Role (as it stands in `ent_reactor_<role>_sdk` and `reactor_<role>`), property rights, company
/// rights: the role matrix of Adobe's access token guide.
const ROLES: [(&str, &[&str], &[&str]); 6] = [
    (
        "admin",
        &[
            "approve",
            "develop",
            "manage_environments",
            "manage_extensions",
            "publish",
        ],
        &["develop_extensions", "manage_properties"],
    ),
    (
        "it_admin",
        &["manage_environments", "manage_extensions", "publish"],
        &["manage_properties"],
    ),
    ("developer", &["develop"], &[]),
    ("approver", &["approve", "develop"], &[]),
    ("publisher", &["approve", "develop", "publish"], &[]),
    ("extension_developer", &["develop"], &["develop_extensions"]),
];

impl Rights {
    /// What the token's roles add up to. With no role of its own a token has what the technical
    /// account's product profile gives, here everything; `None` when the token does not reach tags.
    pub(super) fn of(grant: &TokenGrant) -> Option<Self> {
        let mut rights = Self::default();
        let mut any_role = false;
        for (role, property, company) in ROLES {
            let held = grant.has(&format!("ent_reactor_{role}_sdk")) || grant.has(&format!("reactor_{role}"));
            if held {
                any_role = true;
                rights.property.extend(property);
                rights.company.extend(company);
            }
        }
        if any_role {
            for list in [&mut rights.property, &mut rights.company] {
                list.sort_unstable();
                list.dedup();
            }
            return Some(rights);
        }

        let sees_profiles = grant.has("read_organizations") && grant.has("additional_info.projectedProductContext");
        (grant.has("ent_reactor_sdk") || sees_profiles).then(|| {
            let (_, property, company) = ROLES[0];
            Self {
                property: property.to_vec(),
                company: company.to_vec(),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rights(scopes: &[&str]) -> Option<Rights> {
        Rights::of(&TokenGrant {
            client_id: String::new(),
            organization_id: String::new(),
            technical_account_id: String::new(),
            scopes: scopes.iter().map(ToString::to_string).collect(),
            created_at: 0,
            expires_in: 0,
        })
    }

    #[test]
    fn roles_add_up() {
        let both = rights(&["ent_reactor_developer_sdk", "ent_reactor_it_admin_sdk"]).unwrap();
        assert_eq!(
            both.property,
            ["develop", "manage_environments", "manage_extensions", "publish"]
        );
        assert_eq!(both.company, ["manage_properties"]);
    }

    #[test]
    fn too_few_scopes_reach_nothing() {
        assert_eq!(rights(&["openid", "read_organizations"]), None);
        assert!(rights(&["ent_reactor_sdk"]).is_some());
        assert!(rights(&["read_organizations", "additional_info.projectedProductContext"]).is_some());
    }
}
