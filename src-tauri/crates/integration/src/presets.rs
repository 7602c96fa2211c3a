//! Adobe's lists of metascopes and scopes, by service.

/// What to ask for, for one of Adobe's services.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// The service, in Adobe's words.
    pub service: &'static str,
    /// The metascopes or scopes.
    pub values: &'static [&'static str],
}

const fn preset(service: &'static str, values: &'static [&'static str]) -> Preset {
    Preset { service, values }
}

/// Metascopes by service, from Adobe's list, Assurance first. The six old metascopes of Launch serve only
/// integrations that are older than `ent_reactor_sdk`.
pub const METASCOPE_PRESETS: &[Preset] = &[
    preset("Assurance", &["assurance_automation"]),
    preset("Experience Platform", &["ent_dataservices_sdk"]),
    preset("Tags (Launch)", &["ent_reactor_sdk"]),
    preset("Adobe Stock", &["ent_stocksearch_sdk"]),
    preset("AEM as a Cloud Service", &["ent_aem_cloud_api"]),
    preset("AEM Brand Portal", &["ent_brand_portal_sdk"]),
    preset("Analytics", &["ent_analytics_bulk_ingest_sdk"]),
    preset(
        "Asset Compute",
        &["asset_compute_meta", "ent_adobeio_sdk", "event_receiver_api"],
    ),
    preset("Audience Manager", &["ent_audiencemanagerplatform_sdk"]),
    preset("Auto Crop, Auto Tag (Sensei)", &["ent_sensei_image_sdk"]),
    preset("Campaign", &["ent_campaign_sdk"]),
    preset("Cloud Manager", &["ent_cloudmgr_sdk"]),
    preset("Dimension, Photoshop, Lightroom", &["ent_default_sdk"]),
    preset("Dimension, Photoshop, Lightroom (CCE-AS)", &["ent_ccas_sdk"]),
    preset("I/O Events", &["event_receiver_api"]),
    preset("I/O Management", &["ent_adobeio_sdk"]),
    preset("Launch - Admin (old)", &["ent_reactor_admin_sdk"]),
    preset("Launch - Approver (old)", &["ent_reactor_approver_sdk"]),
    preset("Launch - Developer (old)", &["ent_reactor_developer_sdk"]),
    preset(
        "Launch - Extension developer (old)",
        &["ent_reactor_extension_developer_sdk"],
    ),
    preset("Launch - IT Admin (old)", &["ent_reactor_it_admin_sdk"]),
    preset("Launch - Publisher (old)", &["ent_reactor_publisher_sdk"]),
    preset("PDF Services", &["ent_documentcloud_sdk"]),
    preset("Places", &["ent_places_sdk"]),
    preset("Privacy Service", &["ent_gdpr_sdk"]),
    preset("Smart Content", &["ent_smartcontent_sdk"]),
    preset("Target", &["ent_marketing_sdk"]),
    preset("User Management", &["ent_user_sdk"]),
];

/// OAuth scopes by service, as Adobe's documentation and templates list them, Assurance first.
pub const SCOPE_PRESETS: &[Preset] = &[
    preset(
        "Assurance",
        &[
            "openid",
            "AdobeID",
            "additional_info.projectedProductContext",
            "assurance_manage_sessions",
            "assurance_read_events",
            "assurance_read_annotations",
            "assurance_read_session_annotations",
            "assurance_read_plugins",
            "assurance_read_clients",
        ],
    ),
    preset(
        "Experience Platform",
        &[
            "openid",
            "session",
            "AdobeID",
            "read_organizations",
            "additional_info.projectedProductContext",
        ],
    ),
    preset(
        "Tags (Launch)",
        &[
            "AdobeID",
            "openid",
            "read_organizations",
            "additional_info.job_function",
            "additional_info.projectedProductContext",
            "additional_info.roles",
        ],
    ),
    preset(
        "AEM as a Cloud Service",
        &[
            "read_pc.dma_aem_ams",
            "openid",
            "AdobeID",
            "read_organizations",
            "additional_info.projectedProductContext",
        ],
    ),
    preset(
        "Analytics",
        &[
            "openid",
            "AdobeID",
            "read_organizations",
            "additional_info.projectedProductContext",
            "additional_info.job_function",
        ],
    ),
    preset(
        "I/O Management",
        &[
            "AdobeID",
            "openid",
            "read_organizations",
            "additional_info.projectedProductContext",
            "additional_info.roles",
            "adobeio_api",
            "read_client_secret",
            "manage_client_secrets",
        ],
    ),
    preset("User Management", &["openid", "AdobeID", "user_management_sdk"]),
];

#[cfg(test)]
mod tests {
    use crate::{Field, check};

    use super::*;

    #[test]
    fn every_preset_passes_the_check_of_its_field() {
        for (field, presets) in [(Field::Metascopes, METASCOPE_PRESETS), (Field::Scopes, SCOPE_PRESETS)] {
            for preset in presets {
                assert_eq!(check(field, &preset.values.join(",")), None, "{}", preset.service);
            }
        }
    }
}
