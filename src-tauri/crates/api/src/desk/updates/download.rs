//! A newer version is downloaded, because the user pressed, and its signature is checked.

use std::fs::File;
use std::io::{self, Read as _, Seek as _};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ::integration::Clients;
use gateway::Fetching;
use tokio::io::AsyncWriteExt as _;
use uuid::Uuid;

use super::{Offer, Step};
use crate::contract::problem::{Problem, ProblemCode};
use crate::contract::tick::Tick;
use crate::desk::{Desk, lock};
use crate::ticks::Ticks;
use crate::updates::Updates as Shell;

/// Bytes of the largest package.
const LARGEST: u64 = 200_000_000;

/// A download that goes on.
struct Download {
    id: Uuid,
    offer: Arc<Offer>,
    shell: Arc<dyn Shell>,
    clients: Clients,
    silence: Duration,
    step: Arc<Mutex<Step>>,
    ticks: Ticks,
}

impl Desk {
    /// Downloads what is offered, in the background.
    pub(super) fn begin_download(&self, shell: Arc<dyn Shell>, offer: Arc<Offer>) {
        let download = Download {
            id: Uuid::new_v4(),
            offer: Arc::clone(&offer),
            shell,
            clients: self.connections.clients().clone(),
            silence: self.network.silence(),
            step: Arc::clone(&self.updates.step),
            ticks: self.ticks.clone(),
        };
        let mut step = lock(&self.updates.step);
        let id = download.id;
        // The task waits for the lock before it can end.
        let task = tokio::spawn(download.run()).abort_handle();
        *step = Step::Downloading {
            offer,
            id,
            received: 0,
            size: None,
            task,
        };
    }
}

impl Download {
    async fn run(self) {
        let ended = match self.fetch().await {
            Ok(package) => Step::Ready {
                offer: Arc::clone(&self.offer),
                package: Arc::new(package),
            },
            Err(problem) => {
                let Problem { title, message, .. } = &problem;
                tracing::warn!(title, message, "a newer version was not downloaded");
                Step::Offered {
                    offer: Arc::clone(&self.offer),
                    problem: Some(problem),
                }
            }
        };
        self.while_current(|step| *step = ended);
    }

    /// The package, whole and checked.
    async fn fetch(&self) -> Result<File, Problem> {
        let file = blocking_work::caught(tempfile::tempfile).await;
        let file = file.map_err(|error| Problem::internal(error.to_string()))?;
        let mut file = tokio::fs::File::from_std(file.map_err(|error| unkept(&error))?);
        let package = &self.offer.newer.package;
        let mut fetching = Fetching::begin(|url| self.clients.for_address(url), package, LARGEST, self.silence)
            .await
            .map_err(|error| Problem::from(&error))?;
        while let Some(piece) = fetching.next().await.map_err(|error| Problem::from(&error))? {
            file.write_all(&piece).await.map_err(|error| unkept(&error))?;
            self.while_current(|step| {
                if let Step::Downloading { received, size, .. } = step {
                    (*received, *size) = (fetching.received(), fetching.size());
                }
            });
        }
        file.flush().await.map_err(|error| unkept(&error))?;
        let (file, shell, offer) = (file.into_std().await, Arc::clone(&self.shell), Arc::clone(&self.offer));
        let checked = blocking_work::caught(move || {
            let bytes = read_whole(&file)?;
            shell
                .check(&offer.list, &bytes)
                .map_err(|error| Problem::from(&error))?;
            Ok(file)
        });
        checked.await.map_err(|error| Problem::internal(error.to_string()))?
    }

    /// Changes how far it is, unless the user stopped it meanwhile.
    fn while_current(&self, change: impl FnOnce(&mut Step)) {
        let mut step = lock(&self.step);
        if matches!(&*step, Step::Downloading { id, .. } if *id == self.id) {
            change(&mut step);
        }
        drop(step);
        self.ticks.send(Tick::Updates);
    }
}

/// What was downloaded before. Blocks.
pub(super) fn read_whole(mut file: &File) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    file.rewind()
        .and_then(|()| file.read_to_end(&mut bytes))
        .map_err(|error| unkept(&error))?;
    Ok(bytes)
}

/// The package could not be kept until it is installed.
fn unkept(error: &io::Error) -> Problem {
    let code = match error.kind() {
        io::ErrorKind::StorageFull => ProblemCode::DiskFull,
        _ => ProblemCode::File,
    };
    Problem::new(
        code,
        "The new version could not be kept",
        "The folder for temporary files has no room for it, or cannot be used. Nothing was installed.",
        "Make room on the disk, then try again.",
    )
    .with_detail(error.to_string())
}
