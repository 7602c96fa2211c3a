//! Collections, a file each.

use std::collections::HashMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use uuid::Uuid;
use whole_files::{FileError, create_private_folder, read_json, replace_json};

use super::files::{CollectionFile, remove};
use super::{Shelf, ShelfError};
use crate::builtin::{BUILTIN, builtin};
use crate::postman::{Collection, Opened};
use crate::request::Request;
use crate::variables::Variable;

const GONE: ShelfError = ShelfError::Gone { what: "The collection" };
const CALL_GONE: ShelfError = ShelfError::Gone { what: "The request" };
/// The collection that is made for a request when there is none yet.
const FIRST: &str = "My requests";

/// A collection as its file was when it was read.
#[derive(Debug)]
pub(super) struct Known {
    written: Option<SystemTime>,
    bytes: u64,
    collection: Arc<Collection>,
}

impl Shelf {
    /// All collections: that of the program first, then those of the user by name.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read.
    pub fn collections(&self) -> Result<Vec<Arc<Collection>>, ShelfError> {
        let mut known = self.turn();
        let mut collections = Vec::new();
        for id in self.ids()? {
            collections.extend(self.read_collection(&mut known, id)?);
        }
        collections.sort_by_cached_key(|collection| (collection.name().to_lowercase(), collection.id()));
        collections.insert(0, Arc::new(builtin()));
        Ok(collections)
    }

    /// One collection.
    ///
    /// # Errors
    /// When it is gone, or its file cannot be read.
    pub fn collection(&self, id: Uuid) -> Result<Arc<Collection>, ShelfError> {
        if id == BUILTIN {
            return Ok(Arc::new(builtin()));
        }
        let mut known = self.turn();
        self.read_collection(&mut known, id)?.ok_or(GONE)
    }

    /// One call of a collection.
    ///
    /// # Errors
    /// When the collection or the call is gone, or the file cannot be read.
    pub fn call(&self, collection: Uuid, item: &str) -> Result<Opened, ShelfError> {
        self.collection(collection)?.open(item).ok_or(CALL_GONE)
    }

    /// Deletes a collection.
    ///
    /// # Errors
    /// When the program brings it, or its file cannot be deleted.
    pub fn remove_collection(&self, id: Uuid) -> Result<(), ShelfError> {
        if id == BUILTIN {
            return Err(ShelfError::BuiltIn);
        }
        let mut known = self.turn();
        known.remove(&id);
        Ok(remove(&self.path(id))?)
    }

    /// Changes the name and the variables of a collection. Of secrets nothing is kept.
    ///
    /// # Errors
    /// As [`Shelf::remove_item`].
    pub fn change_collection(&self, id: Uuid, name: &str, variables: &[Variable]) -> Result<(), ShelfError> {
        self.changed(id, |collection| {
            collection.change(name, variables);
            Ok(())
        })
    }

    /// Keeps a request in a collection, in the place of a call or at its end, and tells where. Without a collection it
    /// goes into "My requests", which is made when there is none. Its secrets are left out.
    ///
    /// # Errors
    /// As [`Shelf::remove_item`].
    pub fn keep(
        &self,
        collection: Option<Uuid>,
        item: Option<&str>,
        request: &Request,
    ) -> Result<(Uuid, String), ShelfError> {
        let id = match collection {
            Some(id) => id,
            None => self.first()?,
        };
        let item = self.changed(id, |collection| collection.keep(item, request).ok_or(CALL_GONE))?;
        Ok((id, item))
    }

    /// Takes a folder or a call out of a collection.
    ///
    /// # Errors
    /// When the program brings the collection, when it or the item is gone, or when its file cannot be read or written.
    pub fn remove_item(&self, collection: Uuid, item: &str) -> Result<(), ShelfError> {
        self.changed(collection, |collection| match collection.remove(item) {
            true => Ok(()),
            false => Err(CALL_GONE),
        })
    }

    /// Puts a collection on the shelf. One whose id is taken gets a new one.
    pub(super) fn add_collection(&self, mut collection: Collection) -> Result<Uuid, ShelfError> {
        let _turn = self.turn();
        while collection.id() == BUILTIN || collection.id().is_nil() || self.path(collection.id()).exists() {
            collection.set_id(Uuid::new_v4());
        }
        self.write(&collection)?;
        Ok(collection.id())
    }

    fn changed<Told>(
        &self,
        id: Uuid,
        change: impl FnOnce(&mut Collection) -> Result<Told, ShelfError>,
    ) -> Result<Told, ShelfError> {
        if id == BUILTIN {
            return Err(ShelfError::BuiltIn);
        }
        let mut known = self.turn();
        let mut collection = Collection::clone(&*self.read_collection(&mut known, id)?.ok_or(GONE)?);
        let told = change(&mut collection)?;
        // What was known is of the old file, whose time may be the same.
        known.remove(&id);
        self.write(&collection)?;
        Ok(told)
    }

    /// "My requests", which is made when there is none.
    fn first(&self) -> Result<Uuid, ShelfError> {
        let collections = self.collections()?;
        let first = collections
            .iter()
            .find(|collection| !collection.built_in() && collection.name() == FIRST);
        match first {
            Some(collection) => Ok(collection.id()),
            None => self.add_collection(Collection::new(FIRST)),
        }
    }

    fn read_collection(
        &self,
        known: &mut HashMap<Uuid, Known>,
        id: Uuid,
    ) -> Result<Option<Arc<Collection>>, ShelfError> {
        let path = self.path(id);
        let Ok(file) = std::fs::metadata(&path) else {
            known.remove(&id);
            return Ok(None);
        };
        let (written, bytes) = (file.modified().ok(), file.len());
        if let Some(known) = known.get(&id)
            && written.is_some()
            && (known.written, known.bytes) == (written, bytes)
        {
            return Ok(Some(Arc::clone(&known.collection)));
        }
        known.remove(&id);
        let Some(CollectionFile(json)) = read_json(&path)? else {
            return Ok(None);
        };
        let (collection, mended) = Collection::kept(id, json);
        let collection = Arc::new(collection);
        if mended {
            // The ids that it got have to be the same next time.
            self.write(&collection)?;
            return Ok(Some(collection));
        }
        let kept = Known {
            written,
            bytes,
            collection: Arc::clone(&collection),
        };
        known.insert(id, kept);
        Ok(Some(collection))
    }

    /// The collections there are files of.
    fn ids(&self) -> Result<Vec<Uuid>, ShelfError> {
        let folder = self.folder.join("collections");
        let entries = match std::fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(FileError::about(&folder, "read"))?,
        };
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let ids = names.filter_map(|name| name.strip_suffix(".json")?.parse().ok());
        Ok(ids.collect())
    }

    fn write(&self, collection: &Collection) -> Result<(), FileError> {
        let path = self.path(collection.id());
        create_private_folder(&self.folder.join("collections"))
            .and_then(|()| replace_json(&path, collection.json()))
            .map_err(FileError::about(&path, "saved"))
    }

    fn path(&self, id: Uuid) -> PathBuf {
        self.folder.join("collections").join(format!("{id}.json"))
    }
}
