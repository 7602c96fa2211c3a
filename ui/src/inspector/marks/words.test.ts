import { expect, test } from 'vitest';
import type { EventMarks, ViewStatus } from '../../backend/index.ts';
import {
  clearedInWords,
  flagInWords,
  hiddenCount,
  hiddenInReport,
  hiddenInWords,
  leftOutInWords,
  markedInWords,
  reportInWords,
} from './words.ts';

const none: EventMarks = { flagged: null, hidden: null, note: null, adobeNote: null, highlight: null };

test('marks of Adobe’s web UI are told from those set here', () => {
  expect(flagInWords(none)).toBe('Not flagged');
  expect(flagInWords({ ...none, flagged: 'here' })).toBe('Flagged');
  expect(flagInWords({ ...none, flagged: 'adobe' })).toBe('Flagged in Adobe’s web UI');
  expect(hiddenInWords({ ...none, hidden: 'adobe' })).toBe('Hidden or cleared in Adobe’s web UI');
});

test('hidden events are counted, with what can be done about them', () => {
  const status = { hidden: 1204, showsHidden: false } as ViewStatus;
  expect(hiddenCount({ ...status, hidden: 0 })).toBeNull();
  expect(hiddenCount(status)).toEqual({ text: '1,204 hidden', action: 'Show' });
  expect(hiddenCount({ ...status, showsHidden: true })).toEqual({ text: '1,204 hidden shown', action: 'Leave out' });
});

test('a report says how many events it holds', () => {
  expect(reportInWords(0, 0)).toContain('No event is marked');
  expect(reportInWords(1, 1)).toBe('1 marked event.');
  expect(reportInWords(1204, 500)).toBe('The first 500 of 1,204 marked events.');
});

test('a session that a colleague cleared is told from one that was cleared here', () => {
  const cleared = { clearedAt: 5 } as ViewStatus;
  expect(clearedInWords({ ...cleared, clearedBy: 'adobe' }, 'at noon')).toBe('cleared in Adobe’s web UI, at noon');
  expect(clearedInWords({ ...cleared, clearedBy: 'here' }, 'at noon')).toBe('cleared, at noon');
});

test('what an analysis and a report leave out is said', () => {
  const status = { clearedAt: null } as ViewStatus;
  expect(leftOutInWords(1, status)).toBe('1 hidden event is left out.');
  expect(leftOutInWords(1204, { ...status, clearedAt: 5 })).toBe('1,204 hidden or cleared events are left out.');
  expect(hiddenInReport(0)).toBe('Hidden events are in it too');
  expect(hiddenInReport(2)).toBe('With 2 marked events that are hidden');
});

test('what a key has done to events is said', () => {
  expect(markedInWords('flagged', 1, true)).toBe('Flagged.');
  expect(markedInWords('flagged', 1, false)).toBe('No longer flagged.');
  expect(markedInWords('highlighted', 1200, true)).toBe('1,200 events highlighted.');
  expect(markedInWords('flagged', 2, false)).toBe('2 events no longer flagged.');
});
