//! Why an action of a guide was not done.

use super::GuideKind;
use crate::{ConsoleError, FieldProblem, IntegrationError, StoreError};

/// Why an action of a guide was not done. No variant ever holds a secret.
#[derive(Clone, Debug, thiserror::Error)]
pub enum GuideError {
    /// The integration, its secrets or its token.
    #[error(transparent)]
    Integration(#[from] IntegrationError),
    /// The console.
    #[error(transparent)]
    Console(#[from] ConsoleError),
    /// The place of the credential in Developer Console is not known.
    #[error("{}", .0.message)]
    Place(FieldProblem),
    /// It cannot be done now.
    #[error("not now: {0}")]
    Blocked(#[from] Blocked),
}

/// Why something cannot be done now. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Blocked {
    /// An integration of this kind has no such guide.
    #[error("the integration has no such guide")]
    NotForThisKind,
    /// The action is not one of this guide.
    #[error("the guide has no such action")]
    NotOfThisGuide,
    /// Another guide of the integration is under way.
    #[error("another guide is under way")]
    OtherGuide {
        /// Which.
        kind: GuideKind,
    },
    /// Adobe rotates no client secrets while a migration is in progress.
    #[error("a migration is in progress")]
    MigrationUnderWay,
    /// There are as many client secrets as Adobe allows.
    #[error("there are two client secrets already")]
    TwoSecrets,
    /// The new client secret is the one in use.
    #[error("the client secret is the one in use")]
    SameSecret,
    /// There is nothing new yet.
    #[error("there is nothing new yet")]
    NothingNew,
    /// The new certificate is registered, so making another one would leave it behind.
    #[error("the new certificate is registered")]
    AlreadyRegistered,
    /// The migration has not been started.
    #[error("the migration has not been started")]
    NotStarted,
    /// No scopes were chosen.
    #[error("there are no scopes yet")]
    NoScopes,
    /// What is new has not been tried.
    #[error("what is new has not been tried")]
    NotProven,
    /// What is new is in use already.
    #[error("what is new is in use")]
    AlreadySwitched,
    /// What is new is not in use yet.
    #[error("what is new is not in use yet")]
    NotSwitched,
    /// It is in use.
    #[error("it is in use")]
    InUse,
    /// It is the new one, which is not in use yet.
    #[error("it is the new one")]
    IsNew,
    /// It was used while this program looked, by this program or another.
    #[error("it was used just now")]
    UsedJustNow,
    /// It is the only one.
    #[error("it is the only one")]
    OnlyOne,
    /// It cannot be told which one is in use.
    #[error("it cannot be told which one is in use")]
    Unknown,
    /// The old one is still there.
    #[error("the old one is still there")]
    OldStillThere,
    /// The old is gone at Adobe's side, so there is no way back.
    #[error("there is no way back")]
    NoWayBack,
}

impl GuideError {
    /// Whether it was tried and failed, so that it is worth trying again; not so for what was never tried.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        match self {
            Self::Console(_) => true,
            Self::Integration(error) => matches!(
                error,
                IntegrationError::Ims(_) | IntegrationError::Client(_) | IntegrationError::PracticeNotRunning
            ),
            Self::Place(_) | Self::Blocked(_) => false,
        }
    }
}

impl From<StoreError> for GuideError {
    fn from(error: StoreError) -> Self {
        Self::Integration(error.into())
    }
}
