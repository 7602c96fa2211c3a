// Written by `cargo xtask types` from src-tauri/crates/api. Do not edit.

/** Every command the window may ask, with its request and answer. */
export interface Commands {
  /** What the window needs to know once, when it opens. */
  app_info: { request: null; answer: AppInfo };
  /** Keeps the user's settings. */
  settings_save: { request: Settings; answer: Settings };
  /** Opens a vault that is protected by a passphrase. */
  vault_unlock: { request: PassphraseRequest; answer: VaultState };
  /** Makes a vault protected by a passphrase, on a machine without a keychain. */
  vault_create: { request: PassphraseRequest; answer: VaultState };
  /** Asks the system keychain again. */
  vault_retry: { request: null; answer: VaultState };
  /** Goes on with a vault file that is older than the newest that was seen. */
  vault_use_older: { request: null; answer: VaultState };
  /** Puts a vault that nobody can open any more aside and makes a new one. */
  vault_set_aside: { request: null; answer: VaultState };
  /** Lets the user choose a file with extra certificate authorities, and gives its path. */
  network_choose_authorities: { request: null; answer: SavedFile };
  /** Tries to reach IMS with these settings before they are saved. */
  network_try: { request: TryNetworkRequest; answer: NetworkReport };
  /** Keeps the password of a proxy in the vault, in the place of the one before. */
  proxy_password_save: { request: ProxyPasswordRequest; answer: null };
  /** Notes a defect of the page in the log. */
  page_defect: { request: PageDefect; answer: null };
  /** What a report of a problem would hold, to be looked at first. */
  problem_report_prepare: { request: null; answer: ProblemReport };
  /** Saves the report that was shown where the user says. */
  problem_report_save: { request: SaveProblemReportRequest; answer: SavedFile };
  /** Whether the program looks for newer versions of itself, and how far one has come; asks no network. */
  updates_read: { request: null; answer: Updates };
  /** Lets the program look for newer versions when it starts, or no longer. */
  updates_agree: { request: AgreeToUpdatesRequest; answer: Updates };
  /** Looks for a newer version now. */
  updates_look: { request: null; answer: Updates };
  /** Tells no more of this version. */
  updates_skip: { request: UpdateRef; answer: Updates };
  /** Downloads the version that is offered and checks its signature; how far it is, ticks tell. */
  updates_download: { request: UpdateRef; answer: Updates };
  /** Stops the download. */
  updates_stop: { request: null; answer: Updates };
  /** Puts the version that was downloaded in the place of this one, and starts it. */
  updates_install: { request: UpdateRef; answer: Updates };
  /** Opens the page where the program is downloaded. */
  updates_page: { request: null; answer: null };
  /** What will need the user soon and was not put away. */
  announcements_list: { request: null; answer: Array<Announcement> };
  /** Puts an announcement away until the next threshold. */
  announcement_dismiss: { request: DismissAnnouncementRequest; answer: Array<Announcement> };
  /** Puts a text that is not a secret on the clipboard. */
  copy_text: { request: CopyRequest; answer: null };
  /** Opens one of Adobe's pages in the user's browser. */
  page_open: { request: KnownPage; answer: null };
  /** What the window was asked to open from outside, by a link or an opened file, since this was asked last. */
  openings_take: { request: null; answer: Array<Opening> };
  /** How the practice workspace is. */
  practice_status: { request: null; answer: PracticeStatus };
  /** Starts the practice workspace, sets up its integration, makes a session and connects a simulated device. */
  practice_try: { request: null; answer: PracticeSession };
  /** Connects a simulated device to a practice session. */
  practice_connect_device: { request: ConnectDeviceRequest; answer: null };
  /** Opens the draft of a new integration or of a saved one. */
  draft_open: { request: OpenDraftRequest; answer: Draft };
  /** A draft as it is now. */
  draft_read: { request: DraftRef; answer: Draft };
  /** Changes some fields of a draft and checks them. */
  draft_change: { request: ChangeDraftRequest; answer: Draft };
  /** Throws a draft away, with its secrets. */
  draft_discard: { request: DraftRef; answer: null };
  /** Generates a key pair and its certificate. */
  draft_generate_key: { request: GenerateKeyRequest; answer: Draft };
  /** Makes a new certificate for the private key that the draft has. */
  draft_make_certificate: { request: MakeCertificateRequest; answer: Draft };
  /** Stops generating a key pair; the draft stays as it was. */
  draft_cancel_key: { request: DraftRef; answer: Draft };
  /** Saves the certificate where the user says. */
  draft_save_certificate: { request: DraftRef; answer: SavedFile };
  /** Starts dragging the certificate's file out of the window. */
  draft_drag_certificate: { request: DraftRef; answer: null };
  /** Registers the certificate with the practice console. */
  draft_register_certificate: { request: DraftRef; answer: Draft };
  /** Tests a draft step by step; each step is also told by a tick. */
  draft_test: { request: DraftRef; answer: Draft };
  /** Saves a draft as an integration. */
  draft_save: { request: DraftRef; answer: IntegrationRow };
  /** All saved integrations. */
  integrations_list: { request: null; answer: Array<IntegrationRow> };
  /** Deletes an integration and its secrets. */
  integration_delete: { request: IntegrationRef; answer: null };
  /** Requests a new access token now. */
  token_renew: { request: IntegrationRef; answer: IntegrationRow };
  /** Puts the access token on the clipboard for one minute. */
  token_copy: { request: IntegrationRef; answer: null };
  /** Reads files or a text and shows what was understood. */
  import_read: { request: ReadImportRequest; answer: ImportPreview };
  /** Opens one of the files with its passphrase. */
  import_unlock: { request: UnlockImportRequest; answer: ImportPreview };
  /** Leaves one of the files out again. */
  import_remove: { request: RemoveImportedFileRequest; answer: ImportPreview };
  /** Takes credentials over into a draft. */
  import_accept: { request: AcceptImportRequest; answer: Draft };
  /** Forgets an import, with its secrets. */
  import_discard: { request: ImportRef; answer: null };
  /** What an export would write, without secrets. */
  export_preview: { request: ExportRequest; answer: ExportPreview };
  /** Saves an export where the user says; with secrets, for the owner's eyes only. */
  export_save: { request: ExportRequest; answer: SavedFile };
  /** Puts an export on the clipboard, with secrets for one minute. */
  export_copy: { request: ExportRequest; answer: null };
  /** Saves the private key where the user says, for the owner's eyes only; never overwrites. */
  key_export: { request: ExportKeyRequest; answer: SavedFile };
  /** Saves the certificate of an integration where the user says. */
  certificate_save: { request: IntegrationRef; answer: SavedFile };
  /** Says what is in a token and what is wrong with it. */
  token_inspect: { request: InspectTokenRequest; answer: TokenReport };
  /** Says what is in the access token of an integration; the token stays in Rust. */
  token_inspect_own: { request: IntegrationRef; answer: TokenReport };
  /** Signs a JWT and puts it on the clipboard for one minute. */
  jwt_sign: { request: SignJwtRequest; answer: TokenReport };
  /** The last examination of an integration, or the one that goes on. */
  doctor_read: { request: IntegrationRef; answer: Examination };
  /** Looks at everything between an integration and Adobe's services; each line is also told by a tick. */
  doctor_start: { request: IntegrationRef; answer: Examination };
  /** Stops an examination; what was found stays. */
  doctor_stop: { request: IntegrationRef; answer: Examination };
  /** The examination as a text to hand over, without secrets. */
  doctor_report: { request: IntegrationRef; answer: DoctorReport };
  /** The sandboxes that an integration can use. */
  sandboxes_list: { request: IntegrationRef; answer: SandboxList };
  /** Chooses the sandbox that the calls of an integration name. */
  sandbox_choose: { request: ChooseSandboxRequest; answer: SandboxList };
  /** XDM classes. */
  classes_list: { request: ClassesRequest; answer: ClassList };
  /** Everything about one XDM class. */
  class_read: { request: ClassRequest; answer: ClassDetails };
  /** What tags says of an integration: account, companies, rights. */
  tags_overview: { request: IntegrationRef; answer: TagsOverview };
  /** Properties of a company in tags. */
  properties_list: { request: PropertiesRequest; answer: PropertyList };
  /** Steps of the access guide that were ticked by hand. */
  access_read: { request: AccessRef; answer: AccessTicks };
  /** Ticks a step of the access guide by hand, or takes the tick away. */
  access_tick: { request: AccessTickRequest; answer: AccessTicks };
  /** Collections, environments, history and allowed hosts. */
  requests_read: { request: null; answer: RequestShelf };
  /** A request of a collection or of the history. */
  request_open: { request: RequestPlace; answer: OpenedRequest };
  /** What would be sent; asks no network. */
  request_check: { request: CheckRequest; answer: RequestCheck };
  /** Sends a request under an integration. */
  request_send: { request: SendRequest; answer: ApiAnswer };
  /** Stops a request that is under way. */
  request_stop: { request: SentRef; answer: null };
  /** What was typed before the page was loaded again. */
  request_drafts_read: { request: null; answer: RequestDrafts };
  /** Keeps what is typed, without secrets, until the program ends. */
  request_drafts_keep: { request: RequestDrafts; answer: null };
  /** A request as a text for another tool, without secrets. */
  request_text: { request: RequestTextRequest; answer: RequestText };
  /** Keeps a request in one of the user's collections. */
  request_keep: { request: KeepRequest; answer: RequestShelf };
  /** Takes a folder or a call out of one of the user's collections. */
  request_remove: { request: ItemRef; answer: RequestShelf };
  /** Rows of the tree of an answer. */
  answer_tree: { request: AnswerTreeRequest; answer: TreePage };
  /** Lines of an answer. */
  answer_raw: { request: AnswerRawRequest; answer: RawPage };
  /** Copies an answer or one value of it to the clipboard. */
  answer_copy: { request: CopyAnswerRequest; answer: null };
  /** Saves an answer where the user says. */
  answer_save: { request: SentRef; answer: SavedFile };
  /** Forgets what was sent, and the answers. */
  history_clear: { request: null; answer: RequestShelf };
  /** Lets a host have the access token, or no longer. */
  host_allow: { request: AllowHostRequest; answer: RequestShelf };
  /** Reads Postman collections and environments. */
  collection_import: { request: CollectionSource; answer: ImportedCollections };
  /** Changes the name and the variables of one of the user's collections. */
  collection_change: { request: VariableSet; answer: RequestShelf };
  /** Deletes one of the user's collections. */
  collection_delete: { request: CollectionRef; answer: RequestShelf };
  /** Saves a collection as Postman's, where the user says. */
  collection_save: { request: CollectionRef; answer: SavedFile };
  /** Keeps an environment, new or changed. */
  environment_save: { request: VariableSet; answer: RequestShelf };
  /** Deletes an environment. */
  environment_delete: { request: EnvironmentRef; answer: RequestShelf };
  /** Runs a collection or a folder of it; each call is also told by a tick. */
  collection_run: { request: RunCollectionRequest; answer: CollectionRun };
  /** The run that goes on, or the last one. */
  collection_run_read: { request: null; answer: CollectionRun | null };
  /** Stops the run. */
  collection_run_stop: { request: null; answer: CollectionRun | null };
  /** A guided change of an integration, as it is now. */
  guide_open: { request: GuideRef; answer: Guide };
  /** Does one step of a guided change. */
  guide_act: { request: GuideActRequest; answer: Guide };
  /** The sessions of an integration's organization. */
  sessions_list: { request: ListSessionsRequest; answer: SessionList };
  /** Creates a session. */
  session_create: { request: CreateSessionRequest; answer: SessionRow };
  /** Renames a session or changes its link. */
  session_update: { request: UpdateSessionRequest; answer: SessionRow };
  /** Deletes a session at Adobe. */
  session_delete: { request: SessionRef; answer: null };
  /** What a device needs to join a session. */
  session_connect: { request: SessionRef; answer: ConnectDetails };
  /** Checks a link while it is typed. */
  link_check: { request: CheckLinkRequest; answer: LinkCheck };
  /** Tools on this computer that open links on devices, and the devices they find. */
  device_tools: { request: null; answer: DeviceTools };
  /** Opens a session's connect link on a device. */
  device_open: { request: OpenOnDeviceRequest; answer: null };
  /** Takes sessions off the list and deletes them at Adobe a little later, unless it is taken back. */
  sessions_delete: { request: SessionsRef; answer: PendingDeletion };
  /** Takes back a deletion that has not been sent yet; one that is over is put away. */
  deletion_undo: { request: DeletionRef; answer: null };
  /** Sends a deletion now. */
  deletion_send: { request: DeletionRef; answer: null };
  /** Deletions that are not over, or were not put away. */
  deletions_list: { request: null; answer: Array<PendingDeletion> };
  /** Keeps all events of sessions on this computer, in the background, without opening them. */
  sessions_archive: { request: SessionsRef; answer: Job };
  /** Opens a session in the inspector and follows it; the same view again if it is open already. */
  view_open: { request: SessionRef; answer: ViewStatus };
  /** The views that are open. */
  view_list: { request: null; answer: Array<ViewStatus> };
  /** How a view is. */
  view_status: { request: ViewRef; answer: ViewStatus };
  /** Closes a view and stops following. */
  view_close: { request: ViewRef; answer: null };
  /** Changes which events a view shows. */
  view_filter: { request: SetFilterRequest; answer: ViewStatus };
  /** Freezes the list; events go on arriving behind it. */
  view_pause: { request: ViewRef; answer: ViewStatus };
  /** Shows what arrived while paused and goes on. */
  view_resume: { request: ViewRef; answer: ViewStatus };
  /** Rows of the list. */
  view_rows: { request: RowsRequest; answer: RowsPage };
  /** Values to filter by. */
  view_facets: { request: ViewRef; answer: Facets };
  /** How many events of each kind of noise there are. */
  view_noise: { request: ViewRef; answer: Array<NoiseCount> };
  /** Lays the list out anew. */
  view_arrange: { request: ArrangeRequest; answer: ViewStatus };
  /** The UUIDs of the events between two rows, 10,000 at most. */
  view_range: { request: RangeRequest; answer: Array<string> };
  /** How many events there were when. */
  view_timeline: { request: TimelineRequest; answer: Timeline };
  /** The first event that the list shows at or after a moment; the last one when there is none. */
  view_moment: { request: MomentRequest; answer: PlacedEvent | null };
  /** Clears the session as Adobe's web UI does, here only, or restores it. */
  view_clear: { request: ClearRequest; answer: ViewStatus };
  /** Shows hidden and cleared events all the same, or no longer. */
  view_show_hidden: { request: ShowHiddenRequest; answer: ViewStatus };
  /** The analyses that there are. */
  analyses_list: { request: null; answer: Array<AnalysisKind> };
  /** What an analysis draws. */
  analysis_read: { request: AnalysisRequest; answer: AnalysisPage };
  /** Two sessions side by side. */
  sessions_compare: { request: CompareRequest; answer: Comparison };
  /** What differs between two events of two sessions. */
  compare_pair: { request: ComparePairRequest; answer: EventDiff };
  /** What a report of the marked events would hold. */
  report_contents: { request: ReportContentsRequest; answer: ReportContents };
  /** Saves a report of the marked events where the user says. */
  report_save: { request: SaveReportRequest; answer: SavedFile };
  /** Whether a query can be understood, while it is typed. */
  query_check: { request: CheckQueryRequest; answer: QueryCheck };
  /** What may be written next in a query. */
  query_complete: { request: CompleteQueryRequest; answer: QueryCompletions };
  /** The query that finds events like one. */
  query_like: { request: LikeRequest; answer: MadeQuery };
  /** The query that finds events with a value of a payload. */
  query_value: { request: ValueQueryRequest; answer: MadeQuery };
  /** The query that finds events with a value of one of the filter's lists. */
  query_field: { request: FieldQueryRequest; answer: MadeQuery };
  /** The query that finds what another leaves out. */
  query_negate: { request: NegateQueryRequest; answer: MadeQuery };
  /** The saved filters, by name. */
  filters_list: { request: null; answer: Array<SavedFilter> };
  /** Saves a filter; one of the same name is replaced. */
  filter_save: { request: SavedFilter; answer: Array<SavedFilter> };
  /** Forgets a saved filter. */
  filter_delete: { request: SavedFilterRef; answer: Array<SavedFilter> };
  /** The archives on this computer. */
  archives_list: { request: null; answer: Array<ArchiveRow> };
  /** Imports a file of events into a new archive, or takes over an archive, in the background. */
  archive_import: { request: ImportEventsRequest; answer: Job };
  /** Opens an archive in the inspector; the same view again if it is open already. */
  archive_open: { request: ArchiveRef; answer: ViewStatus };
  /** Searches one archive without opening it in the inspector. */
  archive_search: { request: SearchArchiveRequest; answer: ArchiveHits };
  /** Deletes an archive. What Adobe has stays there. */
  archive_delete: { request: ArchiveRef; answer: null };
  /** What a redaction would take out of an export. */
  events_redaction: { request: ExportEventsRequest; answer: RedactionPreview };
  /** Writes events to a file of the user's choice, in the background. */
  events_export: { request: ExportEventsRequest; answer: Job };
  /** What goes on in the background, and what ended and was not put away. */
  jobs_list: { request: null; answer: Array<Job> };
  /** Calls a job off. */
  job_cancel: { request: JobRef; answer: null };
  /** Puts a job away that has ended. */
  job_dismiss: { request: JobRef; answer: null };
  /** The details of one event. */
  event_details: { request: EventRef; answer: EventDetails };
  /** Rows of the tree of an event's payload. */
  event_tree: { request: TreeRequest; answer: TreePage };
  /** Lines of the raw event. */
  event_raw: { request: RawRequest; answer: RawPage };
  /** Where a web address in an event's payload leads, to be asked about before it is opened. */
  event_link: { request: LinkInEventRequest; answer: LinkInEvent };
  /** Opens a web address of an event's payload in the user's browser. */
  event_link_open: { request: LinkInEventRequest; answer: null };
  /** Copies a raw event or one value of its payload to the clipboard. */
  event_copy: { request: CopyEventRequest; answer: null };
  /** Copies raw events to the clipboard. */
  events_copy: { request: CopyEventsRequest; answer: null };
  /** Changes the marks of events. */
  events_mark: { request: MarkRequest; answer: ViewStatus };
  /** The next or previous event of the same kind that the list shows. */
  event_neighbour: { request: NeighbourRequest; answer: PlacedEvent | null };
  /** What belongs to an event: parents, children, the same request. */
  event_related: { request: EventRef; answer: Related };
  /** What differs between two events. */
  event_diff: { request: DiffRequest; answer: EventDiff };
  /** The states that the owner of a shared state had, newest first, with what changed. */
  event_state_history: { request: StateHistoryRequest; answer: AnalysisPage };
}

