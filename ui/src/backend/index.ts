export type * from './api.gen.ts';
export { asProblem, isProblem } from './contract.ts';
export type { AnswerOf, Backend, CommandName, RequestOf } from './contract.ts';
export { backend } from './host.ts';
export { queryClient, useAnswer, useAnswerPart, useCommand, useTick, useTicksIntoQueries } from './queries.ts';
