import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Content, Heading, InlineAlert } from '@react-spectrum/s2/InlineAlert';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Notice } from '../../backend/index.ts';
import { useInspector } from '../inspector-context.ts';

const variants = { plain: 'informative', good: 'positive', warning: 'notice', bad: 'negative' } as const;

/** What a reader must know first. */
export function Notices({ notices }: { notices: Notice[] }) {
  const { showEvent } = useInspector();
  return notices.map(({ tone, title, text, event }) => (
    <InlineAlert key={`${title} ${event ?? ''}`} variant={variants[tone]} fillStyle="subtleFill">
      <Heading>{title}</Heading>
      <Content>
        <div className={style({ display: 'flex', alignItems: 'center', gap: 16 })}>
          <span className={style({ flexGrow: 1 })}>{text}</span>
          {event === null ? null : (
            <ActionButton size="S" onPress={() => showEvent(event)}>
              Show the event
            </ActionButton>
          )}
        </div>
      </Content>
    </InlineAlert>
  ));
}
