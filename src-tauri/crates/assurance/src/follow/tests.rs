#[path = "../../tests/sink/memory_sink.rs"]
mod memory_sink;

use std::sync::Mutex;

use async_trait::async_trait;
use gateway::GatewayError;
use serde_json::json;

use super::*;
use crate::client::EventsPage;
use event::Event;
use memory_sink::MemorySink;

/// A session on a server whose habits can be chosen.
#[derive(Default)]
struct Server {
    /// Timestamps, the oldest first; also the events' identifiers.
    events: Vec<i64>,
    newest_last: bool,
    most_per_page: usize,
    refuses_over: Option<u32>,
    ignores_page: bool,
    is_deleted: bool,
    lists_nothing: bool,
    annotations: Vec<serde_json::Value>,
    failures: Vec<AssuranceError>,
    /// Events that appear after each page, as a live session's do.
    arrive_per_page: Vec<i64>,
    /// Whether an event appears after each page, without end.
    one_per_page: bool,
    pages_read: usize,
}

#[derive(Clone)]
struct Fake(Arc<Mutex<Server>>);

fn refused() -> AssuranceError {
    AssuranceError::Refused {
        operation: "events",
        message: "no".into(),
        code: None,
        further: 0,
        request_id: None,
    }
}

fn gateway_refused(status: u16) -> AssuranceError {
    GatewayError::Refused {
        status,
        error_code: None,
        message: String::new(),
        request_id: None,
    }
    .into()
}

#[async_trait]
impl EventSource for Fake {
    async fn events_page(&self, _: &str, page: u32, size: u32) -> Result<EventsPage, AssuranceError> {
        let mut server = self.0.lock().unwrap();
        server.pages_read += 1;
        if let Some(error) = server.failures.pop() {
            return Err(error);
        }
        if server.is_deleted || server.refuses_over.is_some_and(|most| size > most) {
            return Err(refused());
        }
        let mut all = server.events.clone();
        if !server.newest_last {
            all.reverse();
        }
        let size = (size as usize).min(server.most_per_page);
        let start = if server.ignores_page { 0 } else { page as usize * size };
        let window: Vec<i64> = all.into_iter().skip(start).take(size).collect();
        let arriving = std::mem::take(&mut server.arrive_per_page);
        server.events.extend(arriving);
        if server.one_per_page {
            let next = 1_000_000 + server.pages_read as i64;
            server.events.push(next);
        }
        server.events.sort_unstable();
        let event =
            |time: &i64| Event::from_json(&json!({"uuid": time.to_string(), "timestamp": time}).to_string()).unwrap();
        Ok(EventsPage {
            received: window.len(),
            events: window.iter().map(event).collect(),
        })
    }

    async fn listed(&self, session: &str) -> Result<Option<Session>, AssuranceError> {
        let server = self.0.lock().unwrap();
        let is_listed = !server.is_deleted && !server.lists_nothing;
        let session = json!({"uuid": session, "annotations": server.annotations});
        Ok(is_listed.then(|| serde_json::from_value(session).unwrap()))
    }
}

fn server(events: impl IntoIterator<Item = i64>) -> Server {
    Server {
        events: events.into_iter().collect(),
        most_per_page: usize::MAX,
        ..Server::default()
    }
}

fn quick() -> FollowOptions {
    FollowOptions {
        active: Duration::from_millis(1),
        eager: Duration::from_millis(2),
        idle: Duration::from_millis(4),
        after_errors: Duration::from_millis(16),
        recheck: Duration::from_millis(2),
        page_size: 20,
        look_size: 5,
    }
}

struct Running {
    server: Arc<Mutex<Server>>,
    sink: Arc<MemorySink>,
    follow: Follow,
}

fn follow(server: Server, options: FollowOptions) -> Running {
    let server = Arc::new(Mutex::new(server));
    let sink = Arc::new(MemorySink::default());
    let follow = Follow::start(Fake(Arc::clone(&server)), "S", sink.clone(), options);
    Running { server, sink, follow }
}

impl Running {
    async fn has(&self, count: usize) {
        let mut changes = self.sink.changes();
        let all = async {
            while self.sink.len() < count {
                changes.changed().await.unwrap();
            }
        };
        let waited = tokio::time::timeout(Duration::from_secs(10), all).await;
        assert!(waited.is_ok(), "{} of {count} events", self.sink.len());
        assert_eq!(self.sink.len(), count);
    }

