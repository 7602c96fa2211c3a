import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import InfoCircle from '@react-spectrum/s2/icons/InfoCircle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import type { ImportCandidate } from '../backend/index.ts';
import { fieldInWords } from '../integrations/field-in-words.ts';

const list = style({ display: 'flex', flexDirection: 'column', gap: 8, margin: 0, padding: 0, listStyleType: 'none' });
const line = style({ display: 'grid', gridTemplateColumns: [20, 'minmax(0, 1fr)'], columnGap: 8, font: 'ui' });

interface Props {
  candidate: ImportCandidate;
  /** Whether it goes into an integration that may have the rest already. */
  fills: boolean;
}

/** What is missing, what is not right, and what is left out. */
export function CandidateNotes({ candidate, fills }: Props) {
  const { missing, findings, ignored } = candidate;
  return (
    <>
      <ul className={list}>
        {findings.map(({ field, message }) => (
          <Note
            key={`${field} ${message}`}
            icon={<AlertTriangle aria-label="Not right" styles={iconStyle({ size: 'S', color: 'notice' })} />}
          >
            {fieldInWords[field]}: {message}
          </Note>
        ))}
        {missing.length > 0 ? (
          <Note icon={<InfoCircle aria-label="Missing" styles={iconStyle({ size: 'S' })} />}>
            {fills ? 'Not in it' : 'Still needed'}:{' '}
            {new Intl.ListFormat('en').format(missing.map((field) => fieldInWords[field]))}.
          </Note>
        ) : findings.length === 0 ? (
          <Note icon={<CheckmarkCircle aria-label="Complete" styles={iconStyle({ size: 'S', color: 'positive' })} />}>
            Nothing is missing.
          </Note>
        ) : null}
      </ul>
      {ignored.length > 0 ? (
        <Disclosure isQuiet size="S" density="compact">
          <DisclosureTitle>Not taken over ({ignored.length})</DisclosureTitle>
          <DisclosurePanel>
            <ul className={list}>
              {ignored.map(({ what, why }) => (
                <li key={`${what} ${why}`} className={style({ font: 'ui', overflowWrap: 'anywhere' })}>
                  <span className={style({ fontWeight: 'medium' })}>{what}</span>
                  <span className={style({ color: 'neutral-subdued' })}> – {why}</span>
                </li>
              ))}
            </ul>
          </DisclosurePanel>
        </Disclosure>
      ) : null}
    </>
  );
}

function Note({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className={line}>
      {icon}
      <span>{children}</span>
    </li>
  );
}
