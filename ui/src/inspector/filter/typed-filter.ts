import { createContext, use, type Dispatch, type SetStateAction } from 'react';
import type { EventFilter } from '../../backend/index.ts';
import type { Mistake } from './mistake.ts';

export interface TypedFilter {
  /** The filter as the user typed and chose it. */
  filter: EventFilter;
  /** Why its query cannot be understood; the list keeps the last one that could. */
  mistake: Mistake | null;
}

/** Changes the filter: another one, or how it becomes another. Stays the same function. */
export type SetFilter = Dispatch<SetStateAction<EventFilter>>;

export const TypedFilterContext = createContext<TypedFilter | null>(null);
export const SetFilterContext = createContext<SetFilter | null>(null);

/** The filter as it is typed: whoever asks for it is drawn with each key. */
export function useTypedFilter(): TypedFilter {
  return within(use(TypedFilterContext));
}

export function useSetFilter(): SetFilter {
  return within(use(SetFilterContext));
}

function within<Value>(value: Value | null): Value {
  if (value === null) throw new Error('only what is in a FilterProvider has a filter');
  return value;
}
