import { expect, test } from 'vitest';
import { historyLine, pathOf } from '../shelf/history-words.ts';
import { statusInWords, tookInWords } from './answer-words.ts';

test('a status has its word where there is one', () => {
  expect(statusInWords({ status: 404, reason: 'Not Found' })).toBe('404 Not Found');
  expect(statusInWords({ status: 299, reason: '' })).toBe('299');
});

test('durations are told in the unit that people say', () => {
  expect(tookInWords(237)).toBe('237 ms');
  expect(tookInWords(1440)).toBe('1.4 s');
});

test('the history tells the path, and what came', () => {
  expect(pathOf('https://platform.adobe.io/data/sandboxes?limit=5')).toBe('/data/sandboxes?limit=5');
  expect(pathOf('https://platform.adobe.io/')).toBe('https://platform.adobe.io/');
  expect(pathOf('{{HOST}}/a')).toBe('{{HOST}}/a');
  const line = { sent: 's', at: 0, method: 'GET', url: '', name: '', integration: 'i', hasAnswer: false };
  expect(historyLine({ ...line, status: 200, tookMs: 12 })).toBe('200 · 12 ms');
  expect(historyLine({ ...line, status: null, tookMs: null })).toBe('no answer');
});
