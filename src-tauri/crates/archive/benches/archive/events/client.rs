//! The phones that are connected to the session.

use serde_json::{Value, json};

use super::dice::Dice;

/// One installed app on one phone.
pub(super) struct Client {
    pub(super) id: String,
    pub(super) ios: bool,
    pub(super) device: &'static str,
    pub(super) system: &'static str,
    pub(super) screen: &'static str,
    pub(super) locale: &'static str,
    pub(super) carrier: &'static str,
    pub(super) version: &'static str,
    /// Experience Cloud ID.
    pub(super) ecid: String,
    pub(super) push_token: String,
    /// The customer's number when somebody is signed in.
    pub(super) customer: Option<String>,
    pub(super) address: String,
    pub(super) region: &'static str,
    pub(super) launches: i64,
}

const IPHONES: [(&str, &str); 6] = [
    ("iPhone 16 Pro", "402x874"),
    ("iPhone 15", "393x852"),
    ("iPhone 14 Plus", "428x926"),
    ("iPhone SE", "375x667"),
    ("iPhone 13 mini", "375x812"),
    ("iPad Air", "820x1180"),
];
const ANDROIDS: [(&str, &str); 7] = [
    ("Pixel 9", "1080x2424"),
    ("Pixel 7a", "1080x2400"),
    ("SM-S928B", "1440x3120"),
    ("SM-A546B", "1080x2340"),
    ("2201123G", "1080x2400"),
    ("CPH2581", "1440x3168"),
    ("XQ-DQ54", "1096x2560"),
];

impl Client {
    pub(super) fn new(dice: &Dice) -> Self {
        let ios = dice.chance(0.6);
        let (device, screen) = *if ios {
            dice.popular(&IPHONES)
        } else {
            dice.popular(&ANDROIDS)
        };
        let system = *if ios {
            dice.popular(&["iOS 18.2", "iOS 18.1.1", "iOS 17.7", "iOS 26.0"])
        } else {
            dice.popular(&["Android 15", "Android 14", "Android 13", "Android 16"])
        };
        Self {
            id: dice.uuid(),
            ios,
            device,
            system,
            screen,
            locale: *dice.popular(&["en-US", "de-DE", "fr-FR", "en-GB", "de-CH", "ja-JP", "pt-BR", "hi-IN"]),
            carrier: *dice.popular(&[
                "--",
                "Verizon",
                "Telekom.de",
                "Swisscom",
                "Orange F",
                "O2 - UK",
                "docomo",
                "Jio 4G",
            ]),
            version: *dice.popular(&["5.12.0", "5.11.3", "5.11.2", "5.10.0", "4.98.1"]),
            ecid: dice.digits(38),
            push_token: if ios {
                dice.hex(64).to_uppercase()
            } else {
                format!("{}:APA91b{}", dice.base64(22), dice.base64(134))
            },
            customer: dice.chance(0.55).then(|| dice.hex(64)),
            address: format!(
                "{}.{}.{}.{}",
                dice.between(11, 217),
                dice.between(0, 255),
                dice.between(0, 255),
                dice.between(1, 254)
            ),
            region: *dice.popular(&["or2", "irl1", "va6", "ind1", "sgp3", "jpn3", "aus3"]),
            launches: dice.between(1, 240),
        }
    }

    /// An ID as the SDK of this platform writes it.
    pub(super) fn sdk_id(&self, dice: &Dice) -> String {
        self.cased(&dice.uuid())
    }

    pub(super) fn cased(&self, id: &str) -> String {
        if self.ios { id.to_uppercase() } else { id.to_owned() }
    }

