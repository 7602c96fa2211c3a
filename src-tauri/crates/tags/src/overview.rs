//! What the caller sees of tags as a whole.

use crate::client::{PropertyFilter, Tags};
use crate::error::TagsError;
use crate::resource::Resource;
use crate::rights::RightsFound;

/// Companies whose properties are looked at; an organization usually has one.
const MOST_COMPANIES: usize = 3;

/// The companies that the caller sees, and its rights on them and on their properties.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The companies.
    pub companies: Vec<Resource>,
    /// The rights on the companies, and on the properties of the first of them.
    pub rights: RightsFound,
}

impl Tags {
    /// The companies with the rights on them and on the properties of the first three.
    ///
    /// # Errors
    /// As [`Tags::companies`].
    pub async fn overview(&self) -> Result<Overview, TagsError> {
        let companies = self.companies().await?.items;
        let mut resources = companies.clone();
        for company in companies.iter().take(MOST_COMPANIES) {
            let properties = self.properties(&company.id, &PropertyFilter::default()).await?;
            resources.extend(properties.items);
        }
        Ok(Overview {
            companies,
            rights: RightsFound::of(&resources),
        })
    }
}
