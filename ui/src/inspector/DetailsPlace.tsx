import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { Splitter } from '../panels/Splitter.tsx';
import type { Panel } from '../panels/use-panel.ts';

interface Props {
  panel: Panel;
  /** Whether they lie over all that is below the tabs. */
  isOver: boolean;
  /** Pixels it may take at most: the list beside it stays one. */
  most: number;
  children: ReactNode;
}

const least = 280;
const look = style<{ isOver: boolean }>({
  flexShrink: 0,
  minHeight: 0,
  minWidth: 0,
  overflow: 'hidden',
  position: { isOver: 'absolute' },
  inset: { isOver: 0 },
  zIndex: { isOver: 3 },
  backgroundColor: { isOver: 'layer-2' },
});

/** The details beside what they are about, as wide as the user made them; or over it. */
export function DetailsPlace({ panel, isOver, most, children }: Props) {
  return (
    <>
      {isOver ? null : (
        <Splitter
          label="Width of the details"
          panel="after"
          width={panel.width}
          least={least}
          most={900}
          onResize={panel.resize}
          onFold={() => panel.show(false)}
        />
      )}
      <div
        className={look({ isOver })}
        style={isOver ? undefined : { width: panel.width, maxWidth: Math.max(least, most) }}
      >
        {children}
      </div>
    </>
  );
}