/**
 * Takes one of the credentials that were found over into a draft, with its secrets.
 */
export type AcceptImportRequest = { 
/**
 * The import; it ends with this.
 */
import: string, 
/**
 * Place of the credentials in the preview, from 0.
 */
candidate: number, 
/**
 * The draft to fill; none makes a new one. Only what was found is changed.
 */
draft: string | null, };

/**
 * Whose ticks.
 */
export type AccessRef = { 
/**
 * The integration; none before there is one.
 */
integration: string | null, };

/**
 * Ticks a step of the access guide by hand, or takes the tick away.
 */
export type AccessTickRequest = { 
/**
 * The integration; none before there is one.
 */
integration: string | null, 
/**
 * The step's id.
 */
step: string, 
/**
 * Whether it is done.
 */
done: boolean, };

/**
 * Steps that somebody ticked by hand.
 */
export type AccessTicks = { 
/**
 * The steps' ids.
 */
ticked: Array<string>, };

/**
 * A host of Adobe's.
 */
export type AdobeHost = { 
/**
 * What it is: "Experience Platform".
 */
service: string, 
/**
 * The address that calls begin with: `https://platform.adobe.io`.
 */
address: string, };

/**
 * Whether the program may look when it starts.
 */
export type AgreeToUpdatesRequest = { 
/**
 * Whether it may.
 */
agreed: boolean, };

/**
 * On which side the cells of a column stand.
 */
export type Alignment = "start" | "end";

/**
 * Lets a host have the access token, or no longer.
 */
export type AllowHostRequest = { 
/**
 * The host, as `RequestCheck` tells it.
 */
host: string, 
/**
 * Whether it gets the access token.
 */
allowed: boolean, };

/**
 * One analysis that can be opened as a tab.
 */
export type AnalysisKind = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name, as on the tab.
 */
title: string, 
/**
 * What it is for, in a sentence.
 */
explanation: string, };

/**
 * What an analysis draws.
 */
export type AnalysisPage = { 
/**
 * The archive's revision that it is at least as new as.
 */
revision: number, 
/**
 * What to draw; nothing of it counts while there is more to read.
 */
drawing: Drawing, 
/**
 * How far reading is, when it takes longer: asking again goes on from there, and not asking again ends it.
 */
progress: ReadingProgress | null, };

/**
 * Asks for what an analysis draws.
 */
export type AnalysisRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The analysis.
 */
analysis: string, 
/**
 * Only one client's events; none takes all.
 */
client: string | null, 
/**
 * The moment to look at, for analyses that have one; none is the end of the session.
 */
at: number | null, 
/**
 * Case-insensitive text in the rows; empty for all.
 */
search: string, 
/**
 * The row that is opened, for analyses with a second section about it.
 */
chosen: string | null, 
/**
 * Which rows are wanted; a section that is not named gives its first 100.
 */
windows: Array<SectionWindow>, };

/**
 * A certificate that ends soon or has ended: announced at 30, 7, 3 and 1 days and when it has ended.
 */
export type Announcement = { 
/**
 * Names this announcement; a later threshold is another one.
 */
id: string, 
/**
 * The integration.
 */
integration: string, 
/**
 * What it is about, in a few words.
 */
title: string, 
/**
 * What will happen and when.
 */
message: string, 
/**
 * What to do.
 */
nextStep: string, 
/**
 * When the certificate ends.
 */
endsAt: number, 
/**
 * Whether it has ended already.
 */
ended: boolean, };

/**
 * What the body of an answer is.
 */
export type AnswerContent = "empty" | "json" | "text" | "bytes";

/**
 * A header of an answer.
 */
export type AnswerHeader = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its value; of a cookie nothing is left.
 */
value: string, };

/**
 * Asks for lines of an answer.
 */
export type AnswerRawRequest = { 
/**
 * The answer.
 */
sent: string, 
/**
 * Index of the first line.
 */
offset: number, 
/**
 * How many lines, 500 at most.
 */
limit: number, };

/**
 * Asks for rows of the tree of an answer.
 */
export type AnswerTreeRequest = { 
/**
 * The answer.
 */
sent: string, 
/**
 * Case-insensitive text in keys and values; empty for all.
 */
search: string, 
/**
 * Paths that the user opened or closed, against the default.
 */
toggled: Array<string>, 
/**
 * Index of the first row.
 */
offset: number, 
/**
 * How many rows, 500 at most.
 */
limit: number, };

/**
 * An answer. Its body is read in parts.
 */
export type ApiAnswer = { 
/**
 * Its id, which is that of what was sent.
 */
sent: string, 
/**
 * The HTTP status.
 */
status: number, 
/**
 * The status in a word: "Not Found"; may be empty.
 */
reason: string, 
/**
 * From sending to the last byte.
 */
tookMs: number, 
/**
 * Length of the body, decompressed.
 */
bytes: number, 
/**
 * What the body is.
 */
content: AnswerContent, 
/**
 * The headers, in order.
 */
headers: Array<AnswerHeader>, 
/**
 * Whether the access token went along.
 */
tokenSent: boolean, 
/**
 * What a person should know: errors in a 200 of GraphQL, a web page in the place of JSON, a rate limit.
 */
remark: Problem | null, 
/**
 * Seconds to wait before the next try, where the service says so.
 */
retryAfterSeconds: number | null, };

/**
 * One call, as it is written: `{{name}}` in any text stands for a variable.
 */
export type ApiRequest = { 
/**
 * What it is called; may be empty.
 */
name: string, 
/**
 * `GET`, `POST`, and so on.
 */
method: string, 
/**
 * The whole address, with its query.
 */
url: string, 
/**
 * Headers beside those that are filled in; one of the same name takes the place of one that is filled in.
 */
headers: Array<RequestField>, 
/**
 * The body.
 */
body: RequestBody, };

/**
 * What the window needs to know once, when it opens.
 */
export type AppInfo = { 
/**
 * Version of the program, as in `Cargo.toml`.
 */
version: string, 
/**
 * True in the desktop window; false where the same UI runs in a browser and has no file dialogs.
 */
desktop: boolean, 
/**
 * What the user chose.
 */
settings: Settings, 
/**
 * Whether secrets can be read.
 */
vault: VaultState, 
/**
 * Metascopes by service name, for the picker.
 */
metascopes: Array<Preset>, 
/**
 * OAuth scopes by service name, for the picker.
 */
scopes: Array<Preset>, 
/**
 * Whether the vault holds the password of the proxy that was chosen.
 */
hasProxyPassword: boolean, };

/**
 * What was found in one archive.
 */
export type ArchiveHits = { 
/**
 * The archive.
 */
archive: string, 
/**
 * How many events match.
 */
matched: number, 
/**
 * How many it has.
 */
total: number, 
/**
 * The newest of those that match, newest first.
 */
rows: Array<EventRow>, 
/**
 * Why it could not be searched.
 */
problem: Problem | null, };

/**
 * Names an archive.
 */
export type ArchiveRef = { 
/**
 * The archive: the name of its file, without folder and ending.
 */
archive: string, };

/**
 * One archive.
 */
export type ArchiveRow = { 
/**
 * Its id.
 */
archive: string, 
/**
 * The session's name; the file's where the session is not known.
 */
name: string, 
/**
 * The session's UUID, where it is known.
 */
session: string | null, 
/**
 * The integration that it was followed with, where that is still saved.
 */
integration: string | null, 
/**
 * That integration's name.
 */
integrationName: string | null, 
/**
 * The organization, where it is known.
 */
organization: string | null, 
/**
 * The file that it was imported from.
 */
importedFrom: string | null, 
/**
 * How many events it has.
 */
events: number, 
/**
 * When its oldest event was.
 */
first: number | null, 
/**
 * When its newest event was.
 */
last: number | null, 
/**
 * Size of the file in bytes.
 */
bytes: number, 
/**
 * When the file changed last.
 */
changed: number | null, 
/**
 * The view in which it is open.
 */
view: string | null, 
/**
 * Why it cannot be opened, or not wholly.
 */
problem: Problem | null, };

/**
 * Lays a list out anew.
 */
export type ArrangeRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * How.
 */
arrangement: Arrangement, };

/**
 * How a list is laid out.
 */
export type Arrangement = { 
/**
 * What the list is sorted by.
 */
sort: EventSort, 
/**
 * Largest, newest or last first.
 */
descending: boolean, 
/**
 * A row for each app launch between the events; only in a list sorted by time.
 */
launches: boolean, 
/**
 * Paths whose values the rows carry, such as `payload.ACPExtensionEventData.xdm.eventType`; 8 at most.
 */
paths: Array<string>, };

/**
 * What stands in one column of a row.
 */
export type Cell = { "is": "empty" } | { "is": "text", 
/**
 * The text.
 */
text: string, 
/**
 * How good or bad it is.
 */
tone: Tone, } | { "is": "badge", 
/**
 * The word.
 */
text: string, 
/**
 * Its colour.
 */
tone: Tone, } | { "is": "time", 
/**
 * The moment.
 */
at: number, } | { "is": "duration", 
/**
 * Milliseconds.
 */
ms: number, } | { "is": "number", 
/**
 * The number.
 */
value: number, } | { "is": "client", 
/**
 * Its id.
 */
client: string, } | { "is": "change", 
/**
 * What it was; none where it is new.
 */
before: string | null, 
/**
 * What it is; none where it has gone.
 */
after: string | null, } | { "is": "events", 
/**
 * The first of them.
 */
events: Array<EventLink>, 
/**
 * How many more there are.
 */
more: number, };

