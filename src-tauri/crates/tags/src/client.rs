//! Asking tags.

use std::sync::Arc;

use gateway::{Gateway, Listed};
use http::HeaderMap;
use serde_json::Value;
use url::Url;

use crate::error::TagsError;
use crate::pages::{MOST_PAGES, next_page};
use crate::resource::Resource;

/// JSON:API in the version that Adobe documents.
const JSON_API: &str = "application/vnd.api+json;revision=1";
/// Resources in one page.
const SIZE_OF_PAGE: &str = "100";

/// Tags, asked as one integration. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Tags {
    gateway: Arc<Gateway>,
    base: Url,
}

/// Which properties are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PropertyFilter {
    /// A text in the name, in any case; empty for all.
    pub name: String,
    /// `web`, `mobile` or `edge`; none for all.
    pub platform: Option<String>,
}

impl PropertyFilter {
    fn fits(&self, property: &Resource) -> bool {
        let named = property
            .name()
            .to_lowercase()
            .contains(&self.name.trim().to_lowercase());
        let platform = self.platform.as_deref();
        named && platform.is_none_or(|platform| property.attribute("platform") == Some(platform))
    }
}

impl Tags {
    /// Asks the service at `base`, through a gateway that adds the headers and the access token.
    #[must_use]
    pub fn new(gateway: Arc<Gateway>, base: Url) -> Self {
        Self { gateway, base }
    }

    /// Who is calling: the technical account and its organizations.
    ///
    /// # Errors
    /// When tags cannot be reached, refuses, or answers with something else.
    pub async fn profile(&self) -> Result<Resource, TagsError> {
        self.one(&["profile"]).await
    }

    /// The companies that the caller sees; usually one.
    ///
    /// # Errors
    /// As [`Tags::profile`]. A 404 proves that the credentials work: [`TagsError::proves_credentials`].
    pub async fn companies(&self) -> Result<Listed<Resource>, TagsError> {
        self.all(&["companies"]).await
    }

    /// The properties of a company that fit. Which filters the API takes is not documented for every field, so they are
    /// chosen here.
    ///
    /// # Errors
    /// As [`Tags::profile`].
    pub async fn properties(&self, company: &str, filter: &PropertyFilter) -> Result<Listed<Resource>, TagsError> {
        let mut listed = self.all(&["companies", company, "properties"]).await?;
        listed.items.retain(|property| filter.fits(property));
        Ok(listed)
    }

    /// One property.
    ///
    /// # Errors
    /// As [`Tags::profile`].
    pub async fn property(&self, property: &str) -> Result<Resource, TagsError> {
        self.one(&["properties", property]).await
    }

    async fn one(&self, path: &[&str]) -> Result<Resource, TagsError> {
        let answer = self.gateway.get(&self.url(path), JSON_API, HeaderMap::new()).await?;
        let body: Value = answer.json()?;
        serde_json::from_value(body["data"].clone()).map_err(|_| answer.not_json("it holds no resource").into())
    }

    /// A list, page after page. Pages that do not end are cut short.
    async fn all(&self, path: &[&str]) -> Result<Listed<Resource>, TagsError> {
        let mut listed: Listed<Resource> = Listed::default();
        let mut number = 1;
        for _ in 0..MOST_PAGES {
            let mut url = self.url(path);
            url.query_pairs_mut()
                .append_pair("page[number]", &number.to_string())
                .append_pair("page[size]", SIZE_OF_PAGE);
            let answer = self.gateway.get(&url, JSON_API, HeaderMap::new()).await?;
            let body: Value = answer.json()?;
            let data = body["data"]
                .as_array()
                .ok_or_else(|| answer.not_json("it lists no resources"))?;
            let before = listed.items.len() + listed.unreadable;
            for record in data {
                match serde_json::from_value::<Resource>(record.clone()) {
                    Ok(resource) if listed.items.iter().any(|known| known.id == resource.id) => {}
                    Ok(resource) => listed.items.push(resource),
                    Err(_) => listed.unreadable += 1,
                }
            }
            let has_news = listed.items.len() + listed.unreadable > before;
            match next_page(&body, number) {
                Some(next) if has_news => number = next,
                // A page that says the same again is not the way to the end.
                Some(_) if !data.is_empty() => break,
                _ => return Ok(listed),
            }
        }
        listed.is_cut_short = true;
        Ok(listed)
    }

    /// An identifier is one part of the path, whatever is in it.
    fn url(&self, path: &[&str]) -> Url {
        let mut url = self.base.clone();
        if let Ok(mut parts) = url.path_segments_mut() {
            parts.clear().extend(path);
        }
        url
    }
}
