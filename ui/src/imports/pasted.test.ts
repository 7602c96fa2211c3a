import { expect, test } from 'vitest';
import { isMoreThanValue } from './pasted.ts';

test('JSON, PEM and .env texts are more than a value', () => {
  expect(isMoreThanValue('{"CLIENT_ID": "abc"}')).toBe(true);
  expect(isMoreThanValue('\n  [ { "key" : 1 } ]')).toBe(true);
  expect(isMoreThanValue('-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----')).toBe(true);
  expect(isMoreThanValue('# credentials\nCLIENT_ID=abc\nexport CLIENT_SECRET=def\n')).toBe(true);
  expect(isMoreThanValue('clientId: abc\norgId: def')).toBe(true);
});

test('IDs, secrets and lists of scopes are values', () => {
  expect(isMoreThanValue('1234567890ABCDEF12345678@AdobeOrg')).toBe(false);
  expect(isMoreThanValue('p8e-abc=def==')).toBe(false);
  expect(isMoreThanValue('openid\nAdobeID\nsession')).toBe(false);
  expect(isMoreThanValue('https://ims-na1.adobelogin.com/s/a\nhttps://ims-na1.adobelogin.com/s/b')).toBe(false);
  expect(isMoreThanValue('{Acme}')).toBe(false);
});
