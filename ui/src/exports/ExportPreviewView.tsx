import { focusRing, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import type { ExportPreview } from '../backend/index.ts';

const area = style<{ isFocusVisible: boolean }>({
  ...focusRing(),
  boxSizing: 'border-box',
  width: 'full',
  height: 208,
  padding: 12,
  overflow: 'auto',
  resize: 'none',
  borderRadius: 'default',
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: 'gray-300',
  backgroundColor: 'layer-1',
  font: 'code-xs',
  color: 'neutral',
  whiteSpace: 'pre',
});

const list = style({ font: 'ui', margin: 0, paddingStart: 20, display: 'flex', flexDirection: 'column', gap: 4 });

/** What would be written, with placeholders where the secrets go; it keeps its room while it is made. */
export function ExportPreviewView({ preview }: { preview: ExportPreview | undefined }) {
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12, minWidth: 0 })}>
      <TextField
        isReadOnly
        value={preview?.text ?? ''}
        className={style({ display: 'flex', flexDirection: 'column', gap: 8 })}
      >
        <Label className={style({ font: 'ui', color: 'neutral-subdued' })}>
          {preview ? `Preview of ${preview.fileName}` : 'Preview'}
        </Label>
        <TextArea wrap="off" className={({ isFocusVisible }) => area({ isFocusVisible })} />
      </TextField>
      {preview && preview.notes.length > 0 ? (
        <ul aria-label="What to know" className={list}>
          {preview.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
