import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Health } from '../backend/index.ts';
import { HealthLight } from './HealthLight.tsx';

/** Health in one word, with its reason under it. */
export function HealthCell({ health }: { health: Health }) {
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', minWidth: 0 })}>
      <HealthLight health={health} />
      {health.state === 'needsYou' ? (
        <span className={style({ font: 'ui-sm', color: 'neutral-subdued' })} title={health.problem.nextStep}>
          {health.problem.title}
        </span>
      ) : null}
    </div>
  );
}
