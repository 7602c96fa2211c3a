//! What `cargo xtask bench` prints of this crate: signing a JWT beside `openssl dgst`, and how many token calls the token
//! keeper saves.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::error::Error;
use std::fs;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use ims::{
    AccessToken, Again, Claims, ImsClient, ImsError, JwtTerms, OauthCredentials, ServiceAccount, TokenKeeper,
    TokenRequest, TokenVersion,
};
use keys::{KeyBits, KeyPair};
use practice::{Options, Practice};
use secrecy::ExposeSecret;
use time::OffsetDateTime;
use url::Url;

/// How many JWTs each side signs for each size.
const SIGNATURES: usize = 101;

/// How many callers want a token at once, and how many times each.
const CALLERS: usize = 50;
const TIMES: usize = 20;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // `cargo test --all-targets` starts benchmarks too, without this argument.
    if !std::env::args().any(|argument| argument == "--bench") {
        return Ok(());
    }
    println!("Signing a JWT (RS256), middle of {SIGNATURES} each, by turns:");
    for bits in [KeyBits::Rsa2048, KeyBits::Rsa3072, KeyBits::Rsa4096] {
        sign(bits)?;
    }
    println!("Access tokens, {CALLERS} callers at once who ask {TIMES} times each, at a practice workspace:");
    save_calls().await
}

fn sign(bits: KeyBits) -> Result<(), Box<dyn Error>> {
    let key = KeyPair::generate(bits)?;
    let folder = tempfile::tempdir()?;
    let (key_file, claims_file) = (folder.path().join("private.key"), folder.path().join("claims"));
    let account = ServiceAccount {
        organization_id: "0123456789ABCDEF01234567@AdobeOrg".to_owned(),
        technical_account_id: "0123456789ABCDEF01234568@techacct.adobe.com".to_owned(),
        client_id: "0123456789abcdef0123456789abcdef".to_owned(),
        client_secret: "unused".into(),
        metascopes: vec!["assurance_automation".to_owned()],
        jwt: JwtTerms::default(),
    };
    let claims = Claims::new(
        &account,
        &Url::parse("https://ims-na1.adobelogin.com")?,
        OffsetDateTime::now_utc(),
    );
    let jwt = claims.sign(&key)?;
    let (signed, _) = jwt.expose_secret().rsplit_once('.').ok_or("a JWT has three parts")?;
    fs::write(&key_file, key.private_key_pem().as_bytes())?;
    fs::write(&claims_file, signed)?;

    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut openssl = true;
    for _ in 0..SIGNATURES {
        let started = Instant::now();
        claims.sign(&key)?;
        ours.push(started.elapsed());

        let started = Instant::now();
        openssl = openssl
            && Command::new("openssl")
                .args(["dgst", "-sha256", "-sign"])
                .args([&key_file, &claims_file])
                .stdout(Stdio::null())
                .status()
                .is_ok_and(|status| status.success());
        theirs.push(started.elapsed());
    }
    let ours = milliseconds(middle(&mut ours));
    print!("  RSA-{:<5}  here {ours:>7.2} ms", bits.bits());
    if openssl {
        println!(
            "   openssl dgst {:>7.2} ms (with its start)",
            milliseconds(middle(&mut theirs))
        );
    } else {
        println!("   openssl is not here");
    }
    Ok(())
}

/// A request that counts itself.
struct Counted {
    ims: ImsClient,
    credentials: OauthCredentials,
    sent: Arc<AtomicUsize>,
}

#[async_trait]
impl TokenRequest for Counted {
    type Error = ImsError;

    async fn request_token(&self) -> Result<AccessToken, ImsError> {
        self.sent.fetch_add(1, Ordering::SeqCst);
        self.ims.client_credentials(&self.credentials).await
    }

    fn again(&self, _: &ImsError) -> Again {
        Again::WhenAsked
    }
}

async fn save_calls() -> Result<(), Box<dyn Error>> {
    let practice = Practice::start(Options::default()).await?;
    let ready = practice.ready();
    let sent = Arc::new(AtomicUsize::new(0));
    let request = || -> Result<Counted, Box<dyn Error>> {
        Ok(Counted {
            ims: ImsClient::new(Url::parse(&ready.ims)?, reqwest::Client::new()),
            credentials: OauthCredentials {
                client_id: ready.oauth.client_id.clone(),
                client_secret: ready.oauth.client_secret.clone().into(),
                scopes: ready.oauth.scopes.clone(),
                version: TokenVersion::V3,
            },
            sent: Arc::clone(&sent),
        })
    };
    let single = request()?;
    let started = Instant::now();
    single.request_token().await?;
    let one_call = started.elapsed();
    sent.store(0, Ordering::SeqCst);

    let keeper = Arc::new(TokenKeeper::start(request()?, None));
    let started = Instant::now();
    let callers: Vec<_> = (0..CALLERS)
        .map(|_| {
            let keeper = Arc::clone(&keeper);
            tokio::spawn(async move {
                for _ in 0..TIMES {
                    keeper.token().await?;
                }
                Ok::<_, ImsError>(())
            })
        })
        .collect();
    for caller in callers {
        caller.await??;
    }
    let took = started.elapsed();
    let (asked, sent) = (CALLERS * TIMES, sent.load(Ordering::SeqCst));
    println!(
        "  {asked} asked, {sent} sent, {} saved, in {:.1} ms; one call takes {:.1} ms",
        asked - sent,
        milliseconds(took),
        milliseconds(one_call)
    );
    practice.stop().await?;
    Ok(())
}

fn middle(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
