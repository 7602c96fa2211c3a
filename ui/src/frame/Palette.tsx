import { Autocomplete, useFilter } from '@react-spectrum/s2/Autocomplete';
import { CustomDialog } from '@react-spectrum/s2/CustomDialog';
import { Menu, MenuItem, Text } from '@react-spectrum/s2/Menu';
import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useActions } from './use-actions.ts';

/** A search over places and actions, and what it finds. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState('');
  const actions = useActions().filter((action) => contains(action.label, text));
  return (
    <CustomDialog aria-label="Go to a place or action" size="M" isDismissible padding="none">
      <div className={style({ display: 'flex', flexDirection: 'column', padding: 16, gap: 8, height: 384 })}>
        <Autocomplete inputValue={text} onInputChange={setText}>
          <SearchField
            autoFocus
            size="L"
            aria-label="Place or action"
            placeholder="Place or action"
            styles={style({ width: 'full' })}
          />
          <div
            role="region"
            aria-label="Places and actions"
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
            tabIndex={0}
            className={style({ flexGrow: 1, minHeight: 0, overflow: 'auto', padding: 4 })}
          >
            <Menu
              aria-label="Places and actions"
              items={actions}
              onAction={(id) => {
                onClose();
                actions.find((action) => action.id === id)?.run();
              }}
            >
              {(action) => (
                <MenuItem id={action.id} textValue={action.label}>
                  <Text slot="label">{action.label}</Text>
                  {action.hint ? <Text slot="description">{action.hint}</Text> : null}
                </MenuItem>
              )}
            </Menu>
            {actions.length === 0 ? (
              <p className={style({ font: 'body', margin: 0, paddingX: 12 })}>Nothing is called “{text}”.</p>
            ) : null}
          </div>
        </Autocomplete>
      </div>
    </CustomDialog>
  );
}
