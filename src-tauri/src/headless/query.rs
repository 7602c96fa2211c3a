//! `assurance-desk query`

use archive::export::{CsvColumn, CsvTable};
use archive::{Selected, SelectedEvent, Selection};

use super::output::{Output, print};
use super::{Refusal, filter, opened};
use crate::arguments::{EventFormatChoice, QueryArguments};

/// Events that are read from the archive at a time.
const PORTION: usize = 1024;

/// Prints the events that are asked for, or how many there are.
pub(super) fn run(arguments: &QueryArguments) -> Result<(), Refusal> {
    let query = filter::query(&arguments.filter, &arguments.zone)?;
    let archive = opened::to_read(&arguments.archive)?;
    if arguments.count {
        print(&archive.count(&query, &|| false).map_err(Refusal::problem)?)?;
        return opened::check_whole(&archive);
    }
    let selection = archive.select(&query, Selected::AsShown).map_err(Refusal::problem)?;
    let selection = selection.first(arguments.limit.unwrap_or(usize::MAX));
    let mut output = Output::new();
    match arguments.format {
        EventFormatChoice::Ndjson => lines(selection, &mut output)?,
        EventFormatChoice::Json => list(selection, &mut output)?,
        EventFormatChoice::Csv => table(selection, &mut output)?,
    }
    output.flush()?;
    opened::check_whole(&archive)
}

fn lines(selection: Selection, output: &mut Output) -> Result<(), Refusal> {
    for_each(selection, |event| {
        output.event(event)?;
        output.write(b"\n")
    })
}

fn list(selection: Selection, output: &mut Output) -> Result<(), Refusal> {
    output.write(b"[")?;
    let mut between: &[u8] = b"\n";
    for_each(selection, |event| {
        output.write(std::mem::replace(&mut between, b",\n"))?;
        output.event(event)
    })?;
    output.write(if between == b"\n" { b"]\n" } else { b"\n]\n" })
}

fn table(selection: Selection, output: &mut Output) -> Result<(), Refusal> {
    let table = CsvTable::new(CsvColumn::usual());
    output.write(&table.head().map_err(|error| Refusal::problem(&error))?)?;
    for_each(selection, |event| {
        output.write(&table.row(event).map_err(|error| Refusal::problem(&error))?)
    })
}

fn for_each(
    mut selection: Selection,
    mut print: impl FnMut(&SelectedEvent) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    loop {
        let events = selection.next_events(PORTION).map_err(Refusal::problem)?;
        if events.is_empty() {
            return Ok(());
        }
        events.iter().try_for_each(&mut print)?;
    }
}
