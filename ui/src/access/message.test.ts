import { expect, test } from 'vitest';
import { messageOf } from './message.ts';

const wish = (credential: string) => `please let ${credential} in.`;

test('a message names what an administrator has to find', () => {
  const ids = { organizationId: '1234@AdobeOrg', clientId: 'abc', technicalAccountId: 'T@techacct.adobe.com' };
  const message = messageOf(wish, ids);
  expect(message).toContain('the API credential with the client ID below');
  for (const id of Object.values(ids)) expect(message).toContain(id);
  expect(messageOf(wish, { ...ids, technicalAccountId: null })).not.toContain('Technical account');
});

test('before there is an integration, a message refers to nothing that is not there', () => {
  expect(messageOf(wish, null)).not.toMatch(/below|ID:/);
});
