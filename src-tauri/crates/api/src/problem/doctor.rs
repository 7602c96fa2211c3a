//! The doctor's lines in words: what each looks at, what was found, and who can help.

use ::doctor::{Check, Failure, Found, Line, NotApplicable, Service, State};
use gateway::GatewayError;
use integration::Integration;
use platform::PlatformError;
use tags::{Role, TagsError};

use super::steps::{counted, passed};
use crate::contract::doctor::{DoctorGroup, DoctorHelp, DoctorLine, DoctorOutcome};
use crate::contract::problem::{Problem, ProblemCode};

/// The lines as the window shows them. `through` tells the proxy on the way to a service, where there is one.
pub(crate) fn doctor_groups(
    lines: &[Line],
    integration: &Integration,
    through: impl Fn(Service) -> Option<String>,
) -> Vec<DoctorGroup> {
    let mut groups: Vec<DoctorGroup> = Vec::new();
    for line in lines {
        let title = group(line.check);
        if groups.last().is_none_or(|group| group.title != title) {
            groups.push(DoctorGroup {
                title: title.to_owned(),
                lines: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            group.lines.push(shown(line, integration, &through));
        }
    }
    groups
}

fn shown(line: &Line, integration: &Integration, through: impl Fn(Service) -> Option<String>) -> DoctorLine {
    let outcome = match &line.state {
        State::Waiting => DoctorOutcome::Waiting,
        State::Running => DoctorOutcome::Running,
        State::Passed(found) => DoctorOutcome::Passed {
            detail: match (found, line.check) {
                (Found::Reached { host }, Check::Reach(service)) => match through(service) {
                    Some(proxy) => format!("{host}, through {proxy}"),
                    None => host.clone(),
                },
                _ => in_words(found),
            },
        },
        State::Failed(failure) => {
            let problem = problem(failure);
            DoctorOutcome::Failed {
                help: help(line.check, failure, &problem, integration),
                problem,
            }
        }
        State::NotApplicable(reason) => DoctorOutcome::NotApplicable {
            reason: not_applicable(*reason),
        },
    };
    DoctorLine {
        id: id(line.check).to_owned(),
        title: title(line.check).to_owned(),
        outcome,
        took_ms: line
            .took
            .map(|took| u64::try_from(took.as_millis()).unwrap_or(u64::MAX)),
    }
}

fn group(check: Check) -> &'static str {
    match check {
        Check::Fields | Check::Clock => "This computer",
        Check::Reach(_) => "The way to Adobe",
        Check::KeyMatchesCertificate | Check::CertificateValid | Check::CertificateRegistered => "Key and certificate",
        Check::AccessToken | Check::TokenOrganization | Check::TokenScopes => "Access token",
        Check::Assurance | Check::Platform | Check::Sandboxes | Check::TagsProfile | Check::TagsCompanies => {
            "Adobe's services"
        }
    }
}

fn id(check: Check) -> &'static str {
    match check {
        Check::Fields => "fields",
        Check::Clock => "clock",
        Check::Reach(Service::Ims) => "reachIms",
        Check::Reach(Service::Assurance) => "reachAssurance",
        Check::Reach(Service::Platform) => "reachPlatform",
        Check::Reach(Service::Tags) => "reachTags",
        Check::KeyMatchesCertificate => "keyMatchesCertificate",
        Check::CertificateValid => "certificateValid",
        Check::CertificateRegistered => "certificateRegistered",
        Check::AccessToken => "accessToken",
        Check::TokenOrganization => "tokenOrganization",
        Check::TokenScopes => "tokenScopes",
        Check::Assurance => "assurance",
        Check::Platform => "platform",
        Check::Sandboxes => "sandboxes",
        Check::TagsProfile => "tagsProfile",
        Check::TagsCompanies => "tagsCompanies",
    }
}

