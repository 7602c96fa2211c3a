//! Links and files that the program was asked to open from outside.

use links::LinkError;

use crate::contract::problem::{Problem, ProblemCode};

impl From<LinkError> for Problem {
    fn from(error: LinkError) -> Self {
        let next_step = match error {
            LinkError::UnknownParameter | LinkError::UnknownPlace => {
                "The link may be meant for a newer version. Ask whoever gave it to you, or update the program."
            }
            _ => "Ask whoever gave it to you for a new link, or open what you look for in the program.",
        };
        Self::new(
            ProblemCode::InvalidInput,
            "The link was not opened",
            format!("It is not a link that this program understands: {error}."),
            next_step,
        )
    }
}
