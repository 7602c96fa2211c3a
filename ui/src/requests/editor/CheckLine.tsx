import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Problem, RequestCheck } from '../../backend/index.ts';
import { useRequests } from '../requests-context.ts';
import { checkInWords, missingInWords } from './check-words.ts';

interface Props {
  id: string;
  /** Whether there is no address yet. */
  isBlank: boolean;
  check: RequestCheck | undefined;
  /** Why it could not be checked. */
  problem: Problem | null;
}

const line = style({ display: 'flex', alignItems: 'center', gap: 8, flexWrap: 'wrap', minHeight: 24, font: 'ui-sm' });
const quiet = style({ color: 'neutral-subdued' });
const wrong = style({ color: 'negative' });

/** Where the request goes, whether the access token goes along, and what is missing. */
export function CheckLine({ id, isBlank, check, problem }: Props) {
  const { ask } = useRequests();
  // That there is no address yet is no mistake.
  const told = problem ?? (isBlank ? null : check?.problem);
  const missing = missingInWords(check?.missing ?? []);
  return (
    <div id={id} className={line}>
      {told ? <span className={wrong}>{`${told.title}. ${told.message} ${told.nextStep}`}</span> : null}
      {check && !told ? <span className={quiet}>{check.replacedBy ?? checkInWords(check)}</span> : null}
      {check?.token === 'hostNotAllowed' && check.host !== '' ? (
        <ActionButton size="XS" onPress={() => ask({ is: 'allowHost', host: check.host })}>
          Allow…
        </ActionButton>
      ) : null}
      {missing && !told ? <span className={wrong}>{missing}</span> : null}
    </div>
  );
}
