//! Files that a crash cannot split, for their owner alone.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::ShelfError;

/// Reads a file; none when there is none. One that is damaged is set aside under another name.
pub(super) fn read(path: &Path, is_right: impl Fn(&Value) -> bool) -> Result<Option<Value>, ShelfError> {
    let bytes = match std::fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        read => read.map_err(|source| failed(path, "read", source))?,
    };
    match serde_json::from_slice(&bytes) {
        Ok(json) if is_right(&json) => Ok(Some(json)),
        _ => {
            let aside = aside(path);
            tracing::warn!(aside = %aside.display(), "a file of requests cannot be read and is set aside");
            std::fs::rename(path, &aside).map_err(|source| failed(path, "set aside", source))?;
            Ok(None)
        }
    }
}

/// Reads a file that holds one list beside what other versions wrote.
pub(super) fn read_list(path: &Path, name: &str) -> Result<Map<String, Value>, ShelfError> {
    let read = read(path, |json| json.get(name).is_some_and(Value::is_array))?;
    match read {
        Some(Value::Object(all)) => Ok(all),
        _ => Ok(Map::from_iter([(name.to_owned(), json!([]))])),
    }
}

/// The list of such a file.
pub(super) fn list<'a>(all: &'a mut Map<String, Value>, name: &str) -> &'a mut Vec<Value> {
    let list = all.entry(name).or_insert_with(|| json!([]));
    if !list.is_array() {
        *list = json!([]);
    }
    list.as_array_mut().expect("it was made a list above")
}

/// Writes a file in one step that a crash cannot split.
pub(super) fn write(path: &Path, json: &Value) -> Result<(), ShelfError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    make_folder(folder).map_err(|source| failed(folder, "made", source))?;
    let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
        {
            let mut buffered = io::BufWriter::new(&mut file);
            serde_json::to_writer_pretty(&mut buffered, json)?;
            buffered.flush()?;
        }
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)
    });
    written.map(|_| ()).map_err(|source| failed(path, "saved", source))
}

/// Removes a file. One that is not there is no error.
pub(super) fn remove(path: &Path) -> Result<(), ShelfError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(path, "deleted", error)),
        _ => Ok(()),
    }
}

pub(super) fn failed(path: &Path, verb: &'static str, source: io::Error) -> ShelfError {
    ShelfError::File {
        path: path.to_owned(),
        verb,
        source,
    }
}

fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A name that nothing has yet.
fn aside(path: &Path) -> PathBuf {
    let named = |number: usize| match number {
        1 => path.with_extension("damaged.json"),
        number => path.with_extension(format!("damaged-{number}.json")),
    };
    (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1))
}
