import { expect, test } from 'vitest';
import { answered, givenBack, leftField, noEdits, taken, typed } from './draft-edits.ts';

test('what is typed shows at once and waits to be sent', () => {
  const edits = typed(typed(noEdits, { name: 'A' }), { name: 'Ac' });
  expect(edits).toEqual({ shown: { name: 'Ac' }, unsent: { name: 'Ac' } });
});

test('an answer does not change the field that the user is in', () => {
  const sent = { name: 'Acme ' };
  const edits = answered(taken(typed(noEdits, sent), sent), sent, 'name');
  expect(edits.shown).toEqual({ name: 'Acme ' });
  expect(leftField(edits, 'name', null).shown).toEqual({});
});

test('an answer shows in the fields that the user has left', () => {
  const sent = { name: 'Acme ' };
  expect(answered(taken(typed(noEdits, sent), sent), sent, 'clientId').shown).toEqual({});
});

test('what was typed while a request was under way still wins and is still to be sent', () => {
  const sent = { name: 'Ac' };
  const edits = answered(typed(taken(typed(noEdits, sent), sent), { name: 'Acme' }), sent, null);
  expect(edits).toEqual({ shown: { name: 'Acme' }, unsent: { name: 'Acme' } });
});

test('a request that failed loses nothing, and newer text wins', () => {
  const sent = { name: 'Ac', clientId: '1' };
  const edits = givenBack(typed(taken(typed(noEdits, sent), sent), { name: 'Acme' }), sent);
  expect(edits.unsent).toEqual({ name: 'Acme', clientId: '1' });
  expect(edits.shown).toEqual({ name: 'Acme', clientId: '1' });
});

test('leaving a field whose text is on its way keeps the text', () => {
  const sent = { name: 'Acme' };
  expect(leftField(taken(typed(noEdits, sent), sent), 'name', sent).shown).toEqual({ name: 'Acme' });
});
