//! Connections: how they are shared out, and how they end.

use std::net::SocketAddr;

use practice::{FaultKind, FaultRule, Options, Practice};
use reqwest::{Certificate, Client};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::https::tls_files;
use crate::support::{Signer, Workspace};

/// A request whose body is announced and still to come. The workspace asks for it as soon as the request is open.
const OPEN_REQUEST: &str = "POST /ims/token/v3 HTTP/1.1\r\nhost: practice\r\nexpect: 100-continue\r\n\
                            content-type: application/x-www-form-urlencoded\r\ncontent-length: 13\r\n\r\n";

fn address(practice: &Practice) -> SocketAddr {
    let (_, address) = practice.ready().ims.rsplit_once('/').unwrap();
    address.parse().unwrap()
}

/// Sends a request and returns once the connection said something.
async fn ask(address: SocketAddr, request: &str) -> (TcpStream, String) {
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(request.as_bytes()).await.unwrap();
    let mut said = vec![0; 16 * 1024];
    let length = connection.read(&mut said).await.unwrap();
    said.truncate(length);
    (connection, String::from_utf8(said).unwrap())
}

/// What is still said until the connection closes, however it does.
async fn rest(mut connection: TcpStream) -> String {
    let mut said = Vec::new();
    // A connection that is cut may end with an error; what came before it counts.
    let _ = connection.read_to_end(&mut said).await;
    String::from_utf8(said).unwrap()
}

/// A workspace whose only request is open, and its connection.
async fn with_open_request() -> (Practice, TcpStream) {
    let practice = Workspace::start().await.practice;
    let (open, said) = ask(address(&practice), OPEN_REQUEST).await;
    assert_eq!(said, "HTTP/1.1 100 Continue\r\n\r\n");
    (practice, open)
}

/// Whether another workspace can take the place of one.
async fn is_free(listen: SocketAddr) -> bool {
    let next = Practice::start(Options {
        listen,
        ..Options::default()
    });
    next.await.is_ok()
}

/// A workspace that serves HTTPS, and a client that trusts it.
async fn over_tls() -> Workspace {
    let directory = tempfile::tempdir().unwrap();
    let signer = Signer::first();
    let mut workspace = Workspace::with(Options {
        tls: Some(tls_files(&directory, signer, signer)),
        ..Options::default()
    })
    .await;
    let trusted = Certificate::from_pem(signer.certificate_pem.as_bytes()).unwrap();
    workspace.http = Client::builder().tls_certs_only([trusted]).build().unwrap();
    workspace
}

#[tokio::test]
async fn idle_connections_close_and_the_port_is_free_after_a_stop() {
    let practice = Workspace::start().await.practice;
    let address = address(&practice);
    let (idle, said) = ask(address, "GET /practice HTTP/1.1\r\nhost: practice\r\n\r\n").await;
    assert!(said.starts_with("HTTP/1.1 200 OK"), "{said}");
    let silent = TcpStream::connect(address).await.unwrap();
    practice.stop().await.unwrap();
    assert_eq!((rest(idle).await, rest(silent).await), Default::default());
    assert!(is_free(address).await);
}

#[tokio::test]
async fn an_open_request_is_answered_while_the_workspace_stops() {
    let (practice, mut open) = with_open_request().await;
    let address = address(&practice);
    let stopping = tokio::spawn(practice.stop());
    while TcpStream::connect(address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    open.write_all(b"grant_type=no").await.unwrap();
    let answer = rest(open).await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert!(answer.contains("connection: close"), "{answer}");
    stopping.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_request_that_outlasts_the_grace_is_cut() {
    let (practice, open) = with_open_request().await;
    practice.stop().await.unwrap();
    assert_eq!(rest(open).await, "");
}

#[tokio::test]
async fn a_dropped_workspace_cuts_what_is_open_and_frees_its_port() {
    let (practice, open) = with_open_request().await;
    let address = address(&practice);
    drop(practice);
    assert_eq!(rest(open).await, "");
    assert!(is_free(address).await);
}

#[tokio::test]
async fn handshakes_hold_up_neither_others_nor_a_stop() {
    let workspace = over_tls().await;
    let address = address(&workspace.practice);
    let silent = TcpStream::connect(address).await.unwrap();
    let mut half = TcpStream::connect(address).await.unwrap();
    // The head of a TLS record that promises a kilobyte.
    half.write_all(&[22, 3, 1, 4, 0]).await.unwrap();
    let answer = workspace.http.get(workspace.control("")).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    workspace.practice.stop().await.unwrap();
    assert_eq!((rest(silent).await, rest(half).await), Default::default());
}

#[tokio::test]
async fn faults_cut_below_tls() {
    let workspace = over_tls().await;
    let token = workspace.token(None).await;
    let path = "/data/foundation/sandbox-management/";
    for (kind, times) in [(FaultKind::CutWithinHead, 1), (FaultKind::CutAtAccept, 2)] {
        let rule = FaultRule::new("/data", kind.clone()).times(times);
        workspace.practice.faults().set(vec![rule]);
        assert!(workspace.call(path, &token).send().await.is_err(), "{kind:?}");
        workspace.practice.faults().clear();
        assert_eq!(
            workspace.call(path, &token).send().await.unwrap().status(),
            200,
            "{kind:?}"
        );
    }
}
