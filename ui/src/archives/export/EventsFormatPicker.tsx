import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { EventsFormat } from '../../backend/index.ts';
import { eventsFormats } from './events-formats.ts';

const cards = style({
  display: 'grid',
  gridTemplateColumns: '[repeat(auto-fill, minmax(232px, 1fr))]',
  gap: 8,
});
const card = style<{ isChosen: boolean }>({
  display: 'flex',
  flexDirection: 'column',
  boxSizing: 'border-box',
  paddingX: 12,
  paddingY: 8,
  borderRadius: 'lg',
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: { default: 'gray-300', isChosen: 'gray-800' },
});

interface Props {
  value: EventsFormat;
  onChange: (format: EventsFormat) => void;
}

/** What the events are written as, with a sentence on each. */
export function EventsFormatPicker({ value, onChange }: Props) {
  return (
    <RadioGroup
      label="Format"
      value={value}
      onChange={(format) => onChange(format as EventsFormat)}
      styles={style({ width: 'full' })}
    >
      <div className={cards}>
        {eventsFormats.map(({ id, name, text }) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the radio in it has the keys
          <div key={id} role="presentation" className={card({ isChosen: id === value })} onClick={() => onChange(id)}>
            <Radio value={id} aria-describedby={`format-${id}`}>
              {name}
            </Radio>
            <span
              id={`format-${id}`}
              className={style({ font: 'ui-sm', color: 'neutral-subdued', paddingStart: 24, paddingBottom: 4 })}
            >
              {text}
            </span>
          </div>
        ))}
      </div>
    </RadioGroup>
  );
}
