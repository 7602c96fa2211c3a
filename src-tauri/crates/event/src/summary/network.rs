//! Network requests that a browser client reports.

use super::definition::Definition;

pub(super) const DEFINITIONS: &[Definition] = &[
    Definition::kind("Network request", "netreq", "")
        .detail(|request| {
            format!("{} {}", request.text("/method"), request.text("/location/host"))
                .trim()
                .to_owned()
        })
        .lines(&[
            ("Address", "/url"),
            ("Method", "/method"),
            ("From", "/initiator"),
            ("Request", "/requestId"),
            ("Body", "/body"),
        ]),
    Definition::kind("Network response", "netres", "")
        .detail(|response| {
            format!("{} {}", response.text("/statusCode"), response.text("/location/host"))
                .trim()
                .to_owned()
        })
        .error_if(|response| {
            response
                .at("/statusCode")
                .and_then(crate::reading::integer)
                .is_some_and(|code| code >= 400)
        })
        .lines(&[
            ("Address", "/url"),
            ("Method", "/method"),
            ("Status", "/statusLine"),
            ("From cache", "/fromCache"),
            ("Server", "/ip"),
            ("Request", "/requestId"),
        ]),
];
