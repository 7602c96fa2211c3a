import type { StepOutcome } from '../../backend/index.ts';

/** What came of a test, in a few words; nothing before it was begun. */
export function testInWords(states: readonly StepOutcome['state'][], isTesting: boolean): string {
  if (isTesting) return 'Testing…';
  const failed = states.filter((state) => state === 'failed').length;
  if (failed > 0) return failed === 1 ? '1 check failed' : `${failed} checks failed`;
  return states.includes('passed') ? 'All checks passed' : '';
}
