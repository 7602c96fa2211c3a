import { useEffect, useRef, useState } from 'react';
import { asProblem, backend, type ArchiveHits } from '../../backend/index.ts';
import type { Mistake } from '../../inspector/filter/mistake.ts';
import { showProblem } from '../../problems/index.ts';
import type { Searched } from './searching.ts';

/** Archives that are searched at the same time. */
const atOnce = 2;
/** Hits of each archive, the newest. */
const limit = 50;

export interface ArchiveSearching {
  searched: Searched | null;
  /** Why the query cannot be understood. */
  mistake: Mistake | null;
  run: (text: string) => Promise<void>;
  stop: () => void;
}

/** Searches archive by archive; a new search or the end of the dialog stops the one before. */
export function useArchiveSearch(): ArchiveSearching {
  const [searched, setSearched] = useState<Searched | null>(null);
  const [mistake, setMistake] = useState<Mistake | null>(null);
  const turn = useRef(0);

  async function run(text: string) {
    turn.current += 1;
    const mine = turn.current;
    const isOver = () => mine !== turn.current;
    try {
      const { mistake: wrong } = await backend.call('query_check', { text });
      if (isOver()) return;
      setMistake(wrong && { text, ...wrong });
      if (wrong) return;
      const archives = await backend.call('archives_list', null);
      if (isOver()) return;
      setSearched({ text, archives, hits: new Map(), isRunning: archives.length > 0 });
      const left = archives.map(({ archive }) => archive);
      await Promise.all(Array.from({ length: atOnce }, () => work(left, text, isOver)));
    } catch (error) {
      if (!isOver()) showProblem(asProblem(error));
    }
    if (!isOver()) setSearched((known) => known && { ...known, isRunning: false });
  }

  async function work(left: string[], text: string, isOver: () => boolean) {
    for (let archive = left.shift(); archive !== undefined; archive = left.shift()) {
      const hits = await hitsIn(archive, text);
      if (isOver()) return;
      setSearched((known) => known && { ...known, hits: new Map([...known.hits, [hits.archive, hits]]) });
    }
  }

  function stop() {
    turn.current += 1;
    setSearched((known) => known && { ...known, isRunning: false });
  }

  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  return { searched, mistake, run, stop };
}

/** What is in one archive; one that cannot be asked does not end the search in the others. */
async function hitsIn(archive: string, text: string): Promise<ArchiveHits> {
  const zoneMinutes = -new Date().getTimezoneOffset();
  try {
    return await backend.call('archive_search', { archive, text, zoneMinutes, limit });
  } catch (error) {
    return { archive, matched: 0, total: 0, rows: [], problem: asProblem(error) };
  }
}
