import type { Preset } from '../../backend/index.ts';

/** The scopes in a text: separated by commas, spaces or lines. */
export function scopesIn(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** A list with more scopes at its end, each once. */
export function withScopes(list: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...list, ...more])];
}

/** A scope in words: the service that it alone stands for, else its last part. */
export function scopeLabel(scope: string, presets: readonly Preset[]): string {
  const service = presets.find(({ values }) => values.length === 1 && values[0] === scope)?.service;
  return service ?? scope.split('/').at(-1) ?? scope;
}

/** The presets that would add something. */
export function presetsLeft(list: readonly string[], presets: readonly Preset[]): Preset[] {
  return presets.filter(({ values }) => values.some((value) => !list.includes(value)));
}
