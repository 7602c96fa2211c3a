use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A device that can be simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// An iPhone 16 Pro with iOS 18.
    IPhone,
    /// A Pixel 9 with Android 15.
    Pixel,
}

impl Profile {
    pub(super) fn is_ios(self) -> bool {
        self == Self::IPhone
    }

    /// The app's ID in its store.
    pub(super) fn bundle(self) -> &'static str {
        match self {
            Self::IPhone => "com.example.lumashop",
            Self::Pixel => "com.example.luma.shop",
        }
    }

    pub(super) fn os_version(self) -> &'static str {
        match self {
            Self::IPhone => "iOS 18.2",
            Self::Pixel => "Android 15",
        }
    }

    pub(super) fn device_name(self) -> &'static str {
        match self {
            Self::IPhone => "iPhone 16 Pro",
            Self::Pixel => "Pixel 9",
        }
    }

    pub(super) fn resolution(self) -> &'static str {
        match self {
            Self::IPhone => "1206x2622",
            Self::Pixel => "1080x2424",
        }
    }

    /// Version of the Assurance extension.
    pub(super) fn assurance_version(self) -> &'static str {
        match self {
            Self::IPhone => "5.0.3",
            Self::Pixel => "3.0.7",
        }
    }

    pub(super) fn core_version(self) -> &'static str {
        match self {
            Self::IPhone => "5.3.0",
            Self::Pixel => "3.3.0",
        }
    }

    /// `deviceInfo` of the connect event, with the keys of the platform's SDK.
    pub(super) fn device_info(self) -> Value {
        match self {
            Self::IPhone => json!({
                "Canonical platform name": "iOS",
                "Device name": "iPhone 16 Pro",
                "Device type": "iPhone or iPod touch",
                "Model": "iPhone17,1",
                "Operating system": "iOS 18.2",
                "Screen size": "402x874",
                "Battery level": 84,
                "Location service enabled": true,
                "Location authorization status": "When In Use",
                "Low power mode enabled": false,
            }),
            Self::Pixel => json!({
                "Canonical platform name": "Android",
                "Device name": "Pixel 9",
                "Device manufacturer": "Google",
                "Operating system": "Android 15",
                "Carrier name": "Practice Mobile",
                "Device type": "Phone",
                "Screen size": "1080x2424",
                "Location service enabled": true,
                "Location authorization status": "Always",
                "Low power mode enabled": false,
                "Battery level": 61,
            }),
        }
    }

    /// `appSettings` of the connect event: the property list on iOS, the manifest on Android.
    pub(super) fn app_settings(self) -> Value {
        match self {
            Self::IPhone => json!({
                "CFBundleDisplayName": "Luma",
                "CFBundleIdentifier": self.bundle(),
                "CFBundleShortVersionString": "3.4.1",
                "CFBundleVersion": "312",
                "CFBundleURLTypes": [{"CFBundleURLName": self.bundle(), "CFBundleURLSchemes": ["lumashop"]}],
                "MinimumOSVersion": "15.0",
                "NSLocationWhenInUseUsageDescription": "To show the stores near you.",
                "UIBackgroundModes": ["fetch", "remote-notification"],
            }),
            Self::Pixel => json!({"manifest": {
                "package": self.bundle(),
                "versionName": "3.4.1",
                "versionCode": 312,
                "uses-sdk": {"minSdkVersion": 21, "targetSdkVersion": 35},
                "uses-permission": [
                    {"name": "android.permission.INTERNET"},
                    {"name": "android.permission.POST_NOTIFICATIONS"},
                ],
                "application": {"label": "Luma", "activity": [{
                    "name": "com.example.luma.shop.MainActivity",
                    "intent-filter": {"data": {"scheme": "lumashop", "host": "default"}},
                }]},
            }}),
        }
    }
}
