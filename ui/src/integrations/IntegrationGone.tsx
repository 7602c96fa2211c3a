import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import Plugin from '@react-spectrum/s2/illustrations/linear/Plugin';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go } from '../app/route.ts';

/** Stands where an integration was that is no longer there. */
export function IntegrationGone() {
  return (
    <div className={style({ display: 'grid', placeItems: 'center', minHeight: 'full' })}>
      <IllustratedMessage>
        <Plugin />
        <Heading level={2}>This integration is not here any more</Heading>
        <Content>It was deleted, or it belongs to another computer.</Content>
        <ButtonGroup>
          <Button variant="accent" onPress={() => go('/integrations')}>
            All integrations
          </Button>
        </ButtonGroup>
      </IllustratedMessage>
    </div>
  );
}