    pub(super) fn bundle(&self) -> &'static str {
        if self.ios {
            "com.example.luma"
        } else {
            "com.example.luma.android"
        }
    }

    pub(super) fn user_agent(&self) -> String {
        if self.ios {
            format!(
                "Mozilla/5.0 (iPhone; CPU OS {} like Mac OS X; {})",
                self.system[4..].replace('.', "_"),
                self.locale.replace('-', "_")
            )
        } else {
            format!(
                "Mozilla/5.0 (Linux; U; {}; {}; {} Build/{})",
                self.system, self.locale, self.device, "AP4A.250105.002"
            )
        }
    }

    /// The `identityMap` of this phone.
    pub(super) fn identities(&self) -> Value {
        let mut map =
            json!({"ECID": [{"id": self.ecid, "authenticatedState": "ambiguous", "primary": self.customer.is_none()}]});
        if let Some(customer) = &self.customer {
            map["LumaCrmId"] = json!([{"id": customer, "authenticatedState": "authenticated", "primary": true}]);
        }
        map
    }

    /// What the phone says of itself when it connects.
    pub(super) fn connect(&self, dice: &Dice) -> Value {
        let battery = if self.ios && dice.chance(0.3) {
            -1
        } else {
            dice.between(3, 100)
        };
        if self.ios {
            return json!({
                "type": "connect", "version": "5.0.3",
                "deviceInfo": {
                    "Canonical platform name": "iOS", "Device name": self.device, "Device type": "iPhone or iPod touch",
                    "Model": "arm64", "Operating system": self.system, "Screen size": self.screen,
                    "Battery level": battery, "Location service enabled": true,
                    "Location authorization status": dice.any(&["Not Determined", "When In Use", "Denied"]),
                    "Low power mode enabled": battery < 20,
                },
                "appSettings": {
                    "CFBundleShortVersionString": self.version, "CFBundleVersion": self.version.replace('.', ""),
                    "CFBundleIdentifier": self.bundle(), "CFBundleDisplayName": "Luma",
                    "CFBundleDevelopmentRegion": "en", "MinimumOSVersion": "15.0", "DTXcode": "1620",
                    "DTPlatformBuild": "22C146",
                    "CFBundleURLTypes": [
                        {
                            "CFBundleTypeRole": "Editor", "CFBundleURLName": self.bundle(),
                            "CFBundleURLSchemes": ["luma", "com.googleusercontent.apps.182736455"],
                        },
                    ],
                    "UIBackgroundModes": ["fetch", "remote-notification"], "UIRequiredDeviceCapabilities": ["arm64"],
                    "NSLocationWhenInUseUsageDescription": "To show the stores near you.",
                    "UISupportedInterfaceOrientations": ["UIInterfaceOrientationPortrait"],
                },
            });
        }
        json!({
            "type": "connect", "version": "3.0.7",
            "deviceInfo": {
                "Canonical platform name": "Android", "Device name": self.device,
                "Device manufacturer": dice.any(&["Google", "samsung", "Xiaomi"]), "Operating system": self.system,
                "Carrier name": self.carrier, "Device type": "Phone", "Screen size": self.screen,
                "Location service enabled": true,
                "Location authorization status": dice.any(&["Always", "When in use", "Denied"]),
                "Low power mode enabled": battery < 15, "Battery level": battery,
            },
            "appSettings": {
                "manifest": {
                    "package": self.bundle(), "versionName": self.version, "versionCode": self.version.replace('.', ""),
                    "uses-sdk": {"minSdkVersion": "24", "targetSdkVersion": "35"},
                    "uses-permission": [
                        {"name": "android.permission.INTERNET"}, {"name": "android.permission.POST_NOTIFICATIONS"},
                        {"name": "android.permission.ACCESS_FINE_LOCATION"},
                    ],
                    "application": {
                        "label": "Luma", "allowBackup": "false",
                        "activity": [
                            {
                                "name": "com.example.luma.android.MainActivity", "launchMode": "2",
                                "intent-filter": {
                                    "action": {"name": "android.intent.action.VIEW"}, "data": {"scheme": "luma"},
                                },
                            },
                        ],
                    },
                },
            },
        })
    }
}
