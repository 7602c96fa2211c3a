import type { Preset } from '../../backend/index.ts';
import { useDraftState, useFinding } from '../DraftContext.tsx';
import { ScopeField } from '../ScopeField.tsx';

interface Props {
  field: 'metascopes' | 'scopes';
  label: string;
  presets: Preset[];
}

/** Picks the metascopes or scopes of a draft. */
export function ScopePicker({ field, label, presets }: Props) {
  const { draft, edits, sender, leave } = useDraftState();
  return (
    <ScopeField
      label={label}
      presets={presets}
      scopes={edits.shown[field] ?? draft[field]}
      onChange={(next) => {
        sender.type({ [field]: next });
        void sender.flush();
      }}
      onBlur={() => leave(field)}
      error={useFinding(field)?.message}
    />
  );
}
