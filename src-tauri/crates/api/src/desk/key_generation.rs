//! Making key pairs and certificates for a draft. A large key takes seconds: it can be watched and called off.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use keys::{Certificate, KeyBits, KeyPair, Subject};
use time::OffsetDateTime;
use tokio::sync::oneshot;
use uuid::Uuid;

use super::{Desk, lock};
use crate::contract::drafts::{Draft, DraftRef, GenerateKeyRequest, MakeCertificateRequest};
use crate::contract::problem::Problem;
use crate::contract::tick::Tick;
use crate::ticks::Ticks;

/// The drafts that a key pair is being generated for.
#[derive(Clone, Default)]
pub(super) struct Generations(Arc<Mutex<HashMap<Uuid, Running>>>);

struct Running {
    /// Which of several in a row.
    number: Uuid,
    call_off: oneshot::Sender<()>,
}

impl Desk {
    pub(crate) async fn draft_generate_key(&self, request: GenerateKeyRequest) -> Result<Draft, Problem> {
        let work = new_pair(request.bits, request.days, &request.subject)?;
        let id = request.draft;
        self.stored(id).await?;
        let (generation, called_off) = self.generations.begin(id, self.ticks.clone());
        // A key cannot be stopped half made; it is finished unseen and wiped.
        let (key, certificate) = tokio::select! {
            made = self.blocking(work) => made?,
            _ = called_off => return Err(stopped()),
        };
        self.forget_test(id);
        let drafts = self.drafts.clone();
        let draft = self
            .blocking(move || Ok(drafts.take_pair(id, &key, &certificate)?))
            .await?;
        drop(generation);
        self.shown(draft).await
    }

    pub(crate) async fn draft_cancel_key(&self, request: DraftRef) -> Result<Draft, Problem> {
        self.generations.call_off(request.draft);
        self.draft_read(request).await
    }

    pub(crate) async fn draft_make_certificate(&self, request: MakeCertificateRequest) -> Result<Draft, Problem> {
        let subject = Subject::parse(&request.subject)?;
        self.forget_test(request.draft);
        let (drafts, now) = (self.drafts.clone(), OffsetDateTime::now_utc());
        let draft = self
            .blocking(move || Ok(drafts.make_certificate(request.draft, &subject, request.days, now)?))
            .await?;
        self.shown(draft).await
    }
}

impl Generations {
    /// Whether a key pair is being generated for a draft.
    pub(super) fn is_running(&self, draft: Uuid) -> bool {
        lock(&self.0).contains_key(&draft)
    }

    /// Notes a generation until what is returned is dropped. One that runs for the same draft is called off.
    fn begin(&self, draft: Uuid, ticks: Ticks) -> (Generation, oneshot::Receiver<()>) {
        let (call_off, called_off) = oneshot::channel();
        let number = Uuid::new_v4();
        self.call_off(draft);
        lock(&self.0).insert(draft, Running { number, call_off });
        ticks.send(Tick::Draft { draft });
        let generation = Generation {
            generations: self.clone(),
            ticks,
            draft,
            number,
        };
        (generation, called_off)
    }

    fn call_off(&self, draft: Uuid) {
        if let Some(running) = lock(&self.0).remove(&draft) {
            // One that has just ended cannot be called off any more, and need not be.
            let _ = running.call_off.send(());
        }
    }
}

/// A generation under way; it has ended when this is dropped, however that comes about.
struct Generation {
    generations: Generations,
    ticks: Ticks,
    draft: Uuid,
    number: Uuid,
}

impl Drop for Generation {
    fn drop(&mut self) {
        let mut running = lock(&self.generations.0);
        if running
            .get(&self.draft)
            .is_some_and(|other| other.number == self.number)
        {
            running.remove(&self.draft);
        }
        drop(running);
        self.ticks.send(Tick::Draft { draft: self.draft });
    }
}

/// The work of making a key pair and its certificate, to be done off the async threads. What it is to be is checked
/// before.
pub(super) fn new_pair(
    bits: u32,
    days: u32,
    subject: &str,
) -> Result<impl FnOnce() -> Result<(KeyPair, Certificate), Problem> + Send + use<>, Problem> {
    let bits = KeyBits::try_from(bits)?;
    let subject = Subject::parse(subject)?;
    Ok(move || {
        let key = KeyPair::generate(bits)?;
        let certificate = Certificate::self_signed(&key, &subject, days, OffsetDateTime::now_utc())?;
        Ok((key, certificate))
    })
}

fn stopped() -> Problem {
    Problem {
        title: "The key was not made".to_owned(),
        message: "Making the key was stopped. The draft is as it was.".to_owned(),
        next_step: "Generate a key when you like.".to_owned(),
        ..Problem::cancelled()
    }
}
