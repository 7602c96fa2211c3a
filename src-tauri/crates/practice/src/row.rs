//! Tables of Adobe's errors: each row becomes a variant with its status, code and text.

/// Declares an enum of error rows: `Name = (status, "code", "text")`.
macro_rules! rows {
    (
        $(#[$enum_meta:meta])*
        pub enum $name:ident {
            $($(#[$row_meta:meta])* $row:ident = ($status:literal, $code:literal, $text:literal),)*
        }
    ) => {
        $(#[$enum_meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$row_meta])* $row,)*
        }

        impl $name {
            /// Every row.
            pub const ALL: &[Self] = &[$(Self::$row),*];

            /// The HTTP status.
            #[must_use]
            pub fn status(self) -> u16 {
                match self {
                    $(Self::$row => $status,)*
                }
            }

            /// The error code in the body.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$row => $code,)*
                }
            }

            /// The text in the body.
            #[must_use]
            pub fn text(self) -> &'static str {
                match self {
                    $(Self::$row => $text,)*
                }
            }
        }
    };
}

pub(crate) use rows;
