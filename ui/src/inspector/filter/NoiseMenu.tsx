import { ActionButton } from '@react-spectrum/s2/ActionButton';
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown';
import { Header, Heading, Menu, MenuItem, MenuSection, MenuTrigger } from '@react-spectrum/s2/Menu';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { memo } from 'react';
import type { Noise } from '../../backend/index.ts';
import { NoiseCount } from './NoiseCount.tsx';
import { noises } from './parts.ts';
import { useSetFilter } from './typed-filter.ts';

interface Props {
  hidden: Noise[];
}

/** What is many and seldom of interest, to be left out; with how many events that is. */
export const NoiseMenu = memo(function NoiseMenu({ hidden }: Props) {
  const setFilter = useSetFilter();
  return (
    <MenuTrigger>
      <ActionButton styles={style({ flexShrink: 0 })}>
        <Text>{hidden.length === 0 ? 'Noise' : `Noise (${hidden.length})`}</Text>
        <ChevronDown />
      </ActionButton>
      <Menu
        aria-label="Noise"
        selectionMode="multiple"
        selectedKeys={hidden}
        onSelectionChange={(keys) => {
          const isHidden = (noise: Noise) => keys === 'all' || keys.has(noise);
          const noise = noises.map((each) => each.noise).filter(isHidden);
          setFilter((filter) => ({ ...filter, noise }));
        }}
      >
        <MenuSection>
          <Header>
            <Heading>Hide</Heading>
          </Header>
          {noises.map(({ noise, label, hides }) => (
            <MenuItem key={noise} id={noise} textValue={label}>
              <Text slot="label">{label}</Text>
              <Text slot="description">{hides}</Text>
              <Text slot="value">
                <NoiseCount noise={noise} />
              </Text>
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </MenuTrigger>
  );
});