/**
 * What can be told of a certificate.
 */
export type CertificateSummary = { 
/**
 * SHA-1 fingerprint as Adobe's console shows it: lowercase hex, no colons.
 */
sha1: string, 
/**
 * SHA-256 fingerprint, lowercase hex.
 */
sha256: string, 
/**
 * Subject, `/C=US/O=…` style.
 */
subject: string, 
/**
 * Size of its RSA key in bits.
 */
bits: number, 
/**
 * When it starts being valid.
 */
notBefore: number, 
/**
 * When it stops being valid.
 */
notAfter: number, };

/**
 * What became of a value, or of an event.
 */
export type Change = "same" | "added" | "removed" | "changed";

/**
 * Applies a change to a draft.
 */
export type ChangeDraftRequest = { 
/**
 * The draft.
 */
draft: string, 
/**
 * What changes.
 */
change: DraftChange, };

/**
 * Checks a link while it is typed.
 */
export type CheckLinkRequest = { 
/**
 * The link as typed.
 */
link: string, };

/**
 * A query while it is typed.
 */
export type CheckQueryRequest = { 
/**
 * Its text.
 */
text: string, };

/**
 * A request as it would be sent now.
 */
export type CheckRequest = { 
/**
 * The integration it is sent under.
 */
integration: string, 
/**
 * The request.
 */
request: ApiRequest, 
/**
 * The collection whose variables count.
 */
collection: string | null, 
/**
 * The environment whose variables count, before those of the collection.
 */
environment: string | null, };

/**
 * Chooses the sandbox of an integration.
 */
export type ChooseSandboxRequest = { 
/**
 * The integration.
 */
integration: string, 
/**
 * The sandbox's name; none means Adobe's default.
 */
sandbox: string | null, };

/**
 * Whose classes.
 */
export type ClassContainer = "global" | "tenant";

/**
 * Everything that the Schema Registry says of a class.
 */
export type ClassDetails = { 
/**
 * Its name.
 */
title: string, 
/**
 * What it is for.
 */
description: string, 
/**
 * Its fields, in order; 500 at most.
 */
fields: Array<ClassField>, 
/**
 * How many fields there are.
 */
total: number, 
/**
 * The same call for a terminal, with variables in the place of secrets.
 */
curl: string, };

/**
 * One field of a class.
 */
export type ClassField = { 
/**
 * Its path, with dots.
 */
path: string, 
/**
 * Levels below the class.
 */
depth: number, 
/**
 * Its name in words.
 */
title: string, 
/**
 * Its type.
 */
fieldType: string, 
/**
 * What it is for.
 */
description: string, };

/**
 * XDM classes that match.
 */
export type ClassList = { 
/**
 * The classes that match, by title; 500 at most.
 */
rows: Array<ClassRow>, 
/**
 * How many match.
 */
matched: number, 
/**
 * How many there are.
 */
total: number, 
/**
 * Whether there are more than could be listed.
 */
isCutShort: boolean, 
/**
 * The same call for a terminal, with variables in the place of secrets.
 */
curl: string, };

/**
 * Asks for everything about a class.
 */
export type ClassRequest = { 
/**
 * The integration.
 */
integration: string, 
/**
 * Whose.
 */
container: ClassContainer, 
/**
 * Its identifier.
 */
id: string, };

/**
 * One XDM class.
 */
export type ClassRow = { 
/**
 * Its identifier.
 */
id: string, 
/**
 * Its identifier in the path of a call.
 */
alternateId: string, 
/**
 * Its name.
 */
title: string, 
/**
 * Its version.
 */
version: string, };

/**
 * Asks for XDM classes.
 */
export type ClassesRequest = { 
/**
 * The integration.
 */
integration: string, 
/**
 * Whose.
 */
container: ClassContainer, 
/**
 * Case-insensitive text in title and identifier; empty for all.
 */
search: string, 
/**
 * Ask Adobe again rather than answer from what is known.
 */
refresh: boolean, };

/**
 * Clears a session up to a moment, as Adobe's web UI does, or restores it.
 */
export type ClearRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * Clears (hides what is older than now); otherwise restores.
 */
clear: boolean, };

/**
 * One connected app instance.
 */
export type ClientRow = { 
/**
 * Its `clientId`.
 */
id: string, 
/**
 * Device name, made unique with `#2`.
 */
name: string, 
/**
 * Operating system, where known.
 */
system: string | null, 
/**
 * Connected, or gone.
 */
connected: boolean, 
/**
 * Which of the client colours, 0 to 7.
 */
colour: number, };

/**
 * A folder or a call of a collection.
 */
export type CollectionItem = { 
/**
 * Its id within the collection.
 */
item: string, 
/**
 * Levels below the collection.
 */
depth: number, 
/**
 * Its name.
 */
name: string, 
/**
 * The method of a call; none for a folder.
 */
method: string | null, 
/**
 * Whether it has scripts, which are shown and not run.
 */
hasScript: boolean, };

/**
 * Names a collection.
 */
export type CollectionRef = { 
/**
 * The collection.
 */
collection: string, };

/**
 * A collection that runs or ran. One at a time; none before the first.
 */
export type CollectionRun = { 
/**
 * The collection.
 */
collection: string, 
/**
 * What is run: the name of the collection or the folder.
 */
name: string, 
/**
 * Whether it goes on.
 */
running: boolean, 
/**
 * The calls, in order.
 */
lines: Array<RunLine>, };

/**
 * Reads Postman collections and environments.
 */
export type CollectionSource = { "from": "dialog" } | { "from": "text", 
/**
 * The text.
 */
text: string, };

/**
 * A collection of calls.
 */
export type CollectionSummary = { 
/**
 * Its id.
 */
collection: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What it says of itself, as text; may be empty.
 */
description: string, 
/**
 * Whether the program brings it; then it cannot be changed or deleted.
 */
builtIn: boolean, 
/**
 * Folders and calls as they lie below each other, in order.
 */
items: Array<CollectionItem>, 
/**
 * Its own variables.
 */
variables: Array<Variable>, };

/**
 * One column of a section.
 */
export type Column = { 
/**
 * Its heading.
 */
title: string, 
/**
 * How wide it is beside the others; 1 is a word, 4 is a sentence.
 */
weight: number, 
/**
 * On which side its cells stand.
 */
alignment: Alignment, };

/**
 * Asks for what differs between an event of one view and one of another.
 */
export type ComparePairRequest = { 
/**
 * The view on the left.
 */
left: string, 
/**
 * The event on the left.
 */
leftEvent: string, 
/**
 * The view on the right.
 */
right: string, 
/**
 * The event on the right.
 */
rightEvent: string, 
/**
 * Leave out identities and times.
 */
ignoreVolatile: boolean, 
/**
 * Index of the first line.
 */
offset: number, 
/**
 * How many lines, 500 at most.
 */
limit: number, };

/**
 * Compares two archives, kind by kind and in order.
 */
export type CompareRequest = { 
/**
 * The view on the left: what it should be like.
 */
left: string, 
/**
 * The view on the right.
 */
right: string, 
/**
 * Only events that a query finds; empty for all.
 */
text: string, 
/**
 * How many minutes the user's clock is ahead of UTC, for times without an offset in the query.
 */
zoneMinutes: number, 
/**
 * Leave out identities and times.
 */
ignoreVolatile: boolean, 
/**
 * Leave out what is the same.
 */
onlyDifferences: boolean, 
/**
 * Index of the first row.
 */
offset: number, 
/**
 * How many rows, 500 at most.
 */
limit: number, };

/**
 * One row of two sessions side by side.
 */
export type ComparedRow = { 
/**
 * What became of the event.
 */
change: Change, 
/**
 * The event on the left.
 */
left: EventRow | null, 
/**
 * The event on the right.
 */
right: EventRow | null, 
/**
 * How many values differ.
 */
differences: number, };

/**
 * Two sessions side by side.
 */
export type Comparison = { 
/**
 * Events that are the same on both sides.
 */
same: number, 
/**
 * Events that are on both sides and differ.
 */
different: number, 
/**
 * Events that are missing on the right.
 */
missing: number, 
/**
 * Events that are only on the right.
 */
new: number, 
/**
 * Rows in all, of those asked for.
 */
total: number, 
/**
 * The rows, in order.
 */
rows: Array<ComparedRow>, 
/**
 * Something that the reader must know, such as that only the first events were compared.
 */
note: string | null, };

/**
 * Asks what may be written next in a query.
 */
export type CompleteQueryRequest = { 
/**
 * The view whose values are offered; none offers only the words of the language.
 */
view: string | null, 
/**
 * The query as typed.
 */
text: string, 
/**
 * Where the caret is, in characters from 1.
 */
column: number, };

/**
 * What a completion is.
 */
export type CompletionKind = "field" | "key" | "value" | "condition" | "word";

/**
 * What a device needs to join a session.
 */
export type ConnectDetails = { 
/**
 * The session's name.
 */
name: string, 
/**
 * The base URL of the app under test.
 */
link: string, 
/**
 * The link to open on the device.
 */
connectLink: string, 
/**
 * What the link needs of the app, in a sentence.
 */
linkNote: string, 
/**
 * The four-digit PIN to type on the device; absent where Adobe does not tell it.
 */
pin: string | null, 
/**
 * The header that sends a call of the Edge Network to this session, name and value in one line.
 */
edgeHeader: string, 
/**
 * The connect link as a QR code: an SVG path over a square of `qr_size` units.
 */
qrPath: string, 
/**
 * Side of the QR code in modules, without the quiet zone of four modules that a scanner needs around it.
 */
qrSize: number, 
/**
 * True for the practice workspace, where a simulated device can be connected.
 */
practice: boolean, };

/**
 * Connects a simulated device to a practice session.
 */
export type ConnectDeviceRequest = { 
/**
 * The session's UUID.
 */
session: string, 
/**
 * Which device.
 */
device: PracticeDevice, };

/**
 * A client secret or a certificate in the console.
 */
export type ConsoleEntry = { 
/**
 * The console's id of it.
 */
id: string, 
/**
 * When it was made, where the console says.
 */
createdAt: number | null, 
/**
 * When it was last used, where the console says.
 */
lastUsedAt: number | null, 
/**
 * When it ends, where it does.
 */
expiresAt: number | null, 
/**
 * SHA-1 fingerprint, for a certificate.
 */
sha1: string | null, 
/**
 * Whether this program uses it now; none where that cannot be known.
 */
inUse: boolean | null, 
/**
 * Whether it can be deleted now without leaving the integration without a working one.
 */
canRetire: boolean, };

/**
 * Copies an answer, or one value of it.
 */
export type CopyAnswerRequest = { 
/**
 * The answer.
 */
sent: string, 
/**
 * JSON pointer of the value; none for all of it.
 */
path: string | null, };

/**
 * Copies something of an event.
 */
export type CopyEventRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The event's UUID.
 */
event: string, 
/**
 * JSON pointer of the value within the payload; none copies the whole raw event.
 */
path: string | null, };

/**
 * Copies events as JSON.
 */
export type CopyEventsRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The events' UUIDs; one is copied as an object, several as an array.
 */
events: Array<string>, };

/**
 * A text for the clipboard that is not a secret.
 */
export type CopyRequest = { 
/**
 * Exactly what lands on the clipboard.
 */
text: string, };

/**
 * Creates a session.
 */
export type CreateSessionRequest = { 
/**
 * The integration.
 */
integration: string, 
/**
 * Name, not blank.
 */
name: string, 
/**
 * The base URL of the app under test.
 */
link: string, };

/**
 * How an integration gets its access tokens.
 */
export type CredentialKind = "oauthServerToServer" | "serviceAccount";

/**
 * Names a deletion.
 */
export type DeletionRef = { 
/**
 * Its id.
 */
deletion: string, };

/**
 * How a deletion stands.
 */
export type DeletionState = { "state": "waiting", 
/**
 * When it is sent to Adobe.
 */
sentAt: number, } | { "state": "sending" } | { "state": "ended", 
/**
 * The sessions that are not deleted; they are back in the list.
 */
failures: Array<NotDeleted>, };

/**
 * A program on this computer that opens links on devices.
 */
export type DeviceTool = "adb" | "simctl";

/**
 * The tools that are there, and the devices they found.
 */
export type DeviceTools = { 
/**
 * Tools that are installed.
 */
tools: Array<DeviceTool>, 
/**
 * Devices and simulators that are running.
 */
devices: Array<FoundDevice>, };

/**
 * One line of a difference: a key with its value in either event.
 */
export type DiffLine = { 
/**
 * JSON pointer from the payload.
 */
path: string, 
/**
 * Levels below the payload.
 */
depth: number, 
/**
 * Key or index.
 */
key: string, 
/**
 * What became of it.
 */
change: Change, 
/**
 * Its value in the other event, shortened.
 */
before: string | null, 
/**
 * Its value in this event, shortened.
 */
after: string | null, };

/**
 * Asks for what differs between two events.
 */
export type DiffRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The event's UUID.
 */
event: string, 
/**
 * With what to compare.
 */
other: DiffWith, 
/**
 * Leave out identities and times.
 */
ignoreVolatile: boolean, 
/**
 * Leave out what is the same.
 */
onlyChanges: boolean, 
/**
 * Index of the first line.
 */
offset: number, 
/**
 * How many lines, 500 at most.
 */
limit: number, };

/**
 * Which event another is compared with.
 */
export type DiffWith = { "with": "previous" } | { "with": "event", 
/**
 * Its UUID.
 */
event: string, };

/**
 * Puts an announcement away until the next threshold.
 */
export type DismissAnnouncementRequest = { 
/**
 * The announcement.
 */
id: string, };

/**
 * Lines that belong together.
 */