fn title(check: Check) -> &'static str {
    match check {
        Check::Fields => "All fields are filled in",
        Check::Clock => "This computer's clock is right",
        Check::Reach(Service::Ims) => "IMS can be reached",
        Check::Reach(Service::Assurance) => "Assurance can be reached",
        Check::Reach(Service::Platform) => "Experience Platform can be reached",
        Check::Reach(Service::Tags) => "Tags can be reached",
        Check::KeyMatchesCertificate => "The key belongs to the certificate",
        Check::CertificateValid => "The certificate is valid",
        Check::CertificateRegistered => "The certificate is registered with Adobe",
        Check::AccessToken => "Adobe gives an access token",
        Check::TokenOrganization => "The token is for this organization",
        Check::TokenScopes => "The token covers Assurance",
        Check::Assurance => "Assurance lists sessions",
        Check::Platform => "Experience Platform lists XDM classes",
        Check::Sandboxes => "Sandboxes can be used",
        Check::TagsProfile => "Tags knows the technical account",
        Check::TagsCompanies => "Tags lists a company and its properties",
    }
}

fn in_words(found: &Found) -> String {
    match found {
        Found::Step(detail) => passed(detail),
        Found::Reached { host } => host.clone(),
        Found::Registered => "Adobe accepted its signature".to_owned(),
        Found::Organization(organization) => organization.clone(),
        Found::Scopes { granted, left_out } => {
            let granted = counted(i64::try_from(*granted).unwrap_or(i64::MAX), "scope");
            match left_out.as_slice() {
                [] => granted,
                left_out => format!("{granted}; without {}", left_out.join(", ")),
            }
        }
        Found::Classes(classes) => format!("{classes} XDM classes of Adobe"),
        Found::Sandboxes(names) if names.is_empty() => "None is named".to_owned(),
        Found::Sandboxes(names) => names.join(", "),
        Found::Account(name) => name.clone(),
        Found::Tags(tags) => {
            let rights = tags.rights.all();
            let role = match Role::matching(&rights) {
                Some(role) => format!("rights of the role {}", role.name()),
                None if rights.is_empty() => "may read only".to_owned(),
                None => counted(i64::try_from(rights.len()).unwrap_or(i64::MAX), "right"),
            };
            let properties = if tags.rights.properties == 1 {
                "1 property".to_owned()
            } else {
                format!("{} properties", tags.rights.properties)
            };
            format!("{}: {properties}, {role}", tags.companies.join(", "))
        }
        Found::CredentialsWork => "Nothing was found (404), which still means that the credentials work".to_owned(),
    }
}

fn not_applicable(reason: NotApplicable) -> String {
    match reason {
        NotApplicable::OtherKind => "Only a service account (JWT) has it".to_owned(),
        NotApplicable::Needs(check) => format!("Not tried: it needs “{}”", title(check)),
        NotApplicable::NoCertificate => "No certificate is kept here to compare with".to_owned(),
        NotApplicable::NoDate => "The answer carried no time to compare with".to_owned(),
        NotApplicable::NotTold => "The token does not say".to_owned(),
    }
}

fn problem(failure: &Failure) -> Problem {
    match failure {
        Failure::Step(error) => error.as_ref().into(),
        Failure::Unreachable(unreachable) => unreachable.into(),
        Failure::NotRegistered { sha1_fingerprint } => {
            let which = sha1_fingerprint.as_ref().map_or_else(
                || "The certificate of this key".to_owned(),
                |sha1| format!("Certificate {sha1}"),
            );
            Problem::new(
                ProblemCode::SignatureRefused,
                "Adobe does not know the certificate",
                format!(
                    "{which} is not registered for this organization and technical account, so Adobe accepts no signature made with its key."
                ),
                "Register it in Developer Console, or choose the key of the certificate that is registered. Also compare the organization ID and the technical account ID.",
            )
        }
        Failure::OtherOrganization { token, expected } => Problem::new(
            ProblemCode::AccessRefused,
            "The token is for another organization",
            format!("The credential belongs to {token}, and the integration says {expected}."),
            "Compare the organization ID with the credential's page in Developer Console, and correct it here.",
        ),
        Failure::ScopesMissing(scopes) => Problem::new(
            ProblemCode::ScopeRefused,
            "The token does not cover Assurance",
            format!("It lacks {}.", scopes.join(" and ")),
            "In Developer Console, add Assurance to the project with these scopes, then add them to the integration here.",
        ),
        Failure::Platform(error) => error.into(),
        Failure::Tags(error) => error.into(),
        Failure::NoCompany => Problem::new(
            ProblemCode::AccessRefused,
            "Tags lists no company",
            "The credentials work, but no company of the organization is open to them.",
            "Ask an administrator to add the technical account to a product profile of tags in Admin Console.",
        ),
    }
}

