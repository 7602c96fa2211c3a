import { useState } from 'react';
import {
  asProblem,
  useCommand,
  type NetworkReport,
  type NetworkSettings,
  type Problem,
  type ProxyChoice,
} from '../backend/index.ts';
import { showDone } from '../problems/index.ts';
import { saveSettings } from './save-settings.ts';

type ProxyUse = ProxyChoice['use'];

/** What is typed about the network, until it is saved; nothing of it is lost when something is refused. */
export function useNetworkForm(saved: NetworkSettings) {
  const [use, setUse] = useState<ProxyUse>(saved.proxy.use);
  const [address, setAddress] = useState(addressOf(saved.proxy));
  const [authorities, setAuthorities] = useState(saved.certificateAuthorities);
  const [report, setReport] = useState<NetworkReport | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);

  const trial = useCommand('network_try', { onDone: setReport });
  const choosing = useCommand('network_choose_authorities', {
    onDone: ({ path }) => changed(() => setAuthorities(path)),
  });

  const network: NetworkSettings = {
    proxy: use === 'custom' ? { use, url: address.trim() } : { use },
    certificateAuthorities: authorities,
  };

  /** What came of the last try or save is not about what is there now. */
  function changed(change: () => void): void {
    change();
    setReport(null);
    setProblem(null);
  }

  async function save(): Promise<void> {
    setProblem(null);
    setSaving(true);
    try {
      await saveSettings((settings) => ({ ...settings, network }));
      showDone('Network settings are saved.');
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSaving(false);
    }
  }

  function tryIt(): void {
    changed(() => trial.mutate(network, { onError: setProblem }));
  }

  return {
    use,
    address,
    authorities,
    report,
    problem,
    isSaving,
    isTrying: trial.isPending,
    isChanged: !isSame(network, saved),
    chooseUse: (next: ProxyUse) => changed(() => setUse(next)),
    type: (text: string) => changed(() => setAddress(text)),
    removeAuthorities: () => changed(() => setAuthorities(null)),
    chooseAuthorities: () =>
      choosing.mutate(null, { onError: (error) => error.code !== 'cancelled' && setProblem(error) }),
    tryIt,
    save: () => void save(),
  };
}

function isSame(one: NetworkSettings, other: NetworkSettings): boolean {
  return (
    one.certificateAuthorities === other.certificateAuthorities &&
    one.proxy.use === other.proxy.use &&
    addressOf(one.proxy) === addressOf(other.proxy)
  );
}

function addressOf(proxy: ProxyChoice): string {
  return proxy.use === 'custom' ? proxy.url : '';
}
