import { asProblem } from '../backend/contract.ts';
import type { Backend, Draft, ImportPreview, ImportSource, Problem } from '../backend/index.ts';
import { isKeyAlone } from './preview-facts.ts';

/** The integration that is being set up, and takes over what is imported meanwhile. */
export interface ImportTarget {
  draft: string;
  /** Whether a key that is dropped may be taken over without a question: it is missing. */
  wantsKey: boolean;
  /** Sends what was typed, so that it is not written over what is taken over; false when that failed. */
  flush: () => Promise<boolean>;
  onAccepted: (draft: Draft) => void;
  /** A key was taken over at once; nothing else changed. */
  onKeyAccepted: (draft: Draft) => void;
}

export interface ImportState {
  isOpen: boolean;
  /** What was read so far; none before the first file or text. */
  preview: ImportPreview | null;
  /** Why the last thing that was asked for did not happen. */
  problem: Problem | null;
  isBusy: boolean;
  /** The files that were dropped, as far as their paths are known. */
  paths: string[];
  /** Whether it fills an integration that is being set up. */
  fills: boolean;
}

const closed: ImportState = { isOpen: false, preview: null, problem: null, isBusy: false, paths: [], fills: false };

interface Options {
  call: Backend['call'];
  /** A draft was made of what was imported while none was open. */
  onNewDraft: (draft: Draft) => void;
}

/** One import at a time: what was read, what is still to be said about it, and where it goes. */
export class ImportFlow {
  private state = closed;
  private readonly watchers = new Set<() => void>();
  private target: ImportTarget | null = null;
  private last: Promise<unknown> = Promise.resolve();
  /** Counts the times that it was closed: what was asked for before is not waited for any more. */
  private closings = 0;
  /** Done once the dialog has left the screen, so that it does not take the focus back. */
  private onGone: (() => void) | null = null;

  constructor(private readonly options: Options) {}

  readonly current = (): ImportState => this.state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => {
      this.watchers.delete(watcher);
    };
  };

  /** What is accepted goes into this integration until the answer is called. */
  aimAt(target: ImportTarget): () => void {
    this.target = target;
    return () => {
      if (this.target === target) this.target = null;
    };
  }

  /** Asks for files or a text. */
  open(): void {
    this.show({ isOpen: true, fills: this.target !== null });
  }

  /** Reads more and shows it; only a key alone is taken over without a question, where one is waited for. */
  async bring(source: ImportSource, waitsForKey = this.target?.wantsKey ?? false): Promise<void> {
    const wasOpen = this.state.isOpen;
    if (source.from === 'files') this.show({ paths: [...this.state.paths, ...source.paths] });
    const preview = await this.ask((before) => this.options.call('import_read', { import: before, source }));
    if (!preview) {
      if (this.state.problem) this.open();
      return;
    }
    if (!wasOpen && this.target && waitsForKey && isKeyAlone(preview)) await this.accept(0);
    else this.open();
  }

  async unlock(file: number, passphrase: string): Promise<boolean> {
    const preview = await this.ask((id) => this.options.call('import_unlock', { import: id ?? '', file, passphrase }));
    return preview?.files[file]?.state.state === 'understood';
  }

  async remove(file: number): Promise<void> {
    await this.ask((id) => this.options.call('import_remove', { import: id ?? '', file }));
  }

  /** Takes credentials over into the integration that is being set up, or into a new one. */
  async accept(candidate: number): Promise<void> {
    const { preview, isOpen } = this.state;
    if (!preview) return;
    const target = this.target;
    this.show({ isBusy: true, problem: null });
    try {
      if (target && !(await target.flush())) return this.show({ isBusy: false });
      const request = { import: preview.id, candidate, draft: target?.draft ?? null };
      const draft = await this.options.call('import_accept', request);
      const done = () => (target ? target.onAccepted(draft) : this.options.onNewDraft(draft));
      this.state = closed;
      this.show({});
      if (isOpen) this.onGone = done;
      else target?.onKeyAccepted(draft);
    } catch (error) {
      this.show({ isOpen: true, isBusy: false, problem: asProblem(error), fills: target !== null });
    }
  }

  /** Closes and forgets what was read. */
  close(): void {
    const { preview } = this.state;
    this.closings += 1;
    this.state = closed;
    this.show({});
    if (preview) this.discard(preview);
  }

  /** The dialog has left the screen. */
  gone(): void {
    const done = this.onGone;
    this.onGone = null;
    done?.();
  }

  /** Asks one thing after another, since each answer is the whole of what was read. */
  private async ask(question: (id: string | null) => Promise<ImportPreview>): Promise<ImportPreview | null> {
    const { closings } = this;
    const answer = this.last.then(() => {
      if (closings !== this.closings) return null;
      this.show({ isBusy: true, problem: null });
      return question(this.state.preview?.id ?? null);
    });
    this.last = answer.catch(() => null);
    try {
      const preview = await answer;
      if (closings !== this.closings) {
        if (preview) this.discard(preview);
        return null;
      }
      this.show({ preview, isBusy: false });
      return preview;
    } catch (error) {
      if (closings !== this.closings) return null;
      const problem = asProblem(error);
      this.show({ isBusy: false, problem: problem.code === 'cancelled' ? null : problem });
      return null;
    }
  }

  private discard({ id }: ImportPreview): void {
    // What cannot be forgotten now is forgotten when the program ends.
    this.options.call('import_discard', { import: id }).catch(() => null);
  }

  private show(change: Partial<ImportState>): void {
    this.state = { ...this.state, ...change };
    for (const watcher of this.watchers) watcher();
  }
}
