import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';
import { Loading } from '../frame/Loading.tsx';

type Module<Props> = Promise<ComponentType<Props>>;

const loaders: (() => Promise<unknown>)[] = [];

/** A component whose code is read when it is first shown, or when the window has nothing else to do. */
export function whenShown<Props extends object>(
  load: () => Module<Props>,
  meanwhile: ReactNode = <Loading />,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | null = null;
  const read = async () => {
    Loaded = await load();
    return { default: Loaded };
  };
  const Reading = lazy(read) as unknown as ComponentType<Props>;
  loaders.push(read);
  return function WhenShown(props: Props) {
    // What is there already is drawn at once, without a blank frame. Decided once: changing over would begin it anew.
    const [Ready] = useState(() => Loaded);
    if (Ready) return <Ready {...props} />;
    return (
      <Suspense fallback={meanwhile}>
        <Reading {...props} />
      </Suspense>
    );
  };
}

/** Reads the code of everything that was not shown yet, one after the other. */
export async function readTheRest(): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one after the other, so that whatever the user does comes first
  for (const load of loaders) await load();
}
