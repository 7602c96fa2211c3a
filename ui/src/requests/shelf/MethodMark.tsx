import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

type Tone = 'read' | 'write' | 'change' | 'remove' | 'other';

const mark = style<{ tone: Tone }>({
  font: 'code-xs',
  fontWeight: 'bold',
  flexShrink: 0,
  minWidth: 44,
  color: {
    tone: {
      read: 'green-1100',
      write: 'blue-1100',
      change: 'purple-1100',
      remove: 'red-1100',
      other: 'neutral-subdued',
    },
  },
});

const tones: Record<string, Tone> = { GET: 'read', POST: 'write', PUT: 'change', PATCH: 'change', DELETE: 'remove' };
const short: Record<string, string> = { DELETE: 'DEL', OPTIONS: 'OPT' };

/** The method of a call, short enough for a list. */
export function MethodMark({ method }: { method: string }) {
  return (
    <abbr title={method} className={mark({ tone: tones[method] ?? 'other' })} style={{ textDecoration: 'none' }}>
      {short[method] ?? method}
    </abbr>
  );
}
