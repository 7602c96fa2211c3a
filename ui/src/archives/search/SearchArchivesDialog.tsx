import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { ProgressBar } from '@react-spectrum/s2/ProgressBar';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { go, pathOf } from '../../app/route.ts';
import { QueryField } from '../../inspector/filter/QueryField.tsx';
import { landIn } from '../../inspector/landing.ts';
import { HitsOfArchive } from './HitsOfArchive.tsx';
import { found, progressInWords } from './searching.ts';
import { useArchiveSearch } from './use-archive-search.ts';

interface Props {
  /** What is searched for at once; nothing waits for the user to type. */
  text: string;
  onClose: () => void;
}

const content = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 16,
  height: '[min(60vh, 520px)]',
  // Room for the focus ring of the field.
  padding: 4,
});
const results = style({
  flexGrow: 1,
  minHeight: 0,
  overflowY: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: 16,
  // Room for the focus rings of what is in it.
  padding: 4,
});

/** Finds events in all archives at once. A hit opens its archive with the same filter. */
export function SearchArchivesDialog({ text: first, onClose }: Props) {
  const [text, setText] = useState(first);
  const field = useRef<HTMLInputElement>(null);
  const { searched, mistake, run, stop } = useArchiveSearch();
  const begin = useEffectEvent(() => {
    if (first.trim() === '') field.current?.focus();
    else void run(first);
  });
  useEffect(() => begin(), []);

  // What is wrong is told where it is typed.
  useEffect(() => {
    if (mistake) field.current?.focus();
  }, [mistake]);

  const isRunning = searched?.isRunning ?? false;
  const places = searched ? found(searched) : [];

  function open(archive: string, event: string | null) {
    landIn({ archive, query: searched?.text ?? text, event });
    go(pathOf({ place: 'archive', archive }));
    onClose();
  }

  return (
    <Dialog size="L">
      <Heading slot="title">Find in all archives</Heading>
      <Content>
        <div className={content}>
          <div className={style({ display: 'flex', gap: 8 })}>
            <QueryField
              label="Find in all archives"
              view={null}
              text={text}
              mistake={mistake}
              onText={setText}
              onEnter={(typed) => void run(typed)}
              fieldRef={field}
            />
            <Button variant="accent" isDisabled={text.trim() === ''} onPress={() => void run(text)}>
              Find
            </Button>
          </div>
          {isRunning && searched ? (
            <div className={style({ display: 'flex', alignItems: 'center', gap: 16 })}>
              <ProgressBar
                aria-label="Archives searched"
                size="S"
                value={searched.hits.size}
                maxValue={searched.archives.length}
                styles={style({ flexGrow: 1 })}
              />
              <Button variant="secondary" size="S" onPress={stop}>
                Stop
              </Button>
            </div>
          ) : null}
          <div role="status" className={style({ font: 'ui', color: 'neutral-subdued' })}>
            {searched ? `${progressInWords(searched)}.` : 'Type a word or a query, as in the inspector.'}
          </div>
          {places.length > 0 ? (
            <div
              role="region"
              aria-label="Hits"
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
              tabIndex={0}
              className={results}
            >
              {places.map(({ archive, hits }) => (
                <HitsOfArchive
                  key={archive.archive}
                  archive={archive}
                  hits={hits}
                  onOpen={(event) => open(archive.archive, event)}
                />
              ))}
            </div>
          ) : null}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
