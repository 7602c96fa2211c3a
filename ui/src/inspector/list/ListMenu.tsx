import {
  Header,
  Heading,
  Menu,
  MenuItem,
  MenuSection,
  SubmenuTrigger,
  Text,
  type MenuProps,
} from '@react-spectrum/s2/Menu';
import { useInspector } from '../inspector-context.ts';
import { columnOf, namedColumns, type ColumnId } from './columns.ts';
import type { Density, ListLayout, TimeShown } from './use-list-layout.ts';

interface Props {
  layout: ListLayout;
  /** The column that the menu was opened on. */
  column: ColumnId;
  /** Its width in pixels. */
  width: number;
  onAddColumn: () => void;
}

const step = 32;
const densities: [Density, string][] = [
  ['compact', 'Compact'],
  ['regular', 'Regular'],
  ['spacious', 'Spacious'],
];
const times: [TimeShown, string][] = [
  ['clock', 'Time of day'],
  ['sinceStart', 'Since the session’s first event'],
  ['sincePrevious', 'Since the previous event'],
];

/** What can be done with a column, and with the list as a whole. */
export function ListMenu({ layout, column, width, onAddColumn }: Props) {
  const { arrangement, arrange } = useInspector();
  const { columns } = layout;
  const { label, sort } = columnOf(column);
  const index = columns.findIndex(({ id }) => id === column);
  const actions: Record<string, () => void> = {
    ascending: () => sort && arrange({ ...arrangement, sort, descending: false }),
    descending: () => sort && arrange({ ...arrangement, sort, descending: true }),
    left: () => layout.move(column, index - 1),
    right: () => layout.move(column, index + 2),
    wider: () => layout.resize(column, width + step),
    narrower: () => layout.resize(column, width - step),
    usual: () => layout.resize(column, null),
    remove: () => layout.toggle(column),
    add: onAddColumn,
    launches: () => arrange({ ...arrangement, launches: !arrangement.launches }),
    reset: layout.reset,
  };
  const disabled = [
    index === 0 ? 'left' : '',
    index === columns.length - 1 ? 'right' : '',
    columns.length === 1 ? 'remove' : '',
  ];
  const act: MenuProps<object>['onAction'] = (key) => actions[key]?.();

  return (
    <Menu aria-label={`${label} and the list`} disabledKeys={disabled} onAction={act}>
      <MenuSection>
        <Header>
          <Heading>{label}</Heading>
        </Header>
        {sort === undefined ? null : (
          <MenuItem id="ascending">{sort === 'time' ? 'Oldest first' : 'Sort from A to Z'}</MenuItem>
        )}
        {sort === undefined ? null : (
          <MenuItem id="descending">{sort === 'time' ? 'Newest first' : 'Sort from Z to A'}</MenuItem>
        )}
        <MenuItem id="left">Move left</MenuItem>
        <MenuItem id="right">Move right</MenuItem>
        <SubmenuTrigger>
          <MenuItem id="width">Width</MenuItem>
          <Menu aria-label="Width" onAction={act}>
            <MenuItem id="wider">Wider</MenuItem>
            <MenuItem id="narrower">Narrower</MenuItem>
            <MenuItem id="usual">As wide as usual</MenuItem>
          </Menu>
        </SubmenuTrigger>
        <MenuItem id="remove">Remove the column</MenuItem>
      </MenuSection>
      <MenuSection>
        <Header>
          <Heading>List</Heading>
        </Header>
        <SubmenuTrigger>
          <MenuItem id="columns">Columns</MenuItem>
          <ColumnChoice layout={layout} />
        </SubmenuTrigger>
        <MenuItem id="add">Add a column for a path…</MenuItem>
        <SubmenuTrigger>
          <MenuItem id="time">Time</MenuItem>
          <Choice label="Time" choices={times} chosen={layout.timeShown} onChoose={layout.setTimeShown} />
        </SubmenuTrigger>
        <SubmenuTrigger>
          <MenuItem id="density">Density</MenuItem>
          <Choice label="Density" choices={densities} chosen={layout.density} onChoose={layout.setDensity} />
        </SubmenuTrigger>
        <MenuItem id="launches">{arrangement.launches ? 'Hide app launches' : 'Show app launches'}</MenuItem>
        {layout.isUsual ? null : <MenuItem id="reset">The usual columns</MenuItem>}
      </MenuSection>
    </Menu>
  );
}

function ColumnChoice({ layout }: { layout: ListLayout }) {
  const shown = layout.columns.map(({ id }) => id);
  const choices = [...namedColumns, ...shown.filter((id) => id.startsWith('path:'))];
  return (
    <Menu
      aria-label="Columns"
      selectionMode="multiple"
      selectedKeys={shown}
      onSelectionChange={(keys) => {
        const changed = choices.find((id) => keys !== 'all' && keys.has(id) !== shown.includes(id));
        if (changed) layout.toggle(changed);
      }}
    >
      {choices.map((id) => (
        <MenuItem key={id} id={id} textValue={columnOf(id).label}>
          <Text slot="label">{columnOf(id).label}</Text>
        </MenuItem>
      ))}
    </Menu>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  choices: [Value, string][];
  chosen: Value;
  onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, choices, chosen, onChoose }: ChoiceProps<Value>) {
  return (
    <Menu
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const next = choices.find(([value]) => keys !== 'all' && keys.has(value));
        if (next) onChoose(next[0]);
      }}
    >
      {choices.map(([value, words]) => (
        <MenuItem key={value} id={value}>
          {words}
        </MenuItem>
      ))}
    </Menu>
  );
}
