//! `assurance-desk sessions`

use std::path::PathBuf;

use api::contract::problem::Problem;
use assurance::{AssuranceError, check_link};

use super::{Refusal, integration, print};
use crate::arguments::SessionsCommand;

/// Lists, creates, renames or deletes sessions.
pub(super) async fn run(command: SessionsCommand, data: Option<PathBuf>) -> Result<(), Refusal> {
    match command {
        SessionsCommand::List { integration } => {
            let sessions = integration::assurance(&integration, data)
                .await?
                .sessions()
                .await
                .map_err(refusal)?;
            print(&sessions)
        }
        SessionsCommand::Create {
            integration,
            name,
            link,
        } => {
            let (name, link) = (checked_name(&name)?, checked_link(&link)?);
            let assurance = integration::assurance(&integration, data).await?;
            print(&assurance.create_session(name, link).await.map_err(refusal)?)
        }
        SessionsCommand::Rename {
            integration,
            session,
            name,
        } => {
            let name = checked_name(&name)?;
            let assurance = integration::assurance(&integration, data).await?;
            let listed = assurance.sessions().await.map_err(refusal)?;
            let found = listed.iter().find(|listed| listed.uuid.eq_ignore_ascii_case(&session));
            let found = found.ok_or_else(|| Refusal::Plain(format!("there is no session {session}")))?;
            let renamed = assurance
                .update_session(&found.uuid, Some(name), found.link.as_deref())
                .await;
            print(&renamed.map_err(refusal)?)
        }
        SessionsCommand::Delete { integration, session } => {
            let assurance = integration::assurance(&integration, data).await?;
            assurance.delete_session(&session).await.map_err(refusal)?;
            print(&serde_json::json!({ "deleted": session }))
        }
    }
}

fn refusal(error: AssuranceError) -> Refusal {
    Refusal::Problem(error.into())
}

fn checked_name(name: &str) -> Result<&str, Refusal> {
    Some(name.trim()).filter(|name| !name.is_empty()).ok_or_else(|| {
        Refusal::Problem(Problem::invalid_input(
            "A session needs a name.",
            "Give one with --name.",
        ))
    })
}

fn checked_link(link: &str) -> Result<&str, Refusal> {
    match check_link(link) {
        Some(problem) => Err(Refusal::Problem(Problem::invalid_input(
            problem.to_string(),
            problem.next_step(),
        ))),
        None => Ok(link.trim()),
    }
}
