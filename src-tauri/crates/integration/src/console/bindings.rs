//! The certificates of a service account, which the console calls bindings.

use keys::Certificate;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::Value;
use time::OffsetDateTime;

use super::reading::{id, moment};
use super::{Accepted, Console, ConsoleError};

/// A certificate that is registered for a service account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The console's id of it, used to delete it.
    pub binding_id: String,
    /// SHA-1 of the certificate's DER, lowercase hex without colons.
    pub certificate_fingerprint: String,
    /// When the certificate ends, where the console says.
    pub not_after: Option<OffsetDateTime>,
}

impl Console {
    /// Registers a certificate.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn register(&self, certificate: &Certificate) -> Result<Binding, ConsoleError> {
        let part = Part::bytes(certificate.pem().into_bytes()).file_name("certificate_pub.crt");
        let form = Form::new().part("certificate", part);
        let answer = self
            .send(Method::POST, self.bindings(&[]), |request| request.multipart(form))
            .await?;
        // Adobe answers the new binding alone or the list with it; the practice console does the same.
        let fingerprint = certificate.sha1_fingerprint();
        answer.read(|value| {
            let bindings = read(value)?;
            let own = bindings
                .iter()
                .find(|binding| binding.certificate_fingerprint == fingerprint);
            own.or(bindings.last()).cloned()
        })
    }

    /// The registered certificates.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn list(&self) -> Result<Vec<Binding>, ConsoleError> {
        let answer: Accepted = self.send(Method::GET, self.bindings(&[]), |request| request).await?;
        answer.read(read)
    }

    /// Deletes a registered certificate; its key can no longer sign.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn delete(&self, binding_id: &str) -> Result<(), ConsoleError> {
        self.send(Method::DELETE, self.bindings(&[binding_id]), |request| request)
            .await
            .map(|_| ())
    }

    fn bindings(&self, below: &[&str]) -> url::Url {
        let segments = ["integrations", "entp", &self.credential, "bindings"];
        self.address(&[&segments, below].concat())
    }
}

/// One binding or a list of them.
pub(super) fn read(value: &Value) -> Option<Vec<Binding>> {
    match value {
        Value::Array(values) => values.iter().map(binding).collect(),
        single => Some(vec![binding(single)?]),
    }
}

fn binding(value: &Value) -> Option<Binding> {
    Some(Binding {
        binding_id: id(&value["bindingId"])?,
        certificate_fingerprint: value["certificateFingerprint"]
            .as_str()?
            .replace(':', "")
            .to_ascii_lowercase(),
        not_after: moment(&value["notAfter"]),
    })
}
