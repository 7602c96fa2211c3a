//! The subject of a certificate, in the `/C=US/O=…/CN=…` form that `openssl req -subj` takes.

use std::fmt;
use std::str::FromStr;

/// Who a certificate is about: an ordered list of fields, possibly empty. Adobe takes any subject.
///
/// ```
/// use keys::Subject;
///
/// let subject = Subject::parse("/C=US/O=My Company/CN=Jane Administrator").unwrap();
/// assert_eq!(subject.to_string(), "/C=US/O=My Company/CN=Jane Administrator");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    fields: Vec<(SubjectField, String)>,
}

/// A field of a subject, as OpenSSL asks for them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SubjectField {
    /// `C`: two letters.
    Country,
    /// `ST`: state or province.
    State,
    /// `L`: city.
    Locality,
    /// `O`: company.
    Organization,
    /// `OU`: department.
    OrganizationalUnit,
    /// `CN`: the name of the person or server.
    CommonName,
    /// `emailAddress`.
    EmailAddress,
    /// Any other field that a foreign certificate has, by its dotted object identifier. Read, never written.
    Other(String),
}

/// Why a subject cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SubjectError {
    /// The text does not begin with a slash.
    #[error("a subject begins with a slash, as in /C=US/O=My Company/CN=Jane")]
    NoLeadingSlash,
    /// A part has no equals sign.
    #[error("\"{part}\" needs an equals sign, as in CN=Jane; a slash inside a value is written \\/")]
    NoEqualsSign {
        /// The part as it was written.
        part: String,
    },
    /// A field that is not one of OpenSSL's seven.
    #[error("\"{name}\" is not a subject field; C, ST, L, O, OU, CN and emailAddress are")]
    UnknownField {
        /// The name as it was written.
        name: String,
    },
    /// A plus sign that is not escaped joins two fields into one, which is not supported.
    #[error("a plus sign inside {field} is written \\+")]
    JoinedFields {
        /// The field that contains it.
        field: SubjectField,
    },
    /// The same field twice.
    #[error("{field} is given twice")]
    Repeated {
        /// The field.
        field: SubjectField,
    },
    /// A country that is not two letters.
    #[error("the country (C) is two letters, as in US")]
    CountryNotTwoLetters,
    /// A mail address with characters outside ASCII.
    #[error("the mail address (emailAddress) takes only plain letters, digits and signs")]
    EmailNotAscii,
    /// A line end or another control character.
    #[error("{field} contains a line end or another character that cannot be shown")]
    ControlCharacter {
        /// The field.
        field: SubjectField,
    },
    /// A value over the limit of X.520.
    #[error("{field} has {length} characters, and at most {limit} are possible")]
    TooLong {
        /// The field.
        field: SubjectField,
        /// Its length in characters.
        length: usize,
        /// The most characters the standard allows.
        limit: usize,
    },
}

impl Subject {
    /// A subject with no field, as `openssl req -subj /` makes it.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Reads the syntax of `openssl req -subj`: fields begin with a slash, a backslash takes the next character as it
    /// is, a field with an empty value is left out, a lone slash is the empty subject.
    ///
    /// # Errors
    /// Names the part that cannot be used; nothing is skipped silently as OpenSSL does with unknown fields.
    pub fn parse(text: &str) -> Result<Self, SubjectError> {
        let Some(mut rest) = text.trim().strip_prefix('/') else {
            return Err(SubjectError::NoLeadingSlash);
        };
        let mut subject = Self::empty();
        while !rest.is_empty() {
            let Some((name, after_name)) = rest.split_once('=').filter(|(name, _)| !name.contains('/')) else {
                return Err(SubjectError::NoEqualsSign {
                    part: rest.split('/').next().unwrap_or(rest).to_owned(),
                });
            };
            let field: SubjectField = name.trim().parse()?;
            let (value, after_value) = value(after_name, &field)?;
            subject = subject.with(field, value.trim())?;
            rest = after_value;
        }
        Ok(subject)
    }

    /// The subject with one more field at its end; an empty `value` adds nothing, so that a form can pass all its fields.
    ///
    /// # Errors
    /// When the value does not suit the field.
    pub fn with(mut self, field: SubjectField, value: &str) -> Result<Self, SubjectError> {
        if value.is_empty() {
            return Ok(self);
        }
        check(&field, value)?;
        if self.fields.iter().any(|(present, _)| *present == field) {
            return Err(SubjectError::Repeated { field });
        }
        self.fields.push((field, value.to_owned()));
        Ok(self)
    }

    /// The fields in their order.
    pub fn fields(&self) -> impl Iterator<Item = (&SubjectField, &str)> {
        self.fields.iter().map(|(field, value)| (field, value.as_str()))
    }

    /// A subject as a certificate has it, which may break every rule of [`Subject::with`].
    pub(crate) fn from_certificate(fields: Vec<(SubjectField, String)>) -> Self {
        Self { fields }
    }
}

impl FromStr for Subject {
    type Err = SubjectError;

    fn from_str(text: &str) -> Result<Self, SubjectError> {
        Self::parse(text)
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.fields.is_empty() {
            return formatter.write_str("/");
        }
        for (field, value) in &self.fields {
            write!(formatter, "/{field}=")?;
            for character in value.chars() {
                if matches!(character, '/' | '\\' | '+') {
                    formatter.write_str("\\")?;
                }
                write!(formatter, "{character}")?;
            }
        }
        Ok(())
    }
}

