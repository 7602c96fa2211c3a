import { expect, it } from 'vitest';
import type { ArchiveHits, ArchiveRow } from '../../backend/index.ts';
import { found, progressInWords, type Searched } from './searching.ts';

const row = (archive: string) => ({ archive, name: archive }) as ArchiveRow;
const hits = (archive: string, matched: number, problem: ArchiveHits['problem'] = null): ArchiveHits => ({
  archive,
  matched,
  total: 9,
  rows: [],
  problem,
});
const searched = (isRunning: boolean, ...of: ArchiveHits[]): Searched => ({
  text: 'x',
  archives: ['a', 'b', 'c'].map(row),
  hits: new Map(of.map((each) => [each.archive, each])),
  isRunning,
});

it('tells how far it is', () => {
  expect(progressInWords(searched(true, hits('b', 1)))).toBe('Searched 1 of 3 archives: 1 event found in 1 archive');
  expect(progressInWords(searched(false, hits('b', 1200), hits('a', 0)))).toBe(
    'Stopped after 2 archives: 1,200 events found in 1 archive',
  );
  expect(progressInWords(searched(false, hits('a', 0), hits('b', 0), hits('c', 0)))).toBe(
    'Nothing was found in 3 archives',
  );
});

it('keeps the order of the archives, whichever is searched first', () => {
  const problem = { code: 'archive-unusable', title: '', message: '', nextStep: '', detail: null } as const;
  const all = searched(true, hits('c', 2), hits('a', 1), hits('b', 0));
  expect(found(all).map(({ archive }) => archive.archive)).toEqual(['a', 'c']);
  expect(found(searched(true, hits('b', 0, problem))).map(({ archive }) => archive.archive)).toEqual(['b']);
});
