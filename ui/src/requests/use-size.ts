import { useCallback, useState } from 'react';

interface Size {
  width: number;
  height: number;
}

/** The size of an element in pixels; 0 until it is measured. */
export function useSize(): [(node: HTMLElement | null) => (() => void) | undefined, Size] {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const measure = useCallback((node: HTMLElement | null) => {
    if (!node) return undefined;
    const take = () => setSize({ width: node.clientWidth, height: node.clientHeight });
    const observer = new ResizeObserver(take);
    take();
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return [measure, size];
}
