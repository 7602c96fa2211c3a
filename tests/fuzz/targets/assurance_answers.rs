//! What Assurance answers, to each question that it is asked.

pub(super) fn run(data: &[u8]) {
    assurance::read_answers(data);
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::texts(&[
        r#"{"data":{"sessions":[{"uuid":"s","name":"n","link":"a://","token":"42","orgId":"o","createdTs":1,"more":[1]},null]}}"#,
        r#"{"data":{"events":[{"uuid":"u","timestamp":1,"payload":{"a":[1]}},7,{"no":"event"}]}}"#,
        r#"{"data":null,"errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}},{"message":7}]}"#,
        r#"{"data":{"createSession":{"uuid":"s","token":9}}}"#,
        r#"{"data":{"updateSession":{"uuid":"s"}}}"#,
        r#"{"data":{"__schema":{"queryType":{"fields":[{"name":"events","type":{"fields":null,"ofType":{"fields":[{"name":"uuid","type":{"fields":null}}]}}}]}}}}"#,
    ])
}
