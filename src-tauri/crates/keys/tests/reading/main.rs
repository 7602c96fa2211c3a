//! Reading keys and certificates in the shapes that people really hand over, whole and damaged.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod disguises;
mod material;
mod one;
