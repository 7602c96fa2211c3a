import type { LaunchRow } from '../../backend/index.ts';
import { ClientSwatch } from '../../sessions/index.ts';
import { timeOfDay } from './time.ts';

/** The line that begins an app launch. */
export function LaunchCells({ launch }: { launch: LaunchRow }) {
  const { number, clientName, clientColour, timestamp } = launch;
  const words = [`App launch ${number}`, clientName, timeOfDay(timestamp).slice(0, 8)].filter(Boolean).join(' · ');
  return (
    <span role="gridcell" className="event-launch">
      <ClientSwatch colour={clientColour} />
      <span className="event-cut">{words}</span>
    </span>
  );
}
