import type { CredentialKind } from '../backend/index.ts';

export const kindInWords: Record<CredentialKind, string> = {
  oauthServerToServer: 'OAuth Server-to-Server',
  serviceAccount: 'Service account (JWT)',
};
