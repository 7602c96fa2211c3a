//! Every command, and whether it asks Adobe.

use std::time::Duration;

use api::contract::problem::{Problem, ProblemCode};
use api::contract::tick::Tick;
use practice::FaultRule;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::desk::{Desk, DraftOnDesk, PATIENCE};

/// The commands that ask Adobe, each with a row of the table.
pub(crate) const ASKING: &[&str] = &[
    "class_read",
    "classes_list",
    "deletion_send",
    "doctor_start",
    "draft_register_certificate",
    "draft_test",
    "network_try",
    "practice_try",
    "properties_list",
    "request_send",
    "sandboxes_list",
    "session_connect",
    "session_create",
    "session_delete",
    "session_update",
    "sessions_archive",
    "sessions_list",
    "tags_overview",
    "token_renew",
    "view_open",
];

/// The commands that ask Adobe only by way of what has a row.
pub(crate) const BY_WAY_OF: &[(&str, &str)] = &[
    ("collection_run", "request_send"),
    ("device_open", "session_connect"),
    ("guide_act", "draft_register_certificate"),
    ("guide_open", "draft_register_certificate"),
    ("sandbox_choose", "sandboxes_list"),
    ("sessions_delete", "deletion_send"),
    ("token_copy", "token_renew"),
    ("token_inspect_own", "token_renew"),
];

/// The commands that ask nobody: they read and write on this computer. Those of updates ask somebody only in a build that was
/// told whom; their faults have tests beside the router's others.
pub(crate) const HERE: &[&str] = &[
    "access_read",
    "access_tick",
    "analyses_list",
    "analysis_read",
    "announcement_dismiss",
    "announcements_list",
    "answer_copy",
    "answer_raw",
    "answer_save",
    "answer_tree",
    "app_info",
    "archive_delete",
    "archive_import",
    "archive_open",
    "archive_search",
    "archives_list",
    "certificate_save",
    "collection_change",
    "collection_delete",
    "collection_import",
    "collection_run_read",
    "collection_run_stop",
    "collection_save",
    "compare_pair",
    "copy_text",
    "deletion_undo",
    "deletions_list",
    "device_tools",
    "doctor_read",
    "doctor_report",
    "doctor_stop",
    "draft_cancel_key",
    "draft_change",
    "draft_discard",
    "draft_drag_certificate",
    "draft_generate_key",
    "draft_make_certificate",
    "draft_open",
    "draft_read",
    "draft_save",
    "draft_save_certificate",
    "environment_delete",
    "environment_save",
    "event_copy",
    "event_details",
    "event_diff",
    "event_link",
    "event_link_open",
    "event_neighbour",
    "event_raw",
    "event_related",
    "event_state_history",
    "event_tree",
    "events_copy",
    "events_export",
    "events_mark",
    "events_redaction",
    "export_copy",
    "export_preview",
    "export_save",
    "filter_delete",
    "filter_save",
    "filters_list",
    "history_clear",
    "host_allow",
    "import_accept",
    "import_discard",
    "import_read",
    "import_remove",
    "import_unlock",
    "integration_delete",
    "integrations_list",
    "job_cancel",
    "job_dismiss",
    "jobs_list",
    "jwt_sign",
    "key_export",
    "link_check",
    "network_choose_authorities",
    "openings_take",
    "page_defect",
    "page_open",
    "practice_connect_device",
    "practice_status",
    "problem_report_prepare",
    "problem_report_save",
    "proxy_password_save",
    "query_check",
    "query_complete",
    "query_field",
    "query_like",
    "query_negate",
    "query_value",
    "report_contents",
    "report_save",
    "request_check",
    "request_drafts_keep",
    "request_drafts_read",
    "request_keep",
    "request_open",
    "request_remove",
    "request_stop",
    "request_text",
    "requests_read",
    "sessions_compare",
    "settings_save",
    "token_inspect",
    "updates_agree",
    "updates_download",
    "updates_install",
    "updates_look",
    "updates_page",
    "updates_read",
    "updates_skip",
    "updates_stop",
    "vault_create",
    "vault_retry",
    "vault_set_aside",
    "vault_unlock",
    "vault_use_older",
    "view_arrange",
    "view_clear",
    "view_close",
    "view_facets",
    "view_filter",
    "view_list",
    "view_moment",
    "view_noise",
    "view_pause",
    "view_range",
    "view_resume",
    "view_rows",
    "view_show_hidden",
    "view_status",
    "view_timeline",
];

