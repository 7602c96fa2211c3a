import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useAnswer } from '../../backend/index.ts';
import { ScopeField } from '../../integrations/ScopeField.tsx';
import type { FormProps } from './ActionForm.tsx';
import { actionLabel } from '../guide-words.ts';
import { useBusy, useGuideState } from '../GuideContext.tsx';

const none: never[] = [];

/** Chooses the scopes that the migrated credential asks for. */
export function ScopesForm({ isUsual }: FormProps) {
  const { guide, act } = useGuideState();
  const { data: info } = useAnswer('app_info', null);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const busy = useBusy('setScopes');
  const scopes = chosen ?? guide.scopes;
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 12 })}>
      <ScopeField label="Scopes" presets={info?.scopes ?? none} scopes={scopes} onChange={setChosen} />
      <Button
        variant={isUsual ? 'accent' : 'secondary'}
        isPending={busy.isPending}
        isDisabled={scopes.length === 0 || busy.isDisabled}
        onPress={() => void act({ do: 'setScopes', scopes: [...scopes] })}
      >
        {actionLabel(guide.guide, 'setScopes')}
      </Button>
    </div>
  );
}
