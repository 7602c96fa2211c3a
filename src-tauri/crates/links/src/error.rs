//! Why something is no link into the program.

/// Why a link is refused. The texts name nothing that was in the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It is longer than any link that this program writes.
    #[error("it is longer than {} characters", crate::LONGEST)]
    TooLong,
    /// It has a character that no link needs, such as a blank, `%` or `#`.
    #[error("it has a character that does not belong into such a link")]
    OddCharacter,
    /// It does not ask to open something.
    #[error("it does not begin with assurance-desk://open?")]
    UnknownAction,
    /// It names something that this version does not know.
    #[error("it has a part that this version does not know")]
    UnknownParameter,
    /// It says one thing twice.
    #[error("it says one thing twice")]
    Twice,
    /// What should be the UUID of a session or an integration is none.
    #[error("it holds a session or an integration that is no UUID")]
    BadSession,
    /// There is no such place.
    #[error("it names a place that this version does not have")]
    UnknownPlace,
    /// It names a session and a place at once.
    #[error("it names more than one thing to open")]
    TooMuch,
    /// It names neither a session nor a place.
    #[error("it does not say what to open")]
    Nothing,
}
