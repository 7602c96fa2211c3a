import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup';
import type { ViewStatus } from '../../backend/index.ts';
import { eventsInWords } from '../archive-words.ts';

interface Props {
  status: ViewStatus;
  onlyShown: boolean;
  isDisabled: boolean;
  onChange: (onlyShown: boolean) => void;
}

/** The whole session, or what its filter shows. */
export function WhatToExport({ status, onlyShown, isDisabled, onChange }: Props) {
  const { total, matched, paused } = status;
  return (
    <RadioGroup
      label="What"
      description={whatIsHidden(status)}
      orientation="horizontal"
      isDisabled={isDisabled}
      value={onlyShown ? 'shown' : 'all'}
      onChange={(value) => onChange(value === 'shown')}
    >
      <Radio value="all">{`The whole session: ${eventsInWords(total)}`}</Radio>
      <Radio value="shown">
        {`${paused ? 'What the paused list shows' : 'What the list shows'}: ${eventsInWords(matched)}`}
      </Radio>
    </RadioGroup>
  );
}

/** What becomes of hidden events; nothing where there are none, or where the list shows them. */
function whatIsHidden({ hidden, showsHidden }: ViewStatus): string | undefined {
  if (hidden === 0 || showsHidden) return undefined;
  return `The list leaves out ${eventsInWords(hidden)} that ${hidden === 1 ? 'is' : 'are'} hidden. The whole session has all.`;
}
