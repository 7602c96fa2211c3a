import { CloseButton } from '@react-spectrum/s2/CloseButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { closeView, type OpenView } from '../app/open-views.ts';
import { pathOf, useRoute } from '../app/route.ts';
import { asProblem } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';
import { NavigationLink } from './NavigationLink.tsx';

const dot = style<{ state: 'starting' | 'live' | 'retrying' | 'ended' }>({
  size: 8,
  flexShrink: 0,
  marginX: '[6px]',
  borderRadius: 'full',
  backgroundColor: {
    state: { starting: 'gray-400', live: 'positive', retrying: 'notice', ended: 'gray-400' },
  },
});

const stateInWords = { starting: 'starting', live: 'live', retrying: 'trying again', ended: 'ended' };

/** An open session in the side navigation, with a dot that tells whether events are arriving. */
export function OpenSession({ view }: { view: OpenView }) {
  const route = useRoute();
  const { state } = view.following;
  const close = () => void closeView(view).catch((error: unknown) => showProblem(asProblem(error)));
  return (
    <NavigationLink
      to={pathOf({ place: 'inspector', integration: view.integration, session: view.session })}
      icon={<span role="img" aria-label={stateInWords[state]} title={stateInWords[state]} className={dot({ state })} />}
      isCurrent={route.place === 'inspector' && route.session === view.session}
      onMiddleClick={close}
      after={<CloseButton size="S" aria-label={`Close ${view.name}`} onPress={close} />}
    >
      {view.name}
    </NavigationLink>
  );
}
