import { ActionButton } from '@react-spectrum/s2/ActionButton';
import More from '@react-spectrum/s2/icons/More';
import { MenuTrigger } from '@react-spectrum/s2/Menu';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { Point } from '../../virtual-list/index.ts';
import { PointMenu } from '../list/PointMenu.tsx';
import './details.css';
import { ValueMenu } from './ValueMenu.tsx';
import type { ValueAction } from './use-value-actions.ts';

interface Props {
  label: string;
  text: string;
  /** None for what is no value of the payload. */
  onAction: ((action: ValueAction) => void) | null;
}

const value = style({
  margin: 0,
  font: 'ui',
  color: 'neutral',
  paddingY: 4,
  minWidth: 0,
  wordBreak: 'break-word',
  whiteSpace: 'pre-wrap',
  display: 'flex',
  alignItems: 'start',
  gap: 4,
});

/** A value of the summary, with a menu of what can be done with it. */
export function SummaryValue({ label, text, onAction }: Props) {
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  if (!onAction) return <dd className={value}>{text}</dd>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its button opens the same menu by keyboard
    <dd
      className={`summary-value ${value}`}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuAt({ x: event.clientX, y: event.clientY });
      }}
    >
      <span className={style({ minWidth: 0 })}>{text}</span>
      <span className="value-more">
        <MenuTrigger align="end">
          <ActionButton size="XS" isQuiet aria-label={`More for ${label}`}>
            <More />
          </ActionButton>
          <ValueMenu label={label} value={text} onAction={onAction} />
        </MenuTrigger>
      </span>
      {menuAt ? (
        <PointMenu at={menuAt} label={`Menu of ${label}`} onClose={() => setMenuAt(null)}>
          <ValueMenu label={label} value={text} onAction={onAction} />
        </PointMenu>
      ) : null}
    </dd>
  );
}
