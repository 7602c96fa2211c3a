//! Proxies that ask who calls.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use gateway::{Cause, ClientOptions, GatewayError, Proxy, ProxySignIn};
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

use crate::secure::{Secure, get};

const USER: &str = "jané";
const PASSWORD: &str = "p:ä ss%41@w/rd";
/// A name that nobody can look up but the proxy.
const NAME: &str = "adobe.invalid";

fn signed_in(options: ClientOptions, user_name: &str, password: &str) -> ClientOptions {
    ClientOptions {
        proxy_sign_in: Some(ProxySignIn {
            user_name: user_name.to_owned(),
            password: password.into(),
        }),
        ..options
    }
}

/// A server behind a proxy, and what the proxy was asked.
struct Behind {
    secure: Secure,
    options: ClientOptions,
    url: Url,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Behind {
    async fn start(scheme: &str) -> Self {
        let secure = Secure::start(NAME, -1..30).await;
        let mut url = secure.keys();
        let server = SocketAddr::from(([127, 0, 0, 1], url.port().unwrap()));
        url.set_host(Some(NAME)).unwrap();
        let heads = Arc::<Mutex<Vec<String>>>::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let proxy = Proxy::custom(&format!("{scheme}://{}", listener.local_addr().unwrap())).unwrap();
        let (noted, is_socks) = (Arc::clone(&heads), scheme == "socks5");
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let noted = Arc::clone(&noted);
                tokio::spawn(async move {
                    let _ = if is_socks {
                        socks(socket, server, &noted).await
                    } else {
                        tunnel(socket, server, &noted).await
                    };
                });
            }
        });
        let options = ClientOptions {
            proxy,
            ..secure.trusted()
        };
        Self {
            secure,
            options,
            url,
            heads,
        }
    }

    async fn cause(&self, options: &ClientOptions) -> Cause {
        match get(options, &self.url).await.unwrap_err() {
            GatewayError::Unreachable(unreachable) => {
                assert!(!unreachable.to_string().contains("ss%41"), "{unreachable}");
                unreachable.cause
            }
            other => panic!("{other}"),
        }
    }
}

/// Lets through who signs in with `Proxy-Authorization: Basic`.
async fn tunnel(mut socket: TcpStream, server: SocketAddr, heads: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(socket.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let expected = format!("Basic {}", STANDARD.encode(format!("{USER}:{PASSWORD}")));
    let is_known = head.lines().any(|line| {
        let header = line.split_once(": ");
        header.is_some_and(|(name, value)| name.eq_ignore_ascii_case("proxy-authorization") && value == expected)
    });
    heads.lock().unwrap().push(head);
    if !is_known {
        let refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm=\"x\"\r\n\r\n";
        return socket.write_all(refusal).await;
    }
    socket.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;
    let mut server = TcpStream::connect(server).await?;
    copy_bidirectional(&mut socket, &mut server).await.map(drop)
}

/// Lets through who signs in, as RFC 1928 and RFC 1929 have it.
async fn socks(mut socket: TcpStream, server: SocketAddr, heads: &Mutex<Vec<String>>) -> std::io::Result<()> {
    async fn part(socket: &mut TcpStream) -> std::io::Result<Vec<u8>> {
        let mut part = vec![0; usize::from(socket.read_u8().await?)];
        socket.read_exact(&mut part).await.map(|_| part)
    }
    assert_eq!(socket.read_u8().await?, 5);
    if !part(&mut socket).await?.contains(&2) {
        return socket.write_all(&[5, 0xff]).await;
    }
    socket.write_all(&[5, 2]).await?;
    assert_eq!(socket.read_u8().await?, 1);
    let (user, password) = (part(&mut socket).await?, part(&mut socket).await?);
    if (user.as_slice(), password.as_slice()) != (USER.as_bytes(), PASSWORD.as_bytes()) {
        return socket.write_all(&[1, 1]).await;
    }
    socket.write_all(&[1, 0]).await?;
    let mut request = [0; 4];
    socket.read_exact(&mut request).await?;
    assert_eq!(request, [5, 1, 0, 3], "a name is asked for, and no address");
    let name = part(&mut socket).await?;
    socket.read_u16().await?;
    heads.lock().unwrap().push(String::from_utf8_lossy(&name).into_owned());
    socket.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).await?;
    let mut server = TcpStream::connect(server).await?;
    copy_bidirectional(&mut socket, &mut server).await.map(drop)
}

#[tokio::test]
async fn user_name_and_password_open_a_tunnel_and_go_no_further() {
    let behind = Behind::start("http").await;
    let known = signed_in(behind.options.clone(), USER, PASSWORD);
    get(&known, &behind.url).await.unwrap();
    let heads = behind.heads.lock().unwrap().clone();
    assert!(heads[0].starts_with("CONNECT adobe.invalid:"), "{}", heads[0]);
    assert!(!heads[0].contains("token-"), "the token is inside of the tunnel");
    for options in [
        behind.options.clone(),
        signed_in(behind.options.clone(), USER, "another"),
        signed_in(behind.options.clone(), "joe", PASSWORD),
    ] {
        assert_eq!(behind.cause(&options).await, Cause::ProxyAuthorization);
    }
    assert!(!format!("{known:?}").contains("ss%41"), "a password is not printed");
    // Straight to the server, nobody is told.
    let direct = ClientOptions {
        proxy: Proxy::Direct,
        ..known
    };
    assert_eq!(behind.cause(&direct).await, Cause::Dns);
}

#[tokio::test]
async fn a_proxy_of_socks_looks_up_the_name_and_asks_who_calls() {
    let behind = Behind::start("socks5").await;
    get(&signed_in(behind.options.clone(), USER, PASSWORD), &behind.url)
        .await
        .unwrap();
    assert_eq!(behind.heads.lock().unwrap().as_slice(), [NAME]);
    for options in [
        behind.options.clone(),
        signed_in(behind.options.clone(), USER, "another"),
    ] {
        assert_eq!(behind.cause(&options).await, Cause::ProxyAuthorization);
    }
    let nobody = ClientOptions {
        proxy: Proxy::custom("socks5://127.0.0.1:1").unwrap(),
        ..behind.secure.trusted()
    };
    assert_eq!(behind.cause(&nobody).await, Cause::ProxyUnreachable);
}
