//! The one table of fields: the parser, completion, errors and the documentation name no others.

use super::expression::Column;

/// A field that a query may ask for.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name; queries may write it in any case.
    pub name: &'static str,
    /// Other names for it, as Adobe's JSON has them.
    pub aliases: &'static [&'static str],
    /// What it is, for completion and documentation.
    pub meaning: &'static str,
    /// A condition on it.
    pub example: &'static str,
    pub(super) kind: Kind,
}

/// How conditions on a field are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Column(Column),
    Time,
    Flagged,
    Hidden,
    Note,
    Highlight,
    Has,
    /// The first step of a path.
    Open,
    /// The top of the event, for paths through fields that have no name here.
    Event,
}

/// Every field.
pub const FIELDS: &[Field] = &[
    field(
        "name",
        &["label"],
        "the event's name",
        "name:\"Lifecycle Resume\"",
        Kind::Column(Column::Name),
    ),
    field(
        "type",
        &[],
        "the SDK's event type, or Adobe's type",
        "type:edge",
        Kind::Column(Column::Type),
    ),
    field(
        "source",
        &[],
        "the SDK's event source",
        "source:requestContent",
        Kind::Column(Column::Source),
    ),
    field("kind", &[], "Adobe's type", "kind:service", Kind::Column(Column::Kind)),
    field(
        "vendor",
        &[],
        "who made the event",
        "vendor:*konductor",
        Kind::Column(Column::Vendor),
    ),
    field(
        "client",
        &["clientId"],
        "the connected app instance",
        "client:0f8f*",
        Kind::Column(Column::Client),
    ),
    field(
        "uuid",
        &["eventID"],
        "the event's identifier",
        "uuid:6c1d*",
        Kind::Column(Column::Uuid),
    ),
    field(
        "eventNumber",
        &[],
        "the device's counter",
        "eventNumber:100..200",
        Kind::Column(Column::EventNumber),
    ),
    field("time", &["timestamp"], "when it happened", "time>-5m", Kind::Time),
    field("flagged", &[], "whether it is flagged", "flagged:true", Kind::Flagged),
    field("hidden", &[], "whether lists leave it out", "hidden:true", Kind::Hidden),
    field("note", &[], "a text in a note on it", "note:checkout", Kind::Note),
    field(
        "highlight",
        &[],
        "the colour it is highlighted in",
        "highlight:any",
        Kind::Highlight,
    ),
    field("has", &[], "has:error: it tells of a failure", "has:error", Kind::Has),
    field(
        "payload",
        &[],
        "a value in the payload",
        "payload.status>=400",
        Kind::Open,
    ),
    field(
        "annotations",
        &[],
        "a value in the annotations",
        "annotations.type:visibility",
        Kind::Open,
    ),
    field(
        "metadata",
        &[],
        "a value in the metadata",
        "metadata.chunkTotal>1",
        Kind::Open,
    ),
    field(
        "event",
        &[],
        "a value in any other field",
        "event.sessionUuid:*",
        Kind::Event,
    ),
];

const fn field(
    name: &'static str,
    aliases: &'static [&'static str],
    meaning: &'static str,
    example: &'static str,
    kind: Kind,
) -> Field {
    Field {
        name,
        aliases,
        meaning,
        example,
        kind,
    }
}

impl Field {
    /// What most often follows the name.
    pub(super) fn opening(&self) -> &'static str {
        match self.kind {
            Kind::Open | Kind::Event => ".",
            Kind::Column(_) | Kind::Time | Kind::Flagged | Kind::Hidden | Kind::Note | Kind::Highlight | Kind::Has => {
                ":"
            }
        }
    }
}

/// The field of this name, in any case.
pub(super) fn find(name: &str) -> Option<&'static Field> {
    let is_name = |known: &str| known.eq_ignore_ascii_case(name);
    FIELDS
        .iter()
        .find(|field| is_name(field.name) || field.aliases.iter().any(|alias| is_name(alias)))
}

impl Column {
    /// The field's name in queries.
    #[must_use]
    pub fn name(self) -> &'static str {
        let field = FIELDS.iter().find(|field| field.kind == Kind::Column(self));
        field.map_or("", |field| field.name)
    }
}
