import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import NoSearchResults from '@react-spectrum/s2/illustrations/linear/NoSearchResults';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go, goInstead, pathOf } from '../app/route.ts';
import { ProblemView } from '../problems/index.ts';
import { ListSkeleton } from '../virtual-list/index.ts';
import { ArchivePicker } from './ArchivePicker.tsx';
import { ComparedSessions } from './ComparedSessions.tsx';
import { useComparable } from './use-comparable.ts';

const place = style({ display: 'flex', flexDirection: 'column', height: 'full', minHeight: 440 });
const sides = style({ display: 'flex', alignItems: 'end', gap: 12, padding: 12, flexWrap: 'wrap' });

interface Props {
  /** The archive on the left: what the session should be like. */
  left: string | null;
  right: string | null;
}

/** Two sessions side by side, chosen among those that are kept on this computer. */
export function ComparePlace({ left, right }: Props) {
  const { archives, problem } = useComparable();
  const turnTo = (next: Props) => goInstead(pathOf({ place: 'compare', ...next }));

  if (problem) {
    return (
      <div className={style({ padding: 16 })}>
        <ProblemView problem={problem} />
      </div>
    );
  }
  if (!archives) return <ListSkeleton label="Loading archives" />;
  if (archives.length < 2) {
    return (
      <div className={style({ display: 'grid', placeItems: 'center', height: 'full' })}>
        <IllustratedMessage>
          <NoSearchResults />
          <Heading>Two sessions are needed to compare</Heading>
          <Content>
            Open another session, or import its events. Every session that was opened is kept as an archive.
          </Content>
          <ButtonGroup>
            <Button variant="accent" onPress={() => go(pathOf({ place: 'archives' }))}>
              Go to archives
            </Button>
          </ButtonGroup>
        </IllustratedMessage>
      </div>
    );
  }
  return (
    <div className={place}>
      <div className={sides}>
        <ArchivePicker
          label="Left"
          archives={archives}
          chosen={left}
          onChoose={(next) => turnTo({ left: next, right })}
        />
        <ArchivePicker
          label="Right"
          archives={archives}
          chosen={right}
          onChoose={(next) => turnTo({ left, right: next })}
        />
        <Button
          variant="secondary"
          isDisabled={left === null || right === null}
          onPress={() => turnTo({ left: right, right: left })}
        >
          Swap
        </Button>
      </div>
      {left !== null && right !== null ? (
        <ComparedSessions key={`${left} ${right}`} left={left} right={right} />
      ) : (
        <p className={style({ font: 'body', color: 'neutral-subdued', margin: 0, paddingX: 12 })}>
          Choose a session for either side: on the left what it should be like, on the right what to check.
        </p>
      )}
    </div>
  );
}
