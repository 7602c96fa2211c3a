import { expect, test } from 'vitest';
import type { IntegrationRow } from '../backend/index.ts';
import { dependents } from './dependents.ts';

const row: IntegrationRow = {
  id: 'a',
  name: 'Acme Mobile',
  kind: 'oauthServerToServer',
  environment: 'adobe',
  organizationId: '1234567890ABCDEF12345678@AdobeOrg',
  clientId: 'client',
  technicalAccountId: null,
  scopes: [],
  health: { state: 'ready' },
  tokenExpiresAt: null,
  certificate: null,
  lastUsedAt: null,
  guides: [],
};

test('what is deleted from this computer depends on the kind', () => {
  expect(dependents(row, [])[0]).toBe('Its client secret is deleted from this computer.');
  expect(dependents({ ...row, kind: 'serviceAccount' }, [])[0]).toContain('private key and certificate');
});

test('open sessions and changes under way are named', () => {
  const said = dependents({ ...row, guides: [{ guide: 'clientSecret', begun: true }] }, ['Checkout', 'Returns']);
  expect(said.join(' ')).toContain('These open sessions are closed: Checkout and Returns.');
  expect(said.join(' ')).toContain('Client secret rotation');
});

test('a change that has not begun is not named', () => {
  const said = dependents({ ...row, guides: [{ guide: 'clientSecret', begun: false }] }, []);
  expect(said.join(' ')).not.toContain('rotation');
});
