//! `assurance-desk practice`

use practice::{Options, Practice, TlsFiles};

use super::stop::StopRequest;
use super::{Refusal, print};
use crate::arguments::PracticeArguments;

/// Serves a practice workspace until Ctrl-C or a request to end.
pub(super) async fn run(arguments: PracticeArguments) -> Result<(), Refusal> {
    let tls = arguments
        .tls_cert
        .zip(arguments.tls_key)
        .map(|(cert, key)| TlsFiles { cert, key });
    let options = Options {
        listen: arguments.listen,
        seed: arguments.seed,
        events_per_second: arguments.events_per_second,
        state_dir: arguments.state,
        tls,
        ..Options::default()
    };
    let practice = Practice::start(options).await.map_err(Refusal::of)?;
    let stop = StopRequest::listen().map_err(Refusal::of)?;
    print(practice.ready())?;
    stop.received().await;
    practice.stop().await.map_err(Refusal::of)
}
