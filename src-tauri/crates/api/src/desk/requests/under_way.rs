//! Calls that are under way, and can be stopped.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tokio::sync::watch;
use uuid::Uuid;

use crate::contract::problem::{Problem, ProblemCode};
use crate::desk::lock;

/// Calls that were stopped before they began, at most.
const MOST_EARLY: usize = 100;

/// The calls that are under way, by their ids, and those that were stopped before they began.
#[derive(Default)]
pub(super) struct UnderWay(Mutex<HashMap<Uuid, watch::Sender<bool>>>);

/// One call that is under way.
pub(super) struct Call {
    sent: Uuid,
    is_stopped: watch::Receiver<bool>,
    all: Arc<UnderWay>,
}

impl UnderWay {
    /// Begins a call.
    ///
    /// # Errors
    /// When one of this id is under way.
    pub(super) fn begin(self: &Arc<Self>, sent: Uuid) -> Result<Call, Problem> {
        let mut all = lock(&self.0);
        let stop = all.entry(sent).or_insert_with(|| watch::channel(false).0);
        if stop.receiver_count() > 0 {
            return Err(Problem::invalid_input(
                "This request is under way already.",
                "Wait for its answer, or stop it.",
            ));
        }
        Ok(Call {
            sent,
            is_stopped: stop.subscribe(),
            all: Arc::clone(self),
        })
    }

    /// Stops a call, also one that begins only now.
    pub(super) fn stop(&self, sent: Uuid) {
        let mut all = lock(&self.0);
        if all.len() >= MOST_EARLY {
            all.retain(|known, stop| *known == sent || stop.receiver_count() > 0);
        }
        all.entry(sent)
            .or_insert_with(|| watch::channel(false).0)
            .send_replace(true);
    }
}

impl Call {
    /// Does the work, unless the call is stopped before it is done.
    ///
    /// # Errors
    /// As the work, or [`ProblemCode::Cancelled`].
    pub(super) async fn unless_stopped<T>(
        mut self,
        work: impl Future<Output = Result<T, Problem>>,
    ) -> Result<T, Problem> {
        let stopped = async { self.is_stopped.wait_for(|is_stopped| *is_stopped).await.is_ok() };
        tokio::select! {
            biased;
            _ = stopped => Err(stopped_by_user()),
            done = work => done,
        }
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        lock(&self.all.0).remove(&self.sent);
    }
}

fn stopped_by_user() -> Problem {
    Problem::new(
        ProblemCode::Cancelled,
        "The request was stopped",
        "No answer is waited for any more. The service may have received the request all the same.",
        "Send it again when you like.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_call_is_stopped_while_it_waits_and_before_it_begins() {
        let under_way = Arc::new(UnderWay::default());
        let (during, before) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let call = under_way.begin(during).unwrap();
        assert!(under_way.begin(during).is_err(), "one of an id at a time");
        let work = async {
            under_way.stop(during);
            std::future::pending::<Result<(), Problem>>().await
        };
        assert_eq!(
            call.unless_stopped(work).await.unwrap_err().code,
            ProblemCode::Cancelled
        );
        under_way.stop(before);
        let call = under_way.begin(before).unwrap();
        assert!(call.unless_stopped(async { Ok(()) }).await.is_err());
        let again = under_way.begin(during).unwrap();
        assert!(again.unless_stopped(async { Ok(1) }).await.is_ok());
        assert!(lock(&under_way.0).is_empty());
    }

    #[test]
    fn stops_of_nothing_do_not_pile_up() {
        let under_way = Arc::new(UnderWay::default());
        let call = under_way.begin(Uuid::from_u128(0)).unwrap();
        for number in 1..500 {
            under_way.stop(Uuid::from_u128(number));
        }
        assert!(lock(&under_way.0).len() <= MOST_EARLY);
        drop(call);
    }
}
