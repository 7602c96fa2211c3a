import { expect, test } from 'vitest';
import type { ViewStatus } from '../../backend/index.ts';
import { firstChoice, previewOf, requestOf } from './choice.ts';
import { allRules } from './redaction-words.ts';

const status = { view: 'v' } as ViewStatus;

test('everything that can be made unrecognizable is, until the user says otherwise', () => {
  expect(requestOf(status, firstChoice)).toMatchObject({ view: 'v', redaction: allRules, columns: [] });
});

test('columns are for tables only, with the user’s own at the end', () => {
  const choice = { ...firstChoice, columns: ['time', 'name'], paths: ['payload.status'] };
  expect(requestOf(status, { ...choice, format: 'csv' }).columns).toEqual(['time', 'name', 'payload.status']);
  expect(requestOf(status, { ...choice, format: 'parquet' }).columns).toEqual([]);
});

test('an archive is given whole, whatever was chosen before', () => {
  const request = requestOf(status, { ...firstChoice, onlyShown: true, format: 'archive' });
  expect(request).toMatchObject({ onlyShown: false, redaction: [] });
});

test('where nothing is redacted, the preview says what there would be', () => {
  expect(previewOf(status, { ...firstChoice, redaction: [] }).redaction).toEqual(allRules);
  expect(previewOf(status, { ...firstChoice, redaction: ['pin'] }).redaction).toEqual(['pin']);
  expect(previewOf(status, { ...firstChoice, format: 'archive' })).toMatchObject({ redaction: allRules });
});
