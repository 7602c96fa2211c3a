import type { SentRequest } from '../../backend/index.ts';
import { tookInWords } from '../answer/answer-words.ts';

/** The part of an address that tells calls of one host apart. */
export function pathOf(url: string): string {
  const [, path] = /^[a-z]+:\/\/[^/?#]*(.*)$/i.exec(url) ?? [];
  return path === undefined || path === '' || path === '/' ? url : path;
}

/** How it went. */
export function historyLine({ status, tookMs }: SentRequest): string {
  if (status === null) return 'no answer';
  return tookMs === null ? String(status) : `${status} · ${tookInWords(tookMs)}`;
}
