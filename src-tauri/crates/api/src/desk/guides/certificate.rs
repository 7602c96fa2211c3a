//! The steps to a new certificate.

use ::integration::{ConsoleEntry, GuideState};

use super::steps::{Said, Steps};
use crate::contract::guides::GuideActionName as Action;

pub(super) fn steps(state: &GuideState) -> Steps {
    let listed = state.listed.as_deref();
    let sha1 = state
        .new_certificate
        .as_ref()
        .filter(|_| state.has_new)
        .map(|certificate| format!("SHA-1 {}", certificate.sha1_fingerprint()));
    Steps::new(state)
        .add(
            Said::new("make", "Make a new key pair and certificate", MAKE),
            sha1,
            vec![Action::MakeCertificate],
        )
        .add(
            Said::new("register", "Register the new certificate", register_explained(listed)),
            state
                .registered
                .then(|| "It is registered beside the old one".to_owned()),
            match listed {
                Some(_) => vec![Action::RegisterCertificate, Action::SaveCertificate, Action::Confirm],
                None => vec![Action::SaveCertificate, Action::Confirm, Action::SetConsoleLink],
            },
        )
        .add(
            Said::new("prove", "Try the new key", PROVE),
            (state.proven || state.switched).then(|| "Adobe gave an access token for it".to_owned()),
            match listed {
                Some(_) => vec![Action::Prove, Action::RegisterCertificate, Action::SaveCertificate],
                None => vec![Action::Prove, Action::SaveCertificate],
            },
        )
        .add(
            Said::new("switch", "Take it into use", SWITCH),
            state.switched.then(|| "This program signs with the new key".to_owned()),
            vec![Action::Switch],
        )
        .add(
            Said::new("retire", "Retire the old certificate", retire_explained(listed)),
            state.retired.then(|| "The old certificate is deleted".to_owned()),
            match listed {
                Some(listed) if listed.iter().any(|entry| entry.can_retire) => {
                    vec![Action::RetireOld, Action::SwitchBack]
                }
                _ => vec![Action::Confirm, Action::SwitchBack],
            },
        )
        .add(Said::new("finish", "Finish", FINISH), None, vec![Action::Finish])
}

const MAKE: &str = "The new private key goes straight to the vault. The key and certificate in use stay as they are.";
const REGISTER: &str =
    "Several certificates can be registered at a time, and the keys of all of them work until their certificate ends.";
const PROVE: &str = "An access token is requested with a JWT that the new key signed. The old key stays in use. If Adobe does not accept the signature, the new certificate is not registered yet.";
const SWITCH: &str =
    "From then on this program signs with the new key. The old one is kept, and you can go back to it.";
const RETIRE: &str = "Delete the old certificate when nobody else signs with its key; the console does not say when a certificate was last used.";
const FINISH: &str = "The old private key is removed from the vault of this program, and the guide ends.";

fn register_explained(listed: Option<&[ConsoleEntry]>) -> String {
    if listed.is_some() {
        REGISTER.to_owned()
    } else {
        format!(
            "{REGISTER} The console's API could not be asked: save the certificate, upload it on the credential's page in the console, and confirm that here."
        )
    }
}

fn retire_explained(listed: Option<&[ConsoleEntry]>) -> String {
    if listed.is_some() {
        RETIRE.to_owned()
    } else {
        format!(
            "{RETIRE} The console's API could not be asked: delete it on the credential's page in the console, and confirm that here."
        )
    }
}
