import { Button } from '@react-spectrum/s2/Button';
import { Form } from '@react-spectrum/s2/Form';
import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef, type ComponentRef } from 'react';
import type { NetworkSettings, ProxyChoice } from '../backend/index.ts';
import { ProblemView } from '../problems/index.ts';
import { AuthoritiesFile } from './AuthoritiesFile.tsx';
import { CustomProxy } from './CustomProxy.tsx';
import { NetworkResult } from './NetworkResult.tsx';
import { useNetworkForm } from './use-network-form.ts';

interface Props {
  saved: NetworkSettings;
  /** Whether the password of the saved proxy is kept. */
  hasPassword: boolean;
  /** Whether there are file dialogs. */
  isDesktop: boolean;
}

/** The proxy and the extra certificate authorities; they can be tried before they are saved. */
export function NetworkForm({ saved, hasPassword, isDesktop }: Props) {
  const form = useNetworkForm(saved, hasPassword);
  const tryIt = useRef<ComponentRef<typeof Button>>(null);

  async function save(fields: HTMLFormElement): Promise<void> {
    const pressed = fields.querySelector('[type=submit]') === document.activeElement;
    // Once it is saved there is nothing more to save, and what can be pressed next is beside it.
    if ((await form.save()) && pressed) tryIt.current?.focus();
  }

  return (
    <Form
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        void save(event.currentTarget);
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
      {form.use === 'custom' ? <CustomProxy form={form} /> : null}
      <AuthoritiesFile
        path={form.authorities}
        onChoose={isDesktop ? form.chooseAuthorities : null}
        onRemove={form.removeAuthorities}
      />
      <div className={style({ display: 'flex', gap: 12 })}>
        <Button ref={tryIt} variant="secondary" isPending={form.isTrying} onPress={form.tryIt}>
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
