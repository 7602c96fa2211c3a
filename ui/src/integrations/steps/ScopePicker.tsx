import { ComboBox, ComboBoxItem, Text } from '@react-spectrum/s2/ComboBox';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Tag, TagGroup } from '@react-spectrum/s2/TagGroup';
import { useState } from 'react';
import type { Preset } from '../../backend/index.ts';
import { useDraftState, useFinding } from '../DraftContext.tsx';
import { presetsLeft, scopeLabel, scopesIn, withScopes } from './scopes.ts';

interface Props {
  field: 'metascopes' | 'scopes';
  label: string;
  presets: Preset[];
}

/** Picks what the access token shall be good for: by service, or typed. */
export function ScopePicker({ field, label, presets }: Props) {
  const { draft, edits, sender, leave } = useDraftState();
  const [text, setText] = useState('');
  const finding = useFinding(field);
  const list = edits.shown[field] ?? draft[field];

  function change(next: string[]): void {
    sender.type({ [field]: next });
    void sender.flush();
  }

  function add(more: readonly string[]): void {
    if (more.length > 0) change(withScopes(list, more));
    setText('');
  }

  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 8 })}>
      <TagGroup
        label={label}
        items={list.map((scope) => ({ id: scope, name: scopeLabel(scope, presets) }))}
        renderEmptyState={() => 'None yet'}
        onRemove={(keys) => change(list.filter((scope) => !keys.has(scope)))}
        isInvalid={finding !== null}
        errorMessage={finding?.message}
      >
        {(tag) => <Tag textValue={tag.name}>{tag.name}</Tag>}
      </TagGroup>
      <ComboBox
        label={`Add ${label.toLowerCase()}`}
        description="Choose a service, or type names and press Enter."
        menuTrigger="focus"
        allowsCustomValue
        inputValue={text}
        onInputChange={(typed) => (typed.includes(',') ? add(scopesIn(typed)) : setText(typed))}
        selectedKey={null}
        onSelectionChange={(key) => add(presets.find(({ service }) => service === key)?.values ?? [])}
        onKeyDown={(event) => {
          // Enter takes the service that is highlighted; with none highlighted it takes what was typed.
          if (event.key !== 'Enter' || event.currentTarget.hasAttribute('aria-activedescendant')) return;
          add(scopesIn(text));
        }}
        onBlur={() => {
          add(scopesIn(text));
          leave(field);
        }}
        items={presetsLeft(list, presets)}
        styles={style({ width: 'full', maxWidth: 480 })}
      >
        {(preset) => (
          <ComboBoxItem id={preset.service} textValue={preset.service}>
            <Text slot="label">{preset.service}</Text>
            <Text slot="description">{preset.values.join(', ')}</Text>
          </ComboBoxItem>
        )}
      </ComboBox>
    </div>
  );
}
