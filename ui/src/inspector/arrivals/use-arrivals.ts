import { useEffect, useEffectEvent, useRef, useState } from 'react';

const pauseMs = 3000;

interface Told {
  total: number;
  text: string;
}

/** How many events came since the last time it was said, in words; said anew every few seconds at most. */
export function useArrivals(total: number): string {
  const [told, setTold] = useState<Told>({ total, text: '' });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const tell = useEffectEvent(() => {
    timer.current = undefined;
    setTold(({ total: before, text }) => ({ total, text: total > before ? inWords(total - before, text) : text }));
  });

  useEffect(() => {
    if (total !== told.total) timer.current ??= setTimeout(() => tell(), pauseMs);
  }, [total, told]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return told.text;
}

/** A reader passes over a text that is the same as before: the same words again end in a blank. */
function inWords(count: number, before: string): string {
  const text = count === 1 ? '1 new event' : `${count.toLocaleString()} new events`;
  return text === before ? `${text}\u00a0` : text;
}
