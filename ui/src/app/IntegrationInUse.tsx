import { createContext, use, useEffect, type ReactNode } from 'react';
import { useAnswer, type IntegrationRow, type Problem } from '../backend/index.ts';
import { useRemembered } from './remembered.ts';
import { useRoute } from './route.ts';

interface InUse {
  /** The integration that sessions are shown of; none while there is none. */
  integration: IntegrationRow | null;
  /** All integrations; undefined while they load. */
  all: IntegrationRow[] | undefined;
  /** Why they cannot be listed. */
  problem: Problem | null;
  choose: (id: string) => void;
}

const Context = createContext<InUse>({ integration: null, all: undefined, problem: null, choose: () => {} });

/** The integration in use: the one in the address, else the one used last, else the first. */
export function IntegrationInUseProvider({ children }: { children: ReactNode }) {
  const { data: all, error: problem } = useAnswer('integrations_list', null);
  const [remembered, choose] = useRemembered('integration');
  const route = useRoute();
  const inAddress = route.place === 'sessions' || route.place === 'inspector' ? route.integration : null;

  useEffect(() => {
    if (inAddress) choose(inAddress);
  }, [inAddress, choose]);

  const wanted = inAddress ?? remembered;
  const integration = all?.find((row) => row.id === wanted) ?? all?.[0] ?? null;
  return <Context value={{ integration, all, problem, choose }}>{children}</Context>;
}

export function useIntegrationInUse(): InUse {
  return use(Context);
}
