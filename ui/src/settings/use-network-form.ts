import { useState } from 'react';
import {
  asProblem,
  backend,
  queryClient,
  useCommand,
  type NetworkReport,
  type NetworkSettings,
  type Problem,
  type ProxyChoice,
} from '../backend/index.ts';
import { showDone } from '../problems/index.ts';
import { saveSettings } from './save-settings.ts';

type ProxyUse = ProxyChoice['use'];

export type NetworkFormState = ReturnType<typeof useNetworkForm>;

/** What is typed about the network, until it is saved; nothing of it is lost when something is refused. */
export function useNetworkForm(saved: NetworkSettings, hasPassword: boolean) {
  const [use, setUse] = useState<ProxyUse>(saved.proxy.use);
  const [address, setAddress] = useState(addressOf(saved.proxy));
  const [userName, setUserName] = useState(userNameOf(saved.proxy));
  const [password, setPassword] = useState('');
  const [authorities, setAuthorities] = useState(saved.certificateAuthorities);
  const [report, setReport] = useState<NetworkReport | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSaving, setSaving] = useState(false);

  const trial = useCommand('network_try', { onDone: setReport });
  const choosing = useCommand('network_choose_authorities', {
    onDone: ({ path }) => changed(() => setAuthorities(path)),
  });

  const network: NetworkSettings = {
    proxy: use === 'custom' ? { use, url: address.trim(), userName: userName.trim() } : { use },
    certificateAuthorities: authorities,
  };

  /** What came of the last try or save is not about what is there now. */
  function changed(change: () => void): void {
    change();
    setReport(null);
    setProblem(null);
  }

  /** Whether it could be saved. */
  async function save(): Promise<boolean> {
    setProblem(null);
    setSaving(true);
    try {
      if (network.proxy.use === 'custom' && password !== '') {
        const { proxy } = network;
        await backend.call('proxy_password_save', { url: proxy.url, userName: proxy.userName, password });
      }
      await saveSettings((settings) => ({ ...settings, network }));
      await queryClient.invalidateQueries({ queryKey: ['app_info'] });
      setPassword('');
      showDone('Network settings are saved.');
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    } finally {
      setSaving(false);
    }
  }

  function tryIt(): void {
    changed(() => trial.mutate({ network, password: password === '' ? null : password }, { onError: setProblem }));
  }

  return {
    use,
    address,
    userName,
    password,
    isPasswordKept: hasPassword && isSameProxy(network.proxy, saved.proxy),
    authorities,
    report,
    problem,
    isSaving,
    isTrying: trial.isPending,
    isChanged: password !== '' || !isSame(network, saved),
    chooseUse: (next: ProxyUse) => changed(() => setUse(next)),
    type: (text: string) => changed(() => setAddress(text)),
    typeUserName: (text: string) => changed(() => setUserName(text)),
    typePassword: (text: string) => changed(() => setPassword(text)),
    removeAuthorities: () => changed(() => setAuthorities(null)),
    chooseAuthorities: () =>
      choosing.mutate(null, { onError: (error) => error.code !== 'cancelled' && setProblem(error) }),
    tryIt,
    save,
  };
}

function isSame(one: NetworkSettings, other: NetworkSettings): boolean {
  return one.certificateAuthorities === other.certificateAuthorities && isSameProxy(one.proxy, other.proxy);
}

function isSameProxy(one: ProxyChoice, other: ProxyChoice): boolean {
  return one.use === other.use && addressOf(one) === addressOf(other) && userNameOf(one) === userNameOf(other);
}

function addressOf(proxy: ProxyChoice): string {
  return proxy.use === 'custom' ? proxy.url : '';
}

function userNameOf(proxy: ProxyChoice): string {
  return proxy.use === 'custom' ? proxy.userName : '';
}
