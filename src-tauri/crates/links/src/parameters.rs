//! What stands behind the `?` of a link.

use uuid::Uuid;

use crate::error::LinkError;
use crate::place::Place;

/// What a link says, each thing at most once.
#[derive(Default)]
pub(crate) struct Parameters {
    pub(crate) session: Option<Uuid>,
    pub(crate) integration: Option<Uuid>,
    pub(crate) place: Option<Place>,
}

impl Parameters {
    pub(crate) fn read(query: &str) -> Result<Self, LinkError> {
        let mut parameters = Self::default();
        for part in query.split('&') {
            let (name, value) = part.split_once('=').ok_or(LinkError::UnknownParameter)?;
            match name {
                "session" => put(&mut parameters.session, uuid(value)?)?,
                "integration" => put(&mut parameters.integration, uuid(value)?)?,
                "place" => put(
                    &mut parameters.place,
                    Place::named(value).ok_or(LinkError::UnknownPlace)?,
                )?,
                _ => return Err(LinkError::UnknownParameter),
            }
        }
        Ok(parameters)
    }
}

fn put<T>(place: &mut Option<T>, value: T) -> Result<(), LinkError> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(LinkError::Twice),
    }
}

/// A UUID in the one form that is written: 36 characters with hyphens.
fn uuid(value: &str) -> Result<Uuid, LinkError> {
    if value.len() != uuid::fmt::Hyphenated::LENGTH {
        return Err(LinkError::BadSession);
    }
    Uuid::try_parse(value).map_err(|_| LinkError::BadSession)
}