export type DoctorGroup = { 
/**
 * What they are about.
 */
title: string, 
/**
 * The lines.
 */
lines: Array<DoctorLine>, };

/**
 * Somebody who can help.
 */
export type DoctorHelp = { 
/**
 * Who: "an administrator in Admin Console".
 */
who: string, 
/**
 * A text ready to be sent to them. It holds no secret.
 */
message: string, };

/**
 * One thing that is looked at.
 */
export type DoctorLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * What is looked at, as a statement that is true when all is well.
 */
title: string, 
/**
 * How it is.
 */
outcome: DoctorOutcome, 
/**
 * How long it took, once it ended.
 */
tookMs: number | null, };

/**
 * How a line is.
 */
export type DoctorOutcome = { "state": "waiting" } | { "state": "running" } | { "state": "passed", 
/**
 * What was found.
 */
detail: string, } | { "state": "failed", 
/**
 * What happened and what to do next.
 */
problem: Problem, 
/**
 * Who can mend it, where it is somebody else, with a text ready to be sent.
 */
help: DoctorHelp | null, } | { "state": "notApplicable", 
/**
 * Why.
 */
reason: string, };

/**
 * The examination as a text to hand over. It holds no secret.
 */
export type DoctorReport = { 
/**
 * The text.
 */
text: string, };

/**
 * An integration being set up or edited. Secrets are in the vault; here is only whether they are there.
 */
export type Draft = { 
/**
 * Its id.
 */
id: string, 
/**
 * The saved integration it edits.
 */
integration: string | null, 
/**
 * The user's name for the integration.
 */
name: string, 
/**
 * Kind of credentials.
 */
kind: CredentialKind, 
/**
 * Whose services it talks to.
 */
environment: EnvironmentKind, 
/**
 * Organization ID.
 */
organizationId: string, 
/**
 * Client ID (API key).
 */
clientId: string, 
/**
 * Whether a client secret is kept.
 */
hasClientSecret: boolean, 
/**
 * Technical account ID.
 */
technicalAccountId: string, 
/**
 * Metascopes (service account).
 */
metascopes: Array<string>, 
/**
 * Scopes (OAuth Server-to-Server).
 */
scopes: Array<string>, 
/**
 * Address of the credential's page in Developer Console, or the two numbers in it: `organization/credential`.
 */
consoleLink: string, 
/**
 * How long a JWT is valid, in minutes (service account).
 */
jwtLifetimeMinutes: number, 
/**
 * Whether a JWT carries a `jti` (service account).
 */
jwtJti: boolean, 
/**
 * Size in bits of the private key that is kept.
 */
keyBits: number | null, 
/**
 * The certificate that belongs to the key.
 */
certificate: CertificateSummary | null, 
/**
 * Whether the practice console has the certificate; always false outside the practice workspace.
 */
certificateRegistered: boolean, 
/**
 * What is wrong or missing, field by field.
 */
findings: Array<Finding>, 
/**
 * The steps of the last test; empty before the first.
 */
steps: Array<TestStep>, 
/**
 * Whether a test is running.
 */
testing: boolean, 
/**
 * Whether a key pair is being generated.
 */
generating: boolean, };

/**
 * Changes some fields of a draft; what is absent stays.
 */
export type DraftChange = { 
/**
 * Name.
 */
name?: string, 
/**
 * Kind of credentials.
 */
kind?: CredentialKind, 
/**
 * Organization ID.
 */
organizationId?: string, 
/**
 * Client ID.
 */
clientId?: string, 
/**
 * Client secret; goes to the vault and never comes back.
 */
clientSecret?: string, 
/**
 * Technical account ID.
 */
technicalAccountId?: string, 
/**
 * Metascopes.
 */
metascopes?: Array<string>, 
/**
 * Scopes.
 */
scopes?: Array<string>, 
/**
 * Place in Developer Console.
 */
consoleLink?: string, 
/**
 * Minutes for which a JWT is valid.
 */
jwtLifetimeMinutes?: number, 
/**
 * Whether a JWT carries a `jti`.
 */
jwtJti?: boolean, };

/**
 * The fields of the wizard.
 */
export type DraftField = "name" | "organizationId" | "clientId" | "clientSecret" | "technicalAccountId" | "metascopes" | "scopes" | "key" | "certificate" | "consoleLink" | "jwtLifetime";

/**
 * Names a draft.
 */
export type DraftRef = { 
/**
 * The draft.
 */
draft: string, };

/**
 * Everything that an analysis draws.
 */
export type Drawing = { 
/**
 * How many things need a look, for the tab.
 */
badge: number | null, 
/**
 * What a reader must know first.
 */
notices: Array<Notice>, 
/**
 * The parts of the page, from top to bottom.
 */
sections: Array<Section>, 
/**
 * What to say where there is nothing to show; what would bring it.
 */
nothing: string | null, 
/**
 * Whether it depends on the moment that is looked at.
 */
hasMoment: boolean, 
/**
 * How many events it would read and leaves out, because they are hidden or the session was cleared after them.
 */
hidden: number, };

/**
 * One row of a section.
 */
export type DrawnRow = { 
/**
 * Its id within the section, which stays while events arrive.
 */
id: string, 
/**
 * Levels below the first, for trees.
 */
depth: number, 
/**
 * How good or bad it is.
 */
tone: Tone, 
/**
 * The event that it stands for, which opens in the details.
 */
event: string | null, 
/**
 * One for each column.
 */
cells: Array<Cell>, };

/**
 * Whose services an integration talks to.
 */
export type EnvironmentKind = "adobe" | "practice" | "custom";

/**
 * Names an environment.
 */
export type EnvironmentRef = { 
/**
 * The environment.
 */
environment: string, };

/**
 * What the details panel shows of one event.
 */
export type EventDetails = { 
/**
 * The event's row.
 */
row: EventRow, 
/**
 * Where the list shows it now; none when the filter hides it.
 */
index: number | null, 
/**
 * What kind of event this is, in words.
 */
title: string, 
/**
 * What matters in it, label and value.
 */
lines: Array<SummaryLine>, 
/**
 * Something about the event that a reader must know: a payload that is not JSON, chunks that are missing.
 */
note: string | null, 
/**
 * Size of the event in bytes.
 */
bytes: number, };

/**
 * What differs between two events.
 */
export type EventDiff = { 
/**
 * The event compared with; none when there is no such event.
 */
other: EventRow | null, 
/**
 * Values that are only in the other event.
 */
removed: number, 
/**
 * Values that are only in this event.
 */
added: number, 
/**
 * Values that are in both and differ.
 */
changed: number, 
/**
 * Lines in all.
 */
total: number, 
/**
 * The lines, in order.
 */
lines: Array<DiffLine>, };

/**
 * Which events the list shows. All parts must match; an empty list means any.
 */
export type EventFilter = { 
/**
 * A query, in the language of `docs/query.md`.
 */
text: string, 
/**
 * How many minutes the user's clock is ahead of UTC, for times without an offset.
 */
zoneMinutes: number, 
/**
 * Root types.
 */
types: Array<string>, 
/**
 * Vendors.
 */
vendors: Array<string>, 
/**
 * Client ids.
 */
clients: Array<string>, 
/**
 * Event sources of the SDK; an empty text means events without one.
 */
sources: Array<string>, 
/**
 * Names, as Adobe computes the label.
 */
names: Array<string>, 
/**
 * Only events that tell of an error.
 */
errors: boolean, 
/**
 * More queries that must match too, each shown as a chip.
 */
chips: Array<string>, 
/**
 * Kinds of noise to leave out.
 */
noise: Array<Noise>, };

/**
 * An event in a word or two.
 */
export type EventLink = { 
/**
 * Its UUID.
 */
event: string, 
/**
 * What to call it.
 */
label: string, 
/**
 * How good or bad it is.
 */
tone: Tone, };

/**
 * The marks of one event: those set here where there are any, else Adobe's.
 */
export type EventMarks = { 
/**
 * Whether it is flagged, and by whom.
 */
flagged: MarkedBy | null, 
/**
 * Whether it is hidden, and by whom; seen only while hidden events are shown.
 */
hidden: MarkedBy | null, 
/**
 * The note that was written here.
 */
note: string | null, 
/**
 * The note that Adobe keeps.
 */
adobeNote: string | null, 
/**
 * The colour that it is highlighted in.
 */
highlight: Highlight | null, };

/**
 * Names an event of a view.
 */
export type EventRef = { 
/**
 * The view.
 */
view: string, 
/**
 * The event's UUID.
 */
event: string, };

/**
 * One event in a few words.
 */
export type EventRow = { 
/**
 * The event's UUID.
 */
uuid: string, 
/**
 * When it happened.
 */
timestamp: number, 
/**
 * Its number within one app launch; 0 for events made by a server.
 */
eventNumber: number | null, 
/**
 * Which client; none for events without one.
 */
clientId: string | null, 
/**
 * Colour of the client, 0 to 7.
 */
clientColour: number | null, 
/**
 * Vendor.
 */
vendor: string, 
/**
 * Root type.
 */
eventType: string, 
/**
 * Label, as Adobe computes it.
 */
label: string, 
/**
 * What matters in it, in a few words.
 */
detail: string, 
/**
 * Whether it tells of an error.
 */
error: boolean, 
/**
 * Event source of the SDK; empty where there is none.
 */
source: string, 
/**
 * Milliseconds since the event before it in a list sorted by time.
 */
sincePrevious: number | null, 
/**
 * What is at the paths of the arrangement, shortened; one for each path.
 */
values: Array<string | null>, 
/**
 * What people marked.
 */
marks: EventMarks, };

/**
 * What a list of events is sorted by; what is equal is in the order of the session.
 */
export type EventSort = "time" | "name" | "type" | "source" | "vendor" | "client";

/**
 * What events are written as.
 */
export type EventsFormat = "json" | "ndjson" | "csv" | "parquet" | "archive";

/**
 * An examination of an integration, under way or ended.
 */
export type Examination = { 
/**
 * The integration.
 */
integration: string, 
/**
 * Whether it goes on.
 */
running: boolean, 
/**
 * When it began; none when there was none since the program started.
 */
begunAt: number | null, 
/**
 * The lines, in groups that belong together.
 */
groups: Array<DoctorGroup>, };

/**
 * Writes events to a file of the user's choice.
 */
export type ExportEventsRequest = { 
/**
 * The view whose archive is exported.
 */
view: string, 
/**
 * Only what its filter shows; otherwise the whole session.
 */
onlyShown: boolean, 
/**
 * The format.
 */
format: EventsFormat, 
/**
 * Columns of a table: names of fields or paths such as `payload.name`; empty for the usual ones.
 */
columns: Array<string>, 
/**
 * What is made unrecognizable.
 */
redaction: Array<RedactionRule>, };

/**
 * What an integration can be written as.
 */
export type ExportFormat = "postmanEnvironment" | "dotEnv" | "aioContext" | "aepp" | "jwtAuthOptions" | "curl";

/**
 * Writes the private key of an integration to a file of the user's choice.
 */
export type ExportKeyRequest = { 
/**
 * The integration.
 */
integration: string, 
/**
 * The format.
 */
format: KeyFormat, 
/**
 * The passphrase to encrypt with; at least eight characters.
 */
passphrase: string | null, };

/**
 * What would be written; secrets are shown as placeholders even where they would be written.
 */
export type ExportPreview = { 
/**
 * The name that the file would get.
 */
fileName: string, 
/**
 * The text, without secrets.
 */
text: string, 
/**
 * The secrets that would be written, in words ("client secret"); empty without secrets.
 */
secrets: Array<string>, 
/**
 * What the other tool needs besides, or cannot do, in a sentence each.
 */
notes: Array<string>, };

/**
 * An integration in one format.
 */
export type ExportRequest = { 
/**
 * The integration.
 */
integration: string, 
/**
 * The format.
 */
format: ExportFormat, 
/**
 * Whether client secret and private key are written too: only after the user has chosen so.
 */
withSecrets: boolean, };

/**
 * One value to filter by.
 */
export type Facet = { 
/**
 * The value as the filter takes it.
 */
value: string, 
/**
 * The value in words.
 */
label: string, 
/**
 * How many events.
 */
count: number, };

/**
 * Values to filter by, with how many events the other parts of the filter leave for each.
 */
export type Facets = { 
/**
 * Root types.
 */
types: Array<Facet>, 
/**
 * Vendors.
 */
vendors: Array<Facet>, 
/**
 * Clients.
 */
clients: Array<Facet>, 
/**
 * Event sources.
 */
sources: Array<Facet>, 
/**
 * Names, the 50 most frequent and those of the filter.
 */
names: Array<Facet>, 
/**
 * How many events tell of an error.
 */
errors: number, };

/**
 * Asks for the query that finds events with one of the values that a list offers.
 */
export type FieldQueryRequest = { 
/**
 * The list.
 */
list: FilterList, 
/**
 * The value, as the list has it.
 */
value: string, 
/**
 * Show these, or hide them.
 */
keep: Keep, };

/**
 * A header as it would be sent.
 */
export type FilledHeader = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its value; of a secret only what it is: "Bearer, the access token".
 */
value: string, 
/**
 * Whether the program filled it in.
 */
filledIn: boolean, };

/**
 * A field that a filter has a list for.
 */
export type FilterList = "types" | "vendors" | "clients" | "sources" | "names";

/**
 * Something to mend in one field.
 */
export type Finding = { 
/**
 * Which field.
 */
field: DraftField, 
/**
 * True while the field is only empty: nothing to shout about until the user leaves it or saves.
 */
missing: boolean, 
/**
 * What is wrong, and what to do.
 */
message: string, 
/**
 * A value that would be right, to be taken over with one click.
 */
suggestion: string | null, };

/**
 * How following a session goes.
 */
export type Following = { "state": "starting" } | { "state": "live" } | { "state": "archived" } | { "state": "retrying", 
/**
 * What happened.
 */
problem: Problem, 
/**
 * When the next request goes out.
 */
retryAt: number, } | { "state": "ended", 
/**
 * Why.
 */
problem: Problem, };

/**
 * A device that a tool found.
 */
