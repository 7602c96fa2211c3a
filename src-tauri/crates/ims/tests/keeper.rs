//! What callers of a token keeper see.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use ims::{AccessToken, Again, TokenKeeper, TokenRequest, TokenStatus};
use secrecy::ExposeSecret;
use time::OffsetDateTime;
use tokio::sync::Notify;

/// Answers `token-1`, `token-2`… with a given life, when it is let to.
#[derive(Default)]
struct Script {
    asked: AtomicUsize,
    failing: AtomicBool,
    held: Option<Notify>,
    life: time::Duration,
}

struct Request(Arc<Script>);

#[async_trait]
impl TokenRequest for Request {
    type Error = &'static str;

    async fn request_token(&self) -> Result<AccessToken, Self::Error> {
        let number = self.0.asked.fetch_add(1, Ordering::SeqCst) + 1;
        if let Some(held) = &self.0.held {
            held.notified().await;
        }
        if self.0.failing.load(Ordering::SeqCst) {
            return Err("refused");
        }
        Ok(token(&format!("token-{number}"), self.0.life))
    }

    fn again(&self, error: &Self::Error) -> Again {
        again(error)
    }
}

fn again(error: &str) -> Again {
    match error {
        "throttled" => Again::After(Duration::from_secs(2)),
        "trouble" => Again::Soon,
        _ => Again::WhenAsked,
    }
}

fn token(text: &str, life: time::Duration) -> AccessToken {
    let now = OffsetDateTime::now_utc();
    AccessToken {
        secret: text.into(),
        expires_at: now + life,
        received_at: now,
        scopes: Vec::new(),
        clock_skew: None,
    }
}

fn keeper(script: Script, token: Option<AccessToken>) -> (Arc<TokenKeeper<Request>>, Arc<Script>) {
    let script = Arc::new(script);
    (
        Arc::new(TokenKeeper::start(Request(Arc::clone(&script)), token)),
        script,
    )
}

fn a_day() -> Script {
    Script {
        life: time::Duration::DAY,
        ..Script::default()
    }
}

