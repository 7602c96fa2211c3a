import { expect, it } from 'vitest';
import type { QueryCompletion, QueryCompletions } from '../../backend/index.ts';
import { columnOf, shownByItself, taken } from './suggesting.ts';

const edge: QueryCompletion = { insert: 'edge', label: 'edge', detail: '2 of 3', completionKind: 'value' };
const at = (column: number, length: number, items = [edge]): QueryCompletions => ({ column, length, items });

it('counts characters, whatever they take in memory', () => {
  expect(columnOf({ text: '🛒 type:', caret: 8 })).toBe(8);
  expect(columnOf({ text: '', caret: 0 })).toBe(1);
});

it('puts a suggestion in the place of what is typed', () => {
  expect(taken('🛒 type:ed has:error', at(8, 2), edge)).toEqual({ text: '🛒 type:edge has:error', caret: 12 });
  expect(taken('type:', at(6, 0), edge)).toEqual({ text: 'type:edge', caret: 9 });
});

it('opens while something is typed or has to follow, and not for what is only read', () => {
  expect(shownByItself({ text: 'type:e', caret: 6 }, at(6, 1))?.items).toEqual([edge]);
  expect(shownByItself({ text: 'type:', caret: 5 }, at(6, 0))?.items).toEqual([edge]);
  expect(shownByItself({ text: 'type:edge ', caret: 10 }, at(11, 0))).toBeNull();
  expect(shownByItself({ text: '', caret: 0 }, at(1, 0))).toBeNull();
  expect(shownByItself({ text: 'x', caret: 1 }, at(1, 1, []))).toBeNull();
  const condition: QueryCompletion = { ...edge, insert: 'type:edge', completionKind: 'condition' };
  expect(shownByItself({ text: 'e', caret: 1 }, at(1, 1, [condition]))).toBeNull();
});
