import { expect, test } from 'vitest';
import { keysTouchedBy } from './tick-keys.ts';

test('a change of sessions touches that integration, and what is being deleted', () => {
  expect(keysTouchedBy({ kind: 'sessions', integration: 'i1' })).toEqual([
    ['sessions_list', { integration: 'i1' }],
    ['deletions_list'],
  ]);
});

test('an opened vault touches all that needed it', () => {
  expect(keysTouchedBy({ kind: 'vault' })).toContainEqual(['app_info']);
  expect(keysTouchedBy({ kind: 'vault' })).toContainEqual(['integrations_list']);
});

test('a tick that is only told to the user makes nothing untrue', () => {
  expect(keysTouchedBy({ kind: 'clipboardCleared' })).toEqual([]);
});

test('jobs and archives are asked for again when they change', () => {
  expect(keysTouchedBy({ kind: 'jobs' })).toEqual([['jobs_list']]);
  expect(keysTouchedBy({ kind: 'archives' })).toEqual([['archives_list']]);
});