/// A desk with what the commands need.
pub(crate) struct Place {
    pub(crate) desk: Desk,
    pub(crate) integration: String,
    session: String,
    /// A service account with a certificate, not registered.
    draft: Option<String>,
    company: String,
    class: Value,
}

impl Place {
    pub(crate) async fn new(command: &str) -> Self {
        let desk = Desk::impatient();
        let integration = desk.integration().await;
        if command == "network_try" {
            let ims = desk.workspace.ready().await["ims"].as_str().unwrap().to_owned();
            desk.point_at(&integration, &ims).await;
        }
        let draft = match command {
            "draft_test" => Some(DraftOnDesk::practice(&desk, "oauthServerToServer").await.id),
            "draft_register_certificate" => {
                let draft = DraftOnDesk::practice(&desk, "serviceAccount").await;
                draft.generate_key().await;
                Some(draft.id)
            }
            _ => None,
        };
        let session = desk.session(&integration, "Followed").await;
        desk.workspace.fill(&session, 5).await;
        let one = json!({ "integration": integration });
        let overview = desk.ask("tags_overview", one).await;
        let classes = desk.ask("classes_list", classes(&integration)).await;
        Self {
            company: overview["companies"][0]["id"].as_str().unwrap().to_owned(),
            class: classes["rows"][0]["id"].clone(),
            desk,
            integration,
            session,
            draft,
        }
    }

    /// Asks, and gives what the window would tell of: also a failure that an answer holds.
    pub(crate) async fn call(&self, command: &str) -> Result<(), Problem> {
        let integration = &self.integration;
        let one = json!({ "integration": integration });
        let session = json!({ "integration": integration, "session": self.session });
        let request = match command {
            "sandboxes_list" | "tags_overview" | "token_renew" => one,
            "session_connect" => session,
            "sessions_list" => json!({ "integration": integration, "search": "", "sort": "name", "descending": false,
                "refresh": true }),
            "session_create" => json!({ "integration": integration, "name": Uuid::new_v4(), "link": "app://home" }),
            "session_update" => {
                json!({ "integration": integration, "session": self.session, "name": "Renamed", "link": null })
            }
            "classes_list" => classes(integration),
            "class_read" => json!({ "integration": integration, "container": "global", "id": self.class }),
            "properties_list" => {
                json!({ "integration": integration, "company": self.company, "search": "", "platform": null })
            }
            "network_try" => json!({ "network": { "proxy": { "use": "direct" }, "certificateAuthorities": null } }),
            "practice_try" => Value::Null,
            "draft_register_certificate" => json!({ "draft": self.draft }),
            "session_delete" => return self.delete(false).await,
            "deletion_send" => return self.delete(true).await,
            "draft_test" => return self.test_draft().await,
            "doctor_start" => return self.examine().await,
            "request_send" => return self.send().await,
            "sessions_archive" => return self.archive().await,
            "view_open" => return self.follow().await,
            other => panic!("{other} has no row"),
        };
        self.desk.try_to(command, request).await.map(drop)
    }

    /// Deletes a session that was made for it, at once or a little later.
    async fn delete(&self, later: bool) -> Result<(), Problem> {
        let rules = self.desk.workspace.faults().await;
        let met: Vec<FaultRule> = rules.rules();
        rules.clear();
        let session = self.new_session().await;
        rules.set(met);
        let one = json!({ "integration": self.integration, "session": session });
        if !later {
            return self.desk.try_to("session_delete", one).await.map(drop);
        }
        let several = json!({ "integration": self.integration, "sessions": [session] });
        let mut ticks = self.desk.ticks();
        let deletion = self.desk.try_to("sessions_delete", several).await?;
        let reference = json!({ "deletion": deletion["deletion"] });
        self.desk.ask("deletion_send", reference.clone()).await;
        loop {
            let all = self.desk.ask("deletions_list", Value::Null).await;
            let mut all = all.as_array().unwrap().iter();
            let known = all.find(|known| known["deletion"] == deletion["deletion"]).unwrap();
            if known["state"]["state"] == "ended" {
                let failure = &known["state"]["failures"][0]["problem"];
                let told = problem_of(failure);
                self.desk.ask("deletion_undo", reference).await;
                return told;
            }
            self.desk
                .tick(&mut ticks, |tick| matches!(tick, Tick::Sessions { .. }))
                .await;
        }
    }

