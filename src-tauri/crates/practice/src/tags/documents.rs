use serde_json::{Map, Value, json};

use crate::identity::Identity;
use crate::tags::rights::Rights;

const CREATED: &str = "2024-08-13T17:13:30.667Z";
const UPDATED: &str = "2024-08-13T17:13:30.667Z";

/// Writes the resources of the one organization as JSON:API documents.
pub(super) struct Documents<'a> {
    pub(super) identity: &'a Identity,
    pub(super) base: &'a str,
    pub(super) rights: &'a Rights,
}

impl Documents<'_> {
    pub(super) fn profile(&self) -> Value {
        let organization = &self.identity.organization_id;
        json!({
            "id": self.identity.tags_user_id,
            "type": "users",
            "attributes": {
                "active_org": organization,
                "expires_in": 0,
                "display_name": "Practice Technical Account",
                "job_function": null,
                "email": "practice@techacct.adobe.com",
                "organizations": {
                    organization: {
                        "name": "Practice Organization",
                        "admin": true,
                        "active": true,
                        "login_companies": [],
                        "product_contexts": ["dma_reactor", "dma_tartan"],
                        "tenant_id": self.identity.tenant,
                    },
                },
            },
            "links": { "self": format!("{}/profile", self.base) },
            "meta": { "rights": ["manage_companies"] },
        })
    }

    pub(super) fn company(&self) -> Value {
        let link = self.company_link();
        let rights = &self.rights.company;
        json!({
            "id": self.identity.company_id,
            "type": "companies",
            "attributes": {
                "created_at": CREATED,
                "name": "Practice Company",
                "org_id": self.identity.organization_id,
                "updated_at": UPDATED,
                "token": self.identity.company_id.get(2..14),
                "cjm_enabled": false,
                "edge_enabled": false,
                "edge_events_allotment": null,
                "edge_fanout_ratio": null,
            },
            "relationships": {
                "properties": { "links": { "related": format!("{link}/properties") } },
            },
            "links": { "self": link, "properties": format!("{link}/properties") },
            "meta": {
                "rights": rights,
                "platform_rights": { "web": rights, "mobile": rights },
            },
        })
    }

    /// One web and one mobile property.
    pub(super) fn properties(&self) -> Vec<Value> {
        let kinds = [("web", "Practice Store (web)"), ("mobile", "Practice Store (mobile)")];
        self.identity
            .property_ids
            .iter()
            .zip(kinds)
            .map(|(id, (platform, name))| self.property(id, platform, name))
            .collect()
    }

    fn property(&self, id: &str, platform: &str, name: &str) -> Value {
        let link = format!("{}/properties/{id}", self.base);
        let domains = if platform == "web" {
            json!(["example.com"])
        } else {
            json!([])
        };
        let mut relationships = Map::new();
        relationships.insert(
            "company".into(),
            json!({
                "links": { "related": format!("{link}/company") },
                "data": { "id": self.identity.company_id, "type": "companies" },
            }),
        );
        let others = [
            "callbacks",
            "hosts",
            "environments",
            "libraries",
            "data_elements",
            "extensions",
            "rules",
            "notes",
        ];
        for other in others {
            let related = json!({ "links": { "related": format!("{link}/{other}") } });
            relationships.insert(other.into(), related);
        }
        json!({
            "id": id,
            "type": "properties",
            "attributes": {
                "created_at": CREATED,
                "enabled": true,
                "name": name,
                "updated_at": UPDATED,
                "platform": platform,
                "development": false,
                "token": id.get(2..14),
                "domains": domains,
                "undefined_vars_return_empty": false,
                "rule_component_sequencing_enabled": false,
            },
            "relationships": relationships,
            "links": { "self": link, "company": self.company_link() },
            "meta": { "rights": self.rights.property },
        })
    }

    fn company_link(&self) -> String {
        format!("{}/companies/{}", self.base, self.identity.company_id)
    }
}
