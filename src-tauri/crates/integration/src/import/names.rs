//! The names that tools give the parts of credentials. Upper and lower case and the characters between the words do not
//! matter: `CLIENT_ID`, `clientId` and `client-id` are one.

/// A part of credentials, or something that stands beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    OrganizationId,
    ClientId,
    ClientSecret,
    TechnicalAccountId,
    Scopes,
    Metascopes,
    PrivateKey,
    KeyFile,
    Passphrase,
    Certificate,
    /// SHA-1 fingerprints of the registered certificates, as names of an object.
    Fingerprints,
    Ims,
    ConsoleLink,
    /// Whether it is Adobe's production.
    Stage,
    /// An access token or a JWT.
    Token,
    NotNeeded,
}

/// Prefixes that some tools write before every name.
const PREFIXES: &[&str] = &["reactoriointegration", "adobeio", "adobe", "aep", "jwt", "oauth", "ims"];

/// The part that a name stands for.
pub(super) fn part(name: &str) -> Option<Part> {
    const LONGEST: usize = 64;
    let name: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|character| character.to_ascii_lowercase())
        .take(LONGEST)
        .collect();
    exact(&name).or_else(|| {
        let rest = PREFIXES.iter().find_map(|prefix| name.strip_prefix(prefix))?;
        exact(rest)
    })
}

fn exact(name: &str) -> Option<Part> {
    Some(match name {
        "orgid" | "org" | "imsorg" | "imsorgid" | "organizationid" | "organization" | "iss" => Part::OrganizationId,
        "clientid" | "apikey" | "apikeyclientid" | "clientidapikey" => Part::ClientId,
        "clientsecret" | "clientsecrets" | "secret" | "secrets" => Part::ClientSecret,
        "technicalaccountid" | "technicalaccount" | "techid" | "techacctid" | "techaccountid" | "accountid" | "sub" => {
            Part::TechnicalAccountId
        }
        "scopes" | "scope" => Part::Scopes,
        "metascopes" | "metascope" => Part::Metascopes,
        "privatekey" | "privatekeypem" => Part::PrivateKey,
        "privatekeyfile" | "privatekeypath" | "pathtokey" | "keyfile" | "keypath" => Part::KeyFile,
        "passphrase" | "privatekeypassphrase" | "keypassphrase" | "privatekeypassword" => Part::Passphrase,
        "publickey" | "certificate" | "certificatepub" | "publiccertificate" | "publickeycertificate" => {
            Part::Certificate
        }
        "publickeyswithexpiry" => Part::Fingerprints,
        "ims" | "imshost" | "imsendpoint" | "imsurl" | "imsbaseurl" | "imsserver" => Part::Ims,
        "consolelink" => Part::ConsoleLink,
        "environment" | "env" => Part::Stage,
        "accesstoken" | "jwttoken" | "jwt" | "token" | "bearertoken" | "refreshtoken" | "idtoken" => Part::Token,
        "technicalaccountemail"
        | "email"
        | "sandboxname"
        | "sandbox"
        | "containerid"
        | "tenantid"
        | "platformurl"
        | "host"
        | "reactorhost"
        | "companyid"
        | "propertyid"
        | "certificateexpirationdate"
        | "id"
        | "name"
        | "type"
        | "integrationtype"
        | "ok"
        | "statuscode"
        | "tokentype"
        | "expiresin"
        | "accesstokenjsrsasignlibrary" => Part::NotNeeded,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_all_tools_are_known() {
        for (name, meant) in [
            ("CLIENT_ID", Part::ClientId),
            ("clientId", Part::ClientId),
            ("API_KEY", Part::ClientId),
            ("REACTOR_IO_INTEGRATION_CLIENT_SECRET", Part::ClientSecret),
            ("ADOBE_CLIENT_SECRET", Part::ClientSecret),
            ("ims_org_id", Part::OrganizationId),
            ("IMS_ORG", Part::OrganizationId),
            ("META_SCOPE", Part::Metascopes),
            ("PRIVATE_Key", Part::PrivateKey),
            ("REACTOR_IO_INTEGRATION_PRIVATE_KEY", Part::PrivateKey),
            ("pathToKey", Part::KeyFile),
            ("imsEndpoint", Part::Ims),
            ("JWT_TOKEN", Part::Token),
            ("REACTOR_IO_INTEGRATION_ACCESS_TOKEN", Part::Token),
            ("ADOBE_IO_ACCESS_TOKEN__JS_RSA_SIGN_LIBRARY", Part::NotNeeded),
            ("sandbox-name", Part::NotNeeded),
        ] {
            assert_eq!(part(name), Some(meant), "{name}");
        }
        for name in ["", "password", "aws_secret_access_key", "ims2", "jwts"] {
            assert_eq!(part(name), None, "{name}");
        }
    }
}
