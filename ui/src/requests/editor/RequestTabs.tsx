import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Tab, TabList, TabPanel, Tabs } from '@react-spectrum/s2/Tabs';
import type { FilledHeader } from '../../backend/index.ts';
import type { Draft } from '../drafts/draft.ts';
import { BodyTab } from './BodyTab.tsx';
import { HeadersTab } from './HeadersTab.tsx';
import { ScriptsTab } from './ScriptsTab.tsx';

interface Props {
  draft: Draft;
  headers: readonly FilledHeader[];
  tab: string;
  onTab: (tab: string) => void;
}

const panel = style({ flexGrow: 1, minHeight: 0, marginTop: 0, position: 'relative' });
const filled = style({ position: 'absolute', inset: 0, overflow: 'auto', paddingX: 16, paddingY: 12 });

/** Headers, body, and what else belongs to a request. */
export function RequestTabs({ draft, headers, tab, onTab }: Props) {
  const { scripts, description, request } = draft;
  const own = request.headers.filter(({ enabled }) => enabled).length;
  const shown =
    (tab === 'scripts' && scripts.length === 0) || (tab === 'about' && description === '') ? 'headers' : tab;
  return (
    <Tabs
      aria-label="Parts of the request"
      density="compact"
      selectedKey={shown}
      onSelectionChange={(key) => onTab(String(key))}
      styles={style({ flexGrow: 1, minHeight: 0 })}
    >
      <TabList styles={style({ marginX: 16 })}>
        <Tab id="headers">{own > 0 ? `Headers (${own})` : 'Headers'}</Tab>
        <Tab id="body">{request.body.mode === 'none' ? 'Body' : 'Body •'}</Tab>
        {scripts.length > 0 ? <Tab id="scripts">{`Scripts (${scripts.length})`}</Tab> : null}
        {description === '' ? null : <Tab id="about">About</Tab>}
      </TabList>
      <TabPanel id="headers" styles={panel}>
        <div className={filled}>
          <HeadersTab draft={draft} headers={headers} />
        </div>
      </TabPanel>
      <TabPanel id="body" styles={panel}>
        <div className={filled}>
          <BodyTab draft={draft} />
        </div>
      </TabPanel>
      {scripts.length > 0 ? (
        <TabPanel id="scripts" styles={panel}>
          <div className={filled}>
            <ScriptsTab scripts={scripts} />
          </div>
        </TabPanel>
      ) : null}
      {description === '' ? null : (
        <TabPanel id="about" styles={panel}>
          <div className={filled}>
            <p className={style({ font: 'ui', margin: 0, whiteSpace: 'pre-wrap', maxWidth: 720 })}>{description}</p>
          </div>
        </TabPanel>
      )}
    </Tabs>
  );
}
