//! Asking Experience Platform and tags with the access token.

use std::sync::Arc;

use ims::AccessToken;
use integration::CheckTarget;
use platform::Platform;
use tags::{Overview, Tags};

use crate::line::{Check, Failure, Found, State, TagsFound};
use crate::sheet::Sheet;

/// Asks both at once.
pub(crate) async fn ask(target: &CheckTarget, token: &AccessToken, sheet: &Sheet<'_>) {
    let platform = Platform::new(
        Arc::new(target.gateway(&target.endpoints.platform, token)),
        target.endpoints.platform.clone(),
    );
    let tags = Tags::new(
        Arc::new(target.gateway(&target.endpoints.tags, token)),
        target.endpoints.tags.clone(),
    );
    tokio::join!(
        classes(&platform, sheet),
        sandboxes(&platform, sheet),
        profile(&tags, sheet),
        companies(&tags, sheet),
    );
}

async fn classes(platform: &Platform, sheet: &Sheet<'_>) {
    sheet.start(Check::Platform);
    let state = match platform.check().await {
        Ok(classes) => State::Passed(Found::Classes(classes)),
        Err(error) => State::Failed(Failure::Platform(error)),
    };
    sheet.set(Check::Platform, state);
}

async fn sandboxes(platform: &Platform, sheet: &Sheet<'_>) {
    sheet.start(Check::Sandboxes);
    let state = match platform.sandboxes().await {
        Ok(listed) => State::Passed(Found::Sandboxes(
            listed.items.into_iter().map(|sandbox| sandbox.name).collect(),
        )),
        Err(error) => State::Failed(Failure::Platform(error)),
    };
    sheet.set(Check::Sandboxes, state);
}

async fn profile(tags: &Tags, sheet: &Sheet<'_>) {
    sheet.start(Check::TagsProfile);
    let state = match tags.profile().await {
        Ok(profile) => State::Passed(Found::Account(profile.name().to_owned())),
        Err(error) => State::Failed(Failure::Tags(error)),
    };
    sheet.set(Check::TagsProfile, state);
}

async fn companies(tags: &Tags, sheet: &Sheet<'_>) {
    sheet.start(Check::TagsCompanies);
    let state = match tags.overview().await {
        Ok(Overview { companies, .. }) if companies.is_empty() => State::Failed(Failure::NoCompany),
        Ok(Overview { companies, rights }) => State::Passed(Found::Tags(TagsFound {
            companies: companies.iter().map(|company| company.name().to_owned()).collect(),
            rights,
        })),
        // Adobe's guide: this still means that the credentials work.
        Err(error) if error.proves_credentials() => State::Passed(Found::CredentialsWork),
        Err(error) => State::Failed(Failure::Tags(error)),
    };
    sheet.set(Check::TagsCompanies, state);
}