async fn wait_for(keeper: &TokenKeeper<Request>, wanted: impl Fn(&TokenStatus<&'static str>) -> bool) {
    let mut status = keeper.status();
    tokio::time::timeout(Duration::from_secs(20), status.wait_for(wanted))
        .await
        .expect("the status came")
        .unwrap();
}

#[tokio::test]
async fn nobody_asks_ims_until_a_token_is_needed_and_then_once() {
    let (keeper, script) = keeper(a_day(), None);
    assert!(matches!(*keeper.status().borrow(), TokenStatus::None));
    for _ in 0..3 {
        assert_eq!(keeper.token().await.unwrap().secret.expose_secret(), "token-1");
    }
    assert_eq!(script.asked.load(Ordering::SeqCst), 1);
    assert!(matches!(*keeper.status().borrow(), TokenStatus::Ready { .. }));
}

#[tokio::test]
async fn many_callers_at_once_share_one_request_and_its_answer() {
    for failing in [false, true] {
        let (keeper, script) = keeper(
            Script {
                held: Some(Notify::new()),
                ..a_day()
            },
            None,
        );
        script.failing.store(failing, Ordering::SeqCst);
        let callers: Vec<_> = (0..20)
            .map(|_| {
                let keeper = Arc::clone(&keeper);
                tokio::spawn(async move { keeper.token().await.map(|_| ()) })
            })
            .collect();
        wait_for(&keeper, |status| matches!(status, TokenStatus::Renewing { .. })).await;
        script.held.as_ref().unwrap().notify_one();
        for caller in callers {
            assert_eq!(caller.await.unwrap().is_err(), failing);
        }
        assert_eq!(script.asked.load(Ordering::SeqCst), 1, "failing: {failing}");
    }
}

#[tokio::test]
async fn a_caller_that_gives_up_does_not_break_off_the_request() {
    let (keeper, script) = keeper(
        Script {
            held: Some(Notify::new()),
            ..a_day()
        },
        None,
    );
    let impatient = tokio::spawn({
        let keeper = Arc::clone(&keeper);
        async move { keeper.token().await.map(|_| ()) }
    });
    wait_for(&keeper, |status| matches!(status, TokenStatus::Renewing { .. })).await;
    impatient.abort();
    script.held.as_ref().unwrap().notify_one();
    wait_for(&keeper, |status| matches!(status, TokenStatus::Ready { .. })).await;
    assert_eq!(keeper.token().await.unwrap().secret.expose_secret(), "token-1");
}

#[tokio::test]
async fn a_token_is_renewed_by_itself_before_it_ends() {
    let (keeper, script) = keeper(
        Script {
            life: time::Duration::seconds(3),
            ..Script::default()
        },
        None,
    );
    let first = keeper.token().await.unwrap();
    wait_for(
        &keeper,
        |status| matches!(status, TokenStatus::Ready { expires_at } if *expires_at > first.expires_at),
    )
    .await;
    assert!(OffsetDateTime::now_utc() < first.expires_at, "the first was still good");
    assert_eq!(keeper.token().await.unwrap().secret.expose_secret(), "token-2");
    assert_eq!(script.asked.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_token_from_before_serves_until_it_is_refused() {
    let (keeper, script) = keeper(a_day(), Some(token("kept", time::Duration::HOUR)));
    assert_eq!(keeper.token().await.unwrap().secret.expose_secret(), "kept");
    keeper.forget(&"another".into());
    assert_eq!(keeper.token().await.unwrap().secret.expose_secret(), "kept");
    keeper.forget(&"kept".into());
    assert!(matches!(*keeper.status().borrow(), TokenStatus::None));
    assert_eq!(keeper.token().await.unwrap().secret.expose_secret(), "token-1");
    assert_eq!(script.asked.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_token_from_before_that_has_ended_is_not_used() {
    let (keeper, _) = keeper(a_day(), Some(token("old", -time::Duration::HOUR)));
    assert_eq!(keeper.token().await.unwrap().secret.expose_secret(), "token-1");
}

#[tokio::test]
async fn a_failure_is_shown_causes_no_storm_and_can_be_mended() {
    let (keeper, script) = keeper(a_day(), None);
    script.failing.store(true, Ordering::SeqCst);
    for _ in 0..100 {
        assert_eq!(keeper.token().await.unwrap_err(), "refused");
    }
    assert!(
        script.asked.load(Ordering::SeqCst) <= 2,
        "a hundred callers in a row are not a hundred requests"
    );
    assert!(matches!(
        *keeper.status().borrow(),
        TokenStatus::Failed { error: "refused", .. }
    ));
    script.failing.store(false, Ordering::SeqCst);
    keeper.renew().await.unwrap();
    assert!(matches!(*keeper.status().borrow(), TokenStatus::Ready { .. }));
}

#[tokio::test]
async fn a_failed_renewal_leaves_the_good_token_in_use() {
    let (keeper, script) = keeper(a_day(), Some(token("kept", time::Duration::HOUR)));
    script.failing.store(true, Ordering::SeqCst);
    keeper.renew().await.unwrap_err();
    assert!(matches!(
        *keeper.status().borrow(),
        TokenStatus::Failed {
            expires_at: Some(_),
            ..
        }
    ));
    assert_eq!(keeper.token().await.unwrap().secret.expose_secret(), "kept");
}

/// Answers each request with the next of these, and then with tokens.
struct Answers {
    asked: Arc<AtomicUsize>,
    failures: Vec<&'static str>,
}

#[async_trait]
impl TokenRequest for Answers {
    type Error = &'static str;

    async fn request_token(&self) -> Result<AccessToken, Self::Error> {
        let number = self.asked.fetch_add(1, Ordering::SeqCst);
        match self.failures.get(number) {
            Some(failure) => Err(failure),
            None => Ok(token("at last", time::Duration::DAY)),
        }
    }

    fn again(&self, error: &Self::Error) -> Again {
        again(error)
    }
}

fn answering(failures: &[&'static str]) -> (TokenKeeper<Answers>, Arc<AtomicUsize>) {
    let asked = Arc::default();
    let answers = Answers {
        asked: Arc::clone(&asked),
        failures: failures.to_vec(),
    };
    (TokenKeeper::start(answers, None), asked)
}

#[tokio::test]
async fn a_passing_trouble_is_asked_again_up_to_three_times() {
    let (keeper, asked) = answering(&["trouble", "trouble"]);
    assert_eq!(keeper.token().await.unwrap().secret.expose_secret(), "at last");
    assert_eq!(asked.load(Ordering::SeqCst), 3);
    let (keeper, asked) = answering(&["trouble"; 9]);
    assert_eq!(keeper.token().await.unwrap_err(), "trouble");
    assert_eq!(asked.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn a_refusal_is_not_asked_again() {
    let (keeper, asked) = answering(&["refused"]);
    assert_eq!(keeper.token().await.unwrap_err(), "refused");
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn nobody_asks_before_the_time_that_ims_named() {
    let (keeper, asked) = answering(&["throttled"]);
    assert_eq!(keeper.token().await.unwrap_err(), "throttled");
    assert_eq!(keeper.token().await.unwrap_err(), "throttled");
    assert_eq!(keeper.renew().await.unwrap_err(), "throttled");
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    let renewed = async {
        while keeper.token().await.is_err() {
            assert_eq!(
                asked.load(Ordering::SeqCst),
                1,
                "only the request after the rest may fail or succeed"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), renewed)
        .await
        .expect("the rest ends");
    assert_eq!(asked.load(Ordering::SeqCst), 2);
}
