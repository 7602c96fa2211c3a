import { CloseButton } from '@react-spectrum/s2/CloseButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { closeView } from '../app/open-views.ts';
import { pathOf, useRoute } from '../app/route.ts';
import { placeOf, shows, type OpenView } from '../app/view-places.ts';
import { asProblem, type Following } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';
import { NavigationLink } from './NavigationLink.tsx';

const dot = style<{ state: Following['state'] }>({
  size: 8,
  flexShrink: 0,
  marginX: { default: 2, md: '[6px]' },
  boxSizing: 'border-box',
  borderRadius: { default: 'full', state: { archived: 'sm' } },
  borderStyle: 'solid',
  borderWidth: { default: 0, state: { archived: 2 } },
  borderColor: 'gray-600',
  // A colour of the system would say the same of all states.
  forcedColorAdjust: 'none',
  backgroundColor: {
    state: {
      starting: 'gray-400',
      live: 'positive',
      archived: 'transparent',
      retrying: 'notice',
      ended: 'gray-400',
    },
  },
});

const stateInWords = {
  starting: 'starting',
  live: 'live',
  retrying: 'trying again',
  archived: 'archive',
  ended: 'ended',
};

/** An open session in the side navigation, or archive, with a mark that tells whether events are arriving. */
export function OpenSession({ view }: { view: OpenView }) {
  const route = useRoute();
  const { state } = view.following;
  const close = () => void closeView(view).catch((error: unknown) => showProblem(asProblem(error)));
  return (
    <NavigationLink
      to={pathOf(placeOf(view))}
      icon={<span role="img" aria-label={stateInWords[state]} title={stateInWords[state]} className={dot({ state })} />}
      isCut
      isCurrent={shows(route, view)}
      onMiddleClick={close}
      after={
        <span className={style({ display: { default: 'none', md: 'flex' } })}>
          <CloseButton size="S" aria-label={`Close ${view.name}`} onPress={close} />
        </span>
      }
    >
      {view.name}
    </NavigationLink>
  );
}
