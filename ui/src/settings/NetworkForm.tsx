import { Button } from '@react-spectrum/s2/Button';
import { Form } from '@react-spectrum/s2/Form';
import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import type { NetworkSettings, ProxyChoice } from '../backend/index.ts';
import { ProblemView } from '../problems/index.ts';
import { AuthoritiesFile } from './AuthoritiesFile.tsx';
import { NetworkResult } from './NetworkResult.tsx';
import { useNetworkForm } from './use-network-form.ts';

interface Props {
  saved: NetworkSettings;
  /** Whether there are file dialogs. */
  isDesktop: boolean;
}

/** The proxy and the extra certificate authorities; they can be tried before they are saved. */
export function NetworkForm({ saved, isDesktop }: Props) {
  const form = useNetworkForm(saved);
  return (
    <Form
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <RadioGroup
        label="Proxy"
        orientation="horizontal"
        value={form.use}
        onChange={(value) => form.chooseUse(value as ProxyChoice['use'])}
      >
        <Radio value="system">As the system</Radio>
        <Radio value="direct">None</Radio>
        <Radio value="custom">This address</Radio>
      </RadioGroup>
      {form.use === 'custom' ? (
        // In a form, fields are as wide as it.
        <div className={style({ maxWidth: 480 })}>
          <TextField
            label="Address of the proxy"
            placeholder="http://proxy.example.com:8080"
            description="Without user name and password."
            autoComplete="off"
            spellCheck="false"
            value={form.address}
            onChange={form.type}
            styles={style({ width: 'full' })}
          />
        </div>
      ) : null}
      <AuthoritiesFile
        path={form.authorities}
        onChoose={isDesktop ? form.chooseAuthorities : null}
        onRemove={form.removeAuthorities}
      />
      <div className={style({ display: 'flex', gap: 12 })}>
        <Button variant="secondary" isPending={form.isTrying} onPress={form.tryIt}>
          Try the connection
        </Button>
        <Button type="submit" variant="accent" isPending={form.isSaving} isDisabled={!form.isChanged}>
          Save
        </Button>
      </div>
      {form.report ? <NetworkResult report={form.report} /> : null}
      {form.problem ? <ProblemView problem={form.problem} /> : null}
    </Form>
  );
}
