//! The list of everything the window may ask, once: name, request, answer. Both hosts and the TypeScript types come
//! from this list, so a command cannot exist in one place only.

use std::panic::AssertUnwindSafe;

use futures::FutureExt as _;
use serde_json::Value;

use crate::contract::access::{AccessRef, AccessTickRequest, AccessTicks};
use crate::contract::analyses::{
    AnalysisKind, AnalysisPage, AnalysisRequest, ComparePairRequest, CompareRequest, Comparison, DiffRequest,
    EventDiff, NeighbourRequest, PlacedEvent, Related, StateHistoryRequest,
};
use crate::contract::announcements::{Announcement, DismissAnnouncementRequest};
use crate::contract::app::{
    AppInfo, CopyRequest, KnownPage, NetworkReport, PassphraseRequest, ProxyPasswordRequest, Settings,
    TryNetworkRequest, VaultState,
};
use crate::contract::archives::{
    ArchiveRef, ArchiveRow, CheckQueryRequest, ExportEventsRequest, ImportEventsRequest, QueryCheck, RedactionPreview,
};
use crate::contract::devices::{DeletionRef, DeviceTools, OpenOnDeviceRequest, PendingDeletion, SessionsRef};
use crate::contract::doctor::{DoctorReport, Examination};
use crate::contract::drafts::{
    ChangeDraftRequest, Draft, DraftRef, GenerateKeyRequest, MakeCertificateRequest, OpenDraftRequest, SavedFile,
};
use crate::contract::exports::{ExportKeyRequest, ExportPreview, ExportRequest};
use crate::contract::find::{
    ArchiveHits, CompleteQueryRequest, FieldQueryRequest, LikeRequest, MadeQuery, NegateQueryRequest, QueryCompletions,
    SavedFilter, SavedFilterRef, SearchArchiveRequest, ValueQueryRequest,
};
use crate::contract::guides::{Guide, GuideActRequest, GuideRef};
use crate::contract::imports::{
    AcceptImportRequest, ImportPreview, ImportRef, ReadImportRequest, RemoveImportedFileRequest, UnlockImportRequest,
};
use crate::contract::inspector::{
    ArrangeRequest, CopyEventRequest, CopyEventsRequest, EventDetails, EventRef, Facets, LinkInEvent,
    LinkInEventRequest, NoiseCount, RangeRequest, RawPage, RawRequest, RowsPage, RowsRequest, SetFilterRequest,
    TreePage, TreeRequest, ViewRef, ViewStatus,
};
use crate::contract::integrations::{IntegrationRef, IntegrationRow};
use crate::contract::jobs::{Job, JobRef};
use crate::contract::marks::{
    ClearRequest, MarkRequest, ReportContents, ReportContentsRequest, SaveReportRequest, ShowHiddenRequest,
};
use crate::contract::openings::Opening;
use crate::contract::platform::{
    ChooseSandboxRequest, ClassDetails, ClassList, ClassRequest, ClassesRequest, SandboxList,
};
use crate::contract::practice::{ConnectDeviceRequest, PracticeSession, PracticeStatus};
use crate::contract::problem::{Problem, ProblemCode};
use crate::contract::problem_report::{PageDefect, ProblemReport, SaveProblemReportRequest};
use crate::contract::requests::{
    AllowHostRequest, AnswerRawRequest, AnswerTreeRequest, ApiAnswer, CheckRequest, CollectionRef, CollectionRun,
    CollectionSource, CopyAnswerRequest, EnvironmentRef, ImportedCollections, ItemRef, KeepRequest, OpenedRequest,
    RequestCheck, RequestDrafts, RequestPlace, RequestShelf, RequestText, RequestTextRequest, RunCollectionRequest,
    SendRequest, SentRef, VariableSet,
};
use crate::contract::sessions::{
    CheckLinkRequest, ConnectDetails, CreateSessionRequest, LinkCheck, ListSessionsRequest, SessionList, SessionRef,
    SessionRow, UpdateSessionRequest,
};
use crate::contract::tags::{PropertiesRequest, PropertyList, TagsOverview};
use crate::contract::timeline::{MomentRequest, Timeline, TimelineRequest};
use crate::contract::tokens::{InspectTokenRequest, SignJwtRequest, TokenReport};
use crate::contract::updates::{AgreeToUpdatesRequest, UpdateRef, Updates};
use crate::desk::Desk;

macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:ident($request:ty) -> $answer:ty;)*) => {
        /// The names of all commands.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// Answers one command of the window.
        ///
        /// # Errors
        /// A [`Problem`]: an unknown name, a request of the wrong shape, or what the command itself reports.
        pub async fn dispatch(desk: &Desk, name: &str, request: Value) -> Result<Value, Problem> {
            tracing::debug!(command = name, "asked");
            let answer = AssertUnwindSafe(answer(desk, name, request)).catch_unwind().await;
            let answer = answer.unwrap_or_else(|_| Err(stopped(name)));
            if let Err(problem) = &answer {
                note(name, problem);
                desk.tell_of_the_vault(problem);
            }
            answer
        }

        async fn answer(desk: &Desk, name: &str, request: Value) -> Result<Value, Problem> {
            match name {
                $(stringify!($name) => {
                    let request: $request = parse(name, request)?;
                    // Apart from each other: all in one would not fit the stack of a thread.
                    let answer: $answer = Box::pin(desk.$name(request)).await?;
                    Ok(serde_json::to_value(answer).expect("answers have string keys and cannot fail to serialise"))
                })*
                _ => Err(unknown(name)),
            }
        }

        /// Tells `bindings` of every command with its request and answer.
        pub(crate) fn describe(bindings: &mut crate::bindings::Bindings) {
            $(bindings.command::<$request, $answer>(stringify!($name), &[$($doc),+]);)*
        }
    };
}

