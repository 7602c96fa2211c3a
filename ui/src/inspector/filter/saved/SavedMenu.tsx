import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { DialogContainer } from '@react-spectrum/s2/Dialog';
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown';
import { Header, Heading, Menu, MenuItem, MenuSection, MenuTrigger } from '@react-spectrum/s2/Menu';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { memo, useState } from 'react';
import { useAnswer } from '../../../backend/index.ts';
import { inWords } from '../parts.ts';
import { localZone } from '../event-filter.ts';
import { useSetFilter } from '../typed-filter.ts';
import { ForgetFilters } from './ForgetFilters.tsx';
import { SaveFilter } from './SaveFilter.tsx';

interface Props {
  /** Whether there is anything to save. */
  isFiltering: boolean;
}

/** Filters that were kept under a name: choose one, keep this one, forget some. */
export const SavedMenu = memo(function SavedMenu({ isFiltering }: Props) {
  const setFilter = useSetFilter();
  const { data: saved = [] } = useAnswer('filters_list', null);
  const [asked, setAsked] = useState<'save' | 'forget' | null>(null);

  function act(key: string) {
    if (key === 'save' || key === 'forget') {
      setAsked(key);
      return;
    }
    const chosen = saved.find(({ name }) => `=${name}` === key);
    // Its times are as the user's clock is now.
    if (chosen) setFilter({ ...chosen.filter, zoneMinutes: localZone() });
  }

  return (
    <>
      <MenuTrigger>
        <ActionButton styles={style({ flexShrink: 0 })}>
          <Text>Saved</Text>
          <ChevronDown />
        </ActionButton>
        <Menu
          aria-label="Saved filters"
          onAction={(key) => act(String(key))}
          disabledKeys={[...(isFiltering ? [] : ['save']), ...(saved.length > 0 ? [] : ['forget'])]}
        >
          {saved.length > 0 ? (
            <MenuSection>
              <Header>
                <Heading>Saved filters</Heading>
              </Header>
              {saved.map(({ name, filter: kept }) => (
                <MenuItem key={name} id={`=${name}`} textValue={name}>
                  <Text slot="label">{name}</Text>
                  <Text slot="description">{inWords(kept, undefined)}</Text>
                </MenuItem>
              ))}
            </MenuSection>
          ) : null}
          <MenuSection aria-label="Keep and forget">
            <MenuItem id="save" textValue="Save this filter">
              <Text slot="label">Save this filter…</Text>
            </MenuItem>
            <MenuItem id="forget" textValue="Delete saved filters">
              <Text slot="label">Delete saved filters…</Text>
            </MenuItem>
          </MenuSection>
        </Menu>
      </MenuTrigger>
      <DialogContainer onDismiss={() => setAsked(null)}>
        {asked === 'save' ? <SaveFilter saved={saved} onClose={() => setAsked(null)} /> : null}
        {asked === 'forget' ? <ForgetFilters saved={saved} onClose={() => setAsked(null)} /> : null}
      </DialogContainer>
    </>
  );
});
