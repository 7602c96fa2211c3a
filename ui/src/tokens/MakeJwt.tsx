import { Button } from '@react-spectrum/s2/Button';
import { NumberField } from '@react-spectrum/s2/NumberField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Switch } from '@react-spectrum/s2/Switch';
import { useState } from 'react';
import { useAnswer, useCommand, type IntegrationRow, type Preset, type TokenReport } from '../backend/index.ts';
import { Section } from '../frame/Section.tsx';
import { ProblemView, showDone } from '../problems/index.ts';
import { ChooseMetascopes } from './ChooseMetascopes.tsx';

const none: Preset[] = [];

interface Props {
  row: IntegrationRow;
  onSigned: (report: TokenReport) => void;
}

/** Signs a JWT with the key of a service account. The JWT goes to the clipboard; only what is in it is shown. */
export function MakeJwt({ row, onSigned }: Props) {
  const { data: info } = useAnswer('app_info', null);
  const [lifetimeMinutes, setLifetimeMinutes] = useState(5);
  const [jti, setJti] = useState(false);
  const [metascopes, setMetascopes] = useState<string[]>(row.scopes);
  const { mutate, isPending, error } = useCommand('jwt_sign', {
    onDone: (report) => {
      showDone('JWT copied. The clipboard will be cleared after a minute.');
      onSigned(report);
    },
  });
  const all = metascopes.length === row.scopes.length;

  return (
    <Section title="Make a JWT">
      <NumberField
        label="Lifetime (minutes)"
        description="A few minutes are enough to exchange it for an access token."
        minValue={1}
        maxValue={1440}
        formatOptions={{ useGrouping: false }}
        value={lifetimeMinutes}
        onChange={setLifetimeMinutes}
        styles={style({ width: 'full' })}
      />
      <Switch isSelected={jti} onChange={setJti}>
        With an ID of its own (jti)
      </Switch>
      {row.scopes.length > 0 ? (
        <ChooseMetascopes
          offered={row.scopes}
          presets={info?.metascopes ?? none}
          value={metascopes}
          onChange={setMetascopes}
        />
      ) : null}
      <Button
        variant="secondary"
        isPending={isPending}
        isDisabled={Number.isNaN(lifetimeMinutes)}
        onPress={() => mutate({ integration: row.id, lifetimeMinutes, jti, metascopes: all ? null : metascopes })}
        styles={style({ alignSelf: 'start' })}
      >
        Sign and copy
      </Button>
      {error ? <ProblemView problem={error} /> : null}
    </Section>
  );
}
