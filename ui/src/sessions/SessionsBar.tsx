import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Button } from '@react-spectrum/s2/Button';
import Add from '@react-spectrum/s2/icons/Add';
import Refresh from '@react-spectrum/s2/icons/Refresh';
import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { ToggleButton } from '@react-spectrum/s2/ToggleButton';
import type { ReactNode } from 'react';
import { useIntegrationInUse } from '../app/IntegrationInUse.tsx';
import { go, pathOf } from '../app/route.ts';
import type { IntegrationRow } from '../backend/index.ts';

interface Props {
  integration: IntegrationRow;
  search: string;
  onSearch: (search: string) => void;
  isRefreshing: boolean;
  onRefresh: () => void;
  onNew: () => void;
  /** How many sessions match; null while that is not known. */
  shown: number | null;
  total: number;
  selected: number;
  isGrouped: boolean;
  onGroup: (isGrouped: boolean) => void;
  /** What can be done with the selected session. */
  children: ReactNode;
}

const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 });
const actions = style({ display: 'flex', minWidth: 0, maxWidth: 'full' });
const space = style({ flexGrow: 1 });

/** Whose sessions, which of them, and what to do with them. */
export function SessionsBar(props: Props) {
  const { all } = useIntegrationInUse();
  return (
    <>
      <div className={line}>
        <Picker
          aria-label="Integration"
          items={all ?? []}
          value={props.integration.id}
          onChange={(id) => go(pathOf({ place: 'sessions', integration: String(id) }))}
          styles={style({ width: 240 })}
        >
          {(row) => <PickerItem id={row.id}>{row.name}</PickerItem>}
        </Picker>
        <SearchField
          aria-label="Search sessions"
          placeholder="Name, link, creator"
          value={props.search}
          onChange={props.onSearch}
          styles={style({ width: 280 })}
        />
        <ActionButton isQuiet aria-label="Refresh" isPending={props.isRefreshing} onPress={props.onRefresh}>
          <Refresh />
        </ActionButton>
        <div className={space} />
        <Button variant="accent" onPress={props.onNew}>
          <Add />
          <Text>New session</Text>
        </Button>
      </div>
      <div className={line}>
        <div className={actions}>{props.children}</div>
        <div className={space} />
        <ToggleButton
          size="S"
          isQuiet
          aria-label="Group by name and day"
          isSelected={props.isGrouped}
          onChange={props.onGroup}
        >
          Group
        </ToggleButton>
        <span role="status" className={style({ font: 'ui', color: 'neutral-subdued' })}>
          {inWords(props.shown, props.total, props.selected)}
        </span>
      </div>
    </>
  );
}

function inWords(shown: number | null, total: number, selected: number): string {
  if (shown === null) return '';
  if (selected > 1) return `${selected.toLocaleString()} of ${shown.toLocaleString()} selected`;
  if (shown < total) return `${shown.toLocaleString()} of ${total.toLocaleString()}`;
  return total === 1 ? '1 session' : `${total.toLocaleString()} sessions`;
}
