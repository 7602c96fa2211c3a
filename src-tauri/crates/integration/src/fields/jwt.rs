//! How the JWTs of a service account are made.

use super::{Field, FieldProblem};

/// The longest that Adobe takes, in minutes: 24 hours.
const LONGEST: u32 = 24 * 60;

const NEXT_STEP: &str = "Choose 5 minutes. A JWT is exchanged as soon as it is signed, and a new one is signed for each access token; \
     whoever gets hold of one together with the client secret can use it until it ends, so a longer one only adds risk.";

/// What is wrong with a lifetime in minutes.
pub(super) fn lifetime(value: &str) -> Option<FieldProblem> {
    if value.is_empty() {
        return Some(FieldProblem::missing(
            Field::JwtLifetime,
            "The lifetime of the JWT is empty.",
            NEXT_STEP,
        ));
    }
    match value.parse::<u32>() {
        Ok(1..=LONGEST) => None,
        Ok(0) => Some(wrong("A JWT that is valid for 0 minutes has ended before it arrives.")),
        Ok(_) => Some(wrong(
            "Adobe accepts no JWT that is valid for more than 1440 minutes (24 hours).",
        )),
        Err(_) => Some(wrong("The lifetime of the JWT is a whole number of minutes.")),
    }
}

fn wrong(message: &str) -> FieldProblem {
    FieldProblem::wrong(Field::JwtLifetime, message, NEXT_STEP).suggesting("5")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_minute_to_a_day_is_taken_and_the_rest_is_told_why_not() {
        for minutes in ["1", "5", "1440"] {
            assert_eq!(lifetime(minutes), None, "{minutes}");
        }
        for minutes in ["0", "1441", "-5", "5.5", "soon", "99999999999"] {
            let problem = lifetime(minutes).unwrap();
            assert_eq!(problem.suggestion.as_deref(), Some("5"), "{minutes}");
            assert!(problem.next_step.contains("risk"), "{minutes}");
        }
    }
}