export type FoundDevice = { 
/**
 * The tool.
 */
tool: DeviceTool, 
/**
 * The id that the tool knows it by.
 */
id: string, 
/**
 * Its name in words.
 */
name: string, 
/**
 * Why it cannot be used now, for example that it does not trust this computer.
 */
hindrance: string | null, };

/**
 * Generates an RSA key pair and its self-signed certificate for a draft.
 */
export type GenerateKeyRequest = { 
/**
 * The draft.
 */
draft: string, 
/**
 * 2048, 3072 or 4096.
 */
bits: number, 
/**
 * Validity of the certificate in days.
 */
days: number, 
/**
 * Subject, `/C=US/O=Acme/CN=…` as openssl takes it.
 */
subject: string, };

/**
 * A change under way, or one that has not begun.
 */
export type Guide = { 
/**
 * The integration.
 */
integration: string, 
/**
 * Which change.
 */
guide: GuideKind, 
/**
 * Whether something has been done already, so that leaving means coming back later.
 */
begun: boolean, 
/**
 * The steps in order.
 */
steps: Array<GuideStep>, 
/**
 * What the console lists: client secrets or certificates; none where it cannot be asked.
 */
listed: Array<ConsoleEntry> | null, 
/**
 * Why the console could not be asked. The steps then say what to do by hand.
 */
consoleProblem: Problem | null, 
/**
 * The new certificate.
 */
newCertificate: CertificateSummary | null, 
/**
 * The scopes that the migrated credential would ask for.
 */
scopes: Array<string>, 
/**
 * Actions that are offered beside those of the steps, such as cancelling.
 */
actions: Array<GuideActionName>, };

/**
 * Does one step of a guide. An action may hold a secret, so this is never printed.
 */
export type GuideActRequest = { 
/**
 * The integration.
 */
integration: string, 
/**
 * Which change of it.
 */
guide: GuideKind, 
/**
 * What to do.
 */
action: GuideAction, };

/**
 * What can be done in a guide, with what it needs.
 */
export type GuideAction = { "do": "setConsoleLink", 
/**
 * The address of the credential's page.
 */
link: string, } | { "do": "addSecret" } | { "do": "enterSecret", 
/**
 * The secret; goes to the vault and never comes back.
 */
clientSecret: string, } | { "do": "makeCertificate", 
/**
 * 2048, 3072 or 4096.
 */
bits: number, 
/**
 * Validity in days.
 */
days: number, 
/**
 * Subject, `/C=US/O=Acme/CN=…`.
 */
subject: string, } | { "do": "saveCertificate" } | { "do": "registerCertificate" } | { "do": "startMigration" } | { "do": "setScopes", 
/**
 * The scopes.
 */
scopes: Array<string>, } | { "do": "confirm" } | { "do": "prove" } | { "do": "switch" } | { "do": "switchBack" } | { "do": "copySecret" } | { "do": "retireOld", 
/**
 * Which, by the console's id.
 */
id: string, } | { "do": "finishMigration" } | { "do": "cancel" } | { "do": "finish" };

/**
 * The actions by name, as a step offers them.
 */
export type GuideActionName = "setConsoleLink" | "addSecret" | "enterSecret" | "makeCertificate" | "saveCertificate" | "registerCertificate" | "startMigration" | "setScopes" | "confirm" | "prove" | "switch" | "switchBack" | "copySecret" | "retireOld" | "finishMigration" | "cancel" | "finish";

/**
 * Which change.
 */
export type GuideKind = "clientSecret" | "certificate" | "migration";

/**
 * Names a guide.
 */
export type GuideRef = { 
/**
 * The integration.
 */
integration: string, 
/**
 * Which change of it.
 */
guide: GuideKind, };

/**
 * One step.
 */
export type GuideStep = { 
/**
 * A few words.
 */
title: string, 
/**
 * What it is for and what to do, in a sentence or two.
 */
explanation: string, 
/**
 * How it is.
 */
state: GuideStepState, 
/**
 * What can be done now, the usual thing first.
 */
actions: Array<GuideActionName>, };

/**
 * How a step is.
 */
export type GuideStepState = { "state": "later" } | { "state": "current" } | { "state": "done", 
/**
 * What came of it.
 */
detail: string, } | { "state": "failed", 
/**
 * Why and what to do.
 */
problem: Problem, };

/**
 * Whether an integration works.
 */
export type Health = { "state": "unknown" } | { "state": "ready" } | { "state": "renewing" } | { "state": "needsYou", 
/**
 * Why.
 */
problem: Problem, };

/**
 * The colour that an event is highlighted in.
 */
export type Highlight = "yellow" | "green" | "blue" | "purple" | "red";

/**
 * Something that was in a file and is not taken over.
 */
export type IgnoredPart = { 
/**
 * What it is, by its name in the file; never its value.
 */
what: string, 
/**
 * Why it is left.
 */
why: string, };

/**
 * Credentials that were found.
 */
export type ImportCandidate = { 
/**
 * A name for the integration, from the project, the environment or the file.
 */
name: string, 
/**
 * Kind of credentials.
 */
kind: CredentialKind, 
/**
 * Whose services they are for.
 */
environment: EnvironmentKind, 
/**
 * Organization ID.
 */
organizationId: string | null, 
/**
 * Client ID (API key).
 */
clientId: string | null, 
/**
 * Whether there is a client secret.
 */
hasClientSecret: boolean, 
/**
 * Technical account ID.
 */
technicalAccountId: string | null, 
/**
 * Scopes or metascopes.
 */
scopes: Array<string>, 
/**
 * Size in bits of the private key.
 */
keyBits: number | null, 
/**
 * The certificate.
 */
certificate: CertificateSummary | null, 
/**
 * Whether the key belongs to the certificate, where both are there.
 */
keyMatchesCertificate: boolean | null, 
/**
 * What the integration would still need, in the order of the wizard.
 */
missing: Array<DraftField>, 
/**
 * What is there and not right.
 */
findings: Array<Finding>, 
/**
 * What was there and is not taken over.
 */
ignored: Array<IgnoredPart>, };

/**
 * Imports a file of events, or takes over an archive that somebody sent.
 */
export type ImportEventsRequest = { 
/**
 * The file's path; none asks the user.
 */
path: string | null, };

/**
 * What was read, and what would become of it.
 */
export type ImportPreview = { 
/**
 * The import.
 */
id: string, 
/**
 * Each file or pasted text, in the order it came.
 */
files: Array<ImportedFile>, 
/**
 * The credentials that were found; one file can hold several, and several files can make up one.
 */
candidates: Array<ImportCandidate>, };

/**
 * Names an import that is being previewed.
 */
export type ImportRef = { 
/**
 * The import.
 */
import: string, };

/**
 * Where an import reads from. A text may hold secrets, so this is never printed.
 */
export type ImportSource = { "from": "dialog" } | { "from": "files", 
/**
 * Their paths on this computer.
 */
paths: Array<string>, } | { "from": "text", 
/**
 * The text.
 */
text: string, };

/**
 * What was imported.
 */
export type ImportedCollections = { 
/**
 * Collections that came, by their ids.
 */
collections: Array<string>, 
/**
 * Environments that came, by their ids.
 */
environments: Array<string>, 
/**
 * Secrets that were left out, by the name of the variable or field: the integration's own take their place.
 */
leftOut: Array<string>, 
/**
 * What cannot be done here as Postman does it: "3 requests send a file".
 */
remarks: Array<string>, };

/**
 * One file or pasted text.
 */
export type ImportedFile = { 
/**
 * Name of the file, with its folder inside a zip; "Pasted text" for a text.
 */
name: string, 
/**
 * What it is, in words ("Developer Console workspace"), once recognised.
 */
format: string | null, 
/**
 * Whether it could be used.
 */
state: ImportedFileState, };

/**
 * Whether a file could be used.
 */
export type ImportedFileState = { "state": "understood" } | { "state": "locked", 
/**
 * Whether the last passphrase did not open it.
 */
wrongPassphrase: boolean, } | { "state": "unusable", 
/**
 * Why, and what to do.
 */
problem: Problem, };

/**
 * Reads a token that was pasted. It is a secret, so this is never printed.
 */
export type InspectTokenRequest = { 
/**
 * What was pasted: the token alone, or with `Bearer`, quotes, line ends, or the JSON answer around it.
 */
text: string, 
/**
 * The integration to compare it with.
 */
integration: string | null, };

/**
 * Names an integration.
 */
export type IntegrationRef = { 
/**
 * The integration.
 */
integration: string, };

/**
 * A row of the Integrations page.
 */
export type IntegrationRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * The user's name for it.
 */
name: string, 
/**
 * Kind of its credentials.
 */
kind: CredentialKind, 
/**
 * Whose services it talks to.
 */
environment: EnvironmentKind, 
/**
 * Organization ID.
 */
organizationId: string, 
/**
 * Client ID (API key).
 */
clientId: string, 
/**
 * Technical account ID, where known.
 */
technicalAccountId: string | null, 
/**
 * Metascopes or scopes.
 */
scopes: Array<string>, 
/**
 * Health in one word, with its reason.
 */
health: Health, 
/**
 * When the access token in use expires.
 */
tokenExpiresAt: number | null, 
/**
 * Its certificate, for service accounts.
 */
certificate: CertificateSummary | null, 
/**
 * When it was last used.
 */
lastUsedAt: number | null, 
/**
 * The guided changes that make sense for it, with those that are under way.
 */
guides: Array<OfferedGuide>, };

/**
 * Takes a folder or a call out of one of the user's collections.
 */
export type ItemRef = { 
/**
 * The collection.
 */
collection: string, 
/**
 * The folder or call.
 */
item: string, };

/**
 * One job.
 */
export type Job = { 
/**
 * Its id.
 */
job: string, 
/**
 * What is done, for example "Importing events.json".
 */
title: string, 
/**
 * How much of it is done, 0 to 1; none while that cannot be told.
 */
done: number | null, 
/**
 * How many events were read or written so far.
 */
events: number, 
/**
 * How it stands.
 */
state: JobState, };

/**
 * Names a job.
 */
export type JobRef = { 
/**
 * The job.
 */
job: string, };

/**
 * How a job stands.
 */
export type JobState = { "state": "running" } | { "state": "done", 
/**
 * What came of it, for example "8,120 events. 3 records are no events: lines 7, 12 and 40."
 */
note: string, 
/**
 * The archive that it made, to be opened.
 */
archive: string | null, } | { "state": "failed", 
/**
 * Why.
 */
problem: Problem, } | { "state": "calledOff" };

/**
 * Whether to show only what is alike, or everything else.
 */
export type Keep = "only" | "allBut";

/**
 * Keeps a request in one of the user's collections.
 */
export type KeepRequest = { 
/**
 * The collection; none makes one that is called "My requests".
 */
collection: string | null, 
/**
 * The call in it that is replaced; none adds one at the end.
 */
item: string | null, 
/**
 * The request, with its name.
 */
request: ApiRequest, };

/**
 * What a private key is written as.
 */
export type KeyFormat = "pem" | "encryptedPem" | "pkcs12";

/**
 * A page of Adobe's to open in the user's browser.
 */
export type KnownPage = "developerConsole" | "adminConsole" | "assurance" | "experienceCloud";

/**
 * The beginning of an app launch, between two events of the list.
 */
export type LaunchRow = { 
/**
 * The client's first launch in the session is 1.
 */
number: number, 
/**
 * The client's name, where it is known.
 */
clientName: string | null, 
/**
 * Colour of the client, 0 to 7.
 */
clientColour: number | null, 
/**
 * When the launch's first event was.
 */
timestamp: number, };

/**
 * Asks for the query that finds events like one.
 */
export type LikeRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The event's UUID.
 */
event: string, 
/**
 * Show these, or hide them.
 */
keep: Keep, };

/**
 * What the check of a link found.
 */
export type LinkCheck = { 
/**
 * What is wrong and what to do; none when the link is fine.
 */
message: string | null, 
/**
 * A link that would be right.
 */
suggestion: string | null, };

/**
 * A web address that came in an event: whoever sent the event wrote it.
 */
export type LinkInEvent = { 
/**
 * All of it, as a browser would ask for it.
 */
address: string, 
/**
 * The host alone, in ASCII: names that look alike differ here.
 */
host: string, 
/**
 * Whether what is sent there can be read on the way.
 */
isPlain: boolean, };

/**
 * Names the value of an event that is a web address.
 */
export type LinkInEventRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The event's UUID.
 */
event: string, 
/**
 * JSON pointer of the value within the payload.
 */
path: string, };

/**
 * A place that a link can name.
 */
export type LinkedPlace = "home" | "integrations" | "sessions" | "archives" | "requests" | "practice" | "settings";

/**
 * One row of the list.
 */
export type ListRow = { "is": "event" } & EventRow | { "is": "launch" } & LaunchRow;

/**
 * Asks for the sessions of an integration.
 */
export type ListSessionsRequest = { 
/**
 * The integration.
 */
integration: string, 
/**
 * Case-insensitive text in name, link, creator or UUID; empty for all.
 */
search: string, 
/**
 * Sorted by.
 */
sort: SessionSort, 
/**
 * Largest, newest or last first.
 */
descending: boolean, 
/**
 * Ask Adobe again rather than answer from what is known.
 */
refresh: boolean, };

/**
 * A query made from what is seen.
 */
export type MadeQuery = { 
/**
 * Its text.
 */
text: string, 
/**
 * The path in it as queries and columns write it, where it has one.
 */
path: string | null, };

/**
 * Makes a new self-signed certificate for the private key that a draft has.
 */
export type MakeCertificateRequest = { 
/**
 * The draft.
 */
draft: string, 
/**
 * Validity of the certificate in days.
 */
days: number, 
/**
 * Subject, `/C=US/O=Acme/CN=…` as openssl takes it.
 */
subject: string, };

/**
 * A change of marks.
 */
export type MarkChange = { "what": "flag", 
/**
 * Whether to flag.
 */
on: boolean, } | { "what": "hide", 
/**
 * Whether to hide.
 */
on: boolean, } | { "what": "note", 
/**
 * The note.
 */
text: string, } | { "what": "highlight", 
/**
 * The colour; none takes it away.
 */
colour: Highlight | null, };

