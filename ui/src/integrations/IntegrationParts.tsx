import { focusRing, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link } from 'react-aria-components/Link';
import { pathOf, useRoute, type Route } from '../app/route.ts';

const list = style({ display: 'flex', gap: 4, margin: 0, padding: 0, listStyleType: 'none', flexWrap: 'wrap' });
const link = style<{ isCurrent: boolean; isHovered: boolean; isFocusVisible: boolean }>({
  ...focusRing(),
  display: 'block',
  font: 'ui',
  fontWeight: { default: 'normal', isCurrent: 'bold' },
  forcedColorAdjust: { isCurrent: 'none' },
  color: {
    default: 'neutral-subdued',
    isHovered: 'neutral',
    isCurrent: { default: 'neutral', forcedColors: 'HighlightText' },
  },
  backgroundColor: {
    default: 'transparent',
    isHovered: 'gray-100',
    isCurrent: { default: 'gray-200', forcedColors: 'Highlight' },
  },
  borderRadius: 'default',
  paddingX: 12,
  paddingY: 4,
  textDecoration: 'none',
});

const parts = [
  ['integration', 'Overview'],
  ['doctor', 'Connection doctor'],
  ['platform', 'Experience Platform'],
  ['tags', 'Tags'],
  ['access', 'Access guide'],
] as const;

/** The ways to look at one integration. */
export function IntegrationParts({ integration }: { integration: string }) {
  const { place } = useRoute();
  return (
    <nav aria-label="Parts of the integration">
      <ul className={list}>
        {parts.map(([part, label]) => (
          <li key={part}>
            <Link
              href={`#${pathOf({ place: part, integration } as Route)}`}
              aria-current={place === part ? 'page' : undefined}
              className={({ isHovered, isFocusVisible }) =>
                link({ isCurrent: place === part, isHovered, isFocusVisible })
              }
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
