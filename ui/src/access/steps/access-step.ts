import type { CredentialKind, KnownPage, ProblemCode } from '../../backend/index.ts';

/** What somebody wants beside Assurance. */
export type Goal = 'platform' | 'tags';

/** What decides which steps there are. */
export interface Aim {
  goals: readonly Goal[];
  kind: CredentialKind;
}

/** Who can do a step. */
export type Who = 'you' | 'administrator' | 'developer';

/** One step on the way to the first call. */
export interface AccessStep {
  /** Kept with its tick, so it never changes. */
  id: string;
  title: string;
  text: string;
  who: Who;
  /** Where it is done. */
  page?: KnownPage;
  /** What an administrator is asked for; it is told which credential is meant. */
  wish?: (credential: string) => string;
  /** Lines of the connection doctor that tell it. The first has to pass, and none of the others may fail. */
  lines?: readonly string[];
  /** The problems on these lines that are mended in this step. Without it, all of them. */
  mends?: readonly ProblemCode[];
  /** What a passed line means here, where its own words do not say it. */
  told?: string;
  /** Nobody can tick it: only a check can tell. */
  onlyByCheck?: boolean;
}

/** Steps that are done in one place. */
export interface Phase {
  title: string;
  steps: AccessStep[];
}
