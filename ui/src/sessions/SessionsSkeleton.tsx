import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { listColours } from '../virtual-list/index.ts';

const widths = ['60%', '45%', '70%', '40%', '55%', '65%', '50%', '35%'];

/** Where the sessions will be, while they are asked for. */
export function SessionsSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading sessions"
      className={`${listColours} ${style({ paddingTop: 32, flexGrow: 1 })}`}
    >
      {widths.map((width) => (
        <div key={width} className={style({ height: 40, display: 'flex', alignItems: 'center', paddingX: 12 })}>
          <span className="list-waiting" style={{ width }} />
        </div>
      ))}
    </div>
  );
}
