import { useCallback, useState } from 'react';

/** What the window remembers over a restart; small things only, and nothing that matters if it is lost. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A full or closed store costs only the memory.
  }
}

export function useRemembered(key: string): [string | null, (value: string) => void] {
  const [value, setValue] = useState(() => recall(key));
  const change = useCallback(
    (next: string) => {
      remember(key, next);
      setValue(next);
    },
    [key],
  );
  return [value, change];
}
