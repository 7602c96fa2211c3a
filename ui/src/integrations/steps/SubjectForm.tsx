import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useId } from 'react';
import { fieldsOf, subjectOf, type SubjectField } from './subject.ts';

interface Props {
  /** As openssl takes it. */
  subject: string;
  onChange: (subject: string) => void;
  isDisabled: boolean;
}

/** The letters are those by which certificates, and what is said about them, call the fields. */
const labels: readonly (readonly [SubjectField, string])[] = [
  ['CN', 'Common name (CN)'],
  ['O', 'Organization (O)'],
  ['OU', 'Organizational unit (OU)'],
  ['L', 'City (L)'],
  ['ST', 'State or province (ST)'],
  ['C', 'Country (C), 2 letters'],
  ['emailAddress', 'Email address'],
];

const columns = style({
  display: 'grid',
  gridTemplateColumns: '[repeat(auto-fit, minmax(232px, 1fr))]',
  gap: 12,
  maxWidth: 560,
});

/** Who the certificate is about. */
export function SubjectForm({ subject, onChange, isDisabled }: Props) {
  const about = useId();
  const fields = fieldsOf(subject);
  return (
    <div
      role="group"
      aria-label="Subject"
      aria-describedby={about}
      className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}
    >
      <span id={about} className={style({ font: 'ui', color: 'neutral-subdued' })}>
        The subject of the certificate: whom it is about. Adobe does not look at it. Empty fields are left out.
      </span>
      <div className={columns}>
        {labels.map(([field, label]) => (
          <TextField
            key={field}
            label={label}
            value={fields[field]}
            onChange={(value) => onChange(subjectOf({ ...fields, [field]: value }))}
            isDisabled={isDisabled}
            spellCheck="false"
            autoComplete="off"
            styles={style({ width: 'full' })}
          />
        ))}
      </div>
    </div>
  );
}
