import { expect, it } from 'vitest';
import { reasonsFor } from './reasons.ts';

it('names the organization of the session where it is known', () => {
  const remedies = (organization: string | null) => reasonsFor(organization).map(({ remedy }) => remedy);
  expect(remedies('1234@AdobeOrg').join(' ')).toContain('which belongs to 1234@AdobeOrg.');
  expect(remedies(null).join(' ')).not.toContain('null');
  expect(new Set(reasonsFor(null).map(({ seen }) => seen)).size).toBe(7);
});
