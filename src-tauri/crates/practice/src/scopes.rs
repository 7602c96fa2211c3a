//! Every metascope and every OAuth scope that the practice credentials are bound to: Adobe's list of
//! JWT metascopes with the later additions, and the scopes that its OAuth presets name.

use std::collections::BTreeSet;

/// Metascopes of the service account credential.
pub(crate) const METASCOPES: &[&str] = &[
    "assurance_automation",
    "ent_dataservices_sdk",
    "ent_reactor_sdk",
    "event_receiver_api",
    "ent_adobeio_sdk",
    "ent_stocksearch_sdk",
    "ent_default_sdk",
    "ent_ccas_sdk",
    "ent_documentcloud_sdk",
    "ent_analytics_bulk_ingest_sdk",
    "ent_campaign_sdk",
    "ent_marketing_sdk",
    "ent_reactor_admin_sdk",
    "ent_reactor_it_admin_sdk",
    "ent_reactor_developer_sdk",
    "ent_reactor_approver_sdk",
    "ent_reactor_publisher_sdk",
    "ent_reactor_extension_developer_sdk",
    "ent_gdpr_sdk",
    "ent_smartcontent_sdk",
    "ent_sensei_image_sdk",
    "ent_user_sdk",
    "ent_brand_portal_sdk",
    "ent_places_sdk",
    "ent_cloudmgr_sdk",
    "ent_audiencemanagerplatform_sdk",
    "ent_aem_cloud_api",
    "ent_aem_cloud_sdk",
    "asset_compute_meta",
    "ent_aemforms_docprocessing",
];

/// Scopes of the OAuth Server-to-Server credential.
pub(crate) const OAUTH_SCOPES: &[&str] = &[
    "openid",
    "AdobeID",
    "session",
    "read_organizations",
    "additional_info.projectedProductContext",
    "additional_info.job_function",
    "additional_info.roles",
    "assurance_read_plugins",
    "assurance_manage_sessions",
    "assurance_read_annotations",
    "assurance_read_session_annotations",
    "assurance_read_clients",
    "assurance_read_events",
    "reactor_admin",
    "reactor_it_admin",
    "reactor_developer",
    "reactor_approver",
    "reactor_publisher",
    "reactor_extension_developer",
    "adobeio_api",
    "read_client_secret",
    "manage_client_secrets",
    "user_management_sdk",
    "read_pc.dma_aem_ams",
];

/// The scopes of the service account once it is migrated: those that mean the same as its metascopes,
/// in the order of [`OAUTH_SCOPES`].
pub(crate) fn scopes_after_migration() -> Vec<&'static str> {
    let equal: BTreeSet<&str> = METASCOPES
        .iter()
        .flat_map(|metascope| equivalents(metascope))
        .chain(EVERY_CREDENTIAL)
        .copied()
        .collect();
    OAUTH_SCOPES
        .iter()
        .copied()
        .filter(|scope| equal.contains(scope))
        .collect()
}

/// What every OAuth Server-to-Server credential of the console has.
const EVERY_CREDENTIAL: &[&str] = &[
    "openid",
    "AdobeID",
    "read_organizations",
    "additional_info.projectedProductContext",
];

/// The scopes that Adobe's presets name for the service of a metascope, besides [`EVERY_CREDENTIAL`].
fn equivalents(metascope: &str) -> &'static [&'static str] {
    match metascope {
        "assurance_automation" => &[
            "assurance_read_plugins",
            "assurance_manage_sessions",
            "assurance_read_annotations",
            "assurance_read_session_annotations",
            "assurance_read_clients",
            "assurance_read_events",
        ],
        "ent_dataservices_sdk" => &["session"],
        "ent_reactor_sdk" => &["additional_info.job_function", "additional_info.roles"],
        "ent_reactor_admin_sdk" => &["reactor_admin"],
        "ent_reactor_it_admin_sdk" => &["reactor_it_admin"],
        "ent_reactor_developer_sdk" => &["reactor_developer"],
        "ent_reactor_approver_sdk" => &["reactor_approver"],
        "ent_reactor_publisher_sdk" => &["reactor_publisher"],
        "ent_reactor_extension_developer_sdk" => &["reactor_extension_developer"],
        "ent_adobeio_sdk" => &[
            "additional_info.roles",
            "adobeio_api",
            "read_client_secret",
            "manage_client_secrets",
        ],
        "ent_analytics_bulk_ingest_sdk" => &["additional_info.job_function"],
        "ent_user_sdk" => &["user_management_sdk"],
        "ent_aem_cloud_api" | "ent_aem_cloud_sdk" => &["read_pc.dma_aem_ams"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_listed_twice() {
        for list in [METASCOPES, OAUTH_SCOPES] {
            assert_eq!(list.iter().collect::<BTreeSet<_>>().len(), list.len());
        }
    }

    #[test]
    fn a_migrated_service_account_can_ask_for_what_its_metascopes_meant() {
        let scopes = scopes_after_migration();
        for scope in [
            "openid",
            "assurance_read_events",
            "session",
            "reactor_admin",
            "manage_client_secrets",
        ] {
            assert!(scopes.contains(&scope), "{scope}");
        }
        assert!(scopes.iter().all(|scope| OAUTH_SCOPES.contains(scope)));
        let named = METASCOPES
            .iter()
            .flat_map(|metascope| equivalents(metascope))
            .chain(EVERY_CREDENTIAL);
        assert!(named.into_iter().all(|scope| OAUTH_SCOPES.contains(scope)));
    }
}
