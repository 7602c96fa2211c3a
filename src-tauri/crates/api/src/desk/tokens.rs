//! The token workbench.

use ::integration::{Field, JwtOptions, KindName, METASCOPE_PRESETS, check};
use ims::{Expectation, inspect};
use secrecy::ExposeSecret as _;
use time::OffsetDateTime;
use zeroize::Zeroizing;

use super::Desk;
use crate::contract::integrations::IntegrationRef;
use crate::contract::problem::Problem;
use crate::contract::tokens::{InspectTokenRequest, SignJwtRequest, TokenReport};
use crate::problem::token_report;

impl Desk {
    pub(crate) async fn token_inspect(&self, request: InspectTokenRequest) -> Result<TokenReport, Problem> {
        let text = Zeroizing::new(request.text);
        let expected = match request.integration {
            Some(id) => Some(self.connection(id).await?.expectation()),
            None => None,
        };
        self.inspected(text, expected).await
    }

    pub(crate) async fn token_inspect_own(&self, request: IntegrationRef) -> Result<TokenReport, Problem> {
        let connection = self.connection(request.integration).await?;
        let token = connection.access_token().await?;
        let text = Zeroizing::new(token.secret.expose_secret().to_owned());
        self.inspected(text, Some(connection.expectation())).await
    }

    pub(crate) async fn jwt_sign(&self, request: SignJwtRequest) -> Result<TokenReport, Problem> {
        let integration = self.integration(request.integration).await?;
        if integration.kind.name() != KindName::ServiceAccount {
            return Err((&::integration::IntegrationError::NoJwt).into());
        }
        let metascopes = request.metascopes.as_ref().map(|names| names.join(","));
        let problems = [
            check(Field::JwtLifetime, &request.lifetime_minutes.to_string()),
            metascopes
                .as_deref()
                .and_then(|metascopes| check(Field::Metascopes, metascopes)),
        ];
        if let Some(problem) = problems.into_iter().flatten().next() {
            return Err(Problem::invalid_input(problem.message, problem.next_step));
        }
        if !self.desktop.is_window() {
            return Err(Problem::desktop_only("copy to the clipboard"));
        }
        let connection = self.connection(request.integration).await?;
        let options = JwtOptions {
            lifetime_minutes: request.lifetime_minutes,
            jti: request.jti,
        };
        let metascopes = metascopes.as_deref().map(ims::metascope_names);
        let jwt = connection.sign_jwt(options, metascopes).await?;
        let text = Zeroizing::new(jwt.expose_secret().to_owned());
        let report = self.inspected(text.clone(), Some(connection.expectation())).await?;
        self.copy_secret(text)?;
        Ok(report)
    }

    /// Reads a token off the async threads, by the clock of the IMS that it is compared with.
    async fn inspected(&self, text: Zeroizing<String>, expected: Option<Expectation>) -> Result<TokenReport, Problem> {
        let now = OffsetDateTime::now_utc();
        let now = expected.as_ref().map_or(now, |expected| {
            self.connections.clients().clocks().by_ims(&expected.ims, now)
        });
        self.blocking(move || {
            let known: Vec<&str> = METASCOPE_PRESETS
                .iter()
                .flat_map(|preset| preset.values.iter().copied())
                .collect();
            Ok(token_report(&inspect(&text, now, &known, expected.as_ref())?))
        })
        .await
    }
}
