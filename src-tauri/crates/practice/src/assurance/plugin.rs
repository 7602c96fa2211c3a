//! The plugins of the practice organization: a few of those that Adobe publishes.

use async_graphql::Object;

use super::scalars::{Milliseconds, Uuid};

#[derive(Clone, Copy, Debug)]
pub(crate) struct Plugin {
    uuid: u128,
    pub(crate) namespace: &'static str,
    version: &'static str,
    display_name: &'static str,
    kind: &'static str,
    category: &'static str,
    description: &'static str,
}

pub(crate) const PLUGINS: [Plugin; 6] = [
    Plugin {
        uuid: 0x5d1f_6a52_0f0e_4f0c_9b7a_2c41_7d60_0101,
        namespace: "aep-core-configuration",
        version: "1.0.4",
        display_name: "Core Configuration",
        kind: "validation",
        category: "AEP Mobile SDK",
        description: "The app has a configuration with an organization and a rules URL.",
    },
    Plugin {
        uuid: 0x5d1f_6a52_0f0e_4f0c_9b7a_2c41_7d60_0102,
        namespace: "edge-config",
        version: "1.0.2",
        display_name: "Edge Configuration",
        kind: "validation",
        category: "AEP Edge",
        description: "The configuration names a datastream.",
    },
    Plugin {
        uuid: 0x5d1f_6a52_0f0e_4f0c_9b7a_2c41_7d60_0103,
        namespace: "aep-edge-streaming-validation",
        version: "1.1.0",
        display_name: "Edge Streaming Validation",
        kind: "validation",
        category: "AEP Edge",
        description: "Events passed the validation of their dataset's schema.",
    },
    Plugin {
        uuid: 0x5d1f_6a52_0f0e_4f0c_9b7a_2c41_7d60_0104,
        namespace: "lifecycle-basic-implementation",
        version: "1.0.1",
        display_name: "Lifecycle Basic Implementation",
        kind: "validation",
        category: "AEP Mobile SDK",
        description: "The app reports its launches.",
    },
    Plugin {
        uuid: 0x5d1f_6a52_0f0e_4f0c_9b7a_2c41_7d60_0105,
        namespace: "event-transactions",
        version: "2.3.0",
        display_name: "Event Transactions",
        kind: "view",
        category: "AEP Edge",
        description: "Follows a request from the client through the Edge Network.",
    },
    Plugin {
        uuid: 0x5d1f_6a52_0f0e_4f0c_9b7a_2c41_7d60_0106,
        namespace: "push-debug",
        version: "1.8.2",
        display_name: "Push Debug",
        kind: "view",
        category: "Adobe Journey Optimizer",
        description: "Checks the push set-up and sends a test push.",
    },
];

/// A plugin of the Assurance web UI.
#[Object]
impl Plugin {
    async fn uuid(&self) -> Option<Uuid> {
        Some(Uuid(uuid::Uuid::from_u128(self.uuid)))
    }

    async fn namespace(&self) -> Option<&str> {
        Some(self.namespace)
    }

    async fn version(&self) -> Option<&str> {
        Some(self.version)
    }

    async fn display_name(&self) -> Option<&str> {
        Some(self.display_name)
    }

    #[graphql(name = "type")]
    async fn kind(&self) -> Option<&str> {
        Some(self.kind)
    }

    async fn category(&self) -> Option<&str> {
        Some(self.category)
    }

    async fn container(&self) -> Option<&str> {
        None
    }

    async fn description(&self) -> Option<&str> {
        Some(self.description)
    }

    async fn icon(&self) -> Option<&str> {
        None
    }

    /// Null on a plugin of Adobe's own.
    async fn org_id(&self) -> Option<&str> {
        None
    }

    async fn src(&self) -> Option<&str> {
        None
    }

    async fn validations(&self) -> Option<Vec<String>> {
        Some(Vec::new())
    }

    async fn visibility(&self) -> Option<Vec<&str>> {
        Some(vec!["PUBLIC"])
    }

    /// In Adobe's example query, though it reads like an argument. Always null.
    async fn updated_ts_after(&self) -> Option<Milliseconds> {
        None
    }

    /// In Adobe's example query, though it reads like an argument. Always null.
    async fn updated_ts_before(&self) -> Option<Milliseconds> {
        None
    }
}
