//! The steps from service account to OAuth Server-to-Server.

use ::integration::GuideState;

use super::steps::{Said, Steps};
use crate::contract::guides::GuideActionName as Action;

pub(super) fn steps(state: &GuideState) -> Steps {
    let by_api = state.console_error.is_none();
    // An integration that is OAuth Server-to-Server has been through all of it.
    let done = |is_done: bool, detail: &str| (is_done || state.over).then(|| detail.to_owned());
    let secret = if state.has_new {
        "another client secret"
    } else {
        "the same client secret"
    };
    Steps::new(state)
        .add(
            Said::new("start", "Start the migration", start_explained(by_api)),
            done(state.started, "Both ways to an access token work"),
            if by_api {
                vec![Action::StartMigration, Action::Confirm]
            } else {
                vec![Action::Confirm, Action::SetConsoleLink]
            },
        )
        .add(
            Said::new("scopes", "Choose scopes in place of the metascopes", SCOPES),
            done(
                !state.scopes.is_empty(),
                &format!("{}, {secret}", counted(state.scopes.len())),
            ),
            vec![Action::SetScopes],
        )
        .add(
            Said::new("prove", "Try the new credential", PROVE),
            done(state.proven || state.switched, "Adobe gave an access token for it"),
            vec![Action::Prove, Action::SetScopes, Action::EnterSecret],
        )
        .add(
            Said::new("switch", "Take it into use", SWITCH),
            done(state.switched, "This program uses OAuth Server-to-Server"),
            vec![Action::Switch, Action::SetScopes],
        )
        .add(
            Said::new("end", "End the service account", end_explained(by_api)),
            done(state.retired, "Only OAuth Server-to-Server is left"),
            if by_api {
                vec![Action::FinishMigration, Action::SwitchBack]
            } else {
                vec![Action::Confirm, Action::SwitchBack]
            },
        )
        .add(
            Said::new("finish", "Forget the private key", FINISH),
            done(false, "This integration uses OAuth Server-to-Server"),
            vec![Action::Finish],
        )
}

const START: &str = "Adobe adds an OAuth Server-to-Server credential with the same client ID, technical account, APIs and product profiles. Both work side by side; no API can be added to the project meanwhile, and the migration can be cancelled.";
const SCOPES: &str = "OAuth Server-to-Server asks for scopes. Developer Console lists those of the new credential; there are also lists by service.";
const PROVE: &str = "An access token is requested with the scopes and the client secret, without a JWT. The service account stays in use. Enter another client secret if the new credential has one of its own.";
const SWITCH: &str = "From then on this program uses OAuth Server-to-Server. The key, the certificate and the metascopes are kept, and you can go back.";
const END: &str = "Wait until everything that uses this credential has changed, at least a day after the last JWT. Ending the service account cannot be undone: no JWT will be accepted from then on.";
const FINISH: &str = "The private key and the certificate are removed from this program, and the guide ends.";

fn start_explained(by_api: bool) -> String {
    if by_api {
        START.to_owned()
    } else {
        format!(
            "{START} The console's API could not be asked: open the project in Developer Console, choose Service Account (JWT), add the OAuth Server-to-Server credential there, and confirm that here."
        )
    }
}

fn end_explained(by_api: bool) -> String {
    if by_api {
        END.to_owned()
    } else {
        format!(
            "{END} The console's API could not be asked: delete the Service Account (JWT) credential in Developer Console, and confirm that here."
        )
    }
}

fn counted(number: usize) -> String {
    if number == 1 {
        "1 scope".to_owned()
    } else {
        format!("{number} scopes")
    }
}
