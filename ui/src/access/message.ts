import type { IntegrationRow } from '../backend/index.ts';

type Ids = Pick<IntegrationRow, 'organizationId' | 'clientId' | 'technicalAccountId'>;

/** A text that is ready to be sent to an administrator. It holds no secret. */
export function messageOf(wish: (credential: string) => string, integration: Ids | null): string {
  const asked = wish(
    integration ? 'the API credential with the client ID below' : 'the API credential of my project, once it is there,',
  );
  const ids = integration
    ? [
        '',
        `Organization ID: ${integration.organizationId}`,
        `Client ID: ${integration.clientId}`,
        ...(integration.technicalAccountId ? [`Technical account ID: ${integration.technicalAccountId}`] : []),
      ]
    : [];
  return ['Hello,', '', asked, ...ids, '', 'Thank you.'].join('\n');
}
