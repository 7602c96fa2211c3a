import Archive from '@react-spectrum/s2/icons/Archive';
import DataSettings from '@react-spectrum/s2/icons/DataSettings';
import Home from '@react-spectrum/s2/icons/Home';
import Send from '@react-spectrum/s2/icons/Send';
import Key from '@react-spectrum/s2/icons/Key';
import ListBulleted from '@react-spectrum/s2/icons/ListBulleted';
import Settings from '@react-spectrum/s2/icons/Settings';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { AnnouncementDot } from '../announcements/index.ts';
import { useOpenViews } from '../app/open-views.ts';
import { pathOf, useRoute, type Route } from '../app/route.ts';
import { NavigationLink } from './NavigationLink.tsx';
import { OpenSession } from './OpenSession.tsx';
import { wordsBesideIcon } from './rail.ts';
import { PaletteButton } from './PaletteButton.tsx';

const side = style({
  display: 'flex',
  flexDirection: 'column',
  gap: { default: 8, md: 16 },
  minHeight: 0,
  overflowX: 'hidden',
  overflowY: 'auto',
  padding: 8,
  paddingTop: 12,
});

const list = style({
  display: 'flex',
  flexDirection: 'column',
  flexShrink: 0,
  gap: 4,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
});

const brand = style({
  display: 'flex',
  alignItems: 'center',
  flexShrink: 0,
  gap: 8,
  paddingStart: { default: 12, md: 8 },
  position: 'relative',
  font: 'title',
});

const heading = style({
  font: 'detail-sm',
  color: 'gray-700',
  margin: 0,
  paddingX: { default: 8, md: 12 },
  paddingBottom: 8,
});

const openList = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 4,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
  minHeight: 0,
  overflowY: 'auto',
});

/** The places that lie below Integrations. */
const ofIntegrations: ReadonlySet<Route['place']> = new Set([
  'integrations',
  'integration',
  'newIntegration',
  'editIntegration',
  'guide',
  'doctor',
  'platform',
  'tags',
  'access',
  'tokens',
]);

export function SideNavigation({ onPalette }: { onPalette: () => void }) {
  const { place } = useRoute();
  const views = useOpenViews();
  return (
    <nav aria-label="Places" className={side}>
      <div className={brand}>
        <img src="./icon.svg" alt="" width={24} height={24} />
        <span className={wordsBesideIcon}>Assurance Desk</span>
      </div>
      <PaletteButton onPress={onPalette} />
      <ul className={list}>
        <NavigationLink to="/" icon={<Home />} isCurrent={place === 'home'}>
          Home
        </NavigationLink>
        <NavigationLink
          to="/integrations"
          icon={<Key />}
          isCurrent={ofIntegrations.has(place)}
          after={<AnnouncementDot />}
        >
          Integrations
        </NavigationLink>
        <NavigationLink to="/sessions" icon={<ListBulleted />} isCurrent={place === 'sessions'}>
          Sessions
        </NavigationLink>
        <NavigationLink to="/archives" icon={<Archive />} isCurrent={place === 'archives'}>
          Archives
        </NavigationLink>
        <NavigationLink to="/requests" icon={<Send />} isCurrent={place === 'requests'}>
          Requests
        </NavigationLink>
      </ul>
      {views.length > 0 ? (
        <section
          aria-label="Open sessions"
          className={style({ display: 'flex', flexDirection: 'column', minHeight: 96 })}
        >
          <h2 className={heading}>Open</h2>
          <ul className={openList}>
            {views.map((view) => (
              <OpenSession key={view.view} view={view} />
            ))}
          </ul>
        </section>
      ) : null}
      <div className={style({ flexGrow: 1 })} />
      <ul className={list}>
        <NavigationLink to={pathOf({ place: 'practice' })} icon={<DataSettings />} isCurrent={place === 'practice'}>
          Practice
        </NavigationLink>
        <NavigationLink to={pathOf({ place: 'settings' })} icon={<Settings />} isCurrent={place === 'settings'}>
          Settings
        </NavigationLink>
      </ul>
    </nav>
  );
}
