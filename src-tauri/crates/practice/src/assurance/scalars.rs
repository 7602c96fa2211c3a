use std::borrow::Cow;

use async_graphql::parser::types::Field;
use async_graphql::registry::Registry;
use async_graphql::{
    ContextSelectionSet, InputValueError, InputValueResult, Number, OutputType, Positioned, Scalar, ScalarType,
    ServerResult, Value,
};
use serde_json::value::RawValue;

/// A UUID as text, answered in lower case.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Uuid(pub(crate) uuid::Uuid);

#[Scalar(name = "UUID")]
impl ScalarType for Uuid {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else {
            return Err(InputValueError::expected_type(value));
        };
        match uuid::Uuid::try_parse(text) {
            Ok(uuid) if text.len() == uuid::fmt::Hyphenated::LENGTH => Ok(Self(uuid)),
            _ => Err(InputValueError::custom(format!(
                "UUID cannot represent non-UUID value: {text}"
            ))),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.hyphenated().to_string())
    }
}

/// Any JSON value, answered as it is.
#[derive(Clone, Debug)]
pub(crate) struct Json(Value);

impl Json {
    pub(crate) fn from_text(text: &RawValue) -> Self {
        Self(serde_json::from_str(text.get()).unwrap_or_else(|_| Value::String(text.get().into())))
    }

    pub(crate) fn from_value(value: &serde_json::Value) -> Self {
        Self(Value::from_json(value.clone()).unwrap_or_default())
    }
}

#[Scalar(name = "JSON")]
impl ScalarType for Json {
    fn parse(value: Value) -> InputValueResult<Self> {
        Ok(Self(value))
    }

    fn to_value(&self) -> Value {
        self.0.clone()
    }
}

/// Milliseconds since 1970. They do not fit GraphQL's 32-bit `Int`, so the schema says `Float`; they are whole numbers on
/// the wire, as a JavaScript server writes them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Milliseconds(pub(crate) i64);

impl OutputType for Milliseconds {
    fn type_name() -> Cow<'static, str> {
        <f64 as OutputType>::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        <f64 as OutputType>::create_type_info(registry)
    }

    async fn resolve(&self, _context: &ContextSelectionSet<'_>, _field: &Positioned<Field>) -> ServerResult<Value> {
        Ok(Value::Number(Number::from(self.0)))
    }
}