    /// Who was refused a token a moment ago is refused again for that moment.
    async fn new_session(&self) -> String {
        let request = json!({ "integration": self.integration, "name": "Short-lived", "link": "app://home" });
        loop {
            if let Ok(row) = self.desk.try_to("session_create", request.clone()).await {
                return row["uuid"].as_str().unwrap().to_owned();
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn test_draft(&self) -> Result<(), Problem> {
        let draft = self.desk.try_to("draft_test", json!({ "draft": self.draft })).await?;
        let steps = draft["steps"].as_array().unwrap();
        assert!(
            steps.iter().all(|step| step["outcome"]["state"] != "running"),
            "{draft}"
        );
        let failed = steps.iter().find(|step| step["outcome"]["state"] == "failed");
        failed.map_or(Ok(()), |step| problem_of(&step["outcome"]["problem"]))
    }

    async fn examine(&self) -> Result<(), Problem> {
        let one = json!({ "integration": self.integration });
        let mut ticks = self.desk.ticks();
        self.desk.try_to("doctor_start", one.clone()).await?;
        loop {
            let examination = self.desk.ask("doctor_read", one.clone()).await;
            if examination["running"] == false {
                let groups = examination["groups"].as_array().unwrap();
                let mut lines = groups.iter().flat_map(|group| group["lines"].as_array().unwrap());
                let failed = lines.find(|line| line["outcome"]["state"] == "failed");
                return failed.map_or(Ok(()), |line| problem_of(&line["outcome"]["problem"]));
            }
            self.desk
                .tick(&mut ticks, |tick| matches!(tick, Tick::Doctor { .. }))
                .await;
        }
    }

    /// An answer that is no success says so itself; the window shows it with a remark.
    async fn send(&self) -> Result<(), Problem> {
        let request = json!({ "name": "", "method": "GET", "headers": [], "body": { "mode": "none" },
            "url": "https://platform.adobe.io/data/foundation/sandbox-management/" });
        let asked = json!({ "sent": Uuid::new_v4(), "integration": self.integration, "request": request,
            "collection": null, "environment": null });
        let answer = self.desk.try_to("request_send", asked).await?;
        if answer["status"] == 200 && answer["content"] == "json" {
            return Ok(());
        }
        Err(Problem::new(
            ProblemCode::UnexpectedAnswer,
            format!("HTTP {}", answer["status"]),
            "It is shown as it came.",
            "Read the answer.",
        ))
    }

    async fn archive(&self) -> Result<(), Problem> {
        let mut ticks = self.desk.ticks();
        let several = json!({ "integration": self.integration, "sessions": [self.session] });
        let job = self.desk.try_to("sessions_archive", several).await?;
        let ended = self.desk.ended(&mut ticks, &job).await;
        self.desk.ask("job_dismiss", json!({ "job": job["job"] })).await;
        problem_of(&ended["state"]["problem"])
    }

    /// Follows until there is something to tell.
    async fn follow(&self) -> Result<(), Problem> {
        let one = json!({ "integration": self.integration, "session": self.session });
        let mut ticks = self.desk.ticks();
        let opened = self.desk.try_to("view_open", one).await?;
        let reference = json!({ "view": opened["view"] });
        let mut status = opened;
        let told = async {
            loop {
                match status["following"]["state"].as_str().unwrap() {
                    "starting" => {}
                    "live" => return Ok(()),
                    _ => return problem_of(&status["following"]["problem"]),
                }
                self.desk
                    .tick(&mut ticks, |tick| matches!(tick, Tick::View { .. }))
                    .await;
                status = self.desk.ask("view_status", reference.clone()).await;
            }
        };
        let told = tokio::time::timeout(PATIENCE, told).await.unwrap();
        self.desk.ask("view_close", reference).await;
        told
    }
}

fn classes(integration: &str) -> Value {
    json!({ "integration": integration, "container": "global", "search": "", "refresh": true })
}

fn problem_of(told: &Value) -> Result<(), Problem> {
    match serde_json::from_value(told.clone()) {
        Ok(problem) => Err(problem),
        Err(_) => Ok(()),
    }
}