/**
 * Changes the marks of events.
 */
export type MarkRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The events' UUIDs.
 */
events: Array<string>, 
/**
 * What to change.
 */
change: MarkChange, };

/**
 * Who set a mark.
 */
export type MarkedBy = "here" | "adobe";

/**
 * Asks where the list shows a moment.
 */
export type MomentRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The moment.
 */
at: number, };

/**
 * Asks for the opposite of a query.
 */
export type NegateQueryRequest = { 
/**
 * The query.
 */
text: string, };

/**
 * Asks for the neighbour of an event.
 */
export type NeighbourRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The event's UUID.
 */
event: string, 
/**
 * The next one; otherwise the previous.
 */
next: boolean, };

/**
 * What came of trying the network settings.
 */
export type NetworkReport = { 
/**
 * The host that answered.
 */
host: string, 
/**
 * The proxy in between, without user name and password.
 */
proxy: string | null, 
/**
 * Seconds by which its clock is ahead of this computer's.
 */
clockAheadSeconds: number | null, };

/**
 * How to reach Adobe from this network.
 */
export type NetworkSettings = { 
/**
 * The proxy.
 */
proxy: ProxyChoice, 
/**
 * A PEM file with certificate authorities that are trusted beside the system's own.
 */
certificateAuthorities: string | null, };

/**
 * Events that are many and seldom of interest.
 */
export type Noise = "sharedStates" | "configuration" | "logs";

/**
 * How many events are noise of one kind.
 */
export type NoiseCount = { 
/**
 * The kind.
 */
noise: Noise, 
/**
 * How many events it leaves out, of those that the rest of the filter leaves; whether it is hidden or not.
 */
count: number, };

/**
 * A session that was not deleted.
 */
export type NotDeleted = { 
/**
 * The session's UUID.
 */
session: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Why.
 */
problem: Problem, };

/**
 * Something that a reader must know.
 */
export type Notice = { 
/**
 * How bad it is.
 */
tone: Tone, 
/**
 * What it is, in a few words.
 */
title: string, 
/**
 * What it means and what to do.
 */
text: string, 
/**
 * The event that tells it.
 */
event: string | null, };

/**
 * A guided change that an integration can go through.
 */
export type OfferedGuide = { 
/**
 * Which.
 */
guide: GuideKind, 
/**
 * Whether it is under way.
 */
begun: boolean, };

/**
 * A newer version. Its texts come from the network, made harmless to be looked at.
 */
export type OfferedUpdate = { 
/**
 * Its number.
 */
version: string, 
/**
 * When it was published.
 */
date: number | null, 
/**
 * What is new in it, as plain text.
 */
notes: string, 
/**
 * Whether the user does not want to be told of it.
 */
skipped: boolean, 
/**
 * How this copy of the program gets it.
 */
way: UpdateWay, };

/**
 * Opens the draft of a new integration (an unfinished one is taken up again) or of a saved one.
 */
export type OpenDraftRequest = { 
/**
 * The saved integration to edit; none for a new one.
 */
integration: string | null, 
/**
 * Fill in the practice workspace's credentials of this kind.
 */
practice: CredentialKind | null, };

/**
 * Opens a session's connect link on a device.
 */
export type OpenOnDeviceRequest = { 
/**
 * The integration.
 */
integration: string, 
/**
 * The session's UUID.
 */
session: string, 
/**
 * The tool.
 */
tool: DeviceTool, 
/**
 * The device, by the id that the tool knows it by.
 */
device: string, };

/**
 * A request that was kept.
 */
export type OpenedRequest = { 
/**
 * The request.
 */
request: ApiRequest, 
/**
 * Its collection, whose variables count.
 */
collection: string | null, 
/**
 * What it says of itself, as text; may be empty.
 */
description: string, 
/**
 * Scripts that belong to it, which are not run.
 */
scripts: Array<RequestScript>, 
/**
 * Its answer, where there still is one.
 */
answer: ApiAnswer | null, };

/**
 * One thing to open.
 */
export type Opening = { "kind": "archive", 
/**
 * Its id.
 */
archive: string, } | { "kind": "import", 
/**
 * The job that takes it over.
 */
job: Job, } | { "kind": "session", 
/**
 * The session's UUID.
 */
session: string, 
/**
 * The integration that the link names.
 */
integration: string | null, } | { "kind": "place", 
/**
 * The place.
 */
place: LinkedPlace, } | { "kind": "refused", 
/**
 * Why.
 */
problem: Problem, };

/**
 * A defect that the page met in itself.
 */
export type PageDefect = { 
/**
 * What the web view says, with the place in the page's code.
 */
message: string, };

/**
 * A passphrase typed by the user; travels to Rust only.
 */
export type PassphraseRequest = { 
/**
 * At least eight characters when it is chosen.
 */
passphrase: string, };

/**
 * Sessions that are being deleted.
 */
export type PendingDeletion = { 
/**
 * Its id.
 */
deletion: string, 
/**
 * The integration.
 */
integration: string, 
/**
 * The sessions' UUIDs; the list of sessions no longer shows them.
 */
sessions: Array<string>, 
/**
 * What is deleted, in words: the session's name, or how many there are.
 */
what: string, 
/**
 * How it stands.
 */
state: DeletionState, };

/**
 * An event and where the list shows it.
 */
export type PlacedEvent = { 
/**
 * The event's UUID.
 */
uuid: string, 
/**
 * Index of its row in the list.
 */
index: number, };

/**
 * Which simulated device connects.
 */
export type PracticeDevice = "iphone" | "pixel";

/**
 * A practice session with events arriving.
 */
export type PracticeSession = { 
/**
 * The practice integration.
 */
integration: string, 
/**
 * The session that was made.
 */
session: string, };

/**
 * The stand-in Adobe inside the program.
 */
export type PracticeStatus = { 
/**
 * Whether it serves now.
 */
running: boolean, 
/**
 * Its organization ID, once it runs.
 */
organizationId: string | null, 
/**
 * The address it listens on, once it runs.
 */
address: string | null, 
/**
 * The integration that uses it, once there is one.
 */
integration: string | null, };

/**
 * A named list of metascopes or scopes of one Adobe service.
 */
export type Preset = { 
/**
 * The service, in Adobe's words.
 */
service: string, 
/**
 * What to request for it.
 */
values: Array<string>, };

/**
 * An error as the window shows it: what happened, why, what to do next. Holds no secret.
 */
export type Problem = { 
/**
 * Stable; the only thing that code may branch on.
 */
code: ProblemCode, 
/**
 * A few words, for a heading.
 */
title: string, 
/**
 * What happened, and why as far as known.
 */
message: string, 
/**
 * What the user can do now.
 */
nextStep: string, 
/**
 * Adobe's own words, ids and statuses, redacted; for a support request.
 */
detail: string | null, };

/**
 * Why something failed; a code exists only where somebody branches on it or where a sentence of its own helps.
 */
export type ProblemCode = "invalid-input" | "not-found" | "session-deleted" | "vault-locked" | "vault-damaged" | "key-unusable" | "certificate-unusable" | "key-certificate-mismatch" | "client-unknown" | "secret-refused" | "signature-refused" | "jwt-refused" | "scope-refused" | "clock-off" | "token-refused" | "access-refused" | "rate-limited" | "unreachable" | "unexpected-answer" | "service-failed" | "file" | "disk-full" | "archive-unusable" | "archive-in-use" | "query" | "desktop-only" | "cancelled" | "internal";

/**
 * A report as it would be saved. It holds no secret, no event and no name that the user gave.
 */
export type ProblemReport = { 
/**
 * Names this report when it is saved; a newer one takes its place.
 */
report: string, 
/**
 * The files in it, each whole.
 */
files: Array<ReportedFile>, };

/**
 * Asks for properties of a company.
 */
export type PropertiesRequest = { 
/**
 * The integration.
 */
integration: string, 
/**
 * The company's id.
 */
company: string, 
/**
 * Case-insensitive text in the name; empty for all.
 */
search: string, 
/**
 * `web`, `mobile` or `edge`; none for all.
 */
platform: string | null, };

/**
 * Properties that match.
 */
export type PropertyList = { 
/**
 * The properties that match; 500 at most.
 */
rows: Array<PropertyRow>, 
/**
 * How many match.
 */
matched: number, 
/**
 * Whether there are more than could be listed.
 */
isCutShort: boolean, };

/**
 * One property.
 */
export type PropertyRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * `web`, `mobile` or `edge`, as Adobe says.
 */
platform: string, 
/**
 * Its domains, for the web.
 */
domains: Array<string>, 
/**
 * Whether it is in use.
 */
enabled: boolean, 
/**
 * The rights on it, in Adobe's words.
 */
rights: Array<string>, };

/**
 * The proxy between this computer and Adobe.
 */
export type ProxyChoice = { "use": "system" } | { "use": "direct" } | { "use": "custom", 
/**
 * Its address, `http://host:port` or `socks5://host:port`. It carries no user name and no password.
 */
url: string, 
/**
 * The user name that it asks for; empty where it asks for none. Its password is in the vault.
 */
userName: string, };

/**
 * The password of a proxy; travels to Rust only.
 */
export type ProxyPasswordRequest = { 
/**
 * The address of the proxy. The password goes to no other.
 */
url: string, 
/**
 * The user name that it belongs to.
 */
userName: string, 
/**
 * The password.
 */
password: string, };

/**
 * What is wrong with a query.
 */
export type QueryCheck = { 
/**
 * None when it can be run.
 */
mistake: QueryMistake | null, };

/**
 * One thing that may be written next.
 */
export type QueryCompletion = { 
/**
 * The text to insert, quoted where the language wants it.
 */
insert: string, 
/**
 * How to show it.
 */
label: string, 
/**
 * What it is, or how many events have it.
 */
detail: string, 
/**
 * What kind of thing it is.
 */
completionKind: CompletionKind, };

/**
 * What may be written next.
 */
export type QueryCompletions = { 
/**
 * Where the piece that is being typed begins, in characters from 1.
 */
column: number, 
/**
 * How many characters of it are there; they are replaced.
 */
length: number, 
/**
 * What may take its place, the likeliest first; 20 at most.
 */
items: Array<QueryCompletion>, };

/**
 * Where a query cannot be understood.
 */
export type QueryMistake = { 
/**
 * The column, from 1, in characters.
 */
column: number, 
/**
 * How many characters are meant.
 */
length: number, 
/**
 * What is wrong, in a sentence.
 */
message: string, 
/**
 * What could stand there instead.
 */
expected: Array<string>, };

/**
 * Asks for the UUIDs of neighbouring rows, to select them together.
 */
export type RangeRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * Index of one end.
 */
from: number, 
/**
 * Index of the other end.
 */
to: number, };

/**
 * Lines of the raw event.
 */
export type RawPage = { 
/**
 * Lines in all.
 */
total: number, 
/**
 * The lines, in order.
 */
lines: Array<string>, };

/**
 * Asks for lines of the raw event.
 */
export type RawRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The event's UUID.
 */
event: string, 
/**
 * Index of the first line.
 */
offset: number, 
/**
 * How many lines, 500 at most.
 */
limit: number, };

/**
 * Reads files or a text and shows what was understood; or adds them to what was read already, since several files
 * can make up one integration.
 */
export type ReadImportRequest = { 
/**
 * What was read before; none begins anew.
 */
import: string | null, 
/**
 * Where to read.
 */
source: ImportSource, };

/**
 * How far an analysis has read.
 */
export type ReadingProgress = { 
/**
 * Events that were read.
 */
read: number, 
/**
 * Events that it reads.
 */
of: number, };

/**
 * What a redaction would take out.
 */
export type RedactionPreview = { 
/**
 * How many events would be exported.
 */
events: number, 
/**
 * How many of them would be changed.
 */
changed: number, 
/**
 * One entry for each rule that was asked for, in the order of [`RedactionRule`].
 */
rules: Array<RuleFindings>, };

/**
 * What is made unrecognizable in an export.
 */
export type RedactionRule = "identities" | "pushTokens" | "ipAddresses" | "pin" | "names" | "emailAddresses" | "credentials";

/**
 * One value that would go.
 */
export type RedactionSample = { 
/**
 * Where it is in its event, as queries write it.
 */
path: string, 
/**
 * The value, shortened.
 */
value: string, 
/**
 * What takes its place.
 */
replacement: string, };

/**
 * What belongs to an event.
 */
export type Related = { 
/**
 * Groups in the order of their worth; none is empty.
 */
groups: Array<RelatedGroup>, 
/**
 * The event that this one answers to, for the key `p`.
 */
parent: string | null, 
/**
 * Events of the same kind and client, the nearest in time, to compare it with; 40 at most.
 */
alike: Array<RelatedRow>, };

/**
 * Events that belong to an event in the same way.
 */
export type RelatedGroup = { 
/**
 * In which way, for example "Same request".
 */
title: string, 
/**
 * The events in order, 200 at most.
 */
rows: Array<RelatedRow>, 
/**
 * How many there are.
 */
total: number, };

/**
 * One event that belongs to another.
 */
export type RelatedRow = { 
/**
 * Its row.
 */
row: EventRow, 
/**
 * Levels below the first, for trees.
 */
depth: number, 
/**
 * Milliseconds after the event that is asked for; negative before it.
 */
afterMs: number, };

/**
 * Leaves out one of the files again.
 */
export type RemoveImportedFileRequest = { 
/**
 * The import.
 */
import: string, 
/**
 * Place of the file in the preview, from 0.
 */
file: number, };

/**
 * What a report would hold.
 */
export type ReportContents = { 
/**
 * Events that are flagged, highlighted or have a note.
 */
marked: number, 
/**
 * How many of them the report can hold; the rest is named but not shown.
 */
shown: number, 
/**
 * How many more are marked and left out, because they are hidden or the session was cleared after them.
 */
hidden: number, };

/**
 * Asks what a report would hold.
 */
