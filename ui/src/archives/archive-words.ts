import type { ArchiveRow } from '../backend/index.ts';

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const minute = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Where the events came from: the integration, else the file, else the organization. */
export function originInWords({ integrationName, importedFrom, organization }: ArchiveRow): string {
  if (integrationName !== null) return integrationName;
  if (importedFrom !== null) return `imported from ${importedFrom}`;
  return organization ?? '–';
}

/** From when to when the events are: two days, or the time on one day. */
export function periodInWords({ first, last }: Pick<ArchiveRow, 'first' | 'last'>): string {
  if (first === null || last === null) return '–';
  const isOneDay = new Date(first).toDateString() === new Date(last).toDateString();
  return (isOneDay ? minute : day).formatRange(first, last);
}

/** What is searched in: what a person would know an archive by. */
export function matchesSearch(row: ArchiveRow, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase();
  const known = [row.name, row.integrationName, row.organization, row.importedFrom, row.session];
  return wanted === '' || known.some((text) => text?.toLocaleLowerCase().includes(wanted));
}

export function eventsInWords(events: number): string {
  return events === 1 ? '1 event' : `${events.toLocaleString()} events`;
}

/** What becomes of the events when the archive is deleted: here, at Adobe, and in the file they came from. */
export function deletionInWords(row: ArchiveRow): string[] {
  const { name, events, importedFrom, session, view } = row;
  const said = [`“${name}” with ${eventsInWords(events)} is deleted from this computer.`];
  if (view !== null) said.push('It is open, and is closed first.');
  if (importedFrom !== null) said.push(`The file ${importedFrom} that it was imported from is not touched.`);
  else if (session !== null)
    said.push('The session at Adobe stays until Adobe deletes it, 30 days after it was created.');
  said.push('What Adobe has deleted already is in this archive only. This cannot be undone.');
  return said;
}

/** The archive that following a session adds to; else the import with most in it. */
export function archiveOf(session: string, rows: ArchiveRow[]): string | null {
  if (session === '') return null;
  const own = rows.filter((row) => row.session === session && row.events > 0);
  return (
    own.toSorted(
      (one, other) =>
        Number(one.importedFrom !== null) - Number(other.importedFrom !== null) || other.events - one.events,
    )[0]?.archive ?? null
  );
}