impl From<&PlatformError> for Problem {
    fn from(error: &PlatformError) -> Self {
        match error {
            PlatformError::Gateway(error) => error.into(),
            PlatformError::NotSendable { what } => Self::invalid_input(
                format!("It could not be asked: {what} holds characters that cannot be sent."),
                "Choose another from the list.",
            ),
        }
    }
}

impl From<PlatformError> for Problem {
    fn from(error: PlatformError) -> Self {
        (&error).into()
    }
}

impl From<&TagsError> for Problem {
    fn from(error: &TagsError) -> Self {
        let TagsError::Gateway(error) = error;
        let code = match error {
            GatewayError::Refused { error_code, .. } => error_code.as_deref(),
            _ => None,
        };
        let (title, message, next_step) = match code {
            Some("no-available-orgs") => (
                "Tags is open to no organization of this account",
                "The technical account is in no product profile with rights in tags, or the token has too few scopes.",
                "Ask an administrator to add it to a product profile of tags in Admin Console, and check that Experience Platform Launch API was added to the project.",
            ),
            Some("invalid-org") => (
                "Tags does not accept the organization",
                "The organization has no tags, or the account has no access to it.",
                "Compare the organization ID with the credential's page in Developer Console.",
            ),
            Some("not-authorized") => (
                "The account has no right to do this in tags",
                "Rights come from product profiles, and theirs do not cover this.",
                "Ask an administrator to add the right in Admin Console.",
            ),
            Some("not-found") => (
                "Tags has nothing there",
                "The credentials work, but what was asked for does not exist, or is hidden from this account.",
                "Choose another from the list.",
            ),
            Some("authentication-failure" | "ims-session-error" | "session-timeout" | "ims-not-authorized") => (
                "Tags does not accept the access token",
                "The access token has expired or was revoked.",
                "Renew the token. If it goes on, test the integration.",
            ),
            _ => return error.into(),
        };
        let told: Self = error.into();
        Self {
            title: title.to_owned(),
            message: message.to_owned(),
            next_step: next_step.to_owned(),
            ..told
        }
    }
}

impl From<TagsError> for Problem {
    fn from(error: TagsError) -> Self {
        (&error).into()
    }
}

/// Who else can mend it.
enum Helper {
    NetworkTeam,
    AdminConsole,
    DeveloperConsole,
}

fn helper(failure: &Failure, code: ProblemCode) -> Option<Helper> {
    match (failure, code) {
        (Failure::OtherOrganization { .. }, _) => None,
        (_, ProblemCode::Unreachable) => Some(Helper::NetworkTeam),
        (_, ProblemCode::AccessRefused) => Some(Helper::AdminConsole),
        (_, ProblemCode::ScopeRefused | ProblemCode::ClientUnknown | ProblemCode::SignatureRefused) => {
            Some(Helper::DeveloperConsole)
        }
        _ => None,
    }
}

/// Who else can mend it, and what to write to them. Identifiers are no secrets; tokens, keys and client secrets never
/// stand here.
fn help(check: Check, failure: &Failure, problem: &Problem, integration: &Integration) -> Option<DoctorHelp> {
    let (who, wish) = match helper(failure, problem.code)? {
        Helper::NetworkTeam => ("your network team", network_wish(problem)),
        Helper::AdminConsole => ("an administrator in Admin Console", profile_wish(check)),
        Helper::DeveloperConsole => (
            "somebody with developer access in Developer Console",
            project_wish(check, failure),
        ),
    };
    let account = integration.technical_account_id.as_deref().unwrap_or("not known here");
    let answer = problem.detail.as_deref().unwrap_or(&problem.title);
    let message = format!(
        "Hello,\n\n{wish}\n\nOrganization ID: {}\nClient ID: {}\nTechnical account ID: {account}\nWhat Adobe answered: {answer}\n\nThank you.",
        integration.organization_id, integration.client_id,
    );
    Some(DoctorHelp {
        who: who.to_owned(),
        message,
    })
}

