import { useRemembered } from '../app/remembered.ts';
import type { CredentialKind } from '../backend/index.ts';
import type { Goal } from './steps/index.ts';

const goals: readonly Goal[] = ['platform', 'tags'];

interface ChosenAim {
  goals: readonly Goal[];
  kind: CredentialKind;
  chooseGoals: (goals: readonly string[]) => void;
  chooseKind: (kind: string) => void;
}

/** What the person wants access to, remembered over a restart. */
export function useAim(): ChosenAim {
  const [chosenGoals, setGoals] = useRemembered('access.goals');
  const [chosenKind, setKind] = useRemembered('access.kind');
  const kept = chosenGoals?.split(',') ?? [];
  return {
    goals: goals.filter((goal) => kept.includes(goal)),
    kind: chosenKind === 'serviceAccount' ? 'serviceAccount' : 'oauthServerToServer',
    chooseGoals: (chosen) => setGoals(goals.filter((goal) => chosen.includes(goal)).join(',')),
    chooseKind: setKind,
  };
}
