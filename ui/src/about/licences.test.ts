import { expect, test } from 'vitest';
import { keyOf, matching, type Part } from './licences.ts';

const part = (name: string, licence: string): Part => ({ kind: 'crate', name, version: '1.0.0', licence, texts: [] });
const parts = [part('serde', 'MIT OR Apache-2.0'), part('source-sans-3', 'OFL-1.1')];

test('parts are found by name and by licence', () => {
  expect(matching(parts, ' SERDE ')).toEqual([parts[0]]);
  expect(matching(parts, 'ofl')).toEqual([parts[1]]);
  expect(matching(parts, '')).toEqual(parts);
  expect(matching(parts, 'zlib')).toEqual([]);
});

test('two versions of one part are told apart', () => {
  const serde = part('serde', 'MIT');
  expect(keyOf({ ...serde, version: '2.0.0' })).not.toBe(keyOf(serde));
});
