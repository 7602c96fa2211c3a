import { SearchField } from '@react-spectrum/s2/SearchField';
import { SegmentedControl, SegmentedControlItem } from '@react-spectrum/s2/SegmentedControl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useAnswer, type ClassContainer } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { Page } from '../frame/Page.tsx';
import { SmallNote } from '../frame/SmallNote.tsx';
import { IntegrationParts } from '../integrations/IntegrationParts.tsx';
import { CurlButton } from './CurlButton.tsx';
import { ClassDetailsView } from './ClassDetailsView.tsx';
import { ClassesTable } from './ClassesTable.tsx';
import { RefusedByAdobe } from './RefusedByAdobe.tsx';
import { SandboxPicker } from './SandboxPicker.tsx';

const bar = style({ display: 'flex', alignItems: 'end', gap: 12, flexWrap: 'wrap' });

/** Experience Platform as one integration sees it: the sandbox in use, and XDM classes. */
export function PlatformPlace({ integration }: { integration: string }) {
  const [container, setContainer] = useState<ClassContainer>('global');
  const [search, setSearch] = useState('');
  const [chosen, choose] = useState<string | null>(null);
  const classes = useAnswer('classes_list', { integration, container, search, refresh: false }, { keepPrevious: true });
  const { data: list, error } = classes;
  return (
    <Page width="table">
      <IntegrationParts integration={integration} />
      <div className={bar}>
        <SandboxPicker integration={integration} />
        <SegmentedControl
          aria-label="Whose classes"
          selectedKey={container}
          onSelectionChange={(key) => {
            setContainer(key as ClassContainer);
            choose(null);
          }}
        >
          <SegmentedControlItem id="global">Adobe’s classes</SegmentedControlItem>
          <SegmentedControlItem id="tenant">Our classes</SegmentedControlItem>
        </SegmentedControl>
        <SearchField
          aria-label="Search classes"
          placeholder="Search"
          value={search}
          onChange={setSearch}
          styles={style({ width: 240 })}
        />
        <div className={style({ flexGrow: 1 })} />
        {list ? (
          <>
            <span role="status" className={style({ font: 'ui', color: 'neutral-subdued' })}>
              {search === '' ? `${list.total} XDM classes` : `${list.matched} of ${list.total}`}
            </span>
            <CurlButton curl={list.curl} />
          </>
        ) : null}
      </div>
      {error ? (
        <RefusedByAdobe problem={error} integration={integration} onAgain={() => void classes.refetch()} />
      ) : !list ? (
        <Loading />
      ) : list.matched === 0 && search !== '' ? (
        <SmallNote>No class has this text in its name or identifier.</SmallNote>
      ) : list.total === 0 ? (
        <SmallNote>This organization has defined no classes of its own.</SmallNote>
      ) : (
        <div className={style({ display: 'flex', gap: 16, flexGrow: 1, minHeight: 0 })}>
          <ClassesTable rows={list.rows} chosen={chosen} onChoose={choose} />
          {chosen === null ? null : (
            <ClassDetailsView key={chosen} integration={integration} container={container} id={chosen} />
          )}
        </div>
      )}
      {list?.isCutShort ? <SmallNote>Adobe lists more classes than were read.</SmallNote> : null}
    </Page>
  );
}
