//! The roles of Adobe's access token guide, each with its rights, and what grants it.

use serde::{Deserialize, Serialize};

use crate::rights::Right;

/// A role of the role matrix. Roles grant rights where a service account carries their metascope; with OAuth
/// Server-to-Server a product profile grants the rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Can do everything.
    Admin,
    /// Publishes, and manages properties, extensions and environments.
    ItAdmin,
    /// Changes what is there.
    Developer,
    /// Changes and approves.
    Approver,
    /// Changes, approves and publishes.
    Publisher,
    /// Changes, and makes extensions.
    ExtensionDeveloper,
}

impl Role {
    /// All of them, in the order of Adobe's matrix.
    pub const ALL: [Self; 6] = [
        Self::Admin,
        Self::ItAdmin,
        Self::Developer,
        Self::Approver,
        Self::Publisher,
        Self::ExtensionDeveloper,
    ];

    /// Its name in Adobe's words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Admin => "Admin",
            Self::ItAdmin => "IT Admin",
            Self::Developer => "Developer",
            Self::Approver => "Approver",
            Self::Publisher => "Publisher",
            Self::ExtensionDeveloper => "Extension Developer",
        }
    }

    /// The metascope that gives a service account this role, without its address.
    #[must_use]
    pub fn metascope(self) -> &'static str {
        match self {
            Self::Admin => "ent_reactor_admin_sdk",
            Self::ItAdmin => "ent_reactor_it_admin_sdk",
            Self::Developer => "ent_reactor_developer_sdk",
            Self::Approver => "ent_reactor_approver_sdk",
            Self::Publisher => "ent_reactor_publisher_sdk",
            Self::ExtensionDeveloper => "ent_reactor_extension_developer_sdk",
        }
    }

    /// Its rights, in the order of Adobe's matrix.
    #[must_use]
    pub fn rights(self) -> &'static [Right] {
        use Right::{
            Approve, Develop, DevelopExtensions, ManageEnvironments, ManageExtensions, ManageProperties, Publish,
        };
        match self {
            Self::Admin => &Right::ALL,
            Self::ItAdmin => &[Publish, ManageProperties, ManageExtensions, ManageEnvironments],
            Self::Developer => &[Develop],
            Self::Approver => &[Develop, Approve],
            Self::Publisher => &[Develop, Approve, Publish],
            Self::ExtensionDeveloper => &[Develop, DevelopExtensions],
        }
    }

    /// The role whose rights are exactly these.
    #[must_use]
    pub fn matching(rights: &[Right]) -> Option<Self> {
        let is_same = |role: &Self| {
            let own = role.rights();
            own.len() == rights.len() && own.iter().all(|right| rights.contains(right))
        };
        Self::ALL.into_iter().find(is_same)
    }
}

/// The roles that have all these rights, those with the fewest others first.
#[must_use]
pub fn roles_with(rights: &[Right]) -> Vec<Role> {
    let has_all = |role: &Role| rights.iter().all(|right| role.rights().contains(right));
    let mut roles: Vec<Role> = Role::ALL.into_iter().filter(has_all).collect();
    roles.sort_by_key(|role| role.rights().len());
    roles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matrix_is_adobes() {
        let mark = |role: Role| -> String {
            let mark = |right: Right| if role.rights().contains(&right) { 'X' } else { '.' };
            Right::ALL.into_iter().map(mark).collect()
        };
        let rows: Vec<String> = Role::ALL.into_iter().map(mark).collect();
        assert_eq!(rows, ["XXXXXXX", "..XXXX.", "X......", "XX.....", "XXX....", "X.....X"]);
    }

    #[test]
    fn a_role_is_known_by_its_rights_and_the_smallest_comes_first() {
        assert_eq!(Role::matching(&[Right::Approve, Right::Develop]), Some(Role::Approver));
        assert_eq!(Role::matching(&[Right::Approve]), None);
        assert_eq!(
            roles_with(&[Right::Publish]),
            [Role::Publisher, Role::ItAdmin, Role::Admin]
        );
        assert_eq!(roles_with(&[]).len(), 6);
    }
}
