import { ActionButton } from '@react-spectrum/s2/ActionButton';
import Add from '@react-spectrum/s2/icons/Add';
import { SearchField } from '@react-spectrum/s2/SearchField';
import { SegmentedControl, SegmentedControlItem } from '@react-spectrum/s2/SegmentedControl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { useState } from 'react';
import { useRemembered } from '../../app/remembered.ts';
import { Loading } from '../../frame/Loading.tsx';
import { SmallNote } from '../../frame/SmallNote.tsx';
import { ProblemView } from '../../problems/index.ts';
import { beginDraft } from '../drafts/drafts.ts';
import { useRequests } from '../requests-context.ts';
import { useShelf } from '../use-shelf.ts';
import { CollectionsTree } from './CollectionsTree.tsx';
import { HistoryList } from './HistoryList.tsx';
import { ImportMenu } from './ImportMenu.tsx';
import { treeOf } from './tree-of.ts';

interface Props {
  takesFocus?: boolean;
  /** A request was chosen. */
  onChosen: () => void;
}

const pane = style({ display: 'flex', flexDirection: 'column', height: 'full', minHeight: 0 });
const head = style({ display: 'flex', flexDirection: 'column', gap: 8, padding: 12, paddingBottom: 8, flexShrink: 0 });

/** Collections, and what was sent. */
export function ShelfPane({ takesFocus = false, onChosen }: Props) {
  const { ask } = useRequests();
  const { data: shelf, error } = useShelf();
  const [tab, choose] = useRemembered('requests.shelf');
  const [search, setSearch] = useState('');
  const isHistory = tab === 'history';
  return (
    <section aria-label="Collections and history" className={pane}>
      <div className={head}>
        <div className={style({ display: 'flex', gap: 8 })}>
          <ActionButton
            size="S"
            styles={style({ flexGrow: 1 })}
            onPress={() => {
              beginDraft();
              onChosen();
            }}
          >
            <Add />
            <Text>New request</Text>
          </ActionButton>
          <ImportMenu />
        </div>
        <SegmentedControl
          aria-label="What is listed"
          isJustified
          styles={style({ width: 'full' })}
          selectedKey={isHistory ? 'history' : 'collections'}
          onSelectionChange={(key) => choose(String(key))}
        >
          <SegmentedControlItem id="collections">Collections</SegmentedControlItem>
          <SegmentedControlItem id="history">History</SegmentedControlItem>
        </SegmentedControl>
        <SearchField
          size="S"
          aria-label={isHistory ? 'Search the history' : 'Search the collections'}
          placeholder="Search"
          autoFocus={takesFocus}
          value={search}
          onChange={setSearch}
          styles={style({ width: 'full' })}
        />
      </div>
      <div className={style({ flexGrow: 1, minHeight: 0, overflow: 'auto' })}>
        {error ? (
          <div className={style({ padding: 12 })}>
            <ProblemView problem={error} />
          </div>
        ) : !shelf ? (
          <Loading />
        ) : isHistory ? (
          <HistoryList history={shelf.history} search={search} onChosen={onChosen} />
        ) : (
          <>
            <CollectionsTree shelf={shelf} search={search} onChosen={onChosen} />
            {treeOf(shelf.collections, search).length === 0 ? (
              <div className={style({ padding: 12 })}>
                <SmallNote>No collection, folder or call has this text.</SmallNote>
              </div>
            ) : null}
          </>
        )}
      </div>
      {isHistory && shelf && shelf.history.length > 0 ? (
        <div className={style({ padding: 8, flexShrink: 0 })}>
          <ActionButton size="S" isQuiet onPress={() => ask({ is: 'clearHistory' })}>
            Clear the history…
          </ActionButton>
        </div>
      ) : null}
    </section>
  );
}
