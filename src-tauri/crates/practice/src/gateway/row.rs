use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::row::rows;

rows! {
    /// A row of Adobe's gateway table. In a fault rule it goes by its error code, such as `"403023"`.
    ///
    /// Calls that are wrong in the right way get the rows about keys, tokens, organizations, scopes
    /// and rates; the others depend on Adobe's side and are met through a fault.
    pub enum GatewayRow {
        /// No `x-api-key` header.
        KeyMissing = (403, "403000", "Api Key is required"),
        /// The key is unknown, or its project lacks the API.
        KeyInvalid = (403, "403003", "Api Key is invalid"),
        /// The gateway could not look the key up.
        KeyUnchecked = (503, "503000", "Could not validate Api Key"),
        /// No `Authorization` header.
        TokenMissing = (403, "403010", "Oauth token is missing."),
        /// The token is wrong, expired or revoked.
        TokenInvalid = (401, "401013", "Oauth token is not valid"),
        /// The token belongs to another client than the key.
        TokenOfAnotherClient = (401, "401014", "Token not allowed in the current context"),
        /// The token lacks a scope, as the gateway says it with status 403.
        ScopeMismatch = (403, "403011", "Scope mismatch"),
        /// The token lacks a scope, as the gateway says it with status 401.
        ScopeMismatchOfToken = (401, "401015", "Scope mismatch"),
        /// The gateway could not look the token up.
        TokenUnchecked = (503, "503010", "Could not validate the oauth token"),
        /// The token is missing or invalid, where the gateway reads the profile behind it.
        TokenMissingOrInvalid = (403, "403020", "Oauth token missing or invalid"),
        /// The profile behind the token does not fit.
        ProfileInvalid = (403, "403023", "Profile is not valid"),
        /// The token may not read the profile.
        ProfileForbidden = (403, "403024", "Not allowed to read the profile"),
        /// The gateway could not read the profile; the status is Adobe's.
        ProfileUnread = (403, "503020", "Could not read the profile"),
        /// The token's organization is not entitled, or another organization was named.
        OrganizationNotYours = (403, "403025", "Profile is not valid"),
        /// The organization ID is malformed, or the technical account has no product profile of
        /// Experience Platform.
        RegionMissing = (403, "403027", "User region is missing"),
        /// The caller's address is blocked.
        AddressBlocked = (403, "403012", "Your IP is blacklisted"),
        /// The caller's address is not among those allowed.
        AddressNotAllowed = (403, "403013", "Your IP is not whitelisted"),
        /// The service asks for a signed request.
        SignatureMissing = (403, "403030", "Signature is missing"),
        /// The request's signature is wrong.
        SignatureInvalid = (403, "403033", "Signature is invalid"),
        /// The gateway could not check the signature. The text is this workspace's own.
        SignatureUnchecked = (503, "503030", "Could not validate the signature"),
        /// The service is used as much as its plan allows.
        ServiceLimit = (429, "429001", "Service usage limit reached"),
        /// The key is used as much as its plan allows.
        KeyLimit = (429, "429002", "Developer key usage limit reached"),
        /// Too many calls in a short time.
        TooManyRequests = (429, "429050", "Too many requests"),
        /// The gateway slows the client down. The text is this workspace's own.
        ClientDelayed = (503, "503071", "Please slow down"),
        /// A link that no longer works.
        LinkInvalid = (403, "403040", "Invalid link"),
        /// An address that leads nowhere.
        LinkNotFound = (404, "404040", "Link not found"),
        /// A signed request without what was signed.
        DigestSourceMissing = (400, "400001", "Missing digest source"),
        /// A signed request whose secret is not set up.
        DigestSecretMissing = (400, "400002", "Missing digest secret"),
        /// No `x-gw-ims-org-id` header.
        HeaderMissing = (400, "400003", "Missing header"),
        /// The client ID is not among those that may call the service.
        ClientNotAllowed = (403, "403201", "Client ID not allowed to call this service"),
    }
}

impl Serialize for GatewayRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for GatewayRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::ALL
            .iter()
            .copied()
            .find(|row| row.code() == code)
            .ok_or_else(|| de::Error::custom(format_args!("no row of the gateway table has the code {code}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_goes_by_a_code_of_its_own() {
        let codes: BTreeSet<&str> = GatewayRow::ALL.iter().map(|row| row.code()).collect();
        assert_eq!(codes.len(), GatewayRow::ALL.len());
        for row in GatewayRow::ALL {
            let written = serde_json::to_value(row).unwrap();
            assert_eq!(serde_json::from_value::<GatewayRow>(written).unwrap(), *row);
        }
        assert!(serde_json::from_str::<GatewayRow>("\"403999\"").is_err());
    }
}
