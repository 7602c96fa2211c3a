//! Archives on a desk, and the work that makes and exports them.

use std::path::Path;

use api::contract::inspector::ViewStatus;
use api::contract::tick::Tick;
use serde_json::{Value, json};

use super::{Desk, PATIENCE, ViewOnDesk};

impl Desk {
    /// The archives, the newest first.
    pub(crate) async fn archives(&self) -> Vec<Value> {
        let rows = self.ask("archives_list", Value::Null).await;
        rows.as_array().unwrap().clone()
    }

    /// Imports a file of events and waits for the end; gives the job.
    pub(crate) async fn import_events(&self, path: &Path) -> Value {
        let mut ticks = self.ticks();
        let job = self.ask("archive_import", json!({ "path": path })).await;
        self.ended(&mut ticks, &job).await
    }

    /// Imports what must succeed; gives the archive's name.
    pub(crate) async fn imported(&self, path: &Path) -> String {
        let job = self.import_events(path).await;
        assert_eq!(job["state"]["state"], "done", "{job}");
        job["state"]["archive"].as_str().unwrap().to_owned()
    }

    /// Exports to a path that is chosen in the dialog, and waits for the end; gives the job.
    pub(crate) async fn export_events(&self, request: Value, to: &Path) -> Value {
        let mut ticks = self.ticks();
        self.desktop.will_save_at(to);
        let job = self.ask("events_export", request).await;
        self.ended(&mut ticks, &job).await
    }

    /// Waits until a job has ended; `ticks` listen from before it began.
    pub(crate) async fn ended(&self, ticks: &mut super::Ticks, job: &Value) -> Value {
        let ended = async {
            loop {
                let jobs = self.ask("jobs_list", Value::Null).await;
                let known = jobs.as_array().unwrap().iter().find(|known| known["job"] == job["job"]);
                let known = known.unwrap_or_else(|| panic!("{job} is listed"));
                if known["state"]["state"] != "running" {
                    return known.clone();
                }
                while !matches!(ticks.recv().await.unwrap(), Tick::Jobs) {}
            }
        };
        tokio::time::timeout(PATIENCE, ended).await.expect("the job ends")
    }

    /// The names of the files in the folder of archives.
    pub(crate) fn archive_files(&self) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.folder().join("archives")) else {
            return Vec::new();
        };
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl<'a> ViewOnDesk<'a> {
    /// Opens an archive.
    pub(crate) async fn of_archive(desk: &'a Desk, archive: &str) -> (Self, ViewStatus) {
        let status = desk.ask("archive_open", json!({ "archive": archive })).await;
        let id = status["view"].as_str().unwrap().to_owned();
        (Self { desk, id }, serde_json::from_value(status).unwrap())
    }

    /// The identifiers of all events that the list shows.
    pub(crate) async fn uuids(&self) -> Vec<String> {
        let mut uuids = Vec::new();
        loop {
            let page = self.rows(uuids.len(), 500).await;
            let rows = page["rows"].as_array().unwrap();
            if rows.is_empty() {
                return uuids;
            }
            uuids.extend(rows.iter().map(|row| row["uuid"].as_str().unwrap().to_owned()));
        }
    }
}
