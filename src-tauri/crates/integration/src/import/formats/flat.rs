//! One object with the parts of a credential by name: the download of a credential, the configuration of `aepp`, the
//! options of `jwt-auth`, and what people write by hand.

use super::super::format::Format;
use super::super::found::{Collector, Found};
use super::super::names::{Part, part};
use super::super::tree::Tree;
use super::Read;
use crate::KindName;

/// Reads an object of known names; nothing when it has none that tells.
pub(super) fn read(tree: &Tree, reading: &mut Read<'_>) -> Option<(Format, Vec<Found>)> {
    let has = |name: &str| tree.get(name).is_some();
    let is_telling = |name: &String| {
        matches!(
            part(name),
            Some(
                Part::ClientId
                    | Part::ClientSecret
                    | Part::OrganizationId
                    | Part::TechnicalAccountId
                    | Part::PrivateKey
                    | Part::Metascopes
                    | Part::Certificate
            )
        )
    };
    if !tree.members().iter().any(|(name, _)| is_telling(name)) {
        return None;
    }
    let is_console = has("ORG_ID") && (has("API_KEY") || has("CLIENT_ID"));
    let (format, kind) = if is_console && (has("CLIENT_SECRETS") || has("SCOPES")) {
        (Format::OauthServerToServer, Some(KindName::OauthServerToServer))
    } else if is_console {
        (Format::ServiceAccount, Some(KindName::ServiceAccount))
    } else if has("metaScopes") || (has("technicalAccountId") && has("clientId")) {
        (Format::JwtAuthOptions, Some(KindName::ServiceAccount))
    } else if has("org_id") && (has("secret") || has("tech_id") || has("sandbox-name") || has("client_secret")) {
        let is_service_account = has("tech_id") || has("pathToKey") || has("private_key");
        let kind = if is_service_account && !has("scopes") {
            KindName::ServiceAccount
        } else {
            KindName::OauthServerToServer
        };
        (Format::Aepp, Some(kind))
    } else {
        (Format::Json, None)
    };
    let mut collector = Collector::new(None);
    collector.found().kind = kind;
    collector.take_members(tree);
    Some((format, vec![reading.finish(collector)]))
}
