//! Asking Experience Platform.

use std::collections::HashSet;
use std::sync::Arc;

use gateway::{Answer, Gateway, Listed};
use http::{HeaderMap, HeaderName, HeaderValue};
use serde::Deserialize;
use serde_json::Value;
use url::Url;

use crate::class::{Class, Container};
use crate::error::PlatformError;
use crate::sandbox::Sandbox;

/// The media type of lists: identifier, title and version of each class. Adobe's guide sends it too.
const CLASSES_IN_SHORT: &str = "application/vnd.adobe.xed-id+json";
/// Classes in one answer; the Schema Registry gives no more.
const CLASSES_OF_PAGE: usize = 300;
/// Pages of one list at most.
const MOST_PAGES: usize = 50;
/// Sandboxes in one answer.
const SANDBOXES_OF_PAGE: usize = 50;

/// Experience Platform, asked as one integration. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Platform {
    gateway: Arc<Gateway>,
    base: Url,
    sandbox: Option<String>,
}

#[derive(Deserialize)]
struct Classes {
    results: Vec<Value>,
    #[serde(rename = "_page", default)]
    page: Option<Page>,
}

#[derive(Deserialize)]
struct Page {
    #[serde(default)]
    next: Option<String>,
}

#[derive(Deserialize)]
struct Sandboxes {
    sandboxes: Vec<Value>,
}

impl Platform {
    /// Asks the service at `base`, through a gateway that adds the headers and the access token.
    #[must_use]
    pub fn new(gateway: Arc<Gateway>, base: Url) -> Self {
        Self {
            gateway,
            base,
            sandbox: None,
        }
    }

    /// Asks within one sandbox, which every call but that for the sandboxes then names.
    #[must_use]
    pub fn in_sandbox(&self, name: &str) -> Self {
        Self {
            sandbox: Some(name.to_owned()),
            ..self.clone()
        }
    }

    /// The first classes that Adobe defines: the call by which Adobe's guide tests credentials.
    ///
    /// # Errors
    /// When Experience Platform cannot be reached, refuses, or answers with something else.
    pub async fn check(&self) -> Result<usize, PlatformError> {
        Ok(self.classes_page(Container::Global, None).await?.results.len())
    }

    /// All classes of a container, page after page. Pages that do not end are cut short.
    ///
    /// # Errors
    /// As [`Platform::check`].
    pub async fn classes(&self, container: Container) -> Result<Listed<Class>, PlatformError> {
        let mut listed = Listed::default();
        let mut asked: Vec<String> = Vec::new();
        for _ in 0..MOST_PAGES {
            let page = self.classes_page(container, asked.last().map(String::as_str)).await?;
            let before = listed.items.len();
            listed.take(page.results);
            let mut known = HashSet::new();
            listed.items.retain(|class: &Class| known.insert(class.id.clone()));
            let has_news = listed.items.len() > before;
            let Some(next) = page.page.and_then(|page| page.next).filter(|next| !next.is_empty()) else {
                return Ok(listed);
            };
            // A page that says the same again is not the way to the end.
            if !has_news || asked.contains(&next) {
                break;
            }
            asked.push(next);
        }
        listed.is_cut_short = true;
        Ok(listed)
    }

    /// Everything that the Schema Registry says of a class, with what it refers to put in its place.
    ///
    /// # Errors
    /// As [`Platform::check`].
    pub async fn class(&self, container: Container, class: &Class) -> Result<Value, PlatformError> {
        let accept = format!("application/vnd.adobe.xed-full+json; version={}", class.major_version());
        let id = class.alternate_id.as_deref().unwrap_or(&class.id);
        let mut url = self.url(&["schemaregistry", container.as_str(), "classes"]);
        // An identifier that is an address is one part of the path, so its slashes are escaped.
        if let Ok(mut path) = url.path_segments_mut() {
            path.push(id);
        }
        Ok(self.get(&url, &accept).await?.json()?)
    }

    /// The sandboxes that the caller can use. This takes no rights over sandboxes.
    ///
    /// # Errors
    /// As [`Platform::check`].
    pub async fn sandboxes(&self) -> Result<Listed<Sandbox>, PlatformError> {
        let mut listed: Listed<Sandbox> = Listed::default();
        let everywhere = Self {
            sandbox: None,
            ..self.clone()
        };
        for number in 0..MOST_PAGES {
            let mut url = self.url(&["sandbox-management", ""]);
            let offset = number * SANDBOXES_OF_PAGE + 1;
            url.query_pairs_mut()
                .append_pair("limit", &SANDBOXES_OF_PAGE.to_string())
                .append_pair("offset", &offset.to_string());
            let page: Sandboxes = everywhere.get(&url, "application/json").await?.json()?;
            let received = page.sandboxes.len();
            let before = listed.items.len();
            listed.take(page.sandboxes);
            let repeats = listed.items[before..]
                .iter()
                .all(|fresh| listed.items[..before].iter().any(|known| known.name == fresh.name));
            if repeats {
                // A server that does not know of offsets gives its first page for ever.
                listed.items.truncate(before);
                return Ok(listed);
            }
            if received < SANDBOXES_OF_PAGE {
                return Ok(listed);
            }
        }
        listed.is_cut_short = true;
        Ok(listed)
    }

    async fn classes_page(&self, container: Container, start: Option<&str>) -> Result<Classes, PlatformError> {
        let mut url = self.url(&["schemaregistry", container.as_str(), "classes"]);
        if let Some(start) = start {
            url.query_pairs_mut()
                .append_pair("limit", &CLASSES_OF_PAGE.to_string())
                .append_pair("start", start);
        }
        Ok(self.get(&url, CLASSES_IN_SHORT).await?.json()?)
    }

    async fn get(&self, url: &Url, accept: &str) -> Result<Answer, PlatformError> {
        let mut headers = HeaderMap::new();
        if let Some(sandbox) = &self.sandbox {
            let name = HeaderValue::from_str(sandbox).map_err(|_| PlatformError::NotSendable {
                what: "the sandbox's name",
            })?;
            headers.insert(HeaderName::from_static("x-sandbox-name"), name);
        }
        Ok(self.gateway.get(url, accept, headers).await?)
    }

    fn url(&self, parts: &[&str]) -> Url {
        let mut url = self.base.clone();
        url.set_path(&format!("/data/foundation/{}", parts.join("/")));
        url
    }
}
