//! The API as a client sees it, and the session store under a clock of the test's own.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use async_graphql::{Request, Variables};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use uuid::Uuid;

use super::schema::{Viewer, execute};
use super::*;
use crate::grant::Right;

const ORGANIZATION: &str = "1234567890ABCDEF12345678@AdobeOrg";
const NOON: i64 = 1_700_000_000_000;
const ALL_RIGHTS: [Right; 5] = [
    Right::ManageSessions,
    Right::ReadEvents,
    Right::ReadAnnotations,
    Right::ReadSessionAnnotations,
    Right::ReadPlugins,
];

struct Service {
    sessions: Sessions,
    time: Arc<AtomicI64>,
    viewer: Viewer,
}

impl Service {
    fn new() -> Self {
        let time = Arc::new(AtomicI64::new(NOON));
        let read = time.clone();
        Self {
            sessions: Sessions::with_clock(Clock::new(move || read.load(Ordering::Relaxed))),
            time,
            viewer: Viewer {
                owner: owner(ORGANIZATION),
                rights: ALL_RIGHTS.to_vec(),
            },
        }
    }

    fn with_rights(rights: &[Right]) -> Self {
        let mut service = Self::new();
        service.viewer.rights = rights.to_vec();
        service
    }

    fn pass(&self, milliseconds: i64) {
        self.time.fetch_add(milliseconds, Ordering::Relaxed);
    }

    async fn ask(&self, query: &str, variables: Value) -> Value {
        let request = Request::new(query).variables(Variables::from_json(variables));
        let response = execute(self.sessions.clone(), self.viewer.clone(), request).await;
        serde_json::to_value(response).unwrap()
    }

    async fn data(&self, query: &str, variables: Value) -> Value {
        let answer = self.ask(query, variables).await;
        assert_eq!(answer.get("errors"), None, "{query}");
        answer["data"].clone()
    }

    /// The code and message of a request that is refused as a whole.
    async fn refusal(&self, query: &str, variables: Value) -> (String, String) {
        let answer = self.ask(query, variables).await;
        assert_eq!(answer["data"], Value::Null, "{answer}");
        let error = &answer["errors"][0];
        (
            error["extensions"]["code"].as_str().unwrap().to_owned(),
            error["message"].as_str().unwrap().to_owned(),
        )
    }

    fn session(&self) -> Session {
        self.sessions.create(&self.viewer.owner, "Checkout", "myapp://default")
    }
}

fn owner(organization_id: &str) -> Owner {
    Owner {
        organization_id: organization_id.into(),
        account_id: "ABC@techacct.adobe.com".into(),
        first_name: "Practice".into(),
        last_name: "Workspace".into(),
    }
}

