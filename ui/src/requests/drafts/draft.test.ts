import { expect, test } from 'vitest';
import { draftOf, isAmongDrafts, isChanged, newDraft, titleOf, withBodyMode } from './draft.ts';

const request = {
  name: 'Classes',
  method: 'GET',
  url: 'https://platform.adobe.io/a',
  headers: [],
  body: { mode: 'none' },
} as const;
const opened = { request: { ...request, headers: [] }, collection: 'c', description: '', scripts: [], answer: null };

test('what was typed as a body comes back with its kind', () => {
  const typed = {
    ...newDraft('new 1'),
    request: { ...newDraft('new 1').request, body: { mode: 'text', text: '{"a":1}', mediaType: '' } },
  } as const;
  const asForm = withBodyMode({ ...typed, request: { ...typed.request } }, 'form');
  expect(asForm.request.body).toEqual({ mode: 'form', fields: [], multipart: false });
  expect(withBodyMode(asForm, 'text').request.body).toEqual({ mode: 'text', text: '{"a":1}', mediaType: '' });
});

test('a call of a collection shows its changes in place, anything else is listed as a draft', () => {
  const call = draftOf({ from: 'collection', collection: 'c', item: '1' }, opened);
  expect(isChanged(call)).toBe(false);
  const changedCall = { ...call, request: { ...call.request, url: 'https://platform.adobe.io/b' } };
  expect(isChanged(changedCall)).toBe(true);
  expect(isAmongDrafts(changedCall)).toBe(false);

  const sent = draftOf({ from: 'history', sent: 's' }, opened);
  expect(isAmongDrafts(sent)).toBe(false);
  expect(isAmongDrafts({ ...sent, request: { ...sent.request, method: 'POST' } })).toBe(true);
  expect(isAmongDrafts(newDraft('new 1'))).toBe(false);
});

test('a request is called by its name, else by its address', () => {
  expect(titleOf(request)).toBe('Classes');
  expect(titleOf({ name: ' ', url: 'https://reactor.adobe.io/companies' })).toBe('reactor.adobe.io/companies');
  expect(titleOf({ name: '', url: '' })).toBe('New request');
});
