//! Which values are taken out because of the key they stand under.

use std::sync::LazyLock;

use hashbrown::HashMap;

use super::kind::Kind;

/// What a key says of its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeySays {
    /// The value is of this kind.
    Is(Kind),
    /// The value is one, or several with commas or blanks between.
    Several(Kind),
    /// `token`: the PIN, a push token or an access token. The value and its neighbours say which.
    Token,
}

/// Longer keys are none that are known.
const LONGEST: usize = 80;

/// What a key says of its value; nothing for most. Case and signs in it do not matter.
pub(crate) fn key_says(key: &str) -> Option<KeySays> {
    if key.len() > LONGEST || !key.is_ascii() {
        return None;
    }
    let begins = |with: &str| {
        key.get(..with.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(with))
    };
    // Konductor keeps the region and the consent in such cookies too, and those say nothing of a person.
    if begins("kndctr_") {
        let lower = key.to_ascii_lowercase();
        return (!lower.ends_with("_cluster") && !lower.ends_with("_consent")).then_some(KeySays::Is(Kind::Identity));
    }
    if begins("amcv_") {
        return Some(KeySays::Is(Kind::Identity));
    }
    let last = || key.rsplit_once(['.', '/']).map(|(_, last)| last);
    of_name(key).or_else(|| of_name(last()?))
}

fn of_name(key: &str) -> Option<KeySays> {
    let mut name = [0; LONGEST];
    let mut length = 0;
    for byte in key.bytes().filter(u8::is_ascii_alphanumeric) {
        name[length] = byte.to_ascii_lowercase();
        length += 1;
    }
    NAMES.get(&name[..length]).copied()
}

/// The keys in lower case, without signs.
static NAMES: LazyLock<HashMap<&'static [u8], KeySays>> = LazyLock::new(|| {
    let of_kind = |(kind, names): &(Kind, &'static str)| {
        let says = KeySays::Is(*kind);
        names.split_whitespace().map(move |name| (name.as_bytes(), says))
    };
    let several = |name: &'static str| (name.as_bytes(), KeySays::Several(Kind::PushToken));
    let mut names: HashMap<&[u8], KeySays> = OF_KIND.iter().flat_map(of_kind).collect();
    names.extend(SEVERAL_PUSH_TOKENS.split_whitespace().map(several));
    names.insert(b"token", KeySays::Token);
    names
});

const SEVERAL_PUSH_TOKENS: &str = "pushtokens devicetokens registrationids pushtostarttokens";

const OF_KIND: &[(Kind, &str)] = &[
    (
        Kind::Ecid,
        "ecid mid dmid mcmid mcid ecidvalue marketingcloudid marketingcloudvisitorid mcvisid experiencecloudid
        experiencecloudvisitorid adobeecid",
    ),
    (
        Kind::Identity,
        "aid vid svi sfid dcid dciduser tntid thirdpartyid mbox3rdpartyid mboxpc customerid customerids crmid userid
        memberid loyaltyid visitorid profileid advertisingidentifier advertisingid adid idfa idfv gaid aaid maid deviceid
        dpuuid aamuuid demdexuuid demdexid externalid federatedid loginid analyticsid analyticsvisitorid customvisitorid
        datasourceuserid hashedemail emailsha256 emaillcsha256 phonesha256 phone phonenumber mobilephone mobilenumber
        mobilephonenumber homephone workphone telephone telephonenumber msisdn personid subjectid accountid",
    ),
    (
        Kind::PushToken,
        "pushtoken pushidentifier devicetoken devicepushtoken pushnotificationtoken fcmtoken gcmtoken apnstoken
        apnsdevicetoken registrationtoken registrationid pushtostarttoken liveactivitytoken liveactivitypushtoken
        activityupdatetoken",
    ),
    (
        Kind::Person,
        "firstname lastname middlename fullname givenname familyname surname nickname personname customername username
        login createdbyid updatedbyid createdby updatedby createdbyname updatedbyname lastmodifiedby",
    ),
    (Kind::Device, "devicename"),
    (Kind::Email, "email emailaddress mailaddress emailid"),
    (
        Kind::Secret,
        "authorization proxyauthorization xauthorization xuserauthorization accesstoken refreshtoken idtoken bearertoken
        bearer authtoken xauthtoken jwt jwttoken clientsecret secret password passwd privatekey cookie setcookie
        sessioncookie apikey xapikey apisecret secretkey accesskey pwd passphrase sessiontoken usertoken
        authorizationtoken ssotoken csrftoken xcsrftoken xsrftoken xxsrftoken",
    ),
    (Kind::Pin, "pin sessionpin"),
];

/// What `token` is, when nothing around it says so.
pub(crate) fn token_kind(value: &str) -> Kind {
    if is_pin(value) {
        return Kind::Pin;
    }
    // Apple's are 32 bytes in hex or more; Firebase's are an instance, a colon and a key.
    let is_hex = value.len() >= 64 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    match is_hex || value.contains(":APA91") {
        true => Kind::PushToken,
        false => Kind::Secret,
    }
}

/// Whether a value can be a PIN: a number of up to six digits.
pub(crate) fn is_pin(value: &str) -> bool {
    (1..=6).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_known_in_every_spelling() {
        let is = |kind| Some(KeySays::Is(kind));
        for (key, expected) in [
            ("ECID", is(Kind::Ecid)),
            ("d_mid", is(Kind::Ecid)),
            ("analytics.ExperienceCloudId", is(Kind::Ecid)),
            ("Device name", is(Kind::Device)),
            ("firstName", is(Kind::Person)),
            ("Authorization", is(Kind::Secret)),
            ("push-token", is(Kind::PushToken)),
            ("pushTokens", Some(KeySays::Several(Kind::PushToken))),
            ("kndctr_ABC_AdobeOrg_identity", is(Kind::Identity)),
            ("kndctr_ABC_AdobeOrg_cluster", None),
            ("X-API-Key", is(Kind::Secret)),
            ("sessionToken", is(Kind::Secret)),
            ("pwd", is(Kind::Secret)),
            ("mobile_phone", is(Kind::Identity)),
            ("token", Some(KeySays::Token)),
            ("name", None),
            ("requestId", None),
            ("adobeAepValidationToken", None),
            ("", None),
        ] {
            assert_eq!(key_says(key), expected, "{key}");
        }
    }

    #[test]
    fn a_token_is_told_by_its_form() {
        assert_eq!(token_kind("0042"), Kind::Pin);
        assert_eq!(token_kind(&"a1".repeat(32)), Kind::PushToken);
        assert_eq!(token_kind("fQ:APA91bH"), Kind::PushToken);
        assert_eq!(token_kind("eyJhbGciOi"), Kind::Secret);
    }
}
