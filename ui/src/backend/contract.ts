import type { Commands, Problem, Tick } from './api.gen.ts';

export type CommandName = keyof Commands;
export type RequestOf<Name extends CommandName> = Commands[Name]['request'];
export type AnswerOf<Name extends CommandName> = Commands[Name]['answer'];

/** The one door to Rust. It has two hosts: the desktop window, and HTTP on loopback for tests and browsers. */
export interface Backend {
  /** Rejects with a `Problem`, never with anything else. */
  call<Name extends CommandName>(name: Name, request: RequestOf<Name>): Promise<AnswerOf<Name>>;
  /** Tells every change; the answer ends the subscription. */
  onTick(listener: (tick: Tick) => void): () => void;
  /** Tells when ticks no longer arrive (false), and when they do again (true). */
  onLine(listener: (connected: boolean) => void): () => void;
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'title' in value && 'nextStep' in value;
}

/** Whatever a host rejected with, as a `Problem`. */
export function asProblem(value: unknown): Problem {
  if (isProblem(value)) return value;
  return {
    code: 'internal',
    title: 'Something unexpected happened',
    message: 'The program could not finish what you asked for.',
    nextStep: 'Try again. If it happens again, copy the details and report them.',
    detail: value instanceof Error ? value.message : String(value),
  };
}
