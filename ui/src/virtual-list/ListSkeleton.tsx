import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { listColours } from './VirtualGrid.tsx';

const widths = ['60%', '45%', '70%', '40%', '55%', '65%', '50%', '35%'];

/** Where the rows of a table will be, while they are asked for. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className={`${listColours} ${style({ paddingTop: 32, flexGrow: 1 })}`}>
      {widths.map((width) => (
        <div key={width} className={style({ height: 40, display: 'flex', alignItems: 'center', paddingX: 12 })}>
          <span className="list-waiting" style={{ width }} />
        </div>
      ))}
    </div>
  );
}
