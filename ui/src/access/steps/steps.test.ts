import { expect, test } from 'vitest';
import { phasesFor, type Aim } from './index.ts';

const idsFor = (aim: Aim) => phasesFor(aim).flatMap(({ steps }) => steps.map(({ id }) => id));

test('steps that do not apply are left out', () => {
  const least = idsFor({ goals: [], kind: 'oauthServerToServer' });
  expect(least).not.toContain('addPlatform');
  expect(least).not.toContain('tagsProfile');
  expect(least).not.toContain('keyPair');
  const most = idsFor({ goals: ['platform', 'tags'], kind: 'serviceAccount' });
  for (const id of ['addPlatform', 'platformRole', 'checkPlatform', 'addTags', 'tagsProfile', 'checkTags', 'keyPair']) {
    expect(most).toContain(id);
  }
  expect(most.filter((id) => !least.includes(id))).toHaveLength(7);
});

test('every step has an id that can be kept, and administrators can be written to', () => {
  for (const kind of ['oauthServerToServer', 'serviceAccount'] as const) {
    const aim: Aim = { goals: ['platform', 'tags'], kind };
    const ids = idsFor(aim);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z]{1,40}$/);
    const steps = phasesFor(aim).flatMap((phase) => phase.steps);
    for (const { who, wish, page } of steps) {
      if (who === 'administrator') expect(wish && page).toBeTruthy();
    }
  }
});
