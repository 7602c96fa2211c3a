import type { CollectionRun, RunOutcome } from '../../backend/index.ts';
import { tookInWords } from '../answer/answer-words.ts';

type State = RunOutcome['state'];

/** "12 answered, 1 failed, 2 skipped". */
export function runInWords({ lines, running }: CollectionRun): string {
  const count = (state: State) => lines.filter(({ outcome }) => outcome.state === state).length;
  const parts = (['answered', 'failed', 'skipped'] as const)
    .map((state) => ({ state, count: count(state) }))
    .filter((part) => part.count > 0)
    .map((part) => `${part.count.toLocaleString()} ${part.state}`);
  const left = count('waiting') + count('running');
  if (running && left > 0) parts.push(`${left.toLocaleString()} to go`);
  return parts.join(', ') || 'Nothing was sent';
}

/** How a call of a run is, in words. */
export function outcomeInWords(outcome: RunOutcome): string {
  switch (outcome.state) {
    case 'waiting':
      return 'waiting';
    case 'running':
      return outcome.waitsSeconds === null
        ? 'under way'
        : `the service asks to wait ${outcome.waitsSeconds.toLocaleString()} s`;
    case 'answered':
      return `${outcome.status} · ${tookInWords(outcome.tookMs)}`;
    case 'failed':
      return `${outcome.problem.title}. ${outcome.problem.message} ${outcome.problem.nextStep}`;
    case 'skipped':
      return outcome.reason;
  }
}
