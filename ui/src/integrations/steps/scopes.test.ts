import { expect, test } from 'vitest';
import { presetsLeft, scopeLabel, scopesIn, withScopes } from './scopes.ts';

const presets = [
  { service: 'Assurance', values: ['https://ims-na1.adobelogin.com/s/assurance_automation'] },
  { service: 'Experience Platform', values: ['openid', 'session'] },
];

test('a pasted list is split at commas, spaces and lines', () => {
  expect(scopesIn('openid, AdobeID\nsession ,')).toEqual(['openid', 'AdobeID', 'session']);
});

test('a scope is in the list once', () => {
  expect(withScopes(['openid'], ['session', 'openid'])).toEqual(['openid', 'session']);
});

test('a metascope is called by its service, any other scope by its last part', () => {
  expect(scopeLabel('https://ims-na1.adobelogin.com/s/assurance_automation', presets)).toBe('Assurance');
  expect(scopeLabel('https://ims-na1.adobelogin.com/s/ent_other', presets)).toBe('ent_other');
  expect(scopeLabel('openid', presets)).toBe('openid');
});

test('a preset is offered while some of it is missing', () => {
  expect(presetsLeft(['openid', 'session'], presets).map((preset) => preset.service)).toEqual(['Assurance']);
});
