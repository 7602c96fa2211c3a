import type { EventsFormat } from '../../backend/index.ts';

/** What events can be written as, and what each is for. */
export const eventsFormats: readonly { id: EventsFormat; name: string; text: string }[] = [
  {
    id: 'json',
    name: 'Adobe’s JSON',
    text: 'One file as Adobe’s web UI exports it, for Adobe’s support and other tools.',
  },
  { id: 'ndjson', name: 'NDJSON', text: 'One event a line, for scripts, jq, grep and log tools.' },
  { id: 'csv', name: 'Table (CSV)', text: 'Columns of your choice, for a spreadsheet.' },
  {
    id: 'parquet',
    name: 'Dataset (Parquet)',
    text: 'A folder for DuckDB, Spark, Trino and ClickHouse, one part for each organization, session and day.',
  },
  {
    id: 'archive',
    name: 'The archive itself',
    text: 'For somebody with Assurance Desk. All of it: no filter, nothing made unrecognizable.',
  },
];
