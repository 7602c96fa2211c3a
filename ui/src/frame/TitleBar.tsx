import { ActionButton } from '@react-spectrum/s2/ActionButton';
import ChevronLeft from '@react-spectrum/s2/icons/ChevronLeft';
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect } from 'react';
import { firstPaint } from '../app/first-paint.ts';
import { useIntegrationInUse } from '../app/IntegrationInUse.tsx';
import { useOpenViews } from '../app/open-views.ts';
import { useRoute } from '../app/route.ts';
import { whenShown } from '../app/when-shown.tsx';
import { titleId } from './place-ids.ts';
import { StatusLink } from './StatusLink.tsx';
import { titleOf } from './title-of.ts';

const HelpMenu = whenShown(async () => {
  await firstPaint;
  return (await import('../about/HelpMenu.tsx')).HelpMenu;
}, null);

const bar = style({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  height: 48,
  flexShrink: 0,
  paddingX: 12,
  borderStyle: 'solid',
  borderWidth: 0,
  borderBottomWidth: 1,
  borderColor: 'gray-200',
});

/** Where the user is, and how the integration in use is. */
export function TitleBar() {
  const { integration, all } = useIntegrationInUse();
  const title = titleOf(useRoute(), all ?? [], useOpenViews());

  useEffect(() => {
    document.title = `${title} – Assurance Desk`;
  }, [title]);

  return (
    <header className={bar}>
      <div className={style({ display: 'flex' })}>
        <ActionButton isQuiet size="S" aria-label="Back" onPress={() => history.back()}>
          <ChevronLeft />
        </ActionButton>
        <ActionButton isQuiet size="S" aria-label="Forward" onPress={() => history.forward()}>
          <ChevronRight />
        </ActionButton>
      </div>
      <h1 id={titleId} className={style({ font: 'title', margin: 0, flexGrow: 1, minWidth: 0, truncate: true })}>
        {title}
      </h1>
      {integration ? <StatusLink integration={integration} /> : null}
      <HelpMenu />
    </header>
  );
}
