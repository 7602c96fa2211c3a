import { expect, test } from 'vitest';
import { newcomers } from './newcomers.ts';

const named = (id: string) => ({
  id,
  integration: 'a',
  title: 'The certificate ends',
  message: 'In 7 days.',
  nextStep: 'Renew it.',
  endsAt: 0,
  ended: false,
});

test('what is there at the start is not news', () => {
  expect(newcomers([named('30')], null)).toEqual([]);
});

test('a later threshold is news, once', () => {
  expect(newcomers([named('7')], new Set(['30']))).toEqual([named('7')]);
  expect(newcomers([named('7')], new Set(['30', '7']))).toEqual([]);
});
