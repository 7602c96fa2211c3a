//! Bodies that never end, grow when they are unpacked, or come a byte at a time.

use std::sync::Arc;
use std::time::Duration;

use gateway::{Cause, ClientOptions, GatewayError, Proxy, RawRequest, http_client};
use http::{HeaderMap, Method};
use practice::{Encoding, FaultKind, FaultRule, Options, Practice};
use url::Url;

use crate::{CountingTokens, gateway_with};

const LIMIT: usize = 256 * 1024;

/// What both ways of calling make of a fault.
async fn both(kind: FaultKind) -> [GatewayError; 2] {
    let practice = Practice::start(Options::default()).await.unwrap();
    practice.faults().add(FaultRule::new("/ims", kind));
    let url: Url = format!("{}/ims/keys", practice.ready().ims).parse().unwrap();
    let options = ClientOptions {
        proxy: Proxy::Direct,
        timeout: Duration::from_secs(20),
        ..ClientOptions::default()
    };
    let client = http_client(&options).unwrap();
    let gateway = gateway_with(client, Arc::new(CountingTokens::default())).with_body_limit(LIMIT);
    let get = gateway.get(&url, "application/json", HeaderMap::new()).await;
    let request = RawRequest {
        method: Method::GET,
        url,
        headers: HeaderMap::new(),
        body: None,
        with_identity: false,
        client: None,
    };
    let exchange = gateway.exchange(request).await;
    [get.unwrap_err(), exchange.unwrap_err()]
}

#[tokio::test]
async fn what_grows_beyond_the_limit_is_not_read_on() {
    for kind in [
        FaultKind::EndlessBody,
        FaultKind::Bomb {
            encoding: Encoding::Gzip,
        },
        FaultKind::Bomb {
            encoding: Encoding::Brotli,
        },
    ] {
        for error in both(kind.clone()).await {
            assert!(
                matches!(error, GatewayError::TooLarge { limit: LIMIT }),
                "{kind:?}: {error}"
            );
        }
    }
}

#[tokio::test]
async fn a_body_that_drips_has_as_long_as_a_whole_call() {
    let practice = Practice::start(Options::default()).await.unwrap();
    practice.faults().add(FaultRule::new("/ims", FaultKind::DrippingBody));
    let url: Url = format!("{}/ims/keys", practice.ready().ims).parse().unwrap();
    let options = ClientOptions {
        proxy: Proxy::Direct,
        timeout: Duration::from_millis(300),
        ..ClientOptions::default()
    };
    let gateway = gateway_with(http_client(&options).unwrap(), Arc::new(CountingTokens::default()));
    match gateway
        .get(&url, "application/json", HeaderMap::new())
        .await
        .unwrap_err()
    {
        GatewayError::Unreachable(unreachable) => assert_eq!(unreachable.cause, Cause::Timeout),
        other => panic!("{other}"),
    }
}
