import { expect, test } from 'vitest';
import type { RequestCheck } from '../../backend/index.ts';
import { checkInWords, jsonMistake, missingInWords, withService } from './check-words.ts';

const check: RequestCheck = {
  url: 'https://platform.adobe.io/data',
  host: 'platform.adobe.io',
  token: 'sent',
  headers: [],
  missing: [],
  replacedBy: null,
  standsIn: null,
  problem: null,
};

test('one line says where a request goes and with what', () => {
  expect(checkInWords(check)).toBe('platform.adobe.io · with the access token');
  expect(checkInWords({ ...check, host: 'example.org', token: 'hostNotAllowed' })).toBe(
    'example.org does not get the access token',
  );
  expect(checkInWords({ ...check, token: 'notNeeded' })).toBe('platform.adobe.io · without the access token');
  expect(checkInWords({ ...check, standsIn: '127.0.0.1:4321' })).toBe(
    'practice workspace in the place of platform.adobe.io · with the access token',
  );
  expect(checkInWords({ ...check, host: '' })).toBe('Type an address, or choose a service.');
});

test('variables without a value are named', () => {
  expect(missingInWords([])).toBe('');
  expect(missingInWords(['ORG'])).toBe('No value for ORG.');
  expect(missingInWords(['ORG', 'SANDBOX'])).toBe('No values for ORG, SANDBOX.');
});

test('another service takes the place of the host, and the path stays', () => {
  const address = 'https://reactor.adobe.io';
  expect(withService('', address)).toBe('https://reactor.adobe.io');
  expect(withService('https://platform.adobe.io/data?a=1', address)).toBe('https://reactor.adobe.io/data?a=1');
  expect(withService('{{HOST}}/data', address)).toBe('https://reactor.adobe.io/data');
  expect(withService('companies', address)).toBe('https://reactor.adobe.io/companies');
});

test('a body that is not JSON is told, one with variables is not', () => {
  expect(jsonMistake('')).toBeNull();
  expect(jsonMistake('{"name": "{{name}}", "count": {{count}}}')).toBeNull();
  expect(jsonMistake('{"name": }')).toContain('This is not JSON');
});
