import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { pathOf } from '../app/route.ts';
import { useAnswer, type IntegrationRow } from '../backend/index.ts';
import { Section } from '../frame/Section.tsx';
import { ProblemView } from '../problems/index.ts';
import { ago, exactly } from '../words/time.ts';
import { useNow } from '../words/use-now.ts';
import { RowLink, rows, side } from './RowLink.tsx';

const SHOWN = 5;

/** The room of the rows, kept while they load so that nothing below jumps. */
const room = style<{ isLoading: boolean }>({ minHeight: { default: 0, isLoading: '[205px]' } });

/** The newest sessions of the integration in use. */
export function RecentSessions({ integration }: { integration: IntegrationRow }) {
  const now = useNow();
  const { data, error, isPending } = useAnswer('sessions_list', {
    integration: integration.id,
    search: '',
    sort: 'created',
    descending: true,
    refresh: false,
  });
  const sessions = pathOf({ place: 'sessions', integration: integration.id });
  return (
    <Section
      title="Recent sessions"
      actions={
        <Link isStandalone isQuiet href={`#${sessions}`}>
          All sessions
        </Link>
      }
    >
      <div className={room({ isLoading: isPending })}>
        {error ? <ProblemView problem={error} /> : null}
        {data?.rows.length === 0 ? (
          <p className={style({ font: 'body', margin: 0 })}>
            {integration.name} has no sessions yet. <Link href={`#${sessions}`}>Create the first one</Link>
          </p>
        ) : null}
        <ul className={rows}>
          {data?.rows.slice(0, SHOWN).map((row) => (
            <RowLink
              key={row.uuid}
              to={pathOf({ place: 'inspector', integration: integration.id, session: row.uuid })}
              title={row.name}
              note={row.link}
            >
              <span title={row.createdAt === null ? undefined : exactly(row.createdAt)} className={side}>
                {row.createdAt === null ? null : ago(row.createdAt, now)}
              </span>
            </RowLink>
          ))}
        </ul>
      </div>
    </Section>
  );
}
