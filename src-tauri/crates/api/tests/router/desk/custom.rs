//! Integrations at other addresses than the window can type.

use std::fs::File;

use serde_json::{Value, json};

use super::Desk;

impl Desk {
    /// Lets a saved integration ask the IMS at this address; its other services stay those of the practice workspace.
    pub(crate) async fn point_at(&self, integration: &str, ims: &str) {
        let ready = self.workspace.ready().await;
        let path = self.folder().join("integrations.json");
        // The program may be noting there when it was last used.
        let turn = File::options()
            .append(true)
            .create(true)
            .open(path.with_extension("lock"))
            .unwrap();
        turn.lock().unwrap();
        let mut file: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let entries = file["entries"].as_array_mut().unwrap();
        let entry = entries.iter_mut().find(|entry| entry["id"] == integration).unwrap();
        entry["environment"] = json!({ "custom": {
            "ims": ims, "assurance": ready["assurance"], "platform": ready["platform"], "tags": ready["tags"],
            "console": ready["console"],
        }});
        std::fs::write(&path, file.to_string()).unwrap();
    }
}
