import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { SentRequest } from '../../backend/index.ts';
import { SmallNote } from '../../frame/SmallNote.tsx';
import { exactly, shortly } from '../../sessions/when.ts';
import { keyOf } from '../drafts/draft.ts';
import { useDrafts } from '../drafts/drafts.ts';
import { useRequests } from '../requests-context.ts';
import { MethodMark } from './MethodMark.tsx';
import { cells, cut, rowStyle } from './row-style.ts';
import { historyLine, pathOf } from './history-words.ts';

interface Props {
  history: readonly SentRequest[];
  search: string;
  /** A request was chosen. */
  onChosen: () => void;
}

/** What was sent, newest first. */
export function HistoryList({ history, search, onChosen }: Props) {
  const { open } = useRequests();
  const { shown } = useDrafts();
  const wanted = search.trim().toLowerCase();
  const found = history.filter(({ method, url, name }) => `${method} ${url} ${name}`.toLowerCase().includes(wanted));
  if (found.length === 0) {
    return (
      <div className={style({ padding: 12 })}>
        <SmallNote>
          {history.length === 0 ? 'What you send is listed here.' : 'Nothing that was sent has this text.'}
        </SmallNote>
      </div>
    );
  }
  return (
    <ListBox
      aria-label="History"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[shown.key]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        const line = history.find(({ sent }) => keyOf({ from: 'history', sent }) === key);
        if (!line) return;
        open({ from: 'history', sent: line.sent });
        onChosen();
      }}
      className={style({ display: 'flex', flexDirection: 'column', gap: 2, padding: 4, outlineStyle: 'none' })}
    >
      {found.map((line) => (
        <ListBoxItem
          key={line.sent}
          id={keyOf({ from: 'history', sent: line.sent })}
          textValue={`${line.method} ${pathOf(line.url)}`}
          className={({ isSelected, isHovered, isFocusVisible }) => rowStyle({ isSelected, isHovered, isFocusVisible })}
        >
          <div className={cells}>
            <MethodMark method={line.method} />
            <span className={cut} title={line.url}>
              {pathOf(line.url)}
            </span>
          </div>
          <div
            className={style({
              display: 'block',
              font: 'ui-sm',
              color: 'neutral-subdued',
              paddingX: 4,
              paddingBottom: 4,
            })}
          >
            <span title={exactly(line.at)}>{`${shortly(line.at)} · ${historyLine(line)}`}</span>
          </div>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