export type ReportContentsRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * Whether hidden events are in it, also where the list leaves them out.
 */
withHidden: boolean, };

/**
 * A file of a report.
 */
export type ReportedFile = { 
/**
 * Its name in the report.
 */
name: string, 
/**
 * What it tells, in a sentence.
 */
about: string, 
/**
 * Every letter of it.
 */
text: string, };

/**
 * The body of a call.
 */
export type RequestBody = { "mode": "none" } | { "mode": "text", 
/**
 * The text.
 */
text: string, 
/**
 * Its media type; empty for `application/json`.
 */
mediaType: string, } | { "mode": "form", 
/**
 * Its fields.
 */
fields: Array<RequestField>, 
/**
 * Whether it is sent as `multipart/form-data`, rather than `application/x-www-form-urlencoded`.
 */
multipart: boolean, } | { "mode": "graphQl", 
/**
 * The query.
 */
query: string, 
/**
 * Its variables as JSON; empty for none.
 */
variables: string, };

/**
 * What would be sent. Secrets are told by their names alone.
 */
export type RequestCheck = { 
/**
 * The address with its variables filled in; of a secret in it its name is left.
 */
url: string, 
/**
 * The host, without the scheme; empty when there is none yet.
 */
host: string, 
/**
 * Whether the access token goes along.
 */
token: TokenUse, 
/**
 * All headers that go out, in order.
 */
headers: Array<FilledHeader>, 
/**
 * Names of variables that have no value.
 */
missing: Array<string>, 
/**
 * What would be done instead of sending it: "Assurance Desk requests the access token itself."
 */
replacedBy: string | null, 
/**
 * Where it goes when that is not the host it names: the practice workspace stands in for Adobe's hosts.
 */
standsIn: string | null, 
/**
 * Why it cannot be sent.
 */
problem: Problem | null, };

/**
 * A request that was typed and is kept nowhere else.
 */
export type RequestDraft = { 
/**
 * What the window calls it.
 */
key: string, 
/**
 * Where it is kept as it was before; none for a new one.
 */
source: RequestPlace | null, 
/**
 * As it is kept there.
 */
kept: ApiRequest, 
/**
 * As it was typed, without secrets.
 */
request: ApiRequest, };

/**
 * Requests that were typed in the window and are kept nowhere else.
 */
export type RequestDrafts = { 
/**
 * In the order in which they were begun; 100 at most.
 */
drafts: Array<RequestDraft>, 
/**
 * The key of the one that is shown.
 */
shown: string | null, };

/**
 * A header, or a field of a form.
 */
export type RequestField = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its value.
 */
value: string, 
/**
 * Whether it is sent.
 */
enabled: boolean, };

/**
 * A tool that takes requests.
 */
export type RequestForm = "curl" | "postman";

/**
 * Names a request that is kept somewhere.
 */
export type RequestPlace = { "from": "collection", 
/**
 * The collection.
 */
collection: string, 
/**
 * The call in it.
 */
item: string, } | { "from": "history", 
/**
 * What was sent.
 */
sent: string, };

/**
 * A script of a collection. It is shown, and not run.
 */
export type RequestScript = { 
/**
 * When Postman would run it: before the request, or after the answer.
 */
runs: ScriptTime, 
/**
 * Where it stands: the request's own, or the name of the folder or collection.
 */
owner: string | null, 
/**
 * The script.
 */
text: string, 
/**
 * What takes its place here: "Assurance Desk signs the JWT itself."; none when nothing does.
 */
replacedBy: string | null, };

/**
 * What lies beside the request that is being written.
 */
export type RequestShelf = { 
/**
 * Collections: that of Adobe's guides first, which the program brings, then those of the user by name.
 */
collections: Array<CollectionSummary>, 
/**
 * Environments, by name.
 */
environments: Array<VariableSet>, 
/**
 * What was sent, newest first; 200 at most.
 */
history: Array<SentRequest>, 
/**
 * Hosts beside Adobe's own that get the access token, by name.
 */
allowedHosts: Array<string>, 
/**
 * Hosts of Adobe's that get the access token, and what they are.
 */
adobeHosts: Array<AdobeHost>, };

/**
 * A text for another tool. It holds no secret.
 */
export type RequestText = { 
/**
 * The text.
 */
text: string, };

/**
 * Asks for a request as a text for another tool.
 */
export type RequestTextRequest = { 
/**
 * The request.
 */
request: ApiRequest, 
/**
 * The integration, whose fields that are no secret are written out; its secrets stand as variables.
 */
integration: string, 
/**
 * The collection whose variables count.
 */
collection: string | null, 
/**
 * The environment whose variables count, before those of the collection.
 */
environment: string | null, 
/**
 * For which tool.
 */
form: RequestForm, };

/**
 * How far an integration has a right.
 */
export type RightHeld = "yes" | "some" | "no";

/**
 * One right.
 */
export type RightRow = { 
/**
 * Its name in Adobe's words.
 */
title: string, 
/**
 * How far the integration has it.
 */
held: RightHeld, 
/**
 * For each role in order, whether it has the right.
 */
ofRoles: Array<boolean>, };

/**
 * One role.
 */
export type RoleColumn = { 
/**
 * Its name in Adobe's words.
 */
title: string, 
/**
 * The metascope that gives it to a service account.
 */
metascope: string, 
/**
 * Whether its rights are exactly those that the integration has.
 */
matches: boolean, 
/**
 * Whether the integration asks for its metascope.
 */
askedFor: boolean, 
/**
 * Rights of the role that the integration lacks, in Adobe's words.
 */
lacking: Array<string>, };

/**
 * Rights against roles, as in Adobe's access token guide.
 */
export type RoleMatrix = { 
/**
 * The rights, a row each.
 */
rights: Array<RightRow>, 
/**
 * The roles, a column each.
 */
roles: Array<RoleColumn>, 
/**
 * Rights that have no place in the matrix, as Adobe writes them.
 */
otherRights: Array<string>, 
/**
 * What it means, in a sentence.
 */
says: string, };

/**
 * Rows of the list.
 */
export type RowsPage = { 
/**
 * The revision these rows belong to.
 */
revision: number, 
/**
 * Events that the filter shows at that revision.
 */
matched: number, 
/**
 * Rows of the whole list: events, and app launches where they are shown.
 */
length: number, 
/**
 * When the session's first event was, whatever the filter shows.
 */
first: number | null, 
/**
 * The rows, in order.
 */
rows: Array<ListRow>, };

/**
 * Asks for rows of the list.
 */
export type RowsRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * Index of the first row of the list as it is arranged.
 */
offset: number, 
/**
 * How many rows, 500 at most.
 */
limit: number, };

/**
 * What one rule finds.
 */
export type RuleFindings = { 
/**
 * The rule.
 */
rule: RedactionRule, 
/**
 * How many values it takes out.
 */
values: number, 
/**
 * In how many events.
 */
events: number, 
/**
 * A few of them.
 */
samples: Array<RedactionSample>, };

/**
 * Runs a collection or a folder of it, one call after the other.
 */
export type RunCollectionRequest = { 
/**
 * The integration it is sent under.
 */
integration: string, 
/**
 * The collection.
 */
collection: string, 
/**
 * A folder or a call of it; none for all.
 */
item: string | null, 
/**
 * The environment whose variables count.
 */
environment: string | null, };

/**
 * One call of a run.
 */
export type RunLine = { 
/**
 * The call.
 */
item: string, 
/**
 * Its name, after those of its folders.
 */
name: string, 
/**
 * The method.
 */
method: string, 
/**
 * How it is.
 */
outcome: RunOutcome, };

/**
 * How a call of a run is.
 */
export type RunOutcome = { "state": "waiting" } | { "state": "running", 
/**
 * Seconds that the service asked to wait before it is tried again.
 */
waitsSeconds: number | null, } | { "state": "answered", 
/**
 * It in the history.
 */
sent: string, 
/**
 * The HTTP status.
 */
status: number, 
/**
 * From sending to the last byte.
 */
tookMs: number, } | { "state": "failed", 
/**
 * Why.
 */
problem: Problem, } | { "state": "skipped", 
/**
 * Why.
 */
reason: string, };

/**
 * The sandboxes that an integration can use.
 */
export type SandboxList = { 
/**
 * The sandboxes.
 */
rows: Array<SandboxRow>, 
/**
 * The one that the integration's calls name; none means Adobe's default.
 */
chosen: string | null, 
/**
 * Whether there are more than could be listed.
 */
isCutShort: boolean, };

/**
 * One sandbox.
 */
export type SandboxRow = { 
/**
 * Its name, which calls send as `x-sandbox-name`.
 */
name: string, 
/**
 * Its name in words.
 */
title: string, 
/**
 * `production` or `development`, as Adobe says.
 */
sandboxKind: string, 
/**
 * `active`, `creating`, `failed` or `deleted`, as Adobe says.
 */
state: string, 
/**
 * Where it is.
 */
region: string, 
/**
 * Whether calls without a sandbox mean this one.
 */
isDefault: boolean, };

/**
 * What to save.
 */
export type SaveProblemReportRequest = { 
/**
 * The report that was shown.
 */
report: string, 
/**
 * What the user was doing, in their own words; written as it is typed.
 */
remarks: string, 
/**
 * Names of files that are left out.
 */
leaveOut: Array<string>, };

/**
 * Saves a report of the marked events: one HTML file, to print or to hand over.
 */
export type SaveReportRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * Heading of the report.
 */
title: string, 
/**
 * What the reader should know first.
 */
remarks: string, 
/**
 * What is made unrecognizable.
 */
redaction: Array<RedactionRule>, 
/**
 * Whether hidden events are in it, also where the list leaves them out.
 */
withHidden: boolean, };

/**
 * Where a file was saved.
 */
export type SavedFile = { 
/**
 * Its path on this computer.
 */
path: string, };

/**
 * A filter that was kept under a name.
 */
export type SavedFilter = { 
/**
 * Its name, which no other has.
 */
name: string, 
/**
 * The filter.
 */
filter: EventFilter, };

/**
 * Names a saved filter.
 */
export type SavedFilterRef = { 
/**
 * Its name.
 */
name: string, };

/**
 * When Postman would run a script.
 */
export type ScriptTime = "before" | "after";

/**
 * Searches one archive, without opening it in the inspector.
 */
export type SearchArchiveRequest = { 
/**
 * The archive.
 */
archive: string, 
/**
 * The query.
 */
text: string, 
/**
 * How many minutes the user's clock is ahead of UTC.
 */
zoneMinutes: number, 
/**
 * How many of the newest hits to show, 50 at most.
 */
limit: number, };

/**
 * One part of the page: a table.
 */
export type Section = { 
/**
 * Its id, for [`SectionWindow`].
 */
id: string, 
/**
 * Its heading.
 */
title: string, 
/**
 * A sentence below the heading.
 */
explanation: string | null, 
/**
 * Its columns.
 */
columns: Array<Column>, 
/**
 * Whether rows can be chosen, which opens another section about them.
 */
canChoose: boolean, 
/**
 * Rows in all.
 */
total: number, 
/**
 * Index of the first row that is here.
 */
offset: number, 
/**
 * The rows that were asked for.
 */
rows: Array<DrawnRow>, };

/**
 * Which rows of a section are wanted.
 */
export type SectionWindow = { 
/**
 * The section.
 */
section: string, 
/**
 * Index of the first row.
 */
offset: number, 
/**
 * How many rows, 500 at most.
 */
limit: number, };

/**
 * Sends a request.
 */
export type SendRequest = { 
/**
 * A new id, by which it can be stopped, and later found in the history.
 */
sent: string, 
/**
 * The integration it is sent under.
 */
integration: string, 
/**
 * The request.
 */
request: ApiRequest, 
/**
 * The collection whose variables count.
 */
collection: string | null, 
/**
 * The environment whose variables count, before those of the collection.
 */
environment: string | null, };

/**
 * Names something that was sent, or is under way.
 */
export type SentRef = { 
/**
 * Its id.
 */
sent: string, };

/**
 * A line of the history.
 */
export type SentRequest = { 
/**
 * Its id; also that of its answer.
 */
sent: string, 
/**
 * When.
 */
at: number, 
/**
 * The method.
 */
method: string, 
/**
 * The address as it was sent; of a secret in it nothing is left.
 */
url: string, 
/**
 * The name of the request; may be empty.
 */
name: string, 
/**
 * Which integration it was sent under.
 */
integration: string, 
/**
 * The status of the answer; none when none came.
 */
status: number | null, 
/**
 * How long it took.
 */
tookMs: number | null, 
/**
 * Whether the answer can still be looked at; answers are kept while the program runs.
 */
hasAnswer: boolean, };

/**
 * Sessions that match, and how many there are in all.
 */
export type SessionList = { 
/**
 * The sessions that match, sorted.
 */
rows: Array<SessionRow>, 
/**
 * How many sessions there are without the search.
 */
total: number, 
/**
 * Links used before, newest first, to be offered for a new session.
 */
recentLinks: Array<string>, };

/**
 * Names a session of an integration.
 */
export type SessionRef = { 
/**
 * The integration.
 */
integration: string, 
/**
 * The session's UUID.
 */
session: string, };

/**
 * One Assurance session.
 */
export type SessionRow = { 
/**
 * UUID at Adobe.
 */
uuid: string, 
/**
 * Name.
 */
name: string, 
/**
 * The base URL of the app under test.
 */
link: string, 
/**
 * The four-digit PIN; absent where Adobe does not tell it.
 */
pin: string | null, 
/**
 * When it was created.
 */
createdAt: number | null, 
/**
 * Who created it.
 */
createdBy: string | null, 
/**
 * Days until Adobe deletes it, 30 days after creation.
 */
daysLeft: number | null, 
/**
 * Whether the inspector follows it now.
 */
open: boolean, 
/**
 * How many of its events are kept on this computer.
 */
archived: number | null, };

/**
 * Columns that sessions can be sorted by.
 */
export type SessionSort = "name" | "link" | "created";

/**
 * Names several sessions of an integration.
 */
