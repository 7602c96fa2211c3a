import { focusRing, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link } from 'react-aria-components/Link';
import { pathOf } from '../app/route.ts';
import type { IntegrationRow } from '../backend/index.ts';
import { HealthLight } from '../integrations/HealthLight.tsx';

const link = style<{ isHovered: boolean; isFocusVisible: boolean }>({
  ...focusRing(),
  display: 'flex',
  whiteSpace: 'nowrap',
  paddingX: 8,
  paddingY: 4,
  borderRadius: 'default',
  textDecoration: 'none',
  backgroundColor: { default: 'transparent', isHovered: 'gray-100' },
});

/** How the integration in use is, and the way to it. */
export function StatusLink({ integration }: { integration: IntegrationRow }) {
  const { health } = integration;
  return (
    <span title={health.state === 'needsYou' ? `${health.problem.title}. ${health.problem.nextStep}` : undefined}>
      <Link
        href={`#${pathOf({ place: 'integration', integration: integration.id })}`}
        className={({ isHovered, isFocusVisible }) => link({ isHovered, isFocusVisible })}
      >
        <HealthLight health={health} name={integration.name} />
      </Link>
    </span>
  );
}
