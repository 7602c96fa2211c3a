//! Tags, as one integration sees them.

use ::integration::Integration;
use ::tags::{PropertyFilter, Resource, Right, RightsFound, Role, Tags, roles_with};
use uuid::Uuid;

use super::Desk;
use crate::contract::integrations::IntegrationRef;
use crate::contract::problem::Problem;
use crate::contract::tags::{
    PropertiesRequest, PropertyList, PropertyRow, RightHeld, RightRow, RoleColumn, RoleMatrix, TagsCompany,
    TagsOverview,
};

/// Rows of one answer at most.
const MOST_ROWS: usize = 500;

impl Desk {
    pub(crate) async fn tags_overview(&self, request: IntegrationRef) -> Result<TagsOverview, Problem> {
        let tags = self.tags(request.integration).await?;
        let account = tags.profile().await?.name().to_owned();
        let seen = tags.overview().await?;
        let integration = self.integration(request.integration).await?;
        Ok(TagsOverview {
            account,
            companies: seen.companies.iter().map(company).collect(),
            matrix: matrix(&seen.rights, &integration),
        })
    }

    pub(crate) async fn properties_list(&self, request: PropertiesRequest) -> Result<PropertyList, Problem> {
        let tags = self.tags(request.integration).await?;
        let filter = PropertyFilter {
            name: request.search,
            platform: request.platform,
        };
        let listed = tags.properties(&request.company, &filter).await?;
        let matched = listed.items.len();
        Ok(PropertyList {
            rows: listed.items.iter().take(MOST_ROWS).map(property_row).collect(),
            matched,
            is_cut_short: listed.is_cut_short,
        })
    }

    async fn tags(&self, integration: Uuid) -> Result<Tags, Problem> {
        let connection = self.connection(integration).await?;
        Ok(Tags::new(
            connection.gateway().clone(),
            connection.endpoints().tags.clone(),
        ))
    }
}

fn company(company: &Resource) -> TagsCompany {
    TagsCompany {
        id: company.id.clone(),
        name: company.name().to_owned(),
    }
}

fn property_row(property: &Resource) -> PropertyRow {
    let domains = property
        .attributes
        .get("domains")
        .and_then(|domains| domains.as_array());
    let rights = property.rights().into_iter().map(|right| title(right).to_owned());
    PropertyRow {
        id: property.id.clone(),
        name: property.name().to_owned(),
        platform: property.attribute("platform").unwrap_or_default().to_owned(),
        domains: domains
            .into_iter()
            .flatten()
            .filter_map(|domain| domain.as_str().map(str::to_owned))
            .collect(),
        enabled: property.attributes.get("enabled").and_then(serde_json::Value::as_bool) != Some(false),
        rights: rights.chain(property.other_rights()).collect(),
    }
}

fn title(right: Right) -> &'static str {
    match right {
        Right::Develop => "Develop",
        Right::Approve => "Approve",
        Right::Publish => "Publish",
        Right::ManageProperties => "Manage Properties",
        Right::ManageExtensions => "Manage Extensions",
        Right::ManageEnvironments => "Manage Environments",
        Right::DevelopExtensions => "Develop Extensions",
    }
}

fn matrix(found: &RightsFound, integration: &Integration) -> RoleMatrix {
    let all = found.all();
    let held = |right: Right| {
        if found.company.contains(&right) || found.every_property.contains(&right) {
            RightHeld::Yes
        } else if found.any_property.contains(&right) {
            RightHeld::Some
        } else {
            RightHeld::No
        }
    };
    let scopes = integration.kind.scopes();
    RoleMatrix {
        rights: Right::ALL
            .into_iter()
            .map(|right| RightRow {
                title: title(right).to_owned(),
                held: held(right),
                of_roles: Role::ALL
                    .into_iter()
                    .map(|role| role.rights().contains(&right))
                    .collect(),
            })
            .collect(),
        roles: Role::ALL
            .into_iter()
            .map(|role| RoleColumn {
                title: role.name().to_owned(),
                metascope: role.metascope().to_owned(),
                matches: Role::matching(&all) == Some(role),
                asked_for: scopes.iter().any(|scope| scope.ends_with(role.metascope())),
                lacking: role
                    .rights()
                    .iter()
                    .filter(|right| !all.contains(right))
                    .map(|right| title(*right).to_owned())
                    .collect(),
            })
            .collect(),
        other_rights: found.other.clone(),
        says: says(&all, found.properties),
    }
}

fn says(all: &[Right], properties: usize) -> String {
    if all.is_empty() {
        return "This integration may look at what it sees, and change nothing.".to_owned();
    }
    let seen = match properties {
        0 => "It sees no property, so only rights on the company are known.".to_owned(),
        1 => "Looked at on 1 property.".to_owned(),
        many => format!("Looked at on {many} properties."),
    };
    let role = match (Role::matching(all), roles_with(all).first()) {
        (Some(role), _) => format!("Its rights are those of the role {}.", role.name()),
        (None, Some(role)) => format!("No role has exactly these rights; {} has them and more.", role.name()),
        (None, None) => "No role has these rights.".to_owned(),
    };
    format!("{role} {seen}")
}
