import { useEffect, useState } from 'react';
import { backend, type Timeline } from '../../backend/index.ts';
import { AskedDensity } from './asked-density.ts';
import type { Span } from './span.ts';

interface Asked {
  view: string;
  /** Names the list: under another name it is another one. */
  list: string;
  revision: number;
  /** The piece of time that is looked at; null for the whole session. */
  span: Span | null;
  /** Width of the strip in pixels; 0 until it is measured. */
  width: number;
}

const pixelsOfPiece = 3;
const mostPieces = 1_000;

/** The density of the session, kept up to date; the last one stays while another is asked for. */
export function useDensity({ view, list, revision, span, width }: Asked): Timeline | null {
  const [density, setDensity] = useState<Timeline | null>(null);
  const [asked] = useState(() => new AskedDensity((request) => backend.call('view_timeline', request), setDensity));
  const { from = null, to = null } = span ?? {};
  const buckets = Math.min(mostPieces, Math.ceil(width / pixelsOfPiece));

  useEffect(() => {
    if (buckets > 0) asked.want({ list, revision, request: { view, from, to, buckets } });
  }, [asked, view, list, revision, from, to, buckets]);
  useEffect(() => () => asked.end(), [asked]);

  return density;
}
