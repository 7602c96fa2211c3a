import { expect, test } from 'vitest';
import type { ArchiveRow } from '../backend/index.ts';
import { archiveOf, deletionInWords, matchesSearch, originInWords, periodInWords } from './archive-words.ts';

const row: ArchiveRow = {
  archive: 'checkout',
  name: 'Checkout v42',
  session: 's1',
  integration: 'i1',
  integrationName: 'Acme Mobile',
  organization: '9F1C2B3A4D5E@AdobeOrg',
  importedFrom: null,
  events: 8120,
  first: new Date(2026, 10, 12).getTime(),
  last: new Date(2026, 10, 21).getTime(),
  bytes: 1_200_000,
  changed: null,
  view: null,
  problem: null,
};
const imported = { ...row, integration: null, integrationName: null, importedFrom: 'export.json' };

test('an archive says where its events came from', () => {
  expect(originInWords(row)).toBe('Acme Mobile');
  expect(originInWords(imported)).toBe('imported from export.json');
  expect(originInWords({ ...imported, importedFrom: null })).toBe('9F1C2B3A4D5E@AdobeOrg');
  expect(originInWords({ ...imported, importedFrom: null, organization: null })).toBe('–');
});

test('a period is two days, or the time on one', () => {
  expect(periodInWords(row)).toMatch(/12.*21/);
  expect(periodInWords(row)).not.toMatch(/:/);
  const hours = { first: new Date(2026, 10, 21, 10, 14).getTime(), last: new Date(2026, 10, 21, 11, 2).getTime() };
  expect(periodInWords(hours)).toMatch(/10.14.*11.02/);
  expect(periodInWords({ first: null, last: null })).toBe('–');
});

test('an archive is found by its name, its integration and its file', () => {
  expect([row, imported].map((each) => matchesSearch(each, ' EXPORT'))).toEqual([false, true]);
  expect([row, imported].map((each) => matchesSearch(each, 'acme'))).toEqual([true, false]);
  expect(matchesSearch(row, '')).toBe(true);
});

test('before it is deleted, what stays is named', () => {
  expect(deletionInWords(row).join(' ')).toMatch(/8,120 events.*session at Adobe stays.*cannot be undone/);
  expect(deletionInWords(imported).join(' ')).toMatch(/file export\.json .* not touched/);
  expect(deletionInWords(imported).join(' ')).not.toMatch(/session at Adobe/);
  expect(deletionInWords({ ...row, view: 'v' }).join(' ')).toMatch(/closed first/);
});

test('a session points to the archive that following it adds to', () => {
  const copy = { ...row, archive: 'copy', events: 3 };
  expect(archiveOf('s1', [copy, row, { ...row, archive: 'empty', events: 0 }])).toBe('checkout');
  expect(archiveOf('s1', [{ ...imported, archive: 'imported', events: 9000 }, row])).toBe('checkout');
  expect(archiveOf('s2', [row])).toBeNull();
  expect(archiveOf('', [{ ...row, session: '' }])).toBeNull();
});