commands! {
    /// What the window needs to know once, when it opens.
    app_info(()) -> AppInfo;
    /// Keeps the user's settings.
    settings_save(Settings) -> Settings;
    /// Opens a vault that is protected by a passphrase.
    vault_unlock(PassphraseRequest) -> VaultState;
    /// Makes a vault protected by a passphrase, on a machine without a keychain.
    vault_create(PassphraseRequest) -> VaultState;
    /// Asks the system keychain again.
    vault_retry(()) -> VaultState;
    /// Goes on with a vault file that is older than the newest that was seen.
    vault_use_older(()) -> VaultState;
    /// Puts a vault that nobody can open any more aside and makes a new one.
    vault_set_aside(()) -> VaultState;
    /// Lets the user choose a file with extra certificate authorities, and gives its path.
    network_choose_authorities(()) -> SavedFile;
    /// Tries to reach IMS with these settings before they are saved.
    network_try(TryNetworkRequest) -> NetworkReport;
    /// Keeps the password of a proxy in the vault, in the place of the one before.
    proxy_password_save(ProxyPasswordRequest) -> ();
    /// Notes a defect of the page in the log.
    page_defect(PageDefect) -> ();
    /// What a report of a problem would hold, to be looked at first.
    problem_report_prepare(()) -> ProblemReport;
    /// Saves the report that was shown where the user says.
    problem_report_save(SaveProblemReportRequest) -> SavedFile;
    /// Whether the program looks for newer versions of itself, and how far one has come; asks no network.
    updates_read(()) -> Updates;
    /// Lets the program look for newer versions when it starts, or no longer.
    updates_agree(AgreeToUpdatesRequest) -> Updates;
    /// Looks for a newer version now.
    updates_look(()) -> Updates;
    /// Tells no more of this version.
    updates_skip(UpdateRef) -> Updates;
    /// Downloads the version that is offered and checks its signature; how far it is, ticks tell.
    updates_download(UpdateRef) -> Updates;
    /// Stops the download.
    updates_stop(()) -> Updates;
    /// Puts the version that was downloaded in the place of this one, and starts it.
    updates_install(UpdateRef) -> Updates;
    /// Opens the page where the program is downloaded.
    updates_page(()) -> ();
    /// What will need the user soon and was not put away.
    announcements_list(()) -> Vec<Announcement>;
    /// Puts an announcement away until the next threshold.
    announcement_dismiss(DismissAnnouncementRequest) -> Vec<Announcement>;
    /// Puts a text that is not a secret on the clipboard.
    copy_text(CopyRequest) -> ();
    /// Opens one of Adobe's pages in the user's browser.
    page_open(KnownPage) -> ();

    /// What the window was asked to open from outside, by a link or an opened file, since this was asked last.
    openings_take(()) -> Vec<Opening>;

    /// How the practice workspace is.
    practice_status(()) -> PracticeStatus;
    /// Starts the practice workspace, sets up its integration, makes a session and connects a simulated device.
    practice_try(()) -> PracticeSession;
    /// Connects a simulated device to a practice session.
    practice_connect_device(ConnectDeviceRequest) -> ();

    /// Opens the draft of a new integration or of a saved one.
    draft_open(OpenDraftRequest) -> Draft;
    /// A draft as it is now.
    draft_read(DraftRef) -> Draft;
    /// Changes some fields of a draft and checks them.
    draft_change(ChangeDraftRequest) -> Draft;
    /// Throws a draft away, with its secrets.
    draft_discard(DraftRef) -> ();
    /// Generates a key pair and its certificate.
    draft_generate_key(GenerateKeyRequest) -> Draft;
    /// Makes a new certificate for the private key that the draft has.
    draft_make_certificate(MakeCertificateRequest) -> Draft;
    /// Stops generating a key pair; the draft stays as it was.
    draft_cancel_key(DraftRef) -> Draft;
    /// Saves the certificate where the user says.
    draft_save_certificate(DraftRef) -> SavedFile;
    /// Starts dragging the certificate's file out of the window.
    draft_drag_certificate(DraftRef) -> ();
    /// Registers the certificate with the practice console.
    draft_register_certificate(DraftRef) -> Draft;
    /// Tests a draft step by step; each step is also told by a tick.
    draft_test(DraftRef) -> Draft;
    /// Saves a draft as an integration.
    draft_save(DraftRef) -> IntegrationRow;

    /// All saved integrations.
    integrations_list(()) -> Vec<IntegrationRow>;
    /// Deletes an integration and its secrets.
    integration_delete(IntegrationRef) -> ();
    /// Requests a new access token now.
    token_renew(IntegrationRef) -> IntegrationRow;
    /// Puts the access token on the clipboard for one minute.
    token_copy(IntegrationRef) -> ();

    /// Reads files or a text and shows what was understood.
    import_read(ReadImportRequest) -> ImportPreview;
    /// Opens one of the files with its passphrase.
    import_unlock(UnlockImportRequest) -> ImportPreview;
    /// Leaves one of the files out again.
    import_remove(RemoveImportedFileRequest) -> ImportPreview;
    /// Takes credentials over into a draft.
    import_accept(AcceptImportRequest) -> Draft;
    /// Forgets an import, with its secrets.
    import_discard(ImportRef) -> ();

    /// What an export would write, without secrets.
    export_preview(ExportRequest) -> ExportPreview;
    /// Saves an export where the user says; with secrets, for the owner's eyes only.
    export_save(ExportRequest) -> SavedFile;
    /// Puts an export on the clipboard, with secrets for one minute.
    export_copy(ExportRequest) -> ();
    /// Saves the private key where the user says, for the owner's eyes only; never overwrites.
    key_export(ExportKeyRequest) -> SavedFile;
    /// Saves the certificate of an integration where the user says.
    certificate_save(IntegrationRef) -> SavedFile;

    /// Says what is in a token and what is wrong with it.
    token_inspect(InspectTokenRequest) -> TokenReport;
    /// Says what is in the access token of an integration; the token stays in Rust.
    token_inspect_own(IntegrationRef) -> TokenReport;
    /// Signs a JWT and puts it on the clipboard for one minute.
    jwt_sign(SignJwtRequest) -> TokenReport;

    /// The last examination of an integration, or the one that goes on.
    doctor_read(IntegrationRef) -> Examination;
    /// Looks at everything between an integration and Adobe's services; each line is also told by a tick.
    doctor_start(IntegrationRef) -> Examination;
    /// Stops an examination; what was found stays.
    doctor_stop(IntegrationRef) -> Examination;
    /// The examination as a text to hand over, without secrets.
    doctor_report(IntegrationRef) -> DoctorReport;

    /// The sandboxes that an integration can use.
    sandboxes_list(IntegrationRef) -> SandboxList;
    /// Chooses the sandbox that the calls of an integration name.
    sandbox_choose(ChooseSandboxRequest) -> SandboxList;
    /// XDM classes.
    classes_list(ClassesRequest) -> ClassList;
    /// Everything about one XDM class.
    class_read(ClassRequest) -> ClassDetails;
    /// What tags says of an integration: account, companies, rights.
    tags_overview(IntegrationRef) -> TagsOverview;
    /// Properties of a company in tags.
    properties_list(PropertiesRequest) -> PropertyList;

    /// Steps of the access guide that were ticked by hand.
    access_read(AccessRef) -> AccessTicks;
    /// Ticks a step of the access guide by hand, or takes the tick away.
    access_tick(AccessTickRequest) -> AccessTicks;

    /// Collections, environments, history and allowed hosts.
    requests_read(()) -> RequestShelf;
    /// A request of a collection or of the history.
    request_open(RequestPlace) -> OpenedRequest;
    /// What would be sent; asks no network.
    request_check(CheckRequest) -> RequestCheck;
    /// Sends a request under an integration.
    request_send(SendRequest) -> ApiAnswer;
    /// Stops a request that is under way.
    request_stop(SentRef) -> ();
    /// What was typed before the page was loaded again.
    request_drafts_read(()) -> RequestDrafts;
    /// Keeps what is typed, without secrets, until the program ends.
    request_drafts_keep(RequestDrafts) -> ();
    /// A request as a text for another tool, without secrets.
    request_text(RequestTextRequest) -> RequestText;
    /// Keeps a request in one of the user's collections.
    request_keep(KeepRequest) -> RequestShelf;
    /// Takes a folder or a call out of one of the user's collections.
    request_remove(ItemRef) -> RequestShelf;
    /// Rows of the tree of an answer.
    answer_tree(AnswerTreeRequest) -> TreePage;
    /// Lines of an answer.
    answer_raw(AnswerRawRequest) -> RawPage;
    /// Copies an answer or one value of it to the clipboard.
    answer_copy(CopyAnswerRequest) -> ();
    /// Saves an answer where the user says.
    answer_save(SentRef) -> SavedFile;
    /// Forgets what was sent, and the answers.
    history_clear(()) -> RequestShelf;
    /// Lets a host have the access token, or no longer.
    host_allow(AllowHostRequest) -> RequestShelf;
    /// Reads Postman collections and environments.
    collection_import(CollectionSource) -> ImportedCollections;
    /// Changes the name and the variables of one of the user's collections.
    collection_change(VariableSet) -> RequestShelf;
    /// Deletes one of the user's collections.
    collection_delete(CollectionRef) -> RequestShelf;
    /// Saves a collection as Postman's, where the user says.
    collection_save(CollectionRef) -> SavedFile;
    /// Keeps an environment, new or changed.
    environment_save(VariableSet) -> RequestShelf;
    /// Deletes an environment.
    environment_delete(EnvironmentRef) -> RequestShelf;
    /// Runs a collection or a folder of it; each call is also told by a tick.
    collection_run(RunCollectionRequest) -> CollectionRun;
    /// The run that goes on, or the last one.
    collection_run_read(()) -> Option<CollectionRun>;
    /// Stops the run.
    collection_run_stop(()) -> Option<CollectionRun>;

    /// A guided change of an integration, as it is now.
    guide_open(GuideRef) -> Guide;
    /// Does one step of a guided change.
    guide_act(GuideActRequest) -> Guide;

    /// The sessions of an integration's organization.
    sessions_list(ListSessionsRequest) -> SessionList;
    /// Creates a session.
    session_create(CreateSessionRequest) -> SessionRow;
    /// Renames a session or changes its link.
    session_update(UpdateSessionRequest) -> SessionRow;
    /// Deletes a session at Adobe.
    session_delete(SessionRef) -> ();
    /// What a device needs to join a session.
    session_connect(SessionRef) -> ConnectDetails;
    /// Checks a link while it is typed.
    link_check(CheckLinkRequest) -> LinkCheck;
    /// Tools on this computer that open links on devices, and the devices they find.
    device_tools(()) -> DeviceTools;
    /// Opens a session's connect link on a device.
    device_open(OpenOnDeviceRequest) -> ();
    /// Takes sessions off the list and deletes them at Adobe a little later, unless it is taken back.
    sessions_delete(SessionsRef) -> PendingDeletion;
    /// Takes back a deletion that has not been sent yet; one that is over is put away.
    deletion_undo(DeletionRef) -> ();
    /// Sends a deletion now.
    deletion_send(DeletionRef) -> ();
    /// Deletions that are not over, or were not put away.
    deletions_list(()) -> Vec<PendingDeletion>;
    /// Keeps all events of sessions on this computer, in the background, without opening them.
    sessions_archive(SessionsRef) -> Job;

    /// Opens a session in the inspector and follows it; the same view again if it is open already.
    view_open(SessionRef) -> ViewStatus;
    /// The views that are open.
    view_list(()) -> Vec<ViewStatus>;
    /// How a view is.
    view_status(ViewRef) -> ViewStatus;
    /// Closes a view and stops following.
    view_close(ViewRef) -> ();
    /// Changes which events a view shows.
    view_filter(SetFilterRequest) -> ViewStatus;
    /// Freezes the list; events go on arriving behind it.
    view_pause(ViewRef) -> ViewStatus;
    /// Shows what arrived while paused and goes on.
    view_resume(ViewRef) -> ViewStatus;
    /// Rows of the list.
    view_rows(RowsRequest) -> RowsPage;
    /// Values to filter by.
    view_facets(ViewRef) -> Facets;
    /// How many events of each kind of noise there are.
    view_noise(ViewRef) -> Vec<NoiseCount>;
    /// Lays the list out anew.
    view_arrange(ArrangeRequest) -> ViewStatus;
    /// The UUIDs of the events between two rows, 10,000 at most.
    view_range(RangeRequest) -> Vec<String>;
    /// How many events there were when.
    view_timeline(TimelineRequest) -> Timeline;
    /// The first event that the list shows at or after a moment; the last one when there is none.
    view_moment(MomentRequest) -> Option<PlacedEvent>;
    /// Clears the session as Adobe's web UI does, here only, or restores it.
    view_clear(ClearRequest) -> ViewStatus;
    /// Shows hidden and cleared events all the same, or no longer.
    view_show_hidden(ShowHiddenRequest) -> ViewStatus;

    /// The analyses that there are.
    analyses_list(()) -> Vec<AnalysisKind>;
    /// What an analysis draws.
    analysis_read(AnalysisRequest) -> AnalysisPage;
    /// Two sessions side by side.
    sessions_compare(CompareRequest) -> Comparison;
    /// What differs between two events of two sessions.
    compare_pair(ComparePairRequest) -> EventDiff;
    /// What a report of the marked events would hold.
    report_contents(ReportContentsRequest) -> ReportContents;
    /// Saves a report of the marked events where the user says.
    report_save(SaveReportRequest) -> SavedFile;

    /// Whether a query can be understood, while it is typed.
    query_check(CheckQueryRequest) -> QueryCheck;
    /// What may be written next in a query.
    query_complete(CompleteQueryRequest) -> QueryCompletions;
    /// The query that finds events like one.
    query_like(LikeRequest) -> MadeQuery;
    /// The query that finds events with a value of a payload.
    query_value(ValueQueryRequest) -> MadeQuery;
    /// The query that finds events with a value of one of the filter's lists.
    query_field(FieldQueryRequest) -> MadeQuery;
    /// The query that finds what another leaves out.
    query_negate(NegateQueryRequest) -> MadeQuery;
    /// The saved filters, by name.
    filters_list(()) -> Vec<SavedFilter>;
    /// Saves a filter; one of the same name is replaced.
    filter_save(SavedFilter) -> Vec<SavedFilter>;
    /// Forgets a saved filter.
    filter_delete(SavedFilterRef) -> Vec<SavedFilter>;

    /// The archives on this computer.
    archives_list(()) -> Vec<ArchiveRow>;
    /// Imports a file of events into a new archive, or takes over an archive, in the background.
    archive_import(ImportEventsRequest) -> Job;
    /// Opens an archive in the inspector; the same view again if it is open already.
    archive_open(ArchiveRef) -> ViewStatus;
    /// Searches one archive without opening it in the inspector.
    archive_search(SearchArchiveRequest) -> ArchiveHits;
    /// Deletes an archive. What Adobe has stays there.
    archive_delete(ArchiveRef) -> ();
    /// What a redaction would take out of an export.
    events_redaction(ExportEventsRequest) -> RedactionPreview;
    /// Writes events to a file of the user's choice, in the background.
    events_export(ExportEventsRequest) -> Job;

    /// What goes on in the background, and what ended and was not put away.
    jobs_list(()) -> Vec<Job>;
    /// Calls a job off.
    job_cancel(JobRef) -> ();
    /// Puts a job away that has ended.
    job_dismiss(JobRef) -> ();

    /// The details of one event.
    event_details(EventRef) -> EventDetails;
    /// Rows of the tree of an event's payload.
    event_tree(TreeRequest) -> TreePage;
    /// Lines of the raw event.
    event_raw(RawRequest) -> RawPage;
    /// Where a web address in an event's payload leads, to be asked about before it is opened.
    event_link(LinkInEventRequest) -> LinkInEvent;
    /// Opens a web address of an event's payload in the user's browser.
    event_link_open(LinkInEventRequest) -> ();
    /// Copies a raw event or one value of its payload to the clipboard.
    event_copy(CopyEventRequest) -> ();
    /// Copies raw events to the clipboard.
    events_copy(CopyEventsRequest) -> ();
    /// Changes the marks of events.
    events_mark(MarkRequest) -> ViewStatus;
    /// The next or previous event of the same kind that the list shows.
    event_neighbour(NeighbourRequest) -> Option<PlacedEvent>;
    /// What belongs to an event: parents, children, the same request.
    event_related(EventRef) -> Related;
    /// What differs between two events.
    event_diff(DiffRequest) -> EventDiff;
    /// The states that the owner of a shared state had, newest first, with what changed.
    event_state_history(StateHistoryRequest) -> AnalysisPage;
}

fn parse<T: serde::de::DeserializeOwned>(name: &str, request: Value) -> Result<T, Problem> {
    serde_json::from_value(request).map_err(|error| {
        Problem::internal(format!(
            "the request of {name} has the wrong shape: {}",
            redact(&error.to_string())
        ))
    })
}

/// A serde error can quote the value it did not like, and the value can be a secret: keep what precedes it.
fn redact(error: &str) -> &str {
    error.split(['`', '"']).next().unwrap_or_default()
}

/// A command that panicked has not answered; where is in the log.
fn stopped(name: &str) -> Problem {
    Problem::internal(format!("{name} was stopped by a defect"))
}

/// What failed, for the log: the sentences that people read can name what is theirs, so they are left out.
fn note(name: &str, problem: &Problem) {
    let (code, detail) = (problem.code, problem.detail.as_deref().unwrap_or_default());
    match code {
        ProblemCode::Cancelled | ProblemCode::DesktopOnly | ProblemCode::Query => {}
        ProblemCode::Internal => tracing::error!(command = name, ?code, detail, "a command failed"),
        _ => tracing::info!(command = name, ?code, detail, "a command failed"),
    }
}

fn unknown(name: &str) -> Problem {
    Problem::internal(format!("there is no command {name}"))
}
