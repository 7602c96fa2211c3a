import type { DraftChange } from '../backend/index.ts';
import {
  answered,
  givenBack,
  leftField,
  noEdits,
  taken,
  typed,
  type DraftEdits,
  type EditedField,
} from './draft-edits.ts';

const WAIT_MS = 250;

interface Options {
  send: (change: DraftChange) => Promise<void>;
  /** Told after each change of what is shown. */
  onEdits: (edits: DraftEdits) => void;
  onFailure: (error: unknown) => void;
}

/** Sends what is typed, a moment after it was typed, one request at a time. */
export class DraftSender {
  private edits: DraftEdits = noEdits;
  private focused: EditedField | null = null;
  private underWay: { change: DraftChange; done: Promise<boolean> } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: Options) {}

  type(change: DraftChange): void {
    this.show(typed(this.edits, change));
    this.sendSoon();
  }

  enter(field: EditedField): void {
    this.focused = field;
  }

  leave(field: EditedField): void {
    if (this.focused === field) this.focused = null;
    this.show(leftField(this.edits, field, this.underWay?.change ?? null));
    void this.flush();
  }

  /** Sends all there is; true when Rust knows all of it. */
  async flush(): Promise<boolean> {
    return this.send(true);
  }

  /** Forgets what was typed, when the draft was replaced as a whole. */
  forget(): void {
    clearTimeout(this.timer);
    this.show(noEdits);
  }

  private async send(whole: boolean): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.underWay && !(await this.underWay.done)) return false;
    if (this.underWay) return this.send(whole);
    const change = { ...this.edits.unsent };
    // A secret is kept for good once it is sent, so half a one is never sent: it waits until its field is left.
    if (!whole && this.focused === 'clientSecret') delete change.clientSecret;
    if (Object.keys(change).length === 0) return true;
    this.show(taken(this.edits, change));
    const done = this.deliver(change);
    this.underWay = { change, done };
    return (await done) && this.send(whole);
  }

  private sendSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(false), WAIT_MS);
  }

  private async deliver(change: DraftChange): Promise<boolean> {
    try {
      await this.options.send(change);
      this.underWay = null;
      this.show(answered(this.edits, change, this.focused));
      return true;
    } catch (error) {
      this.underWay = null;
      this.show(givenBack(this.edits, change));
      this.options.onFailure(error);
      return false;
    }
  }

  private show(edits: DraftEdits): void {
    this.edits = edits;
    this.options.onEdits(edits);
  }
}
