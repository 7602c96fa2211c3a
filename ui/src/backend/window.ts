import { Channel, invoke } from '@tauri-apps/api/core';
import type { Tick } from './api.gen.ts';
import { asProblem, type AnswerOf, type Backend } from './contract.ts';
import { listeners } from './listeners.ts';

/** The host inside the desktop window. */
export function windowBackend(): Backend {
  const ticks = listeners<Tick>();
  const channel = new Channel<Tick>(ticks.tell);
  const line = listeners<boolean>();
  invoke('ticks', { channel }).catch(() => line.tell(false));

  return {
    async call(name, request) {
      try {
        return await invoke<AnswerOf<typeof name>>('rpc', { name, request });
      } catch (error) {
        throw asProblem(error);
      }
    },
    onTick: ticks.add,
    onLine: line.add,
  };
}
