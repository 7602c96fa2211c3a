import { useSyncExternalStore } from 'react';

/** A value of the window's own, which any part of it changes and any other shows. */
export class SharedValue<Value> {
  #value: Value;
  #watchers = new Set<() => void>();

  constructor(value: Value) {
    this.#value = value;
  }

  readonly get = (): Value => this.#value;

  readonly set = (next: Value): void => {
    this.#value = next;
    for (const watcher of this.#watchers) watcher();
  };

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  };
}

/** The value as it is now; whoever uses it is drawn again when it is another. */
export function useShared<Value>(shared: SharedValue<Value>): Value {
  return useSyncExternalStore(shared.watch, shared.get);
}
