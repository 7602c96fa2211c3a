//! Certificates that are not good enough, and versions of TLS that are too old.

use gateway::{Cause, ClientOptions, GatewayError, Proxy};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use url::Url;

use crate::secure::{Secure, get};

async fn cause(options: &ClientOptions, url: &Url) -> Cause {
    match get(options, url).await.unwrap_err() {
        GatewayError::Unreachable(unreachable) => unreachable.cause,
        other => panic!("{other}"),
    }
}

fn nothing_extra() -> ClientOptions {
    ClientOptions {
        proxy: Proxy::Direct,
        ..ClientOptions::default()
    }
}

#[tokio::test]
async fn each_certificate_that_is_not_good_is_refused_for_what_it_is() {
    let good = Secure::start("127.0.0.1", -1..30).await;
    assert_eq!(cause(&nothing_extra(), &good.keys()).await, Cause::Untrusted);
    get(&good.trusted(), &good.keys()).await.unwrap();

    let another = Secure::start("127.0.0.1", -1..30).await;
    assert_eq!(cause(&another.trusted(), &good.keys()).await, Cause::Untrusted);
    for (name, days, expected) in [
        ("127.0.0.1", -30..-1, Cause::CertificateTime),
        ("127.0.0.1", 2..30, Cause::CertificateTime),
        ("adobe.io.example", -1..30, Cause::CertificateName),
    ] {
        let bad = Secure::start(name, days).await;
        assert_eq!(cause(&bad.trusted(), &bad.keys()).await, expected, "{name}");
    }
}

/// The versions of TLS that a client offers, from its first message.
fn offered(hello: &[u8]) -> Vec<u16> {
    let number = |at: usize| usize::from(hello[at]) << 8 | usize::from(hello[at + 1]);
    // Record, message, version, random; then three lists with their lengths.
    let mut at = 5 + 4 + 2 + 32;
    at += 1 + usize::from(hello[at]);
    at += 2 + number(at);
    at += 1 + usize::from(hello[at]);
    let end = at + 2 + number(at);
    at += 2;
    while at < end {
        let (kind, length) = (number(at), number(at + 2));
        if kind == 0x2b {
            let versions = &hello[at + 5..at + 4 + length];
            return versions
                .chunks(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
        }
        at += 4 + length;
    }
    Vec::new()
}

#[tokio::test]
async fn nothing_older_than_tls_1_2_is_offered_or_taken() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}/", listener.local_addr().unwrap()).parse().unwrap();
    let server = tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let mut head = [0; 5];
        socket.read_exact(&mut head).await.unwrap();
        let mut hello = vec![0; usize::from(u16::from_be_bytes([head[3], head[4]]))];
        socket.read_exact(&mut hello).await.unwrap();
        // A ServerHello of TLS 1.1: version, random, no session, a cipher of that time, no compression.
        let mut answer = vec![22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2];
        answer.extend([7; 32]);
        answer.extend([0, 0xc0, 0x14, 0]);
        socket.write_all(&answer).await.unwrap();
        let mut rest = Vec::new();
        let _closed = socket.read_to_end(&mut rest).await;
        [&head[..], &hello].concat()
    });
    assert_eq!(cause(&nothing_extra(), &url).await, Cause::Tls);
    let mut versions = offered(&server.await.unwrap());
    versions.sort_unstable();
    assert_eq!(versions, [0x0303, 0x0304]);
}
