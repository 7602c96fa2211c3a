//! Experience Platform, as one integration sees it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use ::platform::{Class, Container, Platform};
use gateway::Listed;
use serde_json::Value;
use uuid::Uuid;

use super::{Desk, lock};
use crate::contract::integrations::IntegrationRef;
use crate::contract::platform::{
    ChooseSandboxRequest, ClassContainer, ClassDetails, ClassField, ClassList, ClassRequest, ClassRow, ClassesRequest,
    SandboxList, SandboxRow,
};
use crate::contract::problem::Problem;
use crate::contract::tick::Tick;

/// Rows of one answer at most.
const MOST_ROWS: usize = 500;
/// Levels of a class that are looked into; classes can hold themselves.
const MOST_LEVELS: usize = 12;

/// Whose classes, in which sandbox.
type Place = (Uuid, Option<String>, ClassContainer);

/// The classes that were listed, while the program runs.
#[derive(Default)]
pub(super) struct KnownClasses(Mutex<HashMap<Place, Arc<Listed<Class>>>>);

impl Desk {
    pub(crate) async fn sandboxes_list(&self, request: IntegrationRef) -> Result<SandboxList, Problem> {
        let (platform, chosen) = self.platform(request.integration).await?;
        let listed = platform.sandboxes().await?;
        Ok(SandboxList {
            rows: listed.items.into_iter().map(sandbox_row).collect(),
            chosen,
            is_cut_short: listed.is_cut_short,
        })
    }

    pub(crate) async fn sandbox_choose(&self, request: ChooseSandboxRequest) -> Result<SandboxList, Problem> {
        let (registry, id, sandbox) = (self.registry.clone(), request.integration, request.sandbox);
        self.blocking(move || Ok(registry.change(id, |integration| integration.sandbox = sandbox)?))
            .await?;
        self.ticks.send(Tick::Integrations);
        self.sandboxes_list(IntegrationRef { integration: id }).await
    }

    pub(crate) async fn classes_list(&self, request: ClassesRequest) -> Result<ClassList, Problem> {
        let classes = self
            .classes(request.integration, request.container, request.refresh)
            .await?;
        let wanted = request.search.trim().to_lowercase();
        let fits = |class: &&Class| {
            let title = class.title.as_deref().unwrap_or_default();
            title.to_lowercase().contains(&wanted) || class.id.to_lowercase().contains(&wanted)
        };
        let mut rows: Vec<ClassRow> = classes.items.iter().filter(fits).map(class_row).collect();
        rows.sort_by_key(|row| row.title.to_lowercase());
        let matched = rows.len();
        rows.truncate(MOST_ROWS);
        let sandbox = self.integration(request.integration).await?.sandbox;
        let path = format!(
            "/data/foundation/schemaregistry/{}/classes",
            container(request.container).as_str()
        );
        Ok(ClassList {
            rows,
            matched,
            total: classes.items.len(),
            is_cut_short: classes.is_cut_short,
            curl: curl(&path, "application/vnd.adobe.xed-id+json", sandbox.as_deref()),
        })
    }

    pub(crate) async fn class_read(&self, request: ClassRequest) -> Result<ClassDetails, Problem> {
        let classes = self.classes(request.integration, request.container, false).await?;
        let class = classes.items.iter().find(|class| class.id == request.id);
        let class = class.ok_or_else(|| Problem::not_found("The class"))?;
        let (platform, sandbox) = self.platform(request.integration).await?;
        let document = platform.class(container(request.container), class).await?;
        let text = |key: &str| document[key].as_str().unwrap_or_default().to_owned();
        let mut fields = Vec::new();
        gather(&document, "", 0, &mut fields);
        let total = fields.len();
        fields.truncate(MOST_ROWS);
        let path = format!(
            "/data/foundation/schemaregistry/{}/classes/{}",
            container(request.container).as_str(),
            class.alternate_id.as_deref().unwrap_or(&class.id)
        );
        let accept = format!("application/vnd.adobe.xed-full+json; version={}", class.major_version());
        Ok(ClassDetails {
            title: text("title"),
            description: text("description"),
            fields,
            total,
            curl: curl(&path, &accept, sandbox.as_deref()),
        })
    }

    async fn classes(
        &self,
        integration: Uuid,
        whose: ClassContainer,
        refresh: bool,
    ) -> Result<Arc<Listed<Class>>, Problem> {
        let (platform, sandbox) = self.platform(integration).await?;
        let place = (integration, sandbox, whose);
        if !refresh && let Some(known) = lock(&self.classes.0).get(&place) {
            return Ok(Arc::clone(known));
        }
        let listed = Arc::new(platform.classes(container(whose)).await?);
        lock(&self.classes.0).insert(place, Arc::clone(&listed));
        Ok(listed)
    }

