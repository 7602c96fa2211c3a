import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Checkbox } from '@react-spectrum/s2/Checkbox';
import Add from '@react-spectrum/s2/icons/Add';
import Close from '@react-spectrum/s2/icons/Close';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { TextField } from '@react-spectrum/s2/TextField';
import { useEffect, useRef, useState } from 'react';

interface Row {
  name: string;
  value: string;
  enabled: boolean;
}

interface Props<Field extends Row> {
  /** What one of them is: "header". */
  thing: string;
  fields: readonly Field[];
  onChange: (fields: Field[]) => void;
  /** A new one. */
  blank: Field;
  /** What stands in the place of a value that cannot be typed. */
  fixedValue?: (field: Field) => string | null;
}

const nameField = 'input:not([type=checkbox])';
const line = style({ display: 'flex', alignItems: 'center', gap: 8 });

/** Names with values, each of which can be left out for a while. */
export function FieldRows<Field extends Row>({ thing, fields, onChange, blank, fixedValue }: Props<Field>) {
  const change = (at: number, part: Partial<Row>) =>
    onChange(fields.map((field, index) => (index === at ? { ...field, ...part } : field)));
  const rows = useRef<HTMLDivElement>(null);
  // The focus goes to the name of what was added, and stays about where something was removed.
  const [next, goTo] = useState<{ row: number; part: typeof nameField | 'button' } | null>(null);
  useEffect(() => {
    if (!next) return;
    const lines = rows.current?.querySelectorAll('li') ?? [];
    const around = lines[Math.min(next.row, lines.length - 1)] ?? rows.current;
    around?.querySelector<HTMLElement>(next.part)?.focus();
  }, [next]);
  return (
    <div ref={rows} className={style({ display: 'flex', flexDirection: 'column', gap: 8, alignItems: 'start' })}>
      {fields.length > 0 ? (
        <ul
          aria-label={`Own ${thing}s`}
          className={style({
            display: 'flex',
            flexDirection: 'column',
            gap: 4,
            margin: 0,
            padding: 0,
            listStyleType: 'none',
            width: 'full',
          })}
        >
          {fields.map((field, at) => {
            const called = field.name || `${thing} ${at + 1}`;
            const fixed = fixedValue?.(field) ?? null;
            return (
              <li key={at} className={line}>
                <Checkbox
                  aria-label={`Use ${called}`}
                  isSelected={field.enabled}
                  onChange={(enabled) => change(at, { enabled })}
                />
                <TextField
                  size="S"
                  aria-label={`Name of ${thing} ${at + 1}`}
                  placeholder="Name"
                  autoComplete="off"
                  spellCheck="false"
                  value={field.name}
                  onChange={(name) => change(at, { name })}
                  styles={style({ width: 192, minWidth: 96 })}
                />
                <TextField
                  size="S"
                  aria-label={`Value of ${called}`}
                  placeholder={fixed ?? 'Value'}
                  isDisabled={fixed !== null}
                  autoComplete="off"
                  spellCheck="false"
                  value={fixed === null ? field.value : ''}
                  onChange={(value) => change(at, { value })}
                  styles={style({ flexGrow: 1, minWidth: 96 })}
                />
                <ActionButton
                  size="S"
                  isQuiet
                  aria-label={`Remove ${called}`}
                  onPress={() => {
                    onChange(fields.filter((_, index) => index !== at));
                    goTo({ row: at, part: 'button' });
                  }}
                >
                  <Close />
                </ActionButton>
              </li>
            );
          })}
        </ul>
      ) : null}
      <ActionButton
        size="S"
        isQuiet
        onPress={() => {
          onChange([...fields, blank]);
          goTo({ row: fields.length, part: nameField });
        }}
      >
        <Add />
        <Text>{`Add ${thing}`}</Text>
      </ActionButton>
    </div>
  );
}
