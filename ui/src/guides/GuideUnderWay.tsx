import { Button } from '@react-spectrum/s2/Button';
import Clock from '@react-spectrum/s2/icons/Clock';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnswer, type GuideKind } from '../backend/index.ts';
import { guideNames } from './guide-words.ts';
import { goToGuide } from './offered.ts';
import { nextStep, progressInWords } from './progress.ts';

interface Props {
  integration: string;
  kind: GuideKind;
}

const line = style({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  minHeight: 32,
  padding: 12,
  paddingStart: 16,
  borderRadius: 'lg',
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: 'gray-200',
});

/** One guided change that has begun: how far it is, and the way on. */
export function GuideUnderWay({ integration, kind }: Props) {
  const { data: guide } = useAnswer('guide_open', { integration, guide: kind });
  const next = guide ? nextStep(guide) : null;
  const title = next === null ? undefined : guide?.steps[next]?.title;
  return (
    <section aria-label={guideNames[kind]} className={line}>
      <Clock styles={iconStyle({ size: 'S', color: 'informative' })} />
      <span className={style({ font: 'ui', flexGrow: 1, minWidth: 0 })}>
        <span className={style({ fontWeight: 'bold' })}>{guideNames[kind]}</span>
        {guide ? `: ${progressInWords(guide)}` : ' is under way'}
        {title ? `, ${title}` : ''}
      </span>
      <Button
        variant="accent"
        size="S"
        aria-label={`Continue: ${guideNames[kind]}`}
        onPress={() => goToGuide(integration, kind)}
      >
        Continue
      </Button>
    </section>
  );
}