    async fn until(&self, reached: impl Fn(&FollowState) -> bool) -> FollowState {
        let mut state = self.follow.state();
        let waited = tokio::time::timeout(Duration::from_secs(10), state.wait_for(|state| reached(state))).await;
        waited
            .unwrap_or_else(|_| panic!("still {:?}", *self.follow.state().borrow()))
            .unwrap()
            .clone()
    }
}

#[tokio::test]
async fn everything_is_loaded_and_what_arrives_follows() {
    for newest_last in [false, true] {
        for count in [0, 1, 19, 20, 21, 40, 333] {
            let running = follow(
                Server {
                    newest_last,
                    ..server(0..count)
                },
                quick(),
            );
            running.has(count as usize).await;
            running
                .until(|state| matches!(state, FollowState::Live { loading: false, .. }))
                .await;
            for more in [1, 7, 100] {
                let all = {
                    let mut server = running.server.lock().unwrap();
                    let from = server.events.len() as i64;
                    server.events.extend(from..from + more);
                    server.events.len()
                };
                running.has(all).await;
            }
        }
    }
}

#[tokio::test]
async fn events_that_shift_the_pages_leave_no_gap() {
    let running = follow(
        Server {
            arrive_per_page: (1_000..1_025).collect(),
            ..server(0..200)
        },
        quick(),
    );
    running.has(225).await;
    // More than several pages at once, and again while they are being read.
    {
        let mut server = running.server.lock().unwrap();
        server.events.extend(2_000..2_090);
        server.arrive_per_page = (3_000..3_077).collect();
    }
    running.has(225 + 90 + 77).await;
}

#[tokio::test]
async fn events_that_arrive_late_are_found() {
    for newest_last in [false, true] {
        let running = follow(
            Server {
                newest_last,
                ..server((0..200).map(|number| number * 10))
            },
            quick(),
        );
        running.has(200).await;
        {
            let mut server = running.server.lock().unwrap();
            server.events.extend([5, 705, 1_905]);
            server.events.sort_unstable();
        }
        running.has(203).await;
    }
}

#[tokio::test]
async fn a_server_with_a_lower_limit_is_followed_all_the_same() {
    let options = FollowOptions {
        page_size: 1_000,
        look_size: 100,
        ..quick()
    };
    let refusing = follow(
        Server {
            refuses_over: Some(50),
            ..server(0..180)
        },
        options.clone(),
    );
    refusing.has(180).await;
    let capping = follow(
        Server {
            most_per_page: 60,
            ..server(0..180)
        },
        options.clone(),
    );
    capping.has(180).await;
    let huge = Server {
        failures: vec![GatewayError::TooLarge { limit: 1 }.into(); 2],
        ..server(0..180)
    };
    follow(huge, options).has(180).await;
}

#[tokio::test]
async fn a_server_that_does_not_know_pages_is_not_asked_forever() {
    let running = follow(
        Server {
            ignores_page: true,
            ..server(0..200)
        },
        quick(),
    );
    running
        .until(|state| matches!(state, FollowState::Live { loading: false, .. }))
        .await;
    assert_eq!(running.sink.len(), 20);
}

#[tokio::test]
async fn a_deleted_session_ends_it_and_keeps_the_events() {
    let running = follow(server(0..30), quick());
    running.has(30).await;
    running.server.lock().unwrap().is_deleted = true;
    running
        .until(|state| matches!(state, FollowState::Ended(FollowEnd::SessionDeleted)))
        .await;
    assert_eq!(running.sink.len(), 30);
}

#[tokio::test]
async fn a_session_whose_events_vanish_is_looked_up() {
    let running = follow(server(0..30), quick());
    running.has(30).await;
    {
        let mut server = running.server.lock().unwrap();
        server.events.clear();
        server.lists_nothing = true;
    }
    running
        .until(|state| matches!(state, FollowState::Ended(FollowEnd::SessionDeleted)))
        .await;
}

