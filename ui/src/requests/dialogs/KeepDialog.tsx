import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { Form } from '@react-spectrum/s2/Form';
import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';
import { useCommand, type KeepRequest, type RequestShelf } from '../../backend/index.ts';
import { ProblemView, showDone } from '../../problems/index.ts';
import { titleOf } from '../drafts/draft.ts';
import { changeRequest, keptAs, useDrafts } from '../drafts/drafts.ts';
import { takeShelf } from '../use-shelf.ts';
import { placeOfKept } from './place-of-kept.ts';

interface Props {
  /** The key of the draft. */
  draft: string;
  shelf: RequestShelf | undefined;
  onClose: () => void;
}

const newCollection = 'new';

/** Keeps a request in a collection of the user's, as a new call or in the place of the one it comes from. */
export function KeepDialog({ draft: key, shelf, onClose }: Props) {
  const draft = useDrafts().all.find((each) => each.key === key);
  const own = shelf?.collections.filter(({ builtIn }) => !builtIn) ?? [];
  const source = draft?.source?.from === 'collection' ? draft.source : null;
  const replaced = source && own.some(({ collection }) => collection === source.collection) ? source : null;
  const [name, setName] = useState(draft ? titleOf(draft.request) : '');
  const [chosen, choose] = useState(replaced?.collection ?? own[0]?.collection ?? newCollection);
  const keep = useCommand('request_keep', {
    onDone: (after, request) => {
      const kept = placeOfKept(request, shelf, after);
      takeShelf(after);
      changeRequest(key, { name: request.request.name });
      if (kept) keptAs(key, kept.collection, kept.item);
      showDone(`Kept ${request.request.name}.`);
      onClose();
    },
  });
  if (!draft) return null;

  const request = { ...draft.request, name: name.trim() };
  const ready = request.name !== '' && !keep.isPending;
  const send = (into: Omit<KeepRequest, 'request'>) => ready && keep.mutate({ ...into, request });
  const asNew = () => send({ collection: chosen === newCollection ? null : chosen, item: null });

  return (
    <Dialog size="M">
      <Heading slot="title">Keep the request</Heading>
      <Content>
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            if (replaced) send(replaced);
            else asNew();
          }}
        >
          {keep.error ? <ProblemView problem={keep.error} /> : null}
          <TextField label="Name" autoFocus value={name} onChange={setName} />
          <Picker
            label="Collection"
            items={[
              ...own.map((each) => ({ id: each.collection, name: each.name })),
              { id: newCollection, name: 'A new one, “My requests”' },
            ]}
            selectedKey={chosen}
            onSelectionChange={(collection) => choose(String(collection))}
            styles={style({ width: 'full' })}
          >
            {(each) => <PickerItem id={each.id}>{each.name}</PickerItem>}
          </Picker>
        </Form>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button variant={replaced ? 'secondary' : 'accent'} isDisabled={!ready} onPress={asNew}>
          {replaced ? 'Keep as a new call' : 'Keep'}
        </Button>
        {replaced ? (
          <Button variant="accent" isDisabled={!ready} onPress={() => send(replaced)}>
            Replace the call
          </Button>
        ) : null}
      </ButtonGroup>
    </Dialog>
  );
}
