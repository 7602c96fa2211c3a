import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import Plugin from '@react-spectrum/s2/illustrations/linear/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go } from '../app/route.ts';

/** A place needs an integration, so one comes first. What it is needed for stands between. */
export function NoIntegration({ children }: { children: string }) {
  return (
    <IllustratedMessage styles={style({ margin: 'auto' })}>
      <Plugin />
      <Heading>No integration yet</Heading>
      <Content>{children}</Content>
      <ButtonGroup>
        <Button variant="accent" onPress={() => go('/integrations/new')}>
          New integration
        </Button>
      </ButtonGroup>
    </IllustratedMessage>
  );
}
