import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Tag, TagGroup } from '@react-spectrum/s2/TagGroup';
import { TextField } from '@react-spectrum/s2/TextField';
import { useState, type KeyboardEvent } from 'react';
import { useCommand } from '../../backend/index.ts';

interface Props {
  paths: string[];
  onChange: (paths: string[]) => void;
}

/** Columns for values of the payload, by their paths. A path is what a query may ask about, so Rust checks it as one. */
export function OwnPaths({ paths, onChange }: Props) {
  const [path, setPath] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const check = useCommand('query_check');
  const wanted = path.trim();

  function add() {
    if (wanted === '') return;
    check.mutate(
      { text: `${wanted}:*` },
      {
        onSuccess: ({ mistake }) => {
          if (mistake) return setWrong(mistake.message);
          onChange([...new Set([...paths, wanted])]);
          setPath('');
        },
        onError: (problem) => setWrong(problem.message),
      },
    );
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  }

  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 8 })}>
      <div
        role="group"
        aria-label="Columns of your own"
        onKeyDownCapture={onKeyDown}
        className={style({ display: 'flex', alignItems: 'start', gap: 8 })}
      >
        <TextField
          label="Column for a path"
          labelPosition="side"
          size="S"
          placeholder="payload.ACPExtensionEventData.xdm.eventType"
          spellCheck="false"
          autoComplete="off"
          value={path}
          onChange={(next) => {
            setPath(next);
            setWrong(null);
          }}
          {...(wrong === null ? {} : { isInvalid: true, errorMessage: wrong })}
          styles={style({ flexGrow: 1, maxWidth: 560 })}
        />
        <ActionButton size="S" isDisabled={wanted === ''} isPending={check.isPending} onPress={add}>
          Add column
        </ActionButton>
      </div>
      {paths.length > 0 ? (
        <TagGroup
          aria-label="Paths that become columns"
          size="S"
          items={paths.map((id) => ({ id }))}
          onRemove={(keys) => onChange(paths.filter((each) => !keys.has(each)))}
        >
          {({ id }) => <Tag id={id}>{id}</Tag>}
        </TagGroup>
      ) : null}
    </div>
  );
}
