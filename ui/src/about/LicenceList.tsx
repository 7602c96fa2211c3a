import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { keyOf, type Part } from './licences.ts';

interface Props {
  parts: readonly Part[];
  texts: readonly string[];
}

const text = style({ font: 'code-sm', margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' });

/** Parts with their licences; a text is only drawn when it is asked for. */
export function LicenceList({ parts, texts }: Props) {
  return (
    <div>
      {parts.map((part) => (
        <LicenceOf key={keyOf(part)} part={part} texts={texts} />
      ))}
    </div>
  );
}

function LicenceOf({ part, texts }: { part: Part; texts: readonly string[] }) {
  const [isExpanded, setExpanded] = useState(false);
  return (
    <Disclosure isQuiet size="S" density="compact" isExpanded={isExpanded} onExpandedChange={setExpanded}>
      <DisclosureTitle>{`${part.name} ${part.version} · ${part.licence}`}</DisclosureTitle>
      <DisclosurePanel>
        {isExpanded ? (
          <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
            {part.texts.map((number) => (
              <pre key={number} className={text}>
                {texts[number]}
              </pre>
            ))}
            {part.texts.length === 0 ? (
              <p className={text}>It comes without a text; the name is all that it says.</p>
            ) : null}
          </div>
        ) : null}
      </DisclosurePanel>
    </Disclosure>
  );
}
