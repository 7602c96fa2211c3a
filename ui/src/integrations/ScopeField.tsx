import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Menu, MenuItem, MenuTrigger, Text } from '@react-spectrum/s2/Menu';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Tag, TagGroup } from '@react-spectrum/s2/TagGroup';
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';
import type { Preset } from '../backend/index.ts';
import { presetsLeft, scopeLabel, scopesIn, withScopes } from './steps/scopes.ts';

interface Props {
  label: string;
  presets: readonly Preset[];
  scopes: readonly string[];
  onChange: (scopes: string[]) => void;
  /** Called when the user leaves the field in which names are typed. */
  onBlur?: () => void;
  /** What is wrong with the list. */
  error?: string | undefined;
}

/** Picks what the access token shall be good for: by service, or typed. */
export function ScopeField({ label, presets, scopes, onChange, onBlur, error }: Props) {
  const [text, setText] = useState('');
  const services = presetsLeft(scopes, presets);

  function add(more: readonly string[]): void {
    if (more.length > 0) onChange(withScopes(scopes, more));
    setText('');
  }

  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
      <TagGroup
        label={label}
        items={scopes.map((scope) => ({ id: scope, name: scopeLabel(scope, presets) }))}
        renderEmptyState={() => 'None yet'}
        onRemove={(keys) => onChange(scopes.filter((scope) => !keys.has(scope)))}
      >
        {(tag) => <Tag textValue={tag.name}>{tag.name}</Tag>}
      </TagGroup>
      <div className={style({ display: 'flex', alignItems: 'start', gap: 8, flexWrap: 'wrap' })}>
        <MenuTrigger>
          <ActionButton isDisabled={services.length === 0}>Add by service…</ActionButton>
          <Menu
            aria-label={`${label} by service`}
            items={services.map((preset) => ({ ...preset, id: preset.service }))}
            onAction={(key) => add(presets.find(({ service }) => service === key)?.values ?? [])}
          >
            {(preset) => (
              <MenuItem id={preset.id} textValue={preset.service}>
                <Text slot="label">{preset.service}</Text>
                <Text slot="description">{preset.values.join(', ')}</Text>
              </MenuItem>
            )}
          </Menu>
        </MenuTrigger>
        <TextField
          aria-label={`Add ${label.toLowerCase()}`}
          placeholder="or type names and press Enter"
          value={text}
          onChange={(typed) => (typed.includes(',') ? add(scopesIn(typed)) : setText(typed))}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add(scopesIn(text));
          }}
          onBlur={() => {
            add(scopesIn(text));
            onBlur?.();
          }}
          isInvalid={error !== undefined}
          errorMessage={error}
          spellCheck="false"
          autoComplete="off"
          styles={style({ width: 320 })}
        />
      </div>
    </div>
  );
}
