import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ActionButtons } from './ActionButtons.tsx';
import { isForm } from './forms/ActionForm.tsx';
import { useGuideState } from './GuideContext.tsx';
import { OtherWay } from './OtherWay.tsx';
import { isNext } from './progress.ts';

/** What can be done beside the steps, such as cancelling. */
export function OtherActions() {
  const { guide } = useGuideState();
  const inStep = guide.steps.find(isNext)?.actions ?? [];
  const actions = guide.actions.filter((action) => !inStep.includes(action));
  if (actions.length === 0) return null;
  return (
    <div
      className={style({
        display: 'flex',
        flexDirection: 'column',
        gap: 12,
        paddingTop: 16,
        borderStyle: 'solid',
        borderWidth: 0,
        borderTopWidth: 1,
        borderColor: 'gray-200',
      })}
    >
      {actions.filter(isForm).map((action) => (
        <OtherWay key={action} action={action} />
      ))}
      <div className={style({ display: 'flex', gap: 12, flexWrap: 'wrap' })}>
        <ActionButtons actions={actions} isAside />
      </div>
    </div>
  );
}
