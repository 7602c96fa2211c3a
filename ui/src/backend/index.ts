export type * from './api.gen.ts';
export { asProblem, isProblem } from './contract.ts';
export type { AnswerOf, Backend, CommandName, RequestOf } from './contract.ts';
export { backend } from './host.ts';
export {
  keepAnswer,
  keepViewStatus,
  queryClient,
  useAnswer,
  useAnswerPart,
  useCommand,
  useTick,
  useViewStatus,
} from './queries.ts';
