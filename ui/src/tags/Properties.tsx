import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useAnswer, type TagsCompany } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { SmallNote } from '../frame/SmallNote.tsx';
import { Section } from '../frame/Section.tsx';
import { RefusedByAdobe } from '../platform/RefusedByAdobe.tsx';
import { useSettled } from '../sessions/index.ts';
import { PropertyItem } from './PropertyItem.tsx';

const everywhere = 'all';
const platforms = [
  [everywhere, 'All platforms'],
  ['web', 'Web'],
  ['mobile', 'Mobile'],
  ['edge', 'Edge'],
] as const;

/** The properties of one company. */
export function Properties({ integration, company }: { integration: string; company: TagsCompany }) {
  const [search, setSearch] = useState('');
  const [platform, setPlatform] = useState<string>(everywhere);
  const request = {
    integration,
    company: company.id,
    search: useSettled(search, 250),
    platform: platform === everywhere ? null : platform,
  };
  const properties = useAnswer('properties_list', request, { keepPrevious: true });
  const { data: list, error } = properties;
  return (
    <Section
      title={`Properties of ${company.name}`}
      actions={
        <>
          <SearchField
            size="S"
            aria-label="Search properties"
            placeholder="Search"
            value={search}
            onChange={setSearch}
            styles={style({ width: 192 })}
          />
          <Picker
            size="S"
            aria-label="Platform"
            selectedKey={platform}
            onSelectionChange={(key) => setPlatform(String(key))}
            styles={style({ width: 144 })}
          >
            {platforms.map(([id, label]) => (
              <PickerItem key={id} id={id}>
                {label}
              </PickerItem>
            ))}
          </Picker>
        </>
      }
    >
      {error ? (
        <RefusedByAdobe problem={error} integration={integration} onAgain={() => void properties.refetch()} />
      ) : !list ? (
        <Loading />
      ) : (
        <>
          <ul aria-label="Properties" className={style({ margin: 0, padding: 0, listStyleType: 'none' })}>
            {list.rows.map((property) => (
              <PropertyItem key={property.id} property={property} />
            ))}
          </ul>
          {list.matched === 0 ? <SmallNote>No property fits.</SmallNote> : null}
          {list.isCutShort || list.matched > list.rows.length ? (
            <SmallNote>There are more properties than are shown. Search to find others.</SmallNote>
          ) : null}
        </>
      )}
    </Section>
  );
}
