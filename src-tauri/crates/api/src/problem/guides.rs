//! Guided changes and the console's API.

use integration::{Blocked, ConsoleError, GuideError, GuideKind, LeftOver};

use super::detail;
use super::gateway::request;
use crate::contract::problem::{Problem, ProblemCode};

impl From<&GuideError> for Problem {
    fn from(error: &GuideError) -> Self {
        match error {
            GuideError::Integration(error) => error.into(),
            GuideError::Console(error) => console(error),
            GuideError::Place(problem) => Self::new(
                ProblemCode::InvalidInput,
                "Where the credential is in Developer Console is not known",
                problem.message.clone(),
                problem.next_step.clone(),
            ),
            GuideError::Blocked(blocked) => (*blocked).clone().into(),
        }
    }
}

impl From<GuideError> for Problem {
    fn from(error: GuideError) -> Self {
        (&error).into()
    }
}

/// What a client may do with the console's API, in Adobe's words.
const SCOPES: &str = "adobeio_api, read_client_secret and manage_client_secrets";

/// Why the console's API did not do what was asked. Each step can be done by hand as well.
fn console(error: &ConsoleError) -> Problem {
    let (status, code, message, request_id) = match error {
        ConsoleError::Unreachable(unreachable) => return unreachable.into(),
        ConsoleError::NotConsole { status, excerpt } => {
            return Problem::new(
                ProblemCode::UnexpectedAnswer,
                "Something other than the console answered",
                "The answer is not one that the console sends. A proxy or a sign-in page of the network can do that. What was asked may have been done.",
                "Open this guide again to see how things stand, then try again.",
            )
            .with_detail(detail([
                Some(format!("HTTP {status}")),
                Some(excerpt.clone()).filter(|excerpt| !excerpt.is_empty()),
            ]));
        }
        ConsoleError::Refused {
            status,
            code,
            message,
            request_id,
        } => (*status, code.as_deref(), message, request_id.as_deref()),
    };
    let by_hand = "or do the step by hand in Developer Console";
    let (kind, title, said, next_step) = match (status, code) {
        (_, Some("403000" | "403003")) => (
            ProblemCode::ClientUnknown,
            "The project cannot use the console's API",
            "Adobe does not accept this client ID for the console's API, because the I/O Management API is not part of the project.".to_owned(),
            format!("In Developer Console, add the I/O Management API to the project and its scopes {SCOPES} to this integration, {by_hand}."),
        ),
        (_, Some("403011" | "401014" | "401015" | "403201")) => (
            ProblemCode::ScopeRefused,
            "The access token does not cover the console's API",
            format!("It needs the I/O Management API in the project, and the scopes {SCOPES}."),
            format!("Add the API in Developer Console and the scopes to this integration, {by_hand}."),
        ),
        (401, _) => (
            ProblemCode::TokenRefused,
            "The console does not accept the access token",
            "The access token is missing, has expired, or is not one for the console's API.".to_owned(),
            format!("Test the integration, {by_hand}."),
        ),
        (403, _) => (
            ProblemCode::AccessRefused,
            "The console does not allow this",
            format!("It says: {}.", message.trim_end_matches('.')),
            format!("Compare the place in Developer Console with the address of the credential's page, ask an administrator for the right to change it, {by_hand}."),
        ),
        (404, _) => (
            ProblemCode::NotFound,
            "The console does not find it",
            "There is no such credential at the place in Developer Console that this integration names, or it has been deleted.".to_owned(),
            format!("Copy the address of the credential's page again, {by_hand}."),
        ),
        (429, _) => (
            ProblemCode::RateLimited,
            "Too many requests",
            "Adobe limits how often the console's API may be asked.".to_owned(),
            "Wait a minute, then try again.".to_owned(),
        ),
        (500.., _) => (
            ProblemCode::ServiceFailed,
            "The console failed",
            format!("It answered with status {status}. What was asked may have been done."),
            "Open this guide again in a minute to see how things stand, then try again.".to_owned(),
        ),
        _ => (
            ProblemCode::AccessRefused,
            "The console refused",
            format!("It says: {}.", message.trim_end_matches('.')),
            format!("Correct what it names and try again, {by_hand}."),
        ),
    };
    Problem::new(kind, title, said, next_step).with_detail(detail([
        Some(format!("HTTP {status}")),
        code.map(str::to_owned),
        Some(message.clone()),
        request(request_id),
    ]))
}

