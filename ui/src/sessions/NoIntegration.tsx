import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import Plugin from '@react-spectrum/s2/illustrations/linear/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go } from '../app/route.ts';

/** Sessions belong to an organization, so an integration comes first. */
export function NoIntegration() {
  return (
    <IllustratedMessage styles={style({ margin: 'auto' })}>
      <Plugin />
      <Heading>No integration yet</Heading>
      <Content>Sessions belong to your organization. An integration holds the credentials that reach it.</Content>
      <ButtonGroup>
        <Button variant="accent" onPress={() => go('/integrations/new')}>
          New integration
        </Button>
      </ButtonGroup>
    </IllustratedMessage>
  );
}
