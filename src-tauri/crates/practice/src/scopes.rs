//! Every metascope and every OAuth scope that the practice credentials are bound to: Adobe's list of
//! JWT metascopes with the later additions, and the scopes that its OAuth presets name.

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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn nothing_is_listed_twice() {
        for list in [METASCOPES, OAUTH_SCOPES] {
            assert_eq!(list.iter().collect::<BTreeSet<_>>().len(), list.len());
        }
    }
}
