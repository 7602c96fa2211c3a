import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ImportedCollections, RequestShelf } from '../../backend/index.ts';
import { importedInWords } from '../use-import.ts';

interface Props {
  imported: ImportedCollections;
  shelf: RequestShelf | undefined;
  onClose: () => void;
}

const list = style({ margin: 0, paddingStart: 20 });
const heading = style({ font: 'title-sm', margin: 0 });

/** What was imported, and what of it was left out or is done differently. */
export function ImportedDialog({ imported, shelf, onClose }: Props) {
  const names = [
    ...(shelf?.collections.filter(({ collection }) => imported.collections.includes(collection)) ?? []),
    ...(shelf?.environments.filter(({ id }) => imported.environments.includes(id)) ?? []),
  ].map(({ name }) => name);
  return (
    <Dialog size="M">
      <Heading slot="title">{importedInWords(imported).replace(/\.$/, '')}</Heading>
      <Content>
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 16, font: 'ui' })}>
          {names.length > 0 ? <p className={style({ margin: 0 })}>{names.join(', ')}</p> : null}
          {imported.leftOut.length > 0 ? (
            <section aria-label="Left out" className={style({ display: 'flex', flexDirection: 'column', gap: 4 })}>
              <h3 className={heading}>Secrets that were left out</h3>
              <p className={style({ margin: 0 })}>Those of the integration take their place.</p>
              <ul className={list}>
                {imported.leftOut.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </section>
          ) : null}
          {imported.remarks.length > 0 ? (
            <section aria-label="Different" className={style({ display: 'flex', flexDirection: 'column', gap: 4 })}>
              <h3 className={heading}>What is different from Postman</h3>
              <ul className={list}>
                {imported.remarks.map((remark) => (
                  <li key={remark}>{remark}</li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="accent" autoFocus onPress={onClose}>
          Done
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
