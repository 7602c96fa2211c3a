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
export function WhatToExport({ status: { total, matched }, onlyShown, isDisabled, onChange }: Props) {
  return (
    <RadioGroup
      label="What"
      orientation="horizontal"
      isDisabled={isDisabled}
      value={onlyShown ? 'shown' : 'all'}
      onChange={(value) => onChange(value === 'shown')}
    >
      <Radio value="all">{`The whole session: ${eventsInWords(total)}`}</Radio>
      <Radio value="shown">{`What the filter shows: ${eventsInWords(matched)}`}</Radio>
    </RadioGroup>
  );
}
