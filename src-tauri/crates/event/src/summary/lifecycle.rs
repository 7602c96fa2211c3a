//! The app's launches, and its way to the foreground and the background.

use super::definition::Definition;

pub(super) const DEFINITIONS: &[Definition] = &[
    Definition::sdk("App upgraded", "lifecycle", "responsecontent")
        .only_if(|lifecycle| lifecycle.data_at("/lifecyclecontextdata/upgradeevent").is_some())
        .detail(|lifecycle| lifecycle.data_text("/lifecyclecontextdata/appid"))
        .lines(&[
            ("App", "/lifecyclecontextdata/appid"),
            ("Before", "/lifecyclecontextdata/previousappid"),
            ("Device", "/lifecyclecontextdata/devicename"),
            ("Operating system", "/lifecyclecontextdata/osversion"),
        ]),
    Definition::sdk("Lifecycle start", "lifecycle", "responsecontent")
        .detail(|lifecycle| lifecycle.data_text("/lifecyclecontextdata/appid"))
        .lines(&[
            ("App", "/lifecyclecontextdata/appid"),
            ("Launches", "/lifecyclecontextdata/launches"),
            ("Launch", "/lifecyclecontextdata/launchevent"),
            ("Crash before", "/lifecyclecontextdata/crashevent"),
            ("App before", "/lifecyclecontextdata/previousappid"),
            ("Device", "/lifecyclecontextdata/devicename"),
            ("Operating system", "/lifecyclecontextdata/osversion"),
            ("Operating system before", "/lifecyclecontextdata/previousosversion"),
            ("Run mode", "/lifecyclecontextdata/runmode"),
            ("Locale", "/lifecyclecontextdata/locale"),
            ("Carrier", "/lifecyclecontextdata/carriername"),
            ("Resolution", "/lifecyclecontextdata/resolution"),
            ("Days since first use", "/lifecyclecontextdata/dayssincefirstuse"),
            ("Days since last use", "/lifecyclecontextdata/dayssincelastuse"),
            ("Session event", "/sessionevent"),
            ("Longest session in seconds", "/maxsessionlength"),
            (
                "Session length that was ignored",
                "/lifecyclecontextdata/ignoredsessionlength",
            ),
        ]),
    Definition::sdk("App in foreground", "lifecycle", "applicationlaunch")
        .detail(|lifecycle| lifecycle.data_text("/xdm/eventType"))
        .lines(&[
            ("Event type", "/xdm/eventType"),
            ("App", "/xdm/application/id"),
            ("Version", "/xdm/application/version"),
            ("Device", "/xdm/device/model"),
            ("Operating system", "/xdm/environment/operatingSystemVersion"),
        ]),
    Definition::sdk("App in background", "lifecycle", "applicationclose")
        .detail(|lifecycle| lifecycle.data_text("/xdm/eventType"))
        .lines(&[
            ("Event type", "/xdm/eventType"),
            ("Close type", "/xdm/application/closeType"),
            ("Session length in seconds", "/xdm/application/sessionLength"),
        ]),
    Definition::sdk("Lifecycle request", "generic.lifecycle", "requestcontent")
        .detail(|lifecycle| lifecycle.data_text("/action"))
        .lines(&[("Action", "/action")]),
];
