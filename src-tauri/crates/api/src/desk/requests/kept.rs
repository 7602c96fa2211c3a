//! The shelf: collections, environments, the history and allowed hosts.

use std::sync::Arc;

use requests::{Request, Shelf, ShelfError, adobe_hosts, postman};
use whole_files::{Readers, replace};

use super::answers::Answers;
use super::conversion::{kept_variables, line, script, summary, variable_set};
use crate::contract::drafts::SavedFile;
use crate::contract::problem::Problem;
use crate::contract::requests::{
    AdobeHost, AllowHostRequest, CollectionRef, EnvironmentRef, ItemRef, KeepRequest, OpenedRequest, RequestPlace,
    RequestShelf, VariableSet,
};
use crate::contract::tick::Tick;
use crate::desk::Desk;
use crate::desk::archive_files::file_name;

/// Characters of a name.
const LONGEST_NAME: usize = 200;

impl Desk {
    pub(crate) async fn requests_read(&self, (): ()) -> Result<RequestShelf, Problem> {
        let (shelf, answers) = (Arc::clone(&self.requests.shelf), Arc::clone(&self.requests.answers));
        self.blocking(move || Ok(shown(&shelf, &answers)?)).await
    }

    pub(crate) async fn request_open(&self, request: RequestPlace) -> Result<OpenedRequest, Problem> {
        let (shelf, answers) = (Arc::clone(&self.requests.shelf), Arc::clone(&self.requests.answers));
        self.blocking(move || match request {
            RequestPlace::Collection { collection, item } => {
                let opened = shelf.call(collection, &item)?;
                Ok(OpenedRequest {
                    request: opened.request.into(),
                    collection: Some(collection),
                    description: opened.description,
                    scripts: opened.scripts.into_iter().map(script).collect(),
                    answer: None,
                })
            }
            RequestPlace::History { sent } => {
                let line = shelf.sent(sent)?;
                Ok(OpenedRequest {
                    request: line.request.into(),
                    collection: line.collection,
                    description: String::new(),
                    scripts: Vec::new(),
                    answer: answers.known(sent).map(|kept| kept.answer.clone()),
                })
            }
        })
        .await
    }

    pub(crate) async fn request_keep(&self, request: KeepRequest) -> Result<RequestShelf, Problem> {
        let written = Request::from(request.request);
        self.change_shelf(move |shelf| {
            shelf
                .keep(request.collection, request.item.as_deref(), &written)
                .map(drop)
        })
        .await
    }

    pub(crate) async fn request_remove(&self, request: ItemRef) -> Result<RequestShelf, Problem> {
        self.change_shelf(move |shelf| shelf.remove_item(request.collection, &request.item))
            .await
    }

    pub(crate) async fn history_clear(&self, (): ()) -> Result<RequestShelf, Problem> {
        self.requests.answers.clear();
        self.change_shelf(Shelf::clear_history).await
    }

    pub(crate) async fn host_allow(&self, request: AllowHostRequest) -> Result<RequestShelf, Problem> {
        self.change_shelf(move |shelf| shelf.allow_host(&request.host, request.allowed))
            .await
    }

    pub(crate) async fn collection_change(&self, request: VariableSet) -> Result<RequestShelf, Problem> {
        let name = name(&request.name)?;
        let variables = kept_variables(request.variables);
        self.change_shelf(move |shelf| shelf.change_collection(request.id, &name, &variables))
            .await
    }

    pub(crate) async fn collection_delete(&self, request: CollectionRef) -> Result<RequestShelf, Problem> {
        self.change_shelf(move |shelf| shelf.remove_collection(request.collection))
            .await
    }

    pub(crate) async fn collection_save(&self, request: CollectionRef) -> Result<SavedFile, Problem> {
        let shelf = Arc::clone(&self.requests.shelf);
        let collection = self.blocking(move || Ok(shelf.collection(request.collection)?)).await?;
        let name = format!("{}.postman_collection.json", file_name(&collection.name()));
        let path = self.desktop.choose_save_path("Save the collection", &name).await?;
        self.ensure_not_ours(&path)?;
        let saved = SavedFile {
            path: path.display().to_string(),
        };
        // The dialog has asked whether to replace a file.
        self.blocking(move || {
            replace(&path, postman::write(&collection).as_bytes(), Readers::Everybody)
                .map_err(|error| Problem::file(&path, &error, "saved"))
        })
        .await?;
        Ok(saved)
    }

    pub(crate) async fn environment_save(&self, request: VariableSet) -> Result<RequestShelf, Problem> {
        let name = name(&request.name)?;
        let variables = kept_variables(request.variables);
        self.change_shelf(move |shelf| shelf.save_environment(request.id, &name, &variables))
            .await
    }

    pub(crate) async fn environment_delete(&self, request: EnvironmentRef) -> Result<RequestShelf, Problem> {
        self.change_shelf(move |shelf| shelf.remove_environment(request.environment))
            .await
    }

    /// Changes what is kept, tells the other windows, and shows it.
    async fn change_shelf<F>(&self, change: F) -> Result<RequestShelf, Problem>
    where
        F: FnOnce(&Shelf) -> Result<(), ShelfError> + Send + 'static,
    {
        let (shelf, answers) = (Arc::clone(&self.requests.shelf), Arc::clone(&self.requests.answers));
        let changed = self
            .blocking(move || {
                change(&shelf)?;
                Ok(shown(&shelf, &answers)?)
            })
            .await?;
        self.ticks.send(Tick::Requests);
        Ok(changed)
    }
}

fn shown(shelf: &Shelf, answers: &Answers) -> Result<RequestShelf, ShelfError> {
    let kept = answers.all();
    let adobe = adobe_hosts().into_iter().map(|host| AdobeHost {
        service: host.service.to_owned(),
        address: host.address.to_owned(),
    });
    Ok(RequestShelf {
        collections: shelf
            .collections()?
            .iter()
            .map(|collection| summary(collection))
            .collect(),
        environments: shelf.environments()?.iter().map(variable_set).collect(),
        history: shelf
            .history()?
            .into_iter()
            .map(|sent| line(sent, |id| kept.contains(&id)))
            .collect(),
        allowed_hosts: shelf.allowed_hosts()?,
        adobe_hosts: adobe.collect(),
    })
}

fn name(text: &str) -> Result<String, Problem> {
    let name = text.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(Problem::invalid_input(
            "It needs a name.",
            format!("Give it a name of 1 to {LONGEST_NAME} characters."),
        ));
    }
    Ok(name.to_owned())
}