#[tokio::test]
async fn what_becomes_of_the_session_is_told_also_while_events_arrive_all_the_time() {
    let running = follow(server(0..30), quick());
    let mut listed = running.follow.listed();
    let annotations = |session: &Option<Session>| session.as_ref().map(|session| session.extra["annotations"].clone());
    let told = tokio::time::timeout(Duration::from_secs(10), listed.wait_for(Option::is_some)).await;
    assert_eq!(annotations(&told.unwrap().unwrap()), Some(json!([])));
    {
        let mut server = running.server.lock().unwrap();
        server.one_per_page = true;
        server.annotations = vec![json!({"namespace": "visibility"})];
    }
    let is_annotated = |session: &Option<Session>| annotations(session) != Some(json!([]));
    let told = tokio::time::timeout(Duration::from_secs(10), listed.wait_for(is_annotated)).await;
    assert_eq!(
        annotations(&told.unwrap().unwrap()),
        Some(json!([{"namespace": "visibility"}]))
    );
}

#[tokio::test]
async fn a_session_that_was_never_listed_is_followed() {
    let running = follow(
        Server {
            lists_nothing: true,
            ..server(0..3)
        },
        quick(),
    );
    running.has(3).await;
    let read = running.server.lock().unwrap().pages_read;
    let enough = async {
        while running.server.lock().unwrap().pages_read < read + 10 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), enough).await.unwrap();
    assert!(matches!(*running.follow.state().borrow(), FollowState::Live { .. }));
}

#[tokio::test]
async fn failures_are_waited_out() {
    let limited = GatewayError::RateLimited {
        retry_after: Some(Duration::from_millis(30)),
        error_code: None,
        message: String::new(),
        request_id: None,
    };
    let failures = vec![gateway_refused(500), limited.into()];
    let running = follow(
        Server {
            failures,
            ..server(0..30)
        },
        quick(),
    );
    let waiting = running
        .until(|state| matches!(state, FollowState::Waiting { .. }))
        .await;
    assert!(matches!(waiting, FollowState::Waiting { retry_in, .. } if retry_in == Duration::from_millis(30)));
    running.has(30).await;
}

#[tokio::test]
async fn events_that_cannot_be_kept_are_asked_for_again() {
    let sink = Arc::new(MemorySink::default());
    sink.be_full(true);
    let source = Fake(Arc::new(Mutex::new(server(0..60))));
    let running = Running {
        server: Arc::clone(&source.0),
        follow: Follow::start(source, "S", sink.clone(), quick()),
        sink,
    };
    let waiting = running
        .until(|state| matches!(state, FollowState::Waiting { .. }))
        .await;
    let FollowState::Waiting { error, .. } = waiting else {
        unreachable!("it was waited for")
    };
    assert!(matches!(error, AssuranceError::NotKept(_)), "{error}");
    assert_eq!(running.sink.len(), 0);
    running.sink.be_full(false);
    running.has(60).await;
}

#[tokio::test]
async fn what_is_kept_already_is_gone_on_with() {
    let kept = follow(server(0..130), quick());
    kept.has(130).await;
    kept.follow.stop();
    // Meanwhile more than a page of new events came, and one among the old.
    let source = Fake(Arc::new(Mutex::new(server((0..60).chain(70..200).chain([65])))));
    let again = Running {
        server: Arc::clone(&source.0),
        follow: Follow::start(source, "S", kept.sink.clone(), quick()),
        sink: kept.sink,
    };
    again.has(200).await;
}

#[tokio::test]
async fn refused_credentials_end_it() {
    let running = follow(
        Server {
            failures: vec![gateway_refused(403)],
            ..server(0..3)
        },
        quick(),
    );
    running
        .until(|state| matches!(state, FollowState::Ended(FollowEnd::Unauthorized(_))))
        .await;
}

#[tokio::test]
async fn it_stops_when_told_and_looks_when_asked() {
    let options = FollowOptions {
        active: Duration::from_secs(3_600),
        idle: Duration::from_secs(3_600),
        ..quick()
    };
    let running = follow(server(0..3), options);
    running.has(3).await;
    running.server.lock().unwrap().events.push(99);
    running.follow.poll_now();
    running.has(4).await;
    running.follow.stop();
    running.follow.stop();
    running
        .until(|state| matches!(state, FollowState::Ended(FollowEnd::Stopped)))
        .await;
}
