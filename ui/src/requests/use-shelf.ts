import {
  keepAnswer,
  queryClient,
  useAnswer,
  useCommand,
  useTick,
  type AnswerOf,
  type CommandName,
  type RequestOf,
  type RequestShelf,
} from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

type ShelfCommand = {
  [Name in CommandName]: AnswerOf<Name> extends RequestShelf ? Name : never;
}[CommandName];

/** Collections, environments, history and allowed hosts. */
export function useShelf() {
  return useAnswer('requests_read', null);
}

/** Changes something of the shelf; a refusal is shown as a toast. */
export function useShelfCommand<Name extends ShelfCommand>(
  name: Name,
  onDone?: (shelf: RequestShelf) => void,
): (request: RequestOf<Name>) => void {
  const { mutate } = useCommand(name, {
    onDone: (shelf) => {
      takeShelf(shelf as RequestShelf);
      onDone?.(shelf as RequestShelf);
    },
  });
  return (request) => mutate(request, { onError: showProblem });
}

/** Takes over what a command answered. */
export function takeShelf(shelf: RequestShelf): void {
  keepAnswer('requests_read', null, shelf);
  void queryClient.invalidateQueries({ queryKey: ['request_check'] });
}

/** What would be sent depends on more than the request. */
export function useChecksUpToDate(): void {
  useTick((tick) => {
    if (tick.kind === 'requests' || tick.kind === 'integrations' || tick.kind === 'practice') {
      void queryClient.invalidateQueries({ queryKey: ['request_check'] });
    }
  });
}
