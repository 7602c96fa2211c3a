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
  /** Puts a vault that nobody can open any more aside and makes a new one. */
  vault_set_aside: { request: null; answer: VaultState };
  /** Lets the user choose a file with extra certificate authorities, and gives its path. */
  network_choose_authorities: { request: null; answer: SavedFile };
  /** Tries to reach IMS with these settings before they are saved. */
  network_try: { request: NetworkSettings; answer: NetworkReport };
  /** What will need the user soon and was not put away. */
  announcements_list: { request: null; answer: Array<Announcement> };
  /** Puts an announcement away until the next threshold. */
  announcement_dismiss: { request: DismissAnnouncementRequest; answer: Array<Announcement> };
  /** Puts a text that is not a secret on the clipboard. */
  copy_text: { request: CopyRequest; answer: null };
  /** Opens one of Adobe's pages in the user's browser. */
  page_open: { request: KnownPage; answer: null };
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
  /** Whether a query can be understood, while it is typed. */
  query_check: { request: CheckQueryRequest; answer: QueryCheck };
  /** The archives on this computer. */
  archives_list: { request: null; answer: Array<ArchiveRow> };
  /** Imports a file of events into a new archive, or takes over an archive, in the background. */
  archive_import: { request: ImportEventsRequest; answer: Job };
  /** Opens an archive in the inspector; the same view again if it is open already. */
  archive_open: { request: ArchiveRef; answer: ViewStatus };
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
  /** Copies a raw event or one value of its payload to the clipboard. */
  event_copy: { request: CopyEventRequest; answer: null };
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
scopes: Array<Preset>, };

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
 * The four-digit PIN to type on the device; absent where Adobe does not tell it.
 */
pin: string | null, 
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
 * Puts an announcement away until the next threshold.
 */
export type DismissAnnouncementRequest = { 
/**
 * The announcement.
 */
id: string, };

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
 * Whose services an integration talks to.
 */
export type EnvironmentKind = "adobe" | "practice" | "custom";

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
clients: Array<string>, };

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
 * One row of the list.
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
error: boolean, };

/**
 * What events are written as.
 */
export type EventsFormat = "json" | "ndjson" | "csv" | "parquet" | "archive";

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
clients: Array<Facet>, };

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
 * What a private key is written as.
 */
export type KeyFormat = "pem" | "encryptedPem" | "pkcs12";

/**
 * A page of Adobe's to open in the user's browser.
 */
export type KnownPage = "developerConsole" | "adminConsole" | "assurance";

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
 * A passphrase typed by the user; travels to Rust only.
 */
export type PassphraseRequest = { 
/**
 * At least eight characters when it is chosen.
 */
passphrase: string, };

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
 * The proxy between this computer and Adobe.
 */
export type ProxyChoice = { "use": "system" } | { "use": "direct" } | { "use": "custom", 
/**
 * Its address, `http://host:port`. It carries no user name and no password.
 */
url: string, };

/**
 * What is wrong with a query.
 */
export type QueryCheck = { 
/**
 * None when it can be run.
 */
mistake: QueryMistake | null, };

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
 * The rows, in order.
 */
rows: Array<EventRow>, };

/**
 * Asks for rows of the list.
 */
export type RowsRequest = { 
/**
 * The view.
 */
view: string, 
/**
 * Index of the first row, 0 is the oldest event that matches.
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
 * Where a file was saved.
 */
export type SavedFile = { 
/**
 * Its path on this computer.
 */
path: string, };

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
network: NetworkSettings, };

/**
 * How much something matters.
 */
export type Severity = "wrong" | "note" | "good";

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
value: string, };

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
integration: string, } | { "kind": "jobs" } | { "kind": "archives" } | { "kind": "announcements" } | { "kind": "vault" } | { "kind": "filesDropped", 
/**
 * Their paths on this computer.
 */
paths: Array<string>, } | { "kind": "clipboardCleared" };

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
 * What a JSON value is.
 */
export type ValueKind = "object" | "array" | "string" | "embeddedJson" | "number" | "boolean" | "null";

/**
 * Whether secrets can be read and written now.
 */
export type VaultState = "openWithKeychain" | "openWithPassphrase" | "locked" | "needsPassphrase" | "keychainUnavailable" | "keychainKeyMissing";

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
filter: EventFilter, };
