//! The archive of one session.
