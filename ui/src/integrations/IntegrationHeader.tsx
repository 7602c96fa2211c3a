import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go, pathOf } from '../app/route.ts';
import type { IntegrationRow } from '../backend/index.ts';
import { ExportButton } from './ExportButton.tsx';
import { HealthLight } from './HealthLight.tsx';
import { IntegrationActions } from './IntegrationActions.tsx';

/** How the integration is, and what can be done with it as a whole. */
export function IntegrationHeader({ row }: { row: IntegrationRow }) {
  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12, minHeight: 32 })}>
      <div className={style({ flexGrow: 1, minWidth: 0 })}>
        <HealthLight health={row.health} />
      </div>
      <Button variant="secondary" onPress={() => go(pathOf({ place: 'editIntegration', integration: row.id }))}>
        Edit
      </Button>
      <ExportButton row={row} />
      <Button variant="secondary" onPress={() => go(pathOf({ place: 'sessions', integration: row.id }))}>
        Show sessions
      </Button>
      <IntegrationActions row={row} withoutOpen />
    </div>
  );
}