fn event(timestamp: i64, event_number: i32) -> Event {
    Event {
        uuid: Uuid::new_v4(),
        event_number,
        client_id: None,
        timestamp,
        vendor: "com.adobe.griffon.mobile".into(),
        kind: "generic".into(),
        payload: RawValue::from_string(format!(r#"{{"number":{event_number},"Device name":"x"}}"#)).unwrap(),
        metadata: None,
        annotations: Vec::new(),
    }
}

#[tokio::test]
async fn adobes_example_requests_are_answered() {
    let service = Service::new();
    let session = service.session();
    service
        .sessions
        .fill(session.uuid, vec![event(NOON, 1), event(NOON + 5, 2)])
        .unwrap();
    let uuid = session.uuid;
    for query in [
        "query { sessions { uuid name }}".to_owned(),
        "query { sessions { uuid name annotations { payload } }}".to_owned(),
        format!(
            r#"query {{  events(sessionUuid:"{uuid}",_page:0,_size:50){{ uuid clientId timestamp vendor type payload }}}}"#
        ),
        format!(
            r#"query {{  events(sessionUuid:"{uuid}",_page:0,_size:50){{ uuid clientId timestamp vendor type payload annotations {{ namespace payload }}}}}}"#
        ),
        "query {  plugins { uuid, namespace, updatedTsAfter, updatedTsBefore, displayName, type } }".to_owned(),
        "query { sessions { name uuid orgId}}".to_owned(),
        "query { sessions { firstName lastName createdById updatedById createdTs updatedTs token link } }".to_owned(),
    ] {
        service.data(&query, json!({})).await;
    }
    let cursor_query = "query eventsQuery($sessionUuid: UUID!, $cursor: EventCursor) {
        events(sessionUuid:$sessionUuid,first:1000,after:$cursor){
            uuid eventNumber clientId timestamp vendor type payload annotations { uuid type payload }
        } }";
    let answer = service
        .data(cursor_query, json!({"sessionUuid": uuid, "cursor": null}))
        .await;
    assert_eq!(answer["events"][0]["payload"], json!({"number": 1, "Device name": "x"}));
    assert_eq!(answer["events"][0]["timestamp"].to_string(), NOON.to_string());
    let named = "query queryPlugins($namespace: String){ plugins(namespace:$namespace){ uuid namespace version } }";
    let answer = service.data(named, json!({"namespace": "push-debug"})).await;
    assert_eq!(answer["plugins"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_session_is_created_renamed_and_deleted() {
    let service = Service::new();
    let create = "mutation createSession($session: SessionInput!) { createSession(session: $session) { orgId uuid name link token }}";
    let input = json!({"session": {"name": "test-mutation", "link": "testUrl://default"}});
    let made = service.data(create, input).await["createSession"].clone();
    assert_eq!(made["orgId"], ORGANIZATION);
    assert!((1..=9999).contains(&made["token"].as_i64().unwrap()));

    service.pass(1_000);
    let update = "mutation name($session: SessionInput!) { updateSession(session: $session) { orgId uuid name link createdTs updatedTs updatedById }}";
    let input = json!({"session": {"uuid": made["uuid"], "name": "session-renamed"}});
    let changed = service.data(update, input).await["updateSession"].clone();
    assert_eq!(changed["name"], "session-renamed");
    assert_eq!(changed["link"], "testUrl://default");
    assert_eq!(changed["updatedTs"], NOON + 1_000);
    assert_eq!(changed["createdTs"], NOON);
    assert_eq!(changed["updatedById"], "ABC@techacct.adobe.com");

    let delete = "mutation deleteSession($uuid: UUID!) { deleteSession(uuid:$uuid)}";
    let gone = service.data(delete, json!({"uuid": made["uuid"]})).await;
    assert_eq!(gone["deleteSession"], made["uuid"]);
    let (code, message) = service.refusal(delete, json!({"uuid": made["uuid"]})).await;
    assert_eq!(code, "NOT_FOUND");
    assert!(message.contains(made["uuid"].as_str().unwrap()));
}

#[tokio::test]
async fn wrong_requests_are_refused_with_a_code() {
    let service = Service::new();
    let session = service.session();
    let create = "mutation c($session: SessionInput!) { createSession(session: $session) { uuid } }";
    for input in [
        json!({"link": "a://b"}),
        json!({"name": "  ", "link": "a://b"}),
        json!({"name": "n"}),
        json!({"name": "n", "link": "nowhere"}),
        json!({"name": "n", "link": "a://b", "uuid": session.uuid}),
    ] {
        let (code, _) = service.refusal(create, json!({"session": input})).await;
        assert_eq!(code, "BAD_USER_INPUT", "{input}");
    }
    let update = "mutation u($session: SessionInput!) { updateSession(session: $session) { uuid } }";
    let (code, _) = service.refusal(update, json!({"session": {"name": "n"}})).await;
    assert_eq!(code, "BAD_USER_INPUT");

    let events = "query e($uuid: UUID!, $page: Int, $size: Int, $first: Int, $after: EventCursor) {
        events(sessionUuid: $uuid, _page: $page, _size: $size, first: $first, after: $after) { uuid } }";
    let uuid = session.uuid;
    for variables in [
        json!({"uuid": uuid, "size": 1001}),
        json!({"uuid": uuid, "size": 0}),
        json!({"uuid": uuid, "page": -1}),
        json!({"uuid": uuid, "first": 1001}),
        json!({"uuid": uuid, "first": 10, "size": 10}),
        json!({"uuid": uuid, "after": {"eventNumber": 1, "timestamp": 1, "sessionUuid": Uuid::new_v4()}}),
    ] {
        let (code, _) = service.refusal(events, variables.clone()).await;
        assert_eq!(code, "BAD_USER_INPUT", "{variables}");
    }
    let malformed = r#"query { events(sessionUuid:"[session UUID]",_page:0,_size:50){ uuid } }"#;
    let (_, message) = service.refusal(malformed, json!({})).await;
    assert!(message.contains("non-UUID"), "{message}");
    let (code, _) = service.refusal(events, json!({"uuid": Uuid::new_v4()})).await;
    assert_eq!(code, "NOT_FOUND");
    let (code, _) = service.refusal("query { session { uuid } }", json!({})).await;
    assert_eq!(code, "GRAPHQL_VALIDATION_FAILED");
}

#[tokio::test]
async fn every_operation_needs_its_scope() {
    let uuid = Uuid::new_v4();
    let cases = [
        (Right::ManageSessions, "query { sessions { uuid } }".to_owned()),
        (
            Right::ReadSessionAnnotations,
            "query { sessions { annotations { uuid } } }".to_owned(),
        ),
        (
            Right::ReadEvents,
            format!(r#"query {{ events(sessionUuid: "{uuid}") {{ uuid }} }}"#),
        ),
        (
            Right::ReadAnnotations,
            format!(r#"query {{ events(sessionUuid: "{uuid}") {{ annotations {{ uuid }} }} }}"#),
        ),
        (Right::ReadPlugins, "query { plugins { uuid } }".to_owned()),
        (
            Right::ManageSessions,
            format!(r#"mutation {{ deleteSession(uuid: "{uuid}") }}"#),
        ),
        (
            Right::ManageSessions,
            r#"mutation { createSession(session: {name: "n", link: "a://b"}) { uuid } }"#.to_owned(),
        ),
    ];
    for (needed, query) in cases {
        let others: Vec<Right> = ALL_RIGHTS.into_iter().filter(|right| *right != needed).collect();
        let (code, message) = Service::with_rights(&others).refusal(&query, json!({})).await;
        assert_eq!(code, "FORBIDDEN", "{query}");
        assert!(message.contains(needed.scope()), "{message}");
    }
}

#[tokio::test]
async fn introspection_shows_the_reconstructed_schema() {
    let service = Service::new();
    let query = "query { __schema { queryType{name} mutationType{name} types { name fields(includeDeprecated:true){ name args{name type{name kind ofType{name kind}}} } inputFields{ name } } } }";
    let answer = service.data(query, json!({})).await;
    let types = answer["__schema"]["types"].as_array().unwrap();
    let names_of = |type_name: &str, list: &str| -> HashSet<&str> {
        let found = types.iter().find(|one| one["name"] == type_name).unwrap();
        found[list]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap())
            .collect()
    };
    assert_eq!(
        names_of("Query", "fields"),
        HashSet::from(["sessions", "events", "plugins"])
    );
    assert_eq!(
        names_of("Mutation", "fields"),
        HashSet::from(["createSession", "updateSession", "deleteSession"])
    );
    assert_eq!(
        names_of("SessionInput", "inputFields"),
        HashSet::from(["uuid", "name", "link"])
    );
    assert_eq!(
        names_of("EventCursor", "inputFields"),
        HashSet::from(["eventNumber", "timestamp", "sessionUuid"])
    );
    assert!(names_of("Event", "fields").is_superset(&HashSet::from(["sessionUuid", "orgId", "metadata", "type"])));
    assert!(
        assurance_sdl()
            .contains("events(sessionUuid: UUID!, _page: Int, _size: Int, first: Int, after: EventCursor): [Event!]")
    );
}

#[tokio::test]
async fn an_organization_sees_its_own_sessions_only() {
    let service = Service::new();
    let foreign = service
        .sessions
        .create(&owner("FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg"), "Theirs", "a://b");
    let answer = service.data("query { sessions { uuid } }", json!({})).await;
    assert_eq!(answer["sessions"], json!([]));
    let query = "query q($uuid: UUID!) { events(sessionUuid: $uuid) { uuid } }";
    assert_eq!(
        service.refusal(query, json!({"uuid": foreign.uuid})).await.0,
        "NOT_FOUND"
    );
    let delete = "mutation d($uuid: UUID!) { deleteSession(uuid: $uuid) }";
    assert_eq!(
        service.refusal(delete, json!({"uuid": foreign.uuid})).await.0,
        "NOT_FOUND"
    );
    assert!(service.sessions.find(foreign.uuid).is_some());
}

#[test]
fn pages_count_from_the_newest_and_shift_while_events_arrive() {
    let service = Service::new();
    let uuid = service.session().uuid;
    let page = |page, size| -> Vec<i32> {
        let events = service.sessions.events_page(ORGANIZATION, uuid, page, size).unwrap();
        events.iter().map(|event| event.event_number).collect()
    };
    service
        .sessions
        .fill(
            uuid,
            (1..=5).map(|number| event(NOON + i64::from(number), number)).collect(),
        )
        .unwrap();
    assert_eq!(page(0, 2), [5, 4]);
    assert_eq!(page(2, 2), [1]);
    assert_eq!(page(3, 2), [0; 0]);
    service.sessions.fill(uuid, vec![event(NOON + 6, 6)]).unwrap();
    assert_eq!(page(1, 2), [4, 3], "4 is seen again on the next page");
    service.sessions.fill(uuid, vec![event(NOON + 2, 99)]).unwrap();
    assert_eq!(
        page(0, 10),
        [6, 5, 4, 3, 99, 2, 1],
        "a late event takes its place in time"
    );
}

#[test]
fn a_walk_by_cursor_meets_every_event_once() {
    let service = Service::new();
    let uuid = service.session().uuid;
    let numbers = [(1, 1), (2, 0), (2, 0), (2, 0), (2, 0), (2, 7), (3, 0), (3, 8), (9, 1)];
    let events: Vec<Event> = numbers
        .iter()
        .map(|(time, number)| event(NOON + time, *number))
        .collect();
    let all: Vec<Uuid> = events.iter().map(|event| event.uuid).collect();
    service.sessions.fill(uuid, events).unwrap();
    let mut seen = Vec::new();
    let mut cursor = None;
    loop {
        let page = service.sessions.events_after(ORGANIZATION, uuid, cursor, 3).unwrap();
        let Some(last) = page.last() else { break };
        cursor = Some(EventCursor {
            timestamp: last.timestamp,
            event_number: last.event_number,
        });
        seen.extend(page.iter().map(|event| event.uuid));
    }
    assert_eq!(seen, all);
}

#[test]
fn a_large_session_is_read_in_either_direction() {
    let service = Service::new();
    let uuid = service.session().uuid;
    let events = (0..200_000)
        .map(|number| event(NOON + i64::from(number / 3), number))
        .collect();
    service.sessions.fill(uuid, events).unwrap();
    let mut met = 0;
    for page in 0..=200 {
        met += service
            .sessions
            .events_page(ORGANIZATION, uuid, page, 1000)
            .unwrap()
            .len();
    }
    assert_eq!(met, 200_000);
    let cursor = EventCursor {
        timestamp: NOON + 33_333,
        event_number: 100_000,
    };
    let after = service
        .sessions
        .events_after(ORGANIZATION, uuid, Some(cursor), 1000)
        .unwrap();
    assert_eq!(after[0].event_number, 100_001);
    assert_eq!(after.len(), 1000);
}

#[tokio::test]
async fn sessions_vanish_after_thirty_days() {
    let service = Service::new();
    let session = service.session();
    service.pass(RETENTION_MILLISECONDS - 1);
    assert_eq!(service.sessions.list(ORGANIZATION).len(), 1);
    service.pass(1);
    assert!(service.sessions.list(ORGANIZATION).is_empty());
    let query = "query q($uuid: UUID!) { events(sessionUuid: $uuid) { uuid } }";
    assert_eq!(
        service.refusal(query, json!({"uuid": session.uuid})).await.0,
        "NOT_FOUND"
    );
    let refused = service.sessions.connect(session.uuid, Uuid::new_v4(), None);
    assert_eq!(refused, Err(Refusal::DeletedSession));
}

#[test]
fn a_client_needs_the_pin_with_four_digits() {
    let service = Service::new();
    let session = service.session();
    let client = Uuid::new_v4();
    let right = format!("{:04}", session.token);
    let wrong = format!("{:04}", session.token % 9999 + 1);
    for pin in [wrong.as_str(), "", "12345"] {
        assert_eq!(
            service.sessions.connect(session.uuid, client, Some(pin)),
            Err(Refusal::WrongPin)
        );
    }
    assert_eq!(service.sessions.connect(session.uuid, client, Some(&right)), Ok(()));
    assert!(service.sessions.is_connected(session.uuid, client));
}

#[test]
fn every_pin_is_a_number_of_one_to_four_digits() {
    let service = Service::new();
    let pins: HashSet<i32> = (0..500).map(|_| service.session().token).collect();
    assert!(pins.iter().all(|pin| (1..=9999).contains(pin)));
    assert!(pins.len() > 300, "PINs differ");
}

#[test]
fn a_session_takes_two_hundred_clients() {
    let service = Service::new();
    let uuid = service.session().uuid;
    let clients: Vec<Uuid> = (0..200).map(|_| Uuid::new_v4()).collect();
    for client in &clients {
        service.sessions.connect(uuid, *client, None).unwrap();
    }
    let one_more = Uuid::new_v4();
    assert_eq!(
        service.sessions.connect(uuid, one_more, None),
        Err(Refusal::ConnectionLimit)
    );
    assert_eq!(
        service.sessions.connect(uuid, clients[0], None),
        Ok(()),
        "a known client comes back"
    );
    service.sessions.disconnect(uuid, clients[1]);
    assert_eq!(service.sessions.connect(uuid, one_more, None), Ok(()));
}

#[test]
fn a_session_takes_ten_thousand_events_a_minute() {
    let service = Service::new();
    let uuid = service.session().uuid;
    let client = Uuid::new_v4();
    service.sessions.connect(uuid, client, None).unwrap();
    let events = |count: i32| (1..=count).map(|number| event(NOON, number)).collect::<Vec<_>>();
    service.sessions.receive(uuid, client, events(9_000)).unwrap();
    assert_eq!(
        service.sessions.receive(uuid, client, events(1_500)),
        Err(Refusal::EventsLimit)
    );
    assert_eq!(
        service.sessions.event_count(uuid),
        10_001,
        "the full minute, and the disconnect"
    );
    assert!(!service.sessions.is_connected(uuid, client));
    service.pass(60_000);
    service.sessions.connect(uuid, client, None).unwrap();
    assert_eq!(service.sessions.receive(uuid, client, events(10)), Ok(()));
    service.sessions.fill(uuid, events(20_000)).unwrap();
    assert_eq!(service.sessions.event_count(uuid), 30_011, "a fill has no limit");
}

#[test]
fn sessions_and_events_survive_being_written_and_read() {
    let service = Service::new();
    let uuid = service.session().uuid;
    let mut odd = event(NOON, 1);
    odd.payload = RawValue::from_string(r#"{"exact":1.50,"text":"ü"}"#.into()).unwrap();
    odd.metadata = Some(json!({"chunkId": "x"}));
    service
        .sessions
        .fill(uuid, vec![odd.clone(), event(NOON + 1, 2)])
        .unwrap();
    let text = serde_json::to_string(&service.sessions).unwrap();
    let copy: Sessions = serde_json::from_str(&text).unwrap();
    // The copy has the real clock, under which a session of the test's year is long gone: give it another.
    let record = serde_json::to_value(&service.sessions).unwrap();
    assert_eq!(record[0]["session"]["uuid"], uuid.to_string());
    assert_eq!(copy.event_count(uuid), 2);
    assert!(text.contains(odd.payload.get()), "the payload is kept as it came");
}
