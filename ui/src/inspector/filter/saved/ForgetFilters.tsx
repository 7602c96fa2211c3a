import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import Delete from '@react-spectrum/s2/icons/Delete';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { keepAnswer, useCommand, type SavedFilter } from '../../../backend/index.ts';
import { showProblem } from '../../../problems/index.ts';
import { inWords } from '../parts.ts';

interface Props {
  saved: SavedFilter[];
  onClose: () => void;
}

const row = style({ display: 'flex', alignItems: 'center', gap: 8, listStyleType: 'none' });
const words = style({ display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 });
const short = style({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' });

/** The saved filters, each with a button that deletes it. */
export function ForgetFilters({ saved, onClose }: Props) {
  const { mutate } = useCommand('filter_delete', {
    onDone: (all) => keepAnswer('filters_list', null, all),
  });
  return (
    <Dialog size="S">
      <Heading slot="title">Delete saved filters</Heading>
      <Content>
        {saved.length === 0 ? <p>No filter is saved.</p> : null}
        <ul
          aria-label="Saved filters"
          className={style({ display: 'flex', flexDirection: 'column', gap: 8, margin: 0, padding: 0 })}
        >
          {saved.map(({ name, filter }) => (
            <li key={name} className={row}>
              <span className={words}>
                <span className={short}>{name}</span>
                <span className={`${short} ${style({ font: 'ui-sm', color: 'neutral-subdued' })}`}>
                  {inWords(filter, undefined)}
                </span>
              </span>
              <ActionButton
                isQuiet
                aria-label={`Delete ${name}`}
                onPress={() => mutate({ name }, { onError: showProblem })}
              >
                <Delete />
              </ActionButton>
            </li>
          ))}
        </ul>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
