import type { DraftField } from '../backend/index.ts';

/** The fields of an integration, as the wizard calls them. */
export const fieldInWords: Record<DraftField, string> = {
  name: 'Name',
  organizationId: 'Organization ID',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  technicalAccountId: 'Technical account ID',
  metascopes: 'Metascopes',
  scopes: 'Scopes',
  key: 'Private key',
  certificate: 'Certificate',
  consoleLink: 'Link to Developer Console',
  jwtLifetime: 'Lifetime of the JWT',
};
