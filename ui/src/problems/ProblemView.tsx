import { Content } from '@react-spectrum/s2/Content';
import { Button } from '@react-spectrum/s2/Button';
import { Heading, InlineAlert } from '@react-spectrum/s2/InlineAlert';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { whenShown } from '../app/when-shown.tsx';
import type { Problem } from '../backend/index.ts';
import { openReport } from '../report/open-report.ts';

const Details = whenShown(async () => (await import('./Details.tsx')).Details, null);

interface Props {
  problem: Problem;
  /** What the user can press here, such as "Try again". */
  actions?: ReactNode;
}

/** An error in the place where it matters: what happened, why, what to do next. */
export function ProblemView({ problem, actions }: Props) {
  const isDefect = problem.code === 'internal';
  return (
    <InlineAlert variant="negative" styles={style({ width: 'full', maxWidth: 800 })}>
      <Heading>{problem.title}</Heading>
      <Content>
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 8 })}>
          <span>{problem.message}</span>
          <span className={style({ fontWeight: 'medium' })}>{problem.nextStep}</span>
          {problem.detail ? <Details text={problem.detail} /> : null}
          {actions || isDefect ? (
            <div className={style({ display: 'flex', gap: 8, marginTop: 8 })}>
              {actions}
              {isDefect ? (
                <Button variant="secondary" onPress={openReport}>
                  Report a problem…
                </Button>
              ) : null}
            </div>
          ) : null}
        </div>
      </Content>
    </InlineAlert>
  );
}
