import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { ComboBox, ComboBoxItem } from '@react-spectrum/s2/ComboBox';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnswer } from '../backend/index.ts';
import { useSettled } from './use-settled.ts';

interface Props {
  value: string;
  onChange: (link: string) => void;
  recent: string[];
}

/** The link of a session: links used before are offered, and what is typed is checked by Rust. */
export function LinkField({ value, onChange, recent }: Props) {
  const settled = useSettled(value, 200);
  const { data } = useAnswer('link_check', { link: settled }, { enabled: settled !== '' });
  const check = value === '' ? undefined : data;
  const message = settled === value ? check?.message : undefined;

  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 8, alignItems: 'start' })}>
      <ComboBox
        label="Link"
        isRequired
        necessityIndicator="label"
        allowsCustomValue
        menuTrigger="manual"
        inputValue={value}
        onInputChange={onChange}
        defaultItems={recent.map((link) => ({ id: link }))}
        placeholder="acme://default"
        description="The base URL of the app under test: its custom scheme, or a web address for a universal link."
        {...(message ? { isInvalid: true, errorMessage: message } : {})}
        styles={style({ width: 'full' })}
      >
        {(item) => <ComboBoxItem>{item.id}</ComboBoxItem>}
      </ComboBox>
      {message && check?.suggestion ? (
        <ActionButton size="S" onPress={() => onChange(check.suggestion ?? value)}>
          {`Use ${check.suggestion}`}
        </ActionButton>
      ) : null}
    </div>
  );
}