    /// Experience Platform for an integration, in the sandbox that it uses.
    async fn platform(&self, integration: Uuid) -> Result<(Platform, Option<String>), Problem> {
        let connection = self.connection(integration).await?;
        let platform = Platform::new(connection.gateway().clone(), connection.endpoints().platform.clone());
        let sandbox = self.integration(integration).await?.sandbox;
        Ok(match sandbox {
            Some(name) => (platform.in_sandbox(&name), Some(name)),
            None => (platform, None),
        })
    }
}

fn container(container: ClassContainer) -> Container {
    match container {
        ClassContainer::Global => Container::Global,
        ClassContainer::Tenant => Container::Tenant,
    }
}

fn sandbox_row(sandbox: ::platform::Sandbox) -> SandboxRow {
    SandboxRow {
        title: sandbox.title.unwrap_or_else(|| sandbox.name.clone()),
        name: sandbox.name,
        sandbox_kind: sandbox.kind.unwrap_or_default(),
        state: sandbox.state.unwrap_or_default(),
        region: sandbox.region.unwrap_or_default(),
        is_default: sandbox.is_default,
    }
}

fn class_row(class: &Class) -> ClassRow {
    ClassRow {
        id: class.id.clone(),
        alternate_id: class.alternate_id.clone().unwrap_or_default(),
        title: class.title.clone().unwrap_or_else(|| class.id.clone()),
        version: class.version.clone().unwrap_or_default(),
    }
}

/// The call for a terminal. Secrets stand as variables, so that nothing secret is on the clipboard or in a shell's
/// history.
fn curl(path: &str, accept: &str, sandbox: Option<&str>) -> String {
    let sandbox = sandbox.map_or_else(String::new, |name| format!(" \\\n  -H 'x-sandbox-name: {name}'"));
    format!(
        "curl 'https://platform.adobe.io{path}' \\\n  -H 'Accept: {accept}' \\\n  -H \"Authorization: Bearer $ACCESS_TOKEN\" \\\n  -H \"x-api-key: $API_KEY\" \\\n  -H \"x-gw-ims-org-id: $ORG_ID\"{sandbox}"
    )
}

/// The fields of a class or of an object in it, with those of what they are made of.
fn gather(schema: &Value, above: &str, depth: usize, fields: &mut Vec<ClassField>) {
    if depth > MOST_LEVELS || fields.len() > 4 * MOST_ROWS {
        return;
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        gather(part, above, depth, fields);
    }
    let Some(properties) = schema["properties"].as_object() else {
        return;
    };
    for (key, field) in properties {
        let path = if above.is_empty() {
            key.clone()
        } else {
            format!("{above}.{key}")
        };
        if fields.iter().any(|known| known.path == path) {
            continue;
        }
        let text = |name: &str| field[name].as_str().unwrap_or_default().to_owned();
        let array = field["type"] == "array";
        let of = if array { &field["items"] } else { field };
        let kind = of["meta:xdmType"]
            .as_str()
            .or_else(|| of["type"].as_str())
            .unwrap_or("any");
        fields.push(ClassField {
            depth,
            title: text("title"),
            description: text("description"),
            field_type: if array { format!("{kind}[]") } else { kind.to_owned() },
            path: path.clone(),
        });
        gather(of, &path, depth + 1, fields);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_fields_of_a_class_are_listed_with_those_of_its_parts() {
        let class = json!({
            "allOf": [{ "properties": { "_id": { "type": "string", "title": "Identifier" } } }],
            "properties": {
                "items": { "type": "array", "items": { "type": "object", "properties": { "sku": { "type": "string" } } } },
                "_id": { "type": "number" },
            },
        });
        let mut fields = Vec::new();
        gather(&class, "", 0, &mut fields);
        let told: Vec<_> = fields
            .iter()
            .map(|field| (field.path.as_str(), field.field_type.as_str(), field.depth))
            .collect();
        assert_eq!(
            told,
            [
                ("_id", "string", 0),
                ("items", "object[]", 0),
                ("items.sku", "string", 1)
            ]
        );
    }

    #[test]
    fn a_call_for_the_terminal_names_variables_and_no_secret() {
        let text = curl("/data/foundation/x", "application/json", Some("dev"));
        assert!(text.contains("Bearer $ACCESS_TOKEN") && text.ends_with("-H 'x-sandbox-name: dev'"));
    }
}
