import { useEffect, useRef, useState } from 'react';
import { asProblem, backend, type IntegrationRow, type Problem, type TokenReport } from '../backend/index.ts';

const SETTLED_MS = 300;

/** Whose token is shown: one that was pasted, or one of an integration. */
export type Subject =
  { from: 'pasted' } | { from: 'own'; integration: string } | { from: 'signed'; integration: string };

interface Shown {
  /** Tells one answer from the next. */
  serial: number;
  subject: Subject;
  report: TokenReport | null;
  problem: Problem | null;
}

/** What is in a token. Tokens are secrets, so unlike other questions this one is kept nowhere after its answer. */
export function useInspection() {
  const [shown, setShown] = useState<Shown | null>(null);
  const [isReading, setReading] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);

  useEffect(() => () => clearTimeout(timer.current), []);

  async function ask(subject: Subject, question: () => Promise<TokenReport>): Promise<void> {
    clearTimeout(timer.current);
    asked.current += 1;
    const mine = asked.current;
    setReading(true);
    const next = await question().then(
      (report) => ({ serial: mine, subject, report, problem: null }),
      (error: unknown) => ({ serial: mine, subject, report: null, problem: asProblem(error) }),
    );
    // An answer to an older question shall not take the place of a newer one's.
    if (mine !== asked.current) return;
    setShown(next);
    setReading(false);
  }

  return {
    shown,
    isReading,
    clear(): void {
      clearTimeout(timer.current);
      asked.current += 1;
      setShown(null);
      setReading(false);
    },
    /** Reads what was pasted, once it stays the same for a moment. */
    readText(text: string, integration: string | null): void {
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => void ask({ from: 'pasted' }, () => backend.call('token_inspect', { text, integration })),
        SETTLED_MS,
      );
    },
    /** Reads the access token of an integration; the token itself never comes here. */
    readOwn(integration: string): void {
      void ask({ from: 'own', integration }, () => backend.call('token_inspect_own', { integration }));
    },
    showSigned({ id }: IntegrationRow, report: TokenReport): void {
      void ask({ from: 'signed', integration: id }, () => Promise.resolve(report));
    },
  };
}
