import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const begin = style({ truncate: true, flexShrink: 1 });

/** A path that gives up its folders before its file's name when there is no room; whole on hover. */
export function PathCutInMiddle({ path }: { path: string }) {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return (
    <span title={path} className={style({ display: 'flex', minWidth: 0, whiteSpace: 'nowrap' })}>
      <span className={begin}>{path.slice(0, Math.max(cut, 0))}</span>
      <span className={style({ flexShrink: 0 })}>{path.slice(Math.max(cut, 0))}</span>
    </span>
  );
}
