//! The files that people have, recognised by what is in them.

mod aem;
mod aio;
mod asset_compute;
mod flat;
mod pdf_services;
mod postman;
mod practice;
mod workspace;

use super::found::{Collector, Found};
use super::material::{Lock, MaterialError, read_with};
use super::tree::Tree;
use super::unusable::{SomethingElse, Unusable};
use super::{Format, dot_env, json, text, yaml};

/// A file that was recognised.
pub(super) struct Recognised {
    pub(super) format: Format,
    pub(super) found: Vec<Found>,
    /// Whether a part of it is still locked.
    pub(super) lock: Option<Lock>,
}

/// The passphrase of a file, and whether it was enough.
struct Read<'a> {
    passphrase: Option<&'a str>,
    lock: Option<Lock>,
}

impl Read<'_> {
    fn finish(&mut self, collector: Collector) -> Found {
        let (found, lock) = collector.finish(self.passphrase);
        self.lock = self.lock.or(lock);
        found
    }
}

/// Recognises a file by its contents.
pub(super) fn recognise(bytes: &[u8], passphrase: Option<&str>) -> Result<Recognised, Unusable> {
    let mut reading = Read { passphrase, lock: None };
    let Some(text) = text::decode(bytes) else {
        return material(bytes, passphrase)?
            .ok_or_else(|| text::kind_of_bytes(bytes).map_or(Unusable::Unknown, Unusable::SomethingElse));
    };
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(Unusable::Empty);
    }
    if let Some(found) = practice::read(&text) {
        return Ok(recognised(Format::Practice, found, &reading));
    }
    if trimmed.starts_with(['{', '[']) {
        let tree = json::parse(trimmed)?;
        if let Some(lines) = tree.lines() {
            return material(lines.as_bytes(), passphrase)?.ok_or(Unusable::NoCredentials);
        }
        return of_tree(&tree, &mut reading);
    }
    let by_names = of_names(&text, &mut reading);
    if let Some(Ok(recognised)) = by_names {
        return Ok(recognised);
    }
    if let Some(kind) = text::kind_of_text(&text) {
        return Err(Unusable::SomethingElse(kind));
    }
    // Around a key there may be any text, such as a mail that looks like YAML.
    let Some(material) = material(bytes, passphrase)? else {
        return Err(by_names.and_then(Result::err).unwrap_or(Unusable::Unknown));
    };
    Ok(material)
}

/// Recognises lines of names and values; nothing for other texts.
fn of_names(text: &str, reading: &mut Read<'_>) -> Option<Result<Recognised, Unusable>> {
    if let Some(tree) = dot_env::parse(text) {
        let mut collector = Collector::new(None);
        collector.take_members(&tree);
        let found = vec![reading.finish(collector)];
        return Some(usable(Format::DotEnv, found, reading));
    }
    if !yaml::is_likely(text) {
        return None;
    }
    let recognised = yaml::parse(text).and_then(|tree| of_tree(&tree, reading));
    Some(recognised.map(|recognised| match recognised.format {
        Format::Json => Recognised {
            format: Format::Yaml,
            ..recognised
        },
        _ => recognised,
    }))
}

/// Recognises what JSON or YAML says.
fn of_tree(tree: &Tree, reading: &mut Read<'_>) -> Result<Recognised, Unusable> {
    if let Some(elements) = Some(tree.elements()).filter(|elements| !elements.is_empty()) {
        return of_list(elements, reading);
    }
    postman::refuse_collection(tree)?;
    if let Some(found) = workspace::read(tree, reading) {
        return usable(Format::Workspace, found, reading);
    }
    if let Some(found) = postman::read(tree, reading) {
        return usable(Format::PostmanEnvironment, found, reading);
    }
    if let Some(found) = pdf_services::read(tree, reading) {
        return usable(Format::PdfServices, found, reading);
    }
    if (tree.object("integration").is_some() || tree.get("imsEndpoint").is_some())
        && let Some(found) = aem::read(tree, reading)
    {
        return usable(Format::AemServiceCredentials, found, reading);
    }
    if let Some(found) = asset_compute::read(tree, reading) {
        return usable(Format::AssetCompute, found, reading);
    }
    if let Some(found) = aio::read(tree, reading) {
        return usable(Format::AioContext, found, reading);
    }
    if tree.get("access_token").is_some() && tree.get("client_id").is_none() {
        return Err(Unusable::SomethingElse(SomethingElse::TokenAnswer));
    }
    if let Some((format, found)) = flat::read(tree, reading) {
        return usable(format, found, reading);
    }
    let holds_events = tree.get("events").is_some_and(|events| !events.elements().is_empty());
    if holds_events || tree.get("sessionUuid").is_some() {
        return Err(Unusable::SomethingElse(SomethingElse::AssuranceEvents));
    }
    Err(Unusable::NoCredentials)
}

/// A list of credentials; what is none among them does not matter.
fn of_list(elements: &[Tree], reading: &mut Read<'_>) -> Result<Recognised, Unusable> {
    const MOST: usize = 100;
    let mut format = None;
    let mut found = Vec::new();
    for element in elements.iter().take(MOST) {
        if matches!(element, Tree::Object(_))
            && let Ok(recognised) = of_tree(element, reading)
        {
            format = format.or(Some(recognised.format));
            found.extend(recognised.found);
        }
    }
    let format = format.ok_or(Unusable::NoCredentials)?;
    Ok(recognised(format, found, reading))
}

/// Keys and certificates without anything around them; nothing when there are none.
fn material(bytes: &[u8], passphrase: Option<&str>) -> Result<Option<Recognised>, Unusable> {
    let material = match read_with(bytes, passphrase.into_iter()) {
        Ok(material) => material,
        Err(MaterialError::Nothing) => return Ok(None),
        Err(MaterialError::Unusable(unusable)) => return Err(Unusable::Key(unusable)),
        Err(MaterialError::Locked(lock)) => {
            return Ok(Some(Recognised {
                format: Format::LockedKey,
                found: Vec::new(),
                lock: Some(lock),
            }));
        }
    };
    let format = match (material.keys.is_empty(), material.certificates.is_empty()) {
        (false, true) => Format::PrivateKey,
        (true, _) => Format::Certificate,
        (false, false) => Format::KeyAndCertificate,
    };
    Ok(Some(Recognised {
        format,
        found: vec![Found::of_material(material)],
        lock: None,
    }))
}

/// A file of this format, unless there is nothing in it that an integration is made of.
fn usable(format: Format, found: Vec<Found>, reading: &Read<'_>) -> Result<Recognised, Unusable> {
    if reading.lock.is_none() && found.iter().all(Found::is_empty) {
        return Err(Unusable::NothingIn(format));
    }
    Ok(recognised(format, found, reading))
}

fn recognised(format: Format, found: Vec<Found>, reading: &Read<'_>) -> Recognised {
    Recognised {
        format,
        found,
        lock: reading.lock,
    }
}
