import { useEffect, useState } from 'react';

/** True once something has been going on for so long: what is shorter is not worth telling. */
export function useLasting(isGoingOn: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return;
    const timer = setTimeout(() => setLasts(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isGoingOn, milliseconds]);
  return lasts;
}
