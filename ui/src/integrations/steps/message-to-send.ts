import type { Draft, Problem } from '../../backend/index.ts';

/** What a user can send to their administrator: all that is known of a failed check, and no secret. */
export function messageToSend(draft: Draft, check: string, problem: Problem): string {
  const known = [`Check: ${check}`, `Organization ID: ${draft.organizationId}`, `Client ID: ${draft.clientId}`];
  if (draft.technicalAccountId) known.push(`Technical account ID: ${draft.technicalAccountId}`);
  if (draft.certificate) known.push(`Certificate SHA-1: ${draft.certificate.sha1}`);
  if (problem.detail) known.push(`Details: ${problem.detail}`);
  return `${problem.title}\n${problem.message}\n${problem.nextStep}\n\n${known.join('\n')}\n`;
}
