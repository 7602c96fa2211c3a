import type { Timeline, TimelineRequest } from '../../backend/index.ts';

/** What is to be known: the density of a stretch, as it is at a revision. */
export interface Wanted {
  /** Names the list: under another name the answer is another one. */
  list: string;
  revision: number;
  request: TimelineRequest;
}

const pauseMs = 200;
/** Errors of a large archive are being found: a while later they are known. */
const pauseForErrorsMs = 500;

/**
 * Asks for the density when something changed, five times a second at most and one question at a time. The last answer stays until
 * there is a newer one; an answer about another list is thrown away.
 */
export class AskedDensity {
  #wanted: Wanted | null = null;
  #answered: Wanted | null = null;
  #isAsking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #askedAt = -Infinity;
  readonly #ask: (request: TimelineRequest) => Promise<Timeline>;
  readonly #answer: (density: Timeline, list: string) => void;

  constructor(ask: (request: TimelineRequest) => Promise<Timeline>, answer: (density: Timeline, list: string) => void) {
    this.#ask = ask;
    this.#answer = answer;
  }

  want(wanted: Wanted): void {
    this.#wanted = wanted;
    this.#plan();
  }

  end(): void {
    this.#wanted = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #plan(): void {
    if (this.#isAsking || this.#timer !== undefined || !this.#wanted) return;
    if (this.#answered && isSame(this.#wanted, this.#answered)) return;
    const wait = this.#askedAt + pauseMs - performance.now();
    this.#timer = setTimeout(() => void this.#askNow(), Math.max(0, wait));
  }

  async #askNow(): Promise<void> {
    this.#timer = undefined;
    const wanted = this.#wanted;
    if (!wanted) return;
    this.#isAsking = true;
    this.#askedAt = performance.now();
    let isWhole = true;
    try {
      const density = await this.#ask(wanted.request);
      isWhole = density.knowsErrors;
      if (this.#wanted?.list === wanted.list) this.#answer(density, wanted.list);
    } catch {
      // A view that cannot be read says so in its list; the strip keeps what it shows.
    }
    this.#isAsking = false;
    this.#answered = isWhole ? wanted : null;
    if (!isWhole) this.#askedAt += pauseForErrorsMs - pauseMs;
    this.#plan();
  }
}

function isSame(one: Wanted, other: Wanted): boolean {
  return (
    one.list === other.list &&
    one.revision === other.revision &&
    one.request.view === other.request.view &&
    one.request.from === other.request.from &&
    one.request.to === other.request.to &&
    one.request.buckets === other.request.buckets
  );
}
