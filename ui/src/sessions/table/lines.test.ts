import { expect, it } from 'vitest';
import type { SessionRow } from '../../backend/index.ts';
import { groupedLines, groupOf, plainLines, sessionsOf, type Line } from './lines.ts';

const today = new Date(2026, 10, 21, 9).getTime();
const yesterday = new Date(2026, 10, 20, 23).getTime();

const row = (uuid: string, name: string, createdAt: number | null): SessionRow => ({
  uuid,
  name,
  link: 'acme://',
  pin: null,
  createdAt,
  createdBy: null,
  daysLeft: null,
  open: false,
  archived: null,
});

const rows = [
  row('1', 'Checkout', today),
  row('2', 'Other', today),
  row('3', ' checkout', today + 1000),
  row('4', 'Checkout', yesterday),
  row('5', 'Lost', null),
  row('6', 'Lost', null),
];

const shown = (lines: Line[]) => lines.map((line) => (line.kind === 'group' ? `[${line.name}]` : line.id)).join(' ');

it('brings sessions of one name and day together, where the first of them is', () => {
  const lines = groupedLines(rows, () => false);
  expect(shown(lines)).toBe('[Checkout] 1 3 2 4 5 6');
  expect(lines.map((line) => line.kind === 'session' && line.group !== null)).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(shown(groupedLines(rows.toReversed(), () => false))).toBe('6 5 4 [ checkout] 3 1 2');
});

it('shows a folded group as one line that still stands for all its sessions', () => {
  const [firstGroup] = rows.map(groupOf);
  const lines = groupedLines(rows, (group) => group === firstGroup);
  expect(shown(lines)).toBe('[Checkout] 2 4 5 6');
  expect(
    lines
      .slice(0, 1)
      .flatMap(sessionsOf)
      .map(({ uuid }) => uuid),
  ).toEqual(['1', '3']);
});

it('shows every session for itself where groups are not wanted', () => {
  expect(shown(plainLines(rows))).toBe('1 2 3 4 5 6');
});