export type SessionsRef = { 
/**
 * The integration.
 */
integration: string, 
/**
 * The sessions' UUIDs.
 */
sessions: Array<string>, };

/**
 * Changes the filter of a view.
 */
export type SetFilterRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The filter.
 */
filter: EventFilter, };

/**
 * What the user chose and the program remembers.
 */
export type Settings = { 
/**
 * Light, dark, or what the system says.
 */
theme: Theme, 
/**
 * Hints that the user has read and closed.
 */
closedHints: Array<string>, 
/**
 * Announcements that the user has put away.
 */
dismissedAnnouncements: Array<string>, 
/**
 * How to reach Adobe from this network.
 */
network: NetworkSettings, 
/**
 * Keep every session of every integration on this computer, also those that nobody opens.
 */
archiveAlways: boolean, };

/**
 * How much something matters.
 */
export type Severity = "wrong" | "note" | "good";

/**
 * Whether a list shows what is hidden and cleared.
 */
export type ShowHiddenRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * Whether to show it.
 */
show: boolean, };

/**
 * Signs a JWT for a service account and puts it on the clipboard for one minute.
 */
export type SignJwtRequest = { 
/**
 * The integration.
 */
integration: string, 
/**
 * How long it is valid, in minutes, from 1 to 1440.
 */
lifetimeMinutes: number, 
/**
 * Whether it carries a `jti`.
 */
jti: boolean, 
/**
 * The metascopes; the integration's own where absent.
 */
metascopes: Array<string> | null, };

/**
 * Asks how the shared state that an event sets came to be.
 */
export type StateHistoryRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The event's UUID.
 */
event: string, 
/**
 * Index of the first row.
 */
offset: number, 
/**
 * How many rows, 500 at most.
 */
limit: number, };

/**
 * How a check went.
 */
export type StepOutcome = { "state": "waiting" } | { "state": "running" } | { "state": "passed", 
/**
 * What was found.
 */
detail: string, } | { "state": "failed", 
/**
 * What happened and what to do next.
 */
problem: Problem, } | { "state": "skipped", 
/**
 * Why.
 */
reason: string, };

/**
 * One line of a summary.
 */
export type SummaryLine = { 
/**
 * What it is.
 */
label: string, 
/**
 * Its value.
 */
value: string, 
/**
 * JSON pointer of the value within the payload; none where it was put together.
 */
path: string | null, };

/**
 * One company.
 */
export type TagsCompany = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, };

/**
 * What tags says of an integration.
 */
export type TagsOverview = { 
/**
 * The technical account's name at tags.
 */
account: string, 
/**
 * The companies; usually one.
 */
companies: Array<TagsCompany>, 
/**
 * The rights that the integration really has, beside what roles have.
 */
matrix: RoleMatrix, };

/**
 * The checks of an integration, in order.
 */
export type TestCheck = "fields" | "keyMatchesCertificate" | "certificateValid" | "accessToken" | "clock" | "assurance";

/**
 * One line of the test of an integration.
 */
export type TestStep = { 
/**
 * Which check.
 */
check: TestCheck, 
/**
 * The check in words.
 */
title: string, 
/**
 * How it went.
 */
outcome: StepOutcome, };

/**
 * Colours of the window.
 */
export type Theme = "system" | "light" | "dark";

/**
 * One change. Ticks are coalesced: at most ten of a kind a second reach the window.
 */
export type Tick = { "kind": "integrations" } | { "kind": "draft", 
/**
 * Which draft.
 */
draft: string, } | { "kind": "sessions", 
/**
 * Which integration.
 */
integration: string, } | { "kind": "view", 
/**
 * What the inspector shows above its list.
 */
status: ViewStatus, } | { "kind": "practice" } | { "kind": "guide", 
/**
 * Which integration.
 */
integration: string, } | { "kind": "doctor", 
/**
 * Which integration.
 */
integration: string, } | { "kind": "requests" } | { "kind": "collectionRun" } | { "kind": "jobs" } | { "kind": "archives" } | { "kind": "savedFilters" } | { "kind": "announcements" } | { "kind": "updates" } | { "kind": "vault" } | { "kind": "filesDropped", 
/**
 * Their paths on this computer.
 */
paths: Array<string>, } | { "kind": "openings" } | { "kind": "clipboardCleared" };

/**
 * The density of a session over time. All lists have one number for each piece of time.
 */
export type Timeline = { 
/**
 * The revision it belongs to.
 */
revision: number, 
/**
 * When the session's first event was; none while there is no event.
 */
first: number | null, 
/**
 * When its newest event was.
 */
last: number | null, 
/**
 * Where the strip begins.
 */
from: number, 
/**
 * Where it ends.
 */
to: number, 
/**
 * All events, whatever the filter shows.
 */
all: Array<number>, 
/**
 * A lane for each client, and one for events without a client, with what the filter shows.
 */
lanes: Array<TimelineLane>, 
/**
 * Events that tell of an error, among those that the filter shows; none while they are being found.
 */
errors: Array<number>, 
/**
 * Whether it is known which events tell of an error.
 */
knowsErrors: boolean, 
/**
 * Flagged events, among those that the filter shows.
 */
flags: Array<number>, 
/**
 * App launches.
 */
launches: Array<number>, };

/**
 * One client's lane.
 */
export type TimelineLane = { 
/**
 * The client; none for events without one.
 */
client: string | null, 
/**
 * Its name in words.
 */
name: string, 
/**
 * Its colour, 0 to 7.
 */
colour: number | null, 
/**
 * Its events.
 */
counts: Array<number>, };

/**
 * Asks for the density of a session over time.
 */
export type TimelineRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * Where the strip begins; none begins with the session.
 */
from: number | null, 
/**
 * Where the strip ends; none ends with the session.
 */
to: number | null, 
/**
 * Into how many equal pieces the time is cut, 2,000 at most.
 */
buckets: number, };

/**
 * One member of a header or payload.
 */
export type TokenClaim = { 
/**
 * Its name in the token.
 */
name: string, 
/**
 * Its value as JSON, long ones cut.
 */
value: string, 
/**
 * What it means, for the names that are known.
 */
meaning: string | null, 
/**
 * The moment that it names, for times.
 */
at: number | null, };

/**
 * One thing that was checked.
 */
export type TokenFinding = { 
/**
 * How much it matters.
 */
severity: Severity, 
/**
 * A few words.
 */
title: string, 
/**
 * What was found.
 */
message: string, 
/**
 * What to do, where there is something to do.
 */
nextStep: string | null, };

/**
 * What a token is.
 */
export type TokenKind = "serviceAccountJwt" | "accessToken" | "otherJwt";

/**
 * What a token says and what is wrong with it. Holds no signature, so no token can be made of it.
 */
export type TokenReport = { 
/**
 * What it is.
 */
kind: TokenKind, 
/**
 * Its header.
 */
header: Array<TokenClaim>, 
/**
 * Its claims.
 */
claims: Array<TokenClaim>, 
/**
 * When it was issued, where it says.
 */
issuedAt: number | null, 
/**
 * When it ends, where it says.
 */
expiresAt: number | null, 
/**
 * What was checked, the worst first.
 */
findings: Array<TokenFinding>, };

/**
 * Whether the access token goes along.
 */
export type TokenUse = "sent" | "hostNotAllowed" | "notNeeded";

/**
 * How good or bad something is.
 */
export type Tone = "plain" | "good" | "warning" | "bad";

/**
 * Rows of the payload's tree.
 */
export type TreePage = { 
/**
 * Rows that are visible in all.
 */
total: number, 
/**
 * How many keys and values the search found.
 */
hits: number, 
/**
 * The rows, in order.
 */
rows: Array<TreeRow>, };

/**
 * Asks for rows of the payload's tree.
 */
export type TreeRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The event's UUID.
 */
event: string, 
/**
 * Case-insensitive text in keys and values; empty for all.
 */
search: string, 
/**
 * Paths that the user opened or closed, against the default.
 */
toggled: Array<string>, 
/**
 * How many levels are open by default; none is as many as are good to begin with.
 */
openLevels: number | null, 
/**
 * The members of objects by their keys, instead of as they came.
 */
sortByKey: boolean, 
/**
 * Index of the first row.
 */
offset: number, 
/**
 * How many rows, 500 at most.
 */
limit: number, };

/**
 * One row of the payload's tree.
 */
export type TreeRow = { 
/**
 * JSON pointer from the payload.
 */
path: string, 
/**
 * Levels below the payload.
 */
depth: number, 
/**
 * Key or index.
 */
key: string, 
/**
 * What the value is.
 */
valueKind: ValueKind, 
/**
 * The value, or what is in it, shortened.
 */
preview: string, 
/**
 * Members or elements.
 */
children: number, 
/**
 * Whether its children follow.
 */
expanded: boolean, 
/**
 * Whether the search found it.
 */
hit: boolean, };

/**
 * Network settings to try.
 */
export type TryNetworkRequest = { 
/**
 * The settings.
 */
network: NetworkSettings, 
/**
 * The password of the proxy, where one was typed; the one in the vault otherwise, if it is for this proxy and this
 * user name.
 */
password: string | null, };

/**
 * Opens an encrypted key, a PKCS#12 file or the like with its passphrase.
 */
export type UnlockImportRequest = { 
/**
 * The import.
 */
import: string, 
/**
 * Place of the file in the preview, from 0.
 */
file: number, 
/**
 * Its passphrase; goes to Rust and never comes back.
 */
passphrase: string, };

/**
 * A version that was offered.
 */
export type UpdateRef = { 
/**
 * Its number, as it was shown.
 */
version: string, };

/**
 * Renames a session or changes its link; what is absent stays.
 */
export type UpdateSessionRequest = { 
/**
 * The integration.
 */
integration: string, 
/**
 * The session's UUID.
 */
session: string, 
/**
 * The new name.
 */
name: string | null, 
/**
 * The new link.
 */
link: string | null, };

/**
 * How far an update has come.
 */
export type UpdateState = { "state": "notLooked" } | { "state": "newest" } | { "state": "offered", 
/**
 * The version.
 */
update: OfferedUpdate, 
/**
 * What became of it when it was to be downloaded or installed, if that failed.
 */
problem: Problem | null, } | { "state": "downloading", 
/**
 * The version.
 */
update: OfferedUpdate, 
/**
 * Bytes that have arrived.
 */
received: number, 
/**
 * Bytes of the whole, where that is known.
 */
size: number | null, } | { "state": "ready", 
/**
 * The version.
 */
update: OfferedUpdate, };

/**
 * How this copy of the program gets a newer version.
 */
export type UpdateWay = "itself" | "page" | "elsewhere";

/**
 * Everything about updates.
 */
export type Updates = { 
/**
 * The host that is asked; none in a build that has no place to get updates from, which asks nobody.
 */
host: string | null, 
/**
 * Whether the user agreed that the program looks when it starts; none while nobody was asked.
 */
agreed: boolean | null, 
/**
 * When it looked last, whatever came of it.
 */
lookedAt: number | null, 
/**
 * How far it has come.
 */
state: UpdateState, };

/**
 * What a JSON value is.
 */
export type ValueKind = "object" | "array" | "string" | "embeddedJson" | "number" | "boolean" | "null";

/**
 * Asks for the query that finds events with a value of a payload.
 */
export type ValueQueryRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * The event's UUID.
 */
event: string, 
/**
 * JSON pointer of the value within the payload, as a row of its tree has it.
 */
path: string, 
/**
 * Show these, or hide them.
 */
keep: Keep, };

/**
 * A variable. The value of one that holds a secret is never kept: the integration's own takes its place.
 */
export type Variable = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its value; empty where the integration fills it in.
 */
value: string, 
/**
 * Whether it is used.
 */
enabled: boolean, 
/**
 * Whether the integration in use fills it in, like `API_KEY` and `ACCESS_TOKEN`.
 */
filledIn: boolean, };

/**
 * Variables with a name: an environment.
 */
export type VariableSet = { 
/**
 * Its id; a new one when it is saved first.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its variables.
 */
variables: Array<Variable>, };

/**
 * Whether secrets can be read and written now.
 */
export type VaultState = "openWithKeychain" | "openWithPassphrase" | "locked" | "needsPassphrase" | "keychainUnavailable" | "keychainKeyMissing" | "olderFile" | "damaged" | "tooNew";

/**
 * Names a view.
 */
export type ViewRef = { 
/**
 * The view.
 */
view: string, };

/**
 * What the inspector shows above its list.
 */
export type ViewStatus = { 
/**
 * The view's id; one per open session.
 */
view: string, 
/**
 * The integration that it is or was followed with, where that is still saved.
 */
integration: string | null, 
/**
 * The session's UUID; empty where the archive does not know it.
 */
session: string, 
/**
 * The archive that keeps the events.
 */
archive: string, 
/**
 * The session's name.
 */
name: string, 
/**
 * Days until Adobe deletes the session.
 */
daysLeft: number | null, 
/**
 * Counts what was told of this view: of two statuses the one with the larger number is the newer, whichever came
 * first.
 */
order: number, 
/**
 * Grows with each change of what the list would show.
 */
revision: number, 
/**
 * Events in the session so far (paused ones included).
 */
total: number, 
/**
 * Events that the filter shows.
 */
matched: number, 
/**
 * Whether the list is paused.
 */
paused: boolean, 
/**
 * Events that arrived since it was paused.
 */
arrivedWhilePaused: number, 
/**
 * How following goes.
 */
following: Following, 
/**
 * The connected app instances.
 */
clients: Array<ClientRow>, 
/**
 * The filter in force.
 */
filter: EventFilter, 
/**
 * How the list is laid out.
 */
arrangement: Arrangement, 
/**
 * Events that match the filter and are hidden or cleared; the list leaves them out unless `shows_hidden`.
 */
hidden: number, 
/**
 * Whether hidden and cleared events are shown all the same.
 */
showsHidden: boolean, 
/**
 * Up to when the session was cleared.
 */
clearedAt: number | null, 
/**
 * By whom it was cleared.
 */
clearedBy: MarkedBy | null, };
