import { SegmentedControl, SegmentedControlItem } from '@react-spectrum/s2/SegmentedControl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Switch } from '@react-spectrum/s2/Switch';
import { TextField } from '@react-spectrum/s2/TextField';
import type { RequestBody } from '../../backend/index.ts';
import { SmallNote } from '../../frame/SmallNote.tsx';
import { withBodyMode, type BodyMode, type Draft } from '../drafts/draft.ts';
import { changeDraft, changeRequest } from '../drafts/drafts.ts';
import { jsonMistake } from './check-words.ts';
import { CodeArea } from './CodeArea.tsx';
import { FieldRows } from './FieldRows.tsx';

const blank = { name: '', value: '', enabled: true };

/** The body of a request; what was typed as another kind of body is kept. */
export function BodyTab({ draft }: { draft: Draft }) {
  const { body } = draft.request;
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12, alignItems: 'stretch' })}>
      <div className={style({ display: 'flex' })}>
        <SegmentedControl
          aria-label="Kind of body"
          selectedKey={body.mode}
          onSelectionChange={(mode) => changeDraft(draft.key, (before) => withBodyMode(before, mode as BodyMode))}
        >
          <SegmentedControlItem id="none">None</SegmentedControlItem>
          <SegmentedControlItem id="text">JSON or text</SegmentedControlItem>
          <SegmentedControlItem id="form">Form</SegmentedControlItem>
          <SegmentedControlItem id="graphQl">GraphQL</SegmentedControlItem>
        </SegmentedControl>
      </div>
      <BodyFields body={body} onChange={(next) => changeRequest(draft.key, { body: next })} />
    </div>
  );
}

function BodyFields({ body, onChange }: { body: RequestBody; onChange: (body: RequestBody) => void }) {
  switch (body.mode) {
    case 'none':
      return <SmallNote>Nothing is sent but the address and the headers.</SmallNote>;
    case 'text':
      return (
        <>
          <CodeArea
            label="Text of the body"
            rows={6}
            value={body.text}
            onChange={(text) => onChange({ ...body, text })}
            note={isJson(body.mediaType) ? jsonMistake(body.text) : null}
          />
          <TextField
            size="S"
            label="Media type"
            labelPosition="side"
            placeholder="application/json"
            autoComplete="off"
            spellCheck="false"
            value={body.mediaType}
            onChange={(mediaType) => onChange({ ...body, mediaType })}
            styles={style({ width: 320 })}
          />
        </>
      );
    case 'form':
      return (
        <>
          <FieldRows
            thing="field"
            fields={body.fields}
            onChange={(fields) => onChange({ ...body, fields })}
            blank={blank}
          />
          <Switch isSelected={body.multipart} onChange={(multipart) => onChange({ ...body, multipart })}>
            Send as multipart/form-data
          </Switch>
        </>
      );
    case 'graphQl':
      return (
        <>
          <CodeArea label="Query" rows={6} value={body.query} onChange={(query) => onChange({ ...body, query })} />
          <CodeArea
            label="Variables"
            rows={3}
            value={body.variables}
            onChange={(variables) => onChange({ ...body, variables })}
            note={jsonMistake(body.variables)}
          />
        </>
      );
  }
}

function isJson(mediaType: string): boolean {
  return mediaType.trim() === '' || mediaType.toLowerCase().includes('json');
}
