import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import Plugin from '@react-spectrum/s2/illustrations/linear/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go } from '../app/route.ts';

/** A request is sent under an integration, so one comes first. */
export function NoIntegration() {
  return (
    <div className={style({ display: 'grid', height: 'full' })}>
      <IllustratedMessage styles={style({ margin: 'auto' })}>
        <Plugin />
        <Heading>No integration yet</Heading>
        <Content>
          Here you call any of Adobe’s APIs, with the headers and the access token of an integration filled in.
        </Content>
        <ButtonGroup>
          <Button variant="accent" onPress={() => go('/integrations/new')}>
            New integration
          </Button>
        </ButtonGroup>
      </IllustratedMessage>
    </div>
  );
}