impl From<Blocked> for Problem {
    fn from(blocked: Blocked) -> Self {
        let (title, message, next_step) = match blocked {
            Blocked::NotForThisKind => (
                "This integration has no such guide",
                "Client secrets are renewed for OAuth Server-to-Server; certificates and the migration belong to service accounts.",
                "Choose one of the guides that the integration offers.",
            ),
            Blocked::NotOfThisGuide => (
                "This guide has no such step",
                "What was asked belongs to another guide.",
                "Choose one of the steps that this guide shows.",
            ),
            Blocked::OtherGuide { kind } => return other_guide(kind),
            Blocked::MigrationUnderWay => (
                "A migration is in progress",
                "Adobe changes no client secrets while a credential is on its way from service account to OAuth Server-to-Server.",
                "Finish the migration or cancel it, then renew the client secret.",
            ),
            Blocked::TwoSecrets => (
                "There are two client secrets already",
                "Adobe allows two for a credential, so there is no room for a new one.",
                "Delete the one that nobody uses any more, then add a new one.",
            ),
            Blocked::SameSecret => (
                "This is the client secret in use",
                "What you entered is the client secret that this integration uses already.",
                "Add a new client secret in Developer Console and enter that one.",
            ),
            Blocked::NothingNew => (
                "There is nothing new yet",
                "This step works with what an earlier step brings.",
                "Do the earlier steps first.",
            ),
            Blocked::AlreadyRegistered => (
                "The new certificate is registered already",
                "Making another one now would leave it behind in Developer Console.",
                "Go on with the one that was made, or cancel this guide and begin again.",
            ),
            Blocked::NotStarted => (
                "The migration has not been started",
                "The OAuth Server-to-Server credential does not exist yet.",
                "Start the migration first.",
            ),
            Blocked::NoScopes => (
                "No scopes are chosen",
                "An OAuth Server-to-Server credential asks for scopes where a service account asked for metascopes.",
                "Choose the scopes first.",
            ),
            Blocked::NotProven => (
                "It has not been tried yet",
                "Only what gave an access token is taken into use.",
                "Try it first.",
            ),
            Blocked::AlreadySwitched => (
                "It is in use already",
                "What this step would change is in use by now.",
                "Go back to the old first if you want to change it.",
            ),
            Blocked::NotSwitched => (
                "The new is not in use yet",
                "The old is given up only once the new is in use.",
                "Take the new into use first.",
            ),
            Blocked::InUse => (
                "This one is in use",
                "This integration gets its access tokens with it.",
                "Choose another one, or take a new one into use first.",
            ),
            Blocked::IsNew => (
                "This is the new one",
                "It is about to be taken into use.",
                "Cancel the guide if you do not want it.",
            ),
            Blocked::UsedJustNow => (
                "It was used just now",
                "While this program looked, an access token was requested with it. Something uses it still, perhaps this integration.",
                "Find out who uses it, then try again. Nothing was deleted.",
            ),
            Blocked::OnlyOne => (
                "This is the only one",
                "Without it nobody gets an access token.",
                "Add a new one first.",
            ),
            Blocked::Unknown => (
                "It cannot be told which one is in use",
                "The console does not say by which one this integration got its access token, so deleting one here could be a mistake. Nothing was deleted.",
                "Try again in some minutes, or delete it by hand in Developer Console.",
            ),
            Blocked::OldStillThere => (
                "The old one is still there",
                "The guide ends when the old one is deleted.",
                "Delete the old one here, or delete it in Developer Console and confirm that.",
            ),
            Blocked::NoWayBack => (
                "There is no way back",
                "The old is gone at Adobe's side, and the new is in use.",
                "Finish this guide.",
            ),
        };
        Self::new(ProblemCode::InvalidInput, title, message, next_step)
    }
}

fn other_guide(kind: GuideKind) -> Problem {
    let what = match kind {
        GuideKind::ClientSecret => "The renewal of the client secret",
        GuideKind::Certificate => "The renewal of the certificate",
        GuideKind::Migration => "The migration to OAuth Server-to-Server",
    };
    Problem::new(
        ProblemCode::InvalidInput,
        "Another guide is under way",
        format!("{what} is not finished, and two changes at once would be in each other's way."),
        "Finish it or cancel it first.",
    )
}

/// What a cancelled guide left behind.
pub(crate) fn left_over(what: LeftOver) -> Problem {
    let (message, next_step) = match what {
        LeftOver::ClientSecret => (
            "The guide was cancelled and this integration works as before. A client secret that was added for it may still be there, and this program could not delete it.",
            "Look at the credential's page in Developer Console, and delete the client secret that nobody uses.",
        ),
        LeftOver::Certificate => (
            "The guide was cancelled and this integration works as before. The certificate that was registered for it is still there, and this program could not delete it.",
            "Delete the certificate on the credential's page in Developer Console.",
        ),
        LeftOver::Migration => (
            "The guide was cancelled and this integration works as before. The OAuth Server-to-Server credential that was added for it is still there, and this program could not delete it.",
            "Cancel the migration on the credential's page in Developer Console.",
        ),
    };
    Problem::new(
        ProblemCode::AccessRefused,
        "Something is left in Developer Console",
        message,
        next_step,
    )
}

/// What to know before renewing the certificate of a service account of Adobe Developer Console.
pub(crate) fn certificates_ended() -> Problem {
    Problem::new(
        ProblemCode::CertificateUnusable,
        "Adobe takes no new certificates",
        "Since 30 June 2025 no certificate can be added to a service account in Adobe Developer Console, and Adobe ended service accounts themselves on 1 March 2026.",
        "Migrate this integration to OAuth Server-to-Server; the client ID stays the same.",
    )
}

/// What to know before renewing the certificate of a service credential of AEM.
pub(crate) fn certificates_of_aem() -> Problem {
    Problem::new(
        ProblemCode::CertificateUnusable,
        "AEM renews its certificates itself",
        "The key and certificate of a service credential of AEM as a Cloud Service are made in the AEM Developer Console; a certificate made here cannot be registered there.",
        "Add a new certificate to the service credential in the AEM Developer Console, download its file and import it here.",
    )
}
