import type { ImportPreview } from '../backend/index.ts';

/** Whether all that was read is one key, with or without its certificate, and nothing about it needs a look. */
export function isKeyAlone({ files, candidates }: ImportPreview): boolean {
  const [only] = candidates;
  if (!only || candidates.length > 1 || files.some((file) => file.state.state !== 'understood')) return false;
  const hasKey = only.keyBits !== null || only.certificate !== null;
  const hasMore =
    only.organizationId !== null ||
    only.clientId !== null ||
    only.hasClientSecret ||
    only.technicalAccountId !== null ||
    only.scopes.length > 0;
  const isFine = only.findings.length === 0 && only.ignored.length === 0 && only.keyMatchesCertificate !== false;
  return hasKey && !hasMore && isFine;
}
