//! What in a configuration stands in the way of events.

use super::settings::{Merged, Setting};
use crate::drawing::{Notice, Tone};
use crate::scene::Scene;
use crate::table::counted;

/// What a reader must know of the configurations, the worst first.
pub(super) fn notices(by_client: &[(Option<&str>, Merged)], scene: &Scene<'_>) -> Vec<Notice> {
    let all = by_client
        .iter()
        .filter(|(_, merged)| !merged.now.is_empty())
        .flat_map(|(client, merged)| {
            let of = whose(*client, scene);
            let checks = [
                organization(merged, &of, scene),
                privacy(merged, &of),
                consent(merged, &of),
            ];
            checks.into_iter().chain([datastream(merged, &of)]).flatten()
        });
    let mut notices: Vec<(Notice, usize)> = Vec::new();
    for notice in all {
        match notices.iter_mut().find(|(known, _)| known.title == notice.title) {
            Some((_, others)) => *others += 1,
            None => notices.push((notice, 0)),
        }
    }
    notices.sort_by_key(|(notice, _)| notice.tone != Tone::Bad);
    notices
        .into_iter()
        .map(|(notice, others)| with_others(notice, others))
        .collect()
}

/// One notice for all clients that it is true of.
fn with_others(mut notice: Notice, others: usize) -> Notice {
    if others > 0 {
        notice
            .text
            .push_str(&format!(" The same is true of {}.", counted(others, "other client")));
    }
    notice
}

/// " of iPhone", where there are several clients.
fn whose(client: Option<&str>, scene: &Scene<'_>) -> String {
    match client {
        Some(client) if scene.has_clients() => format!(" of {}", scene.client_name(client)),
        _ => String::new(),
    }
}

/// The SDK of an app that is configured for another organization is turned away with code 4900, "Unauthorized Access".
fn organization(merged: &Merged, of: &str, scene: &Scene<'_>) -> Option<Notice> {
    let own = merged.now.get("experienceCloud.org")?;
    let about = scene.archive.about();
    let session = about
        .organization
        .as_deref()
        .or_else(|| about.session.get("orgId")?.as_str())?
        .to_owned();
    if own.value.trim().eq_ignore_ascii_case(session.trim()) {
        return None;
    }
    let text = format!(
        "The app{of} is configured for {} (experienceCloud.org). The session belongs to {session}. Adobe turns such an \
         app away with \"Unauthorized Access\": use the app ID of a property in the session's organization, or a session \
         in the app's.",
        own.value
    );
    Some(notice(Tone::Bad, "Another organization", text, own))
}

fn privacy(merged: &Merged, of: &str) -> Option<Notice> {
    let own = merged.now.get("global.privacy")?;
    let text = match &*own.value.to_ascii_lowercase() {
        "optedout" => format!(
            "global.privacy{of} is optedout: the SDK sends nothing to Analytics, Audience Manager or Target and \
             forgets what waited."
        ),
        "unknown" | "optunknown" => {
            format!(
                "global.privacy{of} is {}: hits wait until the user has decided.",
                own.value
            )
        }
        _ => return None,
    };
    Some(notice(Tone::Warning, "Privacy", text, own))
}

fn consent(merged: &Merged, of: &str) -> Option<Notice> {
    let own = merged.now.get("consent.default.consents.collect.val")?;
    let text = match &*own.value.to_ascii_lowercase() {
        "n" => format!("The default consent{of} is n: until the app sets another, Edge events are dropped."),
        "p" => format!("The default consent{of} is p: until the app sets another, Edge events wait."),
        _ => return None,
    };
    Some(notice(Tone::Warning, "Consent", text, own))
}

fn datastream(merged: &Merged, of: &str) -> Option<Notice> {
    let own = merged.now.get("edge.configId");
    if own.is_some_and(|own| !own.value.trim().is_empty()) {
        return None;
    }
    let text = format!(
        "edge.configId{of} is missing: Edge events have nowhere to go. Configure the Edge Network extension in the \
         property and publish it."
    );
    Some(Notice {
        tone: Tone::Warning,
        title: "No datastream".to_owned(),
        text,
        event: own.map(|own| own.since.uuid()),
    })
}

fn notice(tone: Tone, title: &str, text: String, setting: &Setting) -> Notice {
    Notice {
        tone,
        title: title.to_owned(),
        text,
        event: Some(setting.since.uuid()),
    }
}
