//! Why a text is not taken in.

/// Why a text is no collection and no environment that can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is longer than a collection is.
    #[error("The file is larger than 16 MB.")]
    TooLarge,
    /// Folders lie in folders without an end.
    #[error("Its folders or values lie more than {levels} levels deep.")]
    TooDeep {
        /// How many levels are read.
        levels: usize,
    },
    /// It is no JSON.
    #[error("It is not JSON: {reason}.")]
    NotJson {
        /// What is wrong, and where.
        reason: String,
    },
    /// It is a collection of a version that nobody writes any more.
    #[error("It is a Postman collection of version 1.")]
    VersionOne,
    /// It is a collection of a version that is not known.
    #[error("It is a Postman collection of a version that is not known: {schema}.")]
    Version {
        /// What it says of its version.
        schema: String,
    },
    /// It is everything that Postman has, in one file.
    #[error("It is a Postman data dump.")]
    Dump,
    /// It is something else.
    #[error("It is neither a Postman collection nor a Postman environment.")]
    Neither,
}

impl ReadError {
    /// What to do about it.
    #[must_use]
    pub fn next_step(&self) -> &'static str {
        match self {
            Self::TooLarge => "Export a part of the collection, or delete saved responses from it in Postman.",
            Self::TooDeep { .. } => "Move folders up in Postman, and export the collection again.",
            Self::NotJson { .. } => "Export the collection or environment from Postman again, as a JSON file.",
            Self::VersionOne | Self::Version { .. } => {
                "In Postman, export the collection again and choose Collection v2.1."
            }
            Self::Dump => "In Postman, export the collections and environments one by one.",
            Self::Neither => {
                "In Postman, choose Export on a collection or an environment, and open the JSON file that it writes."
            }
        }
    }
}
