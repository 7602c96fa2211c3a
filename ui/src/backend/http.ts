import type { Problem, Tick } from './api.gen.ts';
import { asProblem, isProblem, type AnswerOf, type Backend } from './contract.ts';
import { linesOf } from './lines.ts';
import { listeners } from './listeners.ts';

const RECONNECT_AFTER_MS = 1000;

const unreachable: Problem = {
  code: 'unreachable',
  title: 'Assurance Desk does not answer',
  message: 'The program behind this page has stopped, or was started again with a new address.',
  nextStep: 'Start it again and open the address that it prints.',
  detail: null,
};

/** The host for tests and browsers: the same commands over HTTP on loopback. */
export function httpBackend(token: string): Backend {
  const ticks = listeners<Tick>();
  const line = listeners<boolean>();
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };

  async function follow(): Promise<void> {
    try {
      const answer = await fetch('/ticks', { headers });
      if (!answer.ok || !answer.body) throw new Error(`status ${answer.status}`);
      line.tell(true);
      for await (const text of linesOf(answer.body)) ticks.tell(JSON.parse(text) as Tick);
    } catch {
      // A cut line is told below, whatever the reason.
    }
    line.tell(false);
    setTimeout(() => void follow(), RECONNECT_AFTER_MS);
  }
  void follow();

  return {
    async call(name, request) {
      const answer = await fetch(`/rpc/${name}`, { method: 'POST', headers, body: JSON.stringify(request) }).catch(
        () => {
          throw unreachable;
        },
      );
      const body: unknown = await answer.json().catch(() => null);
      if (answer.ok) return body as AnswerOf<typeof name>;
      throw isProblem(body) ? body : asProblem(new Error(`status ${answer.status}`));
    },
    onTick: ticks.add,
    onLine: line.add,
  };
}

/** The token from the address, kept for this tab and taken out of the address. */
export function takeToken(): string {
  const given = /^#token=([^&]+)/.exec(location.hash)?.[1];
  if (!given) return sessionStorage.getItem('token') ?? '';
  sessionStorage.setItem('token', given);
  history.replaceState(null, '', location.pathname);
  return given;
}
