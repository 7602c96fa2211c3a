import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef, useState } from 'react';
import { useAnswer } from '../../backend/index.ts';
import { reasonsFor } from './reasons.ts';

interface Props {
  integration: string;
  /** Shown without being asked for. */
  isShown: boolean;
}

const list = style({ display: 'flex', flexDirection: 'column', gap: 12, margin: 0, padding: 0, font: 'ui' });

/** Why a device may not connect, by what is seen on it. */
export function WhyNotConnected({ integration, isShown }: Props) {
  const [wanted, setWanted] = useState<boolean | null>(null);
  const { data: integrations } = useAnswer('integrations_list', null);
  const organization = integrations?.find(({ id }) => id === integration)?.organizationId ?? null;
  const place = useRef<HTMLDivElement>(null);

  function choose(isExpanded: boolean) {
    setWanted(isExpanded);
    // Who asked for the reasons sees them, also in a low window.
    if (isExpanded) requestAnimationFrame(() => place.current?.scrollIntoView({ block: 'start' }));
  }

  return (
    <div ref={place}>
      <Disclosure isQuiet size="S" isExpanded={wanted ?? isShown} onExpandedChange={choose}>
        <DisclosureTitle>Why a device may not connect</DisclosureTitle>
        <DisclosurePanel>
          <dl className={list}>
            {reasonsFor(organization).map(({ seen, remedy }) => (
              <div key={seen}>
                <dt className={style({ fontWeight: 'medium' })}>{seen}</dt>
                <dd className={style({ margin: 0, color: 'neutral-subdued' })}>{remedy}</dd>
              </div>
            ))}
          </dl>
        </DisclosurePanel>
      </Disclosure>
    </div>
  );
}
