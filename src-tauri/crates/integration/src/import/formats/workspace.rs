//! The workspace that Developer Console lets people download. A credential is known by the name of its block and not by
//! its type, which has changed over time; while a migration is under way a credential has both blocks.

use super::super::found::{Collector, Found};
use super::super::tree::Tree;
use super::super::unusable::Reason;
use super::super::value::shown_name;
use super::Read;
use crate::KindName;

const BLOCKS: &[(&str, KindName)] = &[
    ("oauth_server_to_server", KindName::OauthServerToServer),
    ("jwt", KindName::ServiceAccount),
];

/// Blocks of credentials that act for a person who signs in, or for nobody.
const OTHER_BLOCKS: &[&str] = &[
    "oauth2",
    "api_key",
    "oauth_web_app",
    "oauth_single_page_app",
    "oauth_native_app",
    "oauthweb",
    "analytics_oauth",
];

/// Reads a workspace; nothing when it is none.
pub(super) fn read(tree: &Tree, reading: &mut Read<'_>) -> Option<Vec<Found>> {
    let project = tree.object("project").unwrap_or(tree);
    // Adobe's own description of the file puts the workspace into the organization.
    let organization = project.object("org");
    let workspace = project
        .object("workspace")
        .or_else(|| organization?.object("workspace"));
    let details = workspace?.object("details")?;
    let project_name = project.plain("title").or_else(|| project.plain("name"));
    let credentials = details.get("credentials").map(Tree::elements).unwrap_or_default();

    let mut others = Vec::new();
    let mut found = Vec::new();
    for (place, credential) in credentials.iter().enumerate() {
        let own_name = credential.plain("name");
        let name_of = |other: &str| own_name.clone().unwrap_or_else(|| format!("{other} {}", place + 1));
        let blocks: Vec<_> = BLOCKS
            .iter()
            .filter_map(|(block, kind)| Some((credential.object(block)?, *kind)))
            .collect();
        for (block, kind) in &blocks {
            let name = project_name.clone().or_else(|| own_name.clone());
            let mut collector = Collector::new(name.and_then(|name| shown_name(&name)));
            let known = collector.found();
            known.kind = Some(*kind);
            known.credential_name = own_name.as_deref().and_then(shown_name);
            known.integration_id = credential.plain("id").filter(|id| is_number(id));
            known.console_link = console_link(project, organization, credential);
            if let Some(id) = organization.and_then(|organization| organization.get("ims_org_id")) {
                collector.take_named("ims_org_id", id);
            }
            collector.take_members(block);
            found.push(reading.finish(collector));
        }
        if blocks.is_empty() {
            let known = OTHER_BLOCKS.iter().find(|block| credential.get(block).is_some());
            others.push((name_of(known.unwrap_or(&"credential")), Reason::OtherKind));
        }
    }
    for part in ["services", "runtime", "events"] {
        if details.get(part).is_some_and(|value| !value.is_empty()) {
            others.push((part.to_owned(), Reason::NotNeeded));
        }
    }
    if let Some(first) = found.first_mut() {
        others.into_iter().for_each(|(what, why)| first.ignore(what, why));
    }
    Some(found)
}

/// The address of the credential's page: the numbers of organization, project and credential.
fn console_link(project: &Tree, organization: Option<&Tree>, credential: &Tree) -> Option<String> {
    let number = |tree: &Tree| tree.plain("id").filter(|id| is_number(id));
    let (organization, project, credential) = (number(organization?)?, number(project)?, number(credential)?);
    Some(format!(
        "https://developer.adobe.com/console/projects/{organization}/{project}/credentials/{credential}/details"
    ))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 30 && text.bytes().all(|byte| byte.is_ascii_digit())
}
