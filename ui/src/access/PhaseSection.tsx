import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Section } from '../frame/Section.tsx';
import { StepItem } from './StepItem.tsx';
import type { StepState } from './step-state.ts';
import type { Phase } from './steps/index.ts';

interface Props {
  phase: Phase;
  number: number;
  states: ReadonlyMap<string, StepState>;
}

const list = style({ display: 'flex', flexDirection: 'column', gap: 20, margin: 0, padding: 0, listStyleType: 'none' });

/** The steps that are done in one place. */
export function PhaseSection({ phase, number, states }: Props) {
  return (
    <Section title={`${number}. ${phase.title}`}>
      <ol aria-label={phase.title} className={list}>
        {phase.steps.map((step) => {
          const state = states.get(step.id);
          return state ? <StepItem key={step.id} step={step} state={state} /> : null;
        })}
      </ol>
    </Section>
  );
}
