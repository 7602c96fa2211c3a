import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import NoSearchResults from '@react-spectrum/s2/illustrations/linear/NoSearchResults';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

interface Props {
  /** What the list holds, one of it: "session". */
  thing: string;
  search: string;
  total: number;
  onClear: () => void;
}

/** The search of a list hides everything. */
export function NothingFound({ thing, search, total, onClear }: Props) {
  return (
    <IllustratedMessage styles={style({ margin: 'auto' })}>
      <NoSearchResults />
      <Heading>
        No {thing} matches “{search}”
      </Heading>
      <Content>
        {total === 1 ? `The search hides one ${thing}.` : `The search hides ${total.toLocaleString()} ${thing}s.`}
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClear}>
          Clear the search
        </Button>
      </ButtonGroup>
    </IllustratedMessage>
  );
}
