//! The places of the window that a link can name.

/// A place that shows only what is on this computer already, until the person does something there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Where the program begins.
    Home,
    /// The integrations.
    Integrations,
    /// The sessions of the integration in use.
    Sessions,
    /// The archives.
    Archives,
    /// The requests.
    Requests,
    /// The practice workspace.
    Practice,
    /// The settings.
    Settings,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 7] = [
        Self::Home,
        Self::Integrations,
        Self::Sessions,
        Self::Archives,
        Self::Requests,
        Self::Practice,
        Self::Settings,
    ];

    /// Its name in a link.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Integrations => "integrations",
            Self::Sessions => "sessions",
            Self::Archives => "archives",
            Self::Requests => "requests",
            Self::Practice => "practice",
            Self::Settings => "settings",
        }
    }

    /// The place of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.name() == name)
    }
}
