import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { listColours } from '../virtual-list/index.ts';

const widths = ['60%', '42%', '71%', '38%', '55%', '66%', '48%', '35%', '62%', '44%', '58%', '52%'];

/** Where the events will be, while the session is opened. */
export function InspectorSkeleton() {
  return (
    <div
      role="status"
      aria-label="Opening the session"
      className={`${listColours} ${style({ padding: 16, paddingTop: 96 })}`}
    >
      {widths.map((width) => (
        <div key={width} className={style({ height: 28, display: 'flex', alignItems: 'center' })}>
          <span className="list-waiting" style={{ width }} />
        </div>
      ))}
    </div>
  );
}
