import { Button } from '@react-spectrum/s2/Button';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown';
import { focusRing, iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Button as PlainButton } from 'react-aria-components/Button';
import { FocusScope } from 'react-aria/FocusScope';
import { useId, type ReactNode } from 'react';

import { StepNumber } from './StepNumber.tsx';

interface Props {
  number: number;
  title: string;
  /** What was chosen, shown while the step is folded. */
  summary: string;
  isDone: boolean;
  isOpen: boolean;
  /** Whether the user was taken here, so that typing goes on here. */
  takesFocus: boolean;
  onToggle: () => void;
  onContinue: () => void;
  children: ReactNode;
}

/** The box that each step stands in. */
export const section = style({
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: 'gray-200',
  borderRadius: 'lg',
  overflow: 'clip',
  scrollMarginBottom: 32,
});

const header = style<{ isHovered: boolean; isFocusVisible: boolean }>({
  ...focusRing(),
  outlineOffset: -2,
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  width: 'full',
  minHeight: 48,
  paddingX: 16,
  paddingY: 8,
  boxSizing: 'border-box',
  borderStyle: 'none',
  borderRadius: 'lg',
  backgroundColor: { default: 'transparent', isHovered: 'gray-75' },
  cursor: 'default',
  textAlign: 'start',
});

const chevron = style<{ isOpen: boolean }>({
  display: 'flex',
  flexShrink: 0,
  rotate: { default: '0deg', isOpen: '180deg' },
  transition: 'transform',
});

/** One step: a heading that folds, and what is to be filled in. */
export function Step({ number, title, summary, isDone, isOpen, takesFocus, onToggle, onContinue, children }: Props) {
  const panel = useId();
  return (
    <section aria-label={title} className={section}>
      <h2 className={style({ margin: 0 })}>
        <PlainButton
          aria-expanded={isOpen}
          aria-controls={panel}
          onPress={onToggle}
          className={({ isHovered, isFocusVisible }) => header({ isHovered, isFocusVisible })}
        >
          {isDone ? (
            <CheckmarkCircle aria-label="Done" styles={iconStyle({ color: 'positive' })} />
          ) : (
            <StepNumber number={number} />
          )}
          <span className={style({ font: 'title', flexShrink: 0 })}>{title}</span>
          <span
            className={style({ font: 'ui', color: 'neutral-subdued', flexGrow: 1, truncate: true, textAlign: 'end' })}
          >
            {isOpen ? null : summary}
          </span>
          <span className={chevron({ isOpen })}>
            <ChevronDown />
          </span>
        </PlainButton>
      </h2>
      <div id={panel} hidden={!isOpen}>
        {isOpen ? (
          <div
            className={style({
              display: 'flex',
              flexDirection: 'column',
              gap: 16,
              padding: 16,
              paddingTop: 4,
              paddingStart: 48,
            })}
          >
            <FocusScope autoFocus={takesFocus}>{children}</FocusScope>
            <Button variant="secondary" onPress={onContinue} styles={style({ alignSelf: 'start' })}>
              Continue
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  );
}
