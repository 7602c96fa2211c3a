import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TimelineLane } from '../../backend/index.ts';
import { ClientSwatch } from '../../sessions/index.ts';
import { heights } from './draw.ts';

const names = style({ flexShrink: 0, width: 112, font: 'ui-xs', color: 'neutral-subdued', margin: 0, padding: 0 });
const name = style({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  textOverflow: 'ellipsis',
});

/** Whose lanes these are, each beside its lane. */
export function LaneNames({ lanes }: { lanes: TimelineLane[] }) {
  return (
    <ul aria-label="Lanes" className={names} style={{ listStyle: 'none' }}>
      <li className={name} style={{ height: heights.marks + heights.overall }}>
        All events
      </li>
      {lanes.map((lane) => (
        <li key={lane.client ?? lane.name} className={name} style={{ height: heights.lane }} title={lane.name}>
          <ClientSwatch colour={lane.colour} />
          {lane.name}
        </li>
      ))}
    </ul>
  );
}
