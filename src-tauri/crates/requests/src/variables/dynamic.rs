//! Variables that Postman makes up anew at every place.

use time::OffsetDateTime;
use time::macros::format_description;
use uuid::Uuid;

/// The text of a dynamic variable; none for one that is not known.
pub(super) fn text(name: &str) -> Option<String> {
    let now = OffsetDateTime::now_utc();
    let text = match name {
        "$guid" | "$randomUUID" => Uuid::new_v4().to_string(),
        "$timestamp" => now.unix_timestamp().to_string(),
        "$isoTimestamp" => {
            let form = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");
            now.format(form).ok()?
        }
        // Postman's is 0 to 1000.
        "$randomInt" => (Uuid::new_v4().as_u128() % 1001).to_string(),
        _ => return None,
    };
    Some(text)
}
