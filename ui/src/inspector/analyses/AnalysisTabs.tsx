import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { focusRing, iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useAnswer } from '../../backend/index.ts';
import { useBadge } from './use-badge.ts';

interface Props {
  view: string;
  tab: string;
  onTab: (tab: string) => void;
  /** What the chosen tab shows. */
  children: ReactNode;
}

const whole = style({
  display: 'flex',
  flexDirection: 'column',
  flexGrow: 1,
  flexShrink: 1,
  flexBasis: 0,
  minHeight: 0,
});
const list = style({ display: 'flex', gap: 20, paddingX: 16, overflowX: 'auto', flexShrink: 0 });
const titleStyle = style<{ isSelected: boolean; isHovered: boolean; isFocusVisible: boolean }>({
  ...focusRing(),
  outlineOffset: -2,
  display: 'flex',
  alignItems: 'center',
  flexShrink: 0,
  cursor: 'default',
  font: 'ui',
  whiteSpace: 'nowrap',
  paddingY: 8,
  color: { default: 'neutral-subdued', isHovered: 'neutral', isSelected: 'neutral' },
  fontWeight: { default: 'normal', isSelected: 'bold' },
  borderStyle: 'solid',
  borderWidth: 0,
  borderBottomWidth: 2,
  borderColor: {
    default: { default: 'transparent', forcedColors: 'Background' },
    isSelected: { default: 'gray-900', forcedColors: 'Highlight' },
  },
});

/**
 * The events, and each way to look at what they tell together. Spectrum's own tabs fold into a menu in a narrow window,
 * and build what they show anew then, which would lose the place in a list.
 */
export function AnalysisTabs({ view, tab, onTab, children }: Props) {
  const kinds = useAnswer('analyses_list', null).data ?? [];
  return (
    <Tabs selectedKey={tab} onSelectionChange={(key) => onTab(String(key))} className={whole}>
      <TabList aria-label="Views of the session" className={list}>
        {[{ id: 'events', title: 'Events' }, ...kinds].map((kind) => (
          <Tab key={kind.id} id={kind.id} className={titleStyle}>
            <TabTitle view={view} analysis={kind.id} title={kind.title} />
          </Tab>
        ))}
      </TabList>
      <TabPanel
        key={tab}
        id={tab}
        className={style({ display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, outlineStyle: 'none' })}
      >
        {children}
      </TabPanel>
    </Tabs>
  );
}

const needingLook = style({ display: 'flex', alignItems: 'center', gap: 4, marginStart: 8, color: 'negative' });

/** A number beside a title would be read as how many there are; the mark says that these want to be looked at. */
function TabTitle({ view, analysis, title }: { view: string; analysis: string; title: string }) {
  const badge = useBadge(view, analysis);
  if (!badge) return title;
  return (
    <>
      {title}
      <span className={needingLook}>
        <AlertTriangle aria-label="To look at:" styles={iconStyle({ size: 'XS', color: 'negative' })} />
        {badge.toLocaleString()}
      </span>
    </>
  );
}
