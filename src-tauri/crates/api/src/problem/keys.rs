//! Keys, certificates and subjects.

use keys::{CertificateError, ExportError, KeyError, SelfSignedError, SubjectError};

use crate::contract::problem::{Problem, ProblemCode};

impl From<KeyError> for Problem {
    fn from(error: KeyError) -> Self {
        let next_step = match &error {
            KeyError::Encrypted => {
                "Import the file in the window, which asks for its passphrase, or generate a new key and certificate here."
            }
            KeyError::NotRsa { .. } | KeyError::TooSmall { .. } | KeyError::TooLarge { .. } => {
                "Generate an RSA key of 2048 bits or more here, and register its certificate in Developer Console."
            }
            KeyError::IsACertificate | KeyError::IsAPublicKey | KeyError::IsACertificateRequest => {
                "Choose the file that begins with BEGIN PRIVATE KEY, often named private.key."
            }
            KeyError::Several { .. } => "Choose a file with one private key.",
            KeyError::UnsupportedSize { .. } => "Choose 2048, 3072 or 4096.",
            KeyError::Generation => "Try again.",
            _ => "Choose the private key file, often named private.key, or generate a new key here.",
        };
        Self::new(
            ProblemCode::KeyUnusable,
            "This key cannot be used",
            sentence(&error),
            next_step,
        )
    }
}

impl From<CertificateError> for Problem {
    fn from(error: CertificateError) -> Self {
        let next_step = match &error {
            CertificateError::IsAPrivateKey => {
                "Choose the file that begins with BEGIN CERTIFICATE, often named certificate_pub.crt. Never send the private key to anyone."
            }
            CertificateError::NotRsa => "Generate an RSA key and certificate here.",
            CertificateError::Several { .. } => "Choose a file with one certificate.",
            _ => "Choose the certificate file, often named certificate_pub.crt, or generate a new one here.",
        };
        Self::new(
            ProblemCode::CertificateUnusable,
            "This certificate cannot be used",
            sentence(&error),
            next_step,
        )
    }
}

impl From<SelfSignedError> for Problem {
    fn from(error: SelfSignedError) -> Self {
        let next_step = match &error {
            SelfSignedError::Validity { .. } => "Choose a number of days in that range; 365 is usual.",
            SelfSignedError::Begin { .. } => "Set the date and time of this computer, then try again.",
            _ => "Try again.",
        };
        Self::new(
            ProblemCode::CertificateUnusable,
            "No certificate was made",
            sentence(&error),
            next_step,
        )
    }
}

impl From<ExportError> for Problem {
    fn from(error: ExportError) -> Self {
        let next_step = match &error {
            ExportError::EmptyPassphrase => "Choose a passphrase, and keep it apart from the file.",
            ExportError::OtherCertificate => {
                "Edit the integration and choose the certificate of its key, or export the key alone as PEM."
            }
            _ => "Try again.",
        };
        Self::new(
            ProblemCode::KeyUnusable,
            "The private key was not exported",
            sentence(&error),
            next_step,
        )
    }
}

impl From<SubjectError> for Problem {
    fn from(error: SubjectError) -> Self {
        Self::invalid_input(
            format!("The subject of the certificate cannot be used: {error}."),
            "Correct the subject, or leave it as it was.",
        )
    }
}

/// The crates write errors without capital and full stop; the window shows sentences.
pub(crate) fn sentence(error: &impl std::fmt::Display) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return text };
    format!("{}{}.", first.to_uppercase(), letters.as_str().trim_end_matches('.'))
}
