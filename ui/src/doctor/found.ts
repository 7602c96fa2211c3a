import type { DoctorGroup } from '../backend/index.ts';

/** What came out of an examination, in a few words. */
export function found(groups: DoctorGroup[]): string {
  const states = groups.flatMap(({ lines }) => lines.map(({ outcome }) => outcome.state));
  const failed = states.filter((state) => state === 'failed').length;
  const open = states.some((state) => state === 'waiting' || state === 'running');
  if (states.length === 0) return 'Nothing was looked at yet';
  if (failed > 0) return failed === 1 ? '1 line needs somebody' : `${failed} lines need somebody`;
  return open ? 'Stopped before the end' : 'Everything works';
}
