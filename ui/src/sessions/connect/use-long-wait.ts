import { useEffect, useState } from 'react';

const LONG_MS = 20_000;

/** Whether it has been waited for so long that something may be wrong. */
export function useLongWait(isWaiting: boolean): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setIsLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isLong;
}
