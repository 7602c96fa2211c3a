//! Rights, as `meta.rights` of companies and properties tells them.

use serde::{Deserialize, Serialize};

use crate::resource::{Kind, Resource};

/// A right of the role matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Right {
    /// Change rules, data elements and libraries.
    Develop,
    /// Approve libraries and build for staging.
    Approve,
    /// Publish to production.
    Publish,
    /// Create, change and delete properties; a right on the company.
    ManageProperties,
    /// Install, configure and delete extensions.
    ManageExtensions,
    /// Manage environments.
    ManageEnvironments,
    /// Develop extension packages; a right on the company.
    DevelopExtensions,
}

impl Right {
    /// All of them, in the order of Adobe's matrix.
    pub const ALL: [Self; 7] = [
        Self::Develop,
        Self::Approve,
        Self::Publish,
        Self::ManageProperties,
        Self::ManageExtensions,
        Self::ManageEnvironments,
        Self::DevelopExtensions,
    ];

    /// As the API writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Develop => "develop",
            Self::Approve => "approve",
            Self::Publish => "publish",
            Self::ManageProperties => "manage_properties",
            Self::ManageExtensions => "manage_extensions",
            Self::ManageEnvironments => "manage_environments",
            Self::DevelopExtensions => "develop_extensions",
        }
    }

    /// Whether it is a right on the company rather than on a property.
    #[must_use]
    pub fn is_of_company(self) -> bool {
        matches!(self, Self::ManageProperties | Self::DevelopExtensions)
    }
}

/// The rights that an integration really has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RightsFound {
    /// Rights on the company.
    pub company: Vec<Right>,
    /// Rights that it has on at least one property.
    pub any_property: Vec<Right>,
    /// Rights that it has on every property that it sees.
    pub every_property: Vec<Right>,
    /// Rights that have no place in the matrix, as Adobe writes them.
    pub other: Vec<String>,
    /// How many properties were looked at.
    pub properties: usize,
}

impl RightsFound {
    /// Reads the rights of companies and properties.
    #[must_use]
    pub fn of(resources: &[Resource]) -> Self {
        let mut found = Self::default();
        for resource in resources {
            match resource.kind() {
                Kind::Companies => found.company.extend(resource.rights()),
                Kind::Properties => {
                    let rights = resource.rights();
                    if found.properties == 0 {
                        found.every_property.clone_from(&rights);
                    }
                    found.every_property.retain(|right| rights.contains(right));
                    found.any_property.extend(rights);
                    found.properties += 1;
                }
                Kind::Users | Kind::Other(_) => continue,
            }
            found.other.extend(resource.other_rights());
        }
        for rights in [&mut found.company, &mut found.any_property] {
            rights.sort_unstable();
            rights.dedup();
        }
        found.other.sort_unstable();
        found.other.dedup();
        found
    }

    /// Rights on the company and on at least one property, in the order of the matrix.
    #[must_use]
    pub fn all(&self) -> Vec<Right> {
        let held = |right: &Right| self.company.contains(right) || self.any_property.contains(right);
        Right::ALL.into_iter().filter(held).collect()
    }
}
