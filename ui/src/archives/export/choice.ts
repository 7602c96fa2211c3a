import type { EventsFormat, ExportEventsRequest, RedactionRule, ViewStatus } from '../../backend/index.ts';
import { usualColumns } from './columns.ts';
import { allRules } from './redaction-words.ts';

/** What the user chose to export, and how. */
export interface Choice {
  onlyShown: boolean;
  format: EventsFormat;
  /** Named columns that are chosen. */
  columns: string[];
  /** Columns that the user added: paths into the event. */
  paths: string[];
  redaction: RedactionRule[];
}

export const firstChoice: Choice = {
  onlyShown: false,
  format: 'json',
  columns: usualColumns,
  paths: [],
  redaction: allRules,
};

/** An archive is given whole: no filter and no redaction. */
export const isWhole = ({ format }: Choice): boolean => format === 'archive';

/** The rules that are in force. */
export const rulesOf = (choice: Choice): RedactionRule[] => (isWhole(choice) ? [] : choice.redaction);

export function requestOf({ view }: ViewStatus, choice: Choice): ExportEventsRequest {
  const { onlyShown, format, columns, paths } = choice;
  return {
    view,
    onlyShown: onlyShown && !isWhole(choice),
    format,
    columns: format === 'csv' ? [...columns, ...paths] : [],
    redaction: rulesOf(choice),
  };
}

/** Asks what the rules find; where none is chosen, what there would be to find. */
export function previewOf(status: ViewStatus, choice: Choice): ExportEventsRequest {
  const rules = rulesOf(choice);
  const request = requestOf(status, choice);
  return { ...request, format: 'ndjson', columns: [], redaction: rules.length > 0 ? rules : allRules };
}