impl SubjectField {
    /// The most characters a value can have, from the upper bounds of X.520.
    fn limit(&self) -> usize {
        match self {
            Self::Country => 2,
            Self::Organization | Self::OrganizationalUnit | Self::CommonName => 64,
            Self::State | Self::Locality | Self::EmailAddress | Self::Other(_) => 128,
        }
    }
}

impl fmt::Display for SubjectField {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Country => "C",
            Self::State => "ST",
            Self::Locality => "L",
            Self::Organization => "O",
            Self::OrganizationalUnit => "OU",
            Self::CommonName => "CN",
            Self::EmailAddress => "emailAddress",
            Self::Other(identifier) => identifier,
        })
    }
}

impl FromStr for SubjectField {
    type Err = SubjectError;

    /// Reads OpenSSL's short and long names, in any case.
    fn from_str(name: &str) -> Result<Self, SubjectError> {
        Ok(match name.to_ascii_lowercase().as_str() {
            "c" | "countryname" => Self::Country,
            "st" | "stateorprovincename" => Self::State,
            "l" | "localityname" => Self::Locality,
            "o" | "organizationname" => Self::Organization,
            "ou" | "organizationalunitname" => Self::OrganizationalUnit,
            "cn" | "commonname" => Self::CommonName,
            "emailaddress" => Self::EmailAddress,
            _ => return Err(SubjectError::UnknownField { name: name.to_owned() }),
        })
    }
}

/// The unescaped value at the start of `text`, and what follows the slash after it.
fn value<'a>(text: &'a str, field: &SubjectField) -> Result<(String, &'a str), SubjectError> {
    let mut value = String::new();
    let mut characters = text.char_indices();
    while let Some((position, character)) = characters.next() {
        match character {
            '/' => return Ok((value, &text[position + 1..])),
            '+' => return Err(SubjectError::JoinedFields { field: field.clone() }),
            '\\' => value.push(characters.next().map_or('\\', |(_, escaped)| escaped)),
            _ => value.push(character),
        }
    }
    Ok((value, ""))
}

fn check(field: &SubjectField, value: &str) -> Result<(), SubjectError> {
    if let SubjectField::Other(identifier) = field {
        return Err(SubjectError::UnknownField {
            name: identifier.clone(),
        });
    }
    if value.chars().any(char::is_control) {
        return Err(SubjectError::ControlCharacter { field: field.clone() });
    }
    if *field == SubjectField::Country && !(value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_alphabetic())) {
        return Err(SubjectError::CountryNotTwoLetters);
    }
    if *field == SubjectField::EmailAddress && !value.is_ascii() {
        return Err(SubjectError::EmailNotAscii);
    }
    let (length, limit) = (value.chars().count(), field.limit());
    if length > limit {
        return Err(SubjectError::TooLong {
            field: field.clone(),
            length,
            limit,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_what_openssl_takes() {
        for text in [
            "/",
            "/CN=Jane",
            "/C=US/ST=California/L=San Jose/O=My Company/OU=My Department/CN=Jane Administrator/emailAddress=j_admin@my_company.com",
            r"/O=A\/B \+ Söhne \\ Co/CN=a=b",
        ] {
            assert_eq!(Subject::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn takes_long_names_and_leaves_out_empty_values() {
        let subject = Subject::parse("/countryName=DE/ST=/commonName= Jane /O=").unwrap();
        assert_eq!(subject.to_string(), "/C=DE/CN=Jane");
    }

    #[test]
    fn says_which_part_cannot_be_used() {
        let error = |text: &str| Subject::parse(text).unwrap_err();
        assert_eq!(error("CN=Jane"), SubjectError::NoLeadingSlash);
        assert_eq!(error(""), SubjectError::NoLeadingSlash);
        assert_eq!(error("/CN"), SubjectError::NoEqualsSign { part: "CN".into() });
        assert_eq!(error("/O=A/B/CN=c"), SubjectError::NoEqualsSign { part: "B".into() });
        assert_eq!(error("/DC=x"), SubjectError::UnknownField { name: "DC".into() });
        assert_eq!(
            error("/O=Johnson+Johnson"),
            SubjectError::JoinedFields {
                field: SubjectField::Organization
            }
        );
        assert_eq!(
            error("/CN=a/CN=b"),
            SubjectError::Repeated {
                field: SubjectField::CommonName
            }
        );
        assert_eq!(error("/C=USA"), SubjectError::CountryNotTwoLetters);
        assert_eq!(error("/C=U1"), SubjectError::CountryNotTwoLetters);
        assert_eq!(error("/emailAddress=jané@x.org"), SubjectError::EmailNotAscii);
        assert_eq!(
            error("/CN=a\nb"),
            SubjectError::ControlCharacter {
                field: SubjectField::CommonName
            }
        );
        assert_eq!(
            error(&format!("/O={}", "ö".repeat(65))),
            SubjectError::TooLong {
                field: SubjectField::Organization,
                length: 65,
                limit: 64
            }
        );
    }
}
