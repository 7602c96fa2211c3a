import FileAdd from '@react-spectrum/s2/icons/FileAdd';
import Key from '@react-spectrum/s2/icons/Key';
import Play from '@react-spectrum/s2/icons/Play';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect } from 'react';
import { go } from '../app/route.ts';
import { openImport } from '../imports/index.ts';
import { useTryIt } from '../practice/use-try-it.ts';
import { WayIn } from './WayIn.tsx';

/** The ways to a first session. */
export function WaysIn() {
  const { tryIt, isTrying } = useTryIt();
  // For whoever measures the start: `cargo xtask bench --only window`.
  useEffect(() => void performance.mark('ways in'), []);
  return (
    <div className={style({ display: 'grid', gridTemplateColumns: '[repeat(auto-fit, minmax(232px, 1fr))]', gap: 16 })}>
      <WayIn
        icon={<Play />}
        title="Try it"
        text="A practice workspace on this computer. No account, no network. One click."
        isPending={isTrying}
        onPress={tryIt}
      />
      <WayIn
        icon={<Key />}
        title="Connect my organization"
        text="OAuth Server-to-Server, or a service account with a key and certificate."
        onPress={() => go('/integrations/new')}
      />
      <WayIn
        icon={<FileAdd />}
        title="I have a file"
        text="From Developer Console, Postman or AEM, a key, or an exported session. Choose it, drop it or paste it."
        onPress={openImport}
      />
    </div>
  );
}
