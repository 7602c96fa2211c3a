import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { QuietNote } from '../frame/QuietNote.tsx';
import { Details } from '../problems/Details.tsx';
import { beginLabels } from './guide-words.ts';
import { useGuideState } from './GuideContext.tsx';
import { canBegin, goToGuide } from './offered.ts';

/** What is to be known before everything else, such as why the console could not be asked. It is no failure: the guide goes on by hand. */
export function ConsoleNote() {
  const { guide, row } = useGuideState();
  const problem = guide.consoleProblem;
  if (!problem) return null;
  return (
    <QuietNote
      title={problem.title}
      actions={
        guide.guide === 'certificate' && canBegin(row, 'migration') && row.environment === 'adobe' ? (
          <ActionButton onPress={() => goToGuide(row.id, 'migration')}>{beginLabels.migration}</ActionButton>
        ) : null
      }
    >
      <span>{problem.message}</span>
      <span className={style({ fontWeight: 'medium' })}>{problem.nextStep}</span>
      {problem.detail ? <Details text={problem.detail} /> : null}
    </QuietNote>
  );
}
