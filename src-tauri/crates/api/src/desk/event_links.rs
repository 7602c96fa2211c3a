//! Web addresses in events: whoever sent the event wrote them, so nothing is opened before a person has seen where it leads.

use url::Url;

use super::Desk;
use crate::contract::inspector::{LinkInEvent, LinkInEventRequest};
use crate::contract::problem::{Problem, ProblemCode};

impl Desk {
    pub(crate) async fn event_link(&self, request: LinkInEventRequest) -> Result<LinkInEvent, Problem> {
        let address = self.address_in_event(request).await?;
        Ok(LinkInEvent {
            host: address.host_str().unwrap_or_default().to_owned(),
            is_plain: address.scheme() == "http",
            address: address.into(),
        })
    }

    pub(crate) async fn event_link_open(&self, request: LinkInEventRequest) -> Result<(), Problem> {
        let address = self.address_in_event(request).await?;
        self.desktop.open_page(address.as_str())
    }

    async fn address_in_event(&self, request: LinkInEventRequest) -> Result<Url, Problem> {
        let open = self.view(request.view)?;
        self.blocking(move || {
            let text = open.laid_out(&request.event)?.tree.value_text(&request.path);
            let text = text.ok_or_else(|| Problem::not_found("The value"))?;
            web_address(&text).ok_or_else(no_web_address)
        })
        .await
    }
}

/// The longest address that is opened; browsers cut longer ones.
const LONGEST: usize = 8_192;

/// An address that a browser may be sent to: of the web, and without a user name, which only hides the host behind it.
fn web_address(text: &str) -> Option<Url> {
    let address = Url::parse(text).ok().filter(|_| text.len() <= LONGEST)?;
    let is_web = matches!(address.scheme(), "http" | "https") && address.has_host();
    let names_a_user = !address.username().is_empty() || address.password().is_some();
    (is_web && !names_a_user).then_some(address)
}

fn no_web_address() -> Problem {
    Problem::new(
        ProblemCode::InvalidInput,
        "This is not opened",
        "Only web addresses without a user name are opened: other links of an event could start programs here.",
        "Copy the value if you know what it is for.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_opened() {
        for good in ["https://example.com/a?b=c#d", "http://127.0.0.1:8080/"] {
            assert_eq!(web_address(good).unwrap().as_str(), good);
        }
        let other = [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "acme://open",
            "mailto:a@b.c",
            "data:text/html,x",
            "//host",
            "",
        ];
        for refused in other
            .iter()
            .chain(&["https://adobe.com@evil.example/", "https://:secret@evil.example/"])
        {
            assert_eq!(web_address(refused), None, "{refused}");
        }
        assert_eq!(web_address(&format!("https://a.example/{}", "x".repeat(LONGEST))), None);
    }

    #[test]
    fn names_that_look_alike_are_told_apart() {
        assert_eq!(
            web_address("https://аdobe.com/").unwrap().host_str(),
            Some("xn--dobe-43d.com")
        );
        assert_eq!(
            web_address("https://a.example/\u{202e}x").unwrap().as_str(),
            "https://a.example/%E2%80%AEx"
        );
    }
}
