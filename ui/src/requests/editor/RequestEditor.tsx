import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId, useState, type KeyboardEvent } from 'react';
import type { RequestShelf } from '../../backend/index.ts';
import { isChanged, titleOf, type Draft } from '../drafts/draft.ts';
import { sendDraft } from '../drafts/drafts.ts';
import { useRequests } from '../requests-context.ts';
import { CheckLine } from './CheckLine.tsx';
import { RequestLine } from './RequestLine.tsx';
import { RequestTabs } from './RequestTabs.tsx';
import { useCheck } from './use-check.ts';

interface Props {
  draft: Draft;
  shelf: RequestShelf | undefined;
}

/** One request, as it is written. */
export function RequestEditor({ draft, shelf }: Props) {
  const id = useId();
  const { under } = useRequests();
  const [tab, chooseTab] = useState('headers');
  const { check, problem } = useCheck(draft);
  const owner = shelf?.collections.find(({ collection }) => collection === draft.collection);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || draft.request.url.trim() === '') return;
    event.preventDefault();
    void sendDraft(draft.key, under);
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a key that works in all its fields
    <section
      aria-label="Request"
      onKeyDown={onKeyDown}
      className={style({ display: 'flex', flexDirection: 'column', gap: 4, minHeight: 0, flexGrow: 1 })}
    >
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 8, paddingX: 16, flexShrink: 0 })}>
        <div className={style({ display: 'flex', alignItems: 'baseline', gap: 8, minWidth: 0 })}>
          <h2 className={style({ font: 'title-sm', margin: 0, truncate: true })}>{titleOf(draft.request)}</h2>
          <span className={style({ font: 'ui-sm', color: 'neutral-subdued', whiteSpace: 'nowrap' })}>
            {[owner?.name, isChanged(draft) && draft.source ? 'changed' : ''].filter(Boolean).join(' · ')}
          </span>
        </div>
        <RequestLine draft={draft} adobeHosts={shelf?.adobeHosts ?? []} describedBy={id} />
        <CheckLine id={id} isBlank={draft.request.url.trim() === ''} check={check} problem={problem} />
      </div>
      <RequestTabs key={draft.key} tab={tab} onTab={chooseTab} draft={draft} headers={check?.headers ?? []} />
    </section>
  );
}
