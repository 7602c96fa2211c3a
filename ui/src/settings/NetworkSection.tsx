import { Skeleton } from '@react-spectrum/s2/Skeleton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnswer } from '../backend/index.ts';
import { Section } from '../frame/Section.tsx';
import { NetworkForm } from './NetworkForm.tsx';

/** How Adobe is reached from this network. */
export function NetworkSection() {
  const { data: info } = useAnswer('app_info', null);
  return (
    <Section title="Network">
      {info ? (
        <NetworkForm saved={info.settings.network} hasPassword={info.hasProxyPassword} isDesktop={info.desktop} />
      ) : (
        <Skeleton isLoading>
          <div className={style({ height: 240 })} />
        </Skeleton>
      )}
    </Section>
  );
}