fn network_wish(problem: &Problem) -> String {
    format!(
        "an application of ours has to reach Adobe by HTTPS and cannot: {} Please allow ims-na1.adobelogin.com and the hosts that end in adobe.io on port 443, without inspection of their traffic, or give me the file of your certificate authority and the address of the proxy.",
        problem.message
    )
}

fn profile_wish(check: Check) -> String {
    let product = match check {
        Check::TagsProfile | Check::TagsCompanies => {
            "a product profile of Adobe Experience Platform Data Collection that has a property and rights in tags"
        }
        _ => "the product profile of Adobe Experience Platform that is called AEP-Default-All-Users",
    };
    format!(
        "please add the API credential with the client ID below to {product} (Admin Console, Products, the profile, API credentials), and me as a developer and a user of it. For data of Experience Platform it also needs a role: Experience Platform, Permissions, Roles, API credentials."
    )
}

fn project_wish(check: Check, failure: &Failure) -> String {
    match (check, failure) {
        (_, Failure::NotRegistered { sha1_fingerprint }) => format!(
            "please add my public certificate{} to the service account with the client ID below (its page in Developer Console, Public keys). I send it with this message.",
            sha1_fingerprint
                .as_ref()
                .map(|sha1| format!(" (SHA-1 {sha1})"))
                .unwrap_or_default()
        ),
        (_, Failure::ScopesMissing(scopes)) => format!(
            "please add Assurance to the project with the client ID below, with these scopes: {}.",
            scopes.join(", ")
        ),
        (Check::Platform | Check::Sandboxes, _) => {
            "please add Experience Platform API to the project with the client ID below (Add API, Adobe Experience Platform).".to_owned()
        }
        (Check::TagsProfile | Check::TagsCompanies, _) => {
            "please add Experience Platform Launch API to the project with the client ID below (Add API, Adobe Experience Platform).".to_owned()
        }
        _ => "please check the credential with the client ID below, and add Assurance to its project (Add API, Adobe Experience Platform).".to_owned(),
    }
}

/// The examination as a text to hand over.
pub(crate) fn doctor_report(integration: &Integration, groups: &[DoctorGroup], when: &str) -> String {
    use std::fmt::Write as _;
    let mut text = format!(
        "Connection doctor, {when}\nOrganization ID: {}\nClient ID: {}\nTechnical account ID: {}\n",
        integration.organization_id,
        integration.client_id,
        integration.technical_account_id.as_deref().unwrap_or("not known"),
    );
    for group in groups {
        write!(text, "\n{}\n", group.title).expect("writing to a string cannot fail");
        for line in &group.lines {
            writeln!(text, "{}", line_of_report(line)).expect("writing to a string cannot fail");
        }
    }
    text
}

fn line_of_report(line: &DoctorLine) -> String {
    let title = &line.title;
    match &line.outcome {
        DoctorOutcome::Waiting => format!("  ... {title}"),
        DoctorOutcome::Running => format!("  ... {title}: under way"),
        DoctorOutcome::Passed { detail } if detail.is_empty() => format!("  ok  {title}"),
        DoctorOutcome::Passed { detail } => format!("  ok  {title}: {detail}"),
        DoctorOutcome::NotApplicable { reason } => format!("  -   {title}: {reason}"),
        DoctorOutcome::Failed { problem, .. } => {
            let detail = problem
                .detail
                .as_ref()
                .map(|detail| format!(" [{detail}]"))
                .unwrap_or_default();
            format!(
                "  NOT {title}: {}. {} {}{detail}",
                problem.title, problem.message, problem.next_step
            )
        }
    }
}
