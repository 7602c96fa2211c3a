import { Cell, Column, Row, TableBody, TableHeader, TableView } from '@react-spectrum/s2/TableView';
import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link } from '@react-spectrum/s2/Link';
import { go, pathOf } from '../app/route.ts';
import type { IntegrationRow } from '../backend/index.ts';
import { guidesUnderWay, shortNames } from '../guides/index.ts';
import { useNow } from '../words/use-now.ts';
import { ago, exactly, left } from '../words/time.ts';
import { shortenedOrganization } from '../words/shortened.ts';
import { CertificateLeft } from './CertificateLeft.tsx';
import { HealthCell } from './HealthCell.tsx';
import { IntegrationActions } from './IntegrationActions.tsx';
import { kindInWords } from './kind-in-words.ts';

const lines = style({ display: 'flex', flexDirection: 'column', minWidth: 0 });
const small = style({ font: 'ui-sm', color: 'neutral-subdued' });

/** A row for each integration; `undefined` while they load. */
export function IntegrationsTable({ rows }: { rows: IntegrationRow[] | undefined }) {
  const now = useNow();
  return (
    <TableView
      aria-label="Integrations"
      isQuiet
      density="spacious"
      overflowMode="wrap"
      loadingState={rows ? 'idle' : 'loading'}
      onAction={(id) => go(pathOf({ place: 'integration', integration: String(id) }))}
      styles={style({ width: 'full', flexGrow: 1, minHeight: 240 })}
    >
      <TableHeader>
        <Column id="name" isRowHeader width="3fr" minWidth={160}>
          Name
        </Column>
        <Column id="health" width="3fr" minWidth={140}>
          Health
        </Column>
        <Column id="token" width={120}>
          Access token
        </Column>
        <Column id="certificate" width={120}>
          Certificate
        </Column>
        <Column id="used" width={112}>
          Last used
        </Column>
        <Column id="actions" width={56} align="end">
          <VisuallyHidden>Actions</VisuallyHidden>
        </Column>
      </TableHeader>
      <TableBody items={rows ?? []} dependencies={[now]}>
        {(row) => (
          <Row id={row.id} textValue={row.name}>
            <Cell textValue={row.name}>
              <div className={lines}>
                <span className={style({ fontWeight: 'medium', truncate: true })}>{row.name}</span>
                <span className={small} title={row.organizationId}>
                  {kindInWords[row.kind]} · {shortenedOrganization(row.organizationId)}
                </span>
              </div>
            </Cell>
            <Cell>
              <div className={lines}>
                <HealthCell health={row.health} />
                {guidesUnderWay(row).map((guide) => (
                  <span key={guide} className={style({ font: 'ui-sm' })}>
                    <Link isStandalone isQuiet href={`#${pathOf({ place: 'guide', integration: row.id, guide })}`}>
                      {shortNames[guide]} under way
                    </Link>
                  </span>
                ))}
              </div>
            </Cell>
            <Cell>
              {row.tokenExpiresAt === null ? (
                '–'
              ) : (
                <span title={exactly(row.tokenExpiresAt)}>{left(row.tokenExpiresAt, now)}</span>
              )}
            </Cell>
            <Cell>{row.certificate ? <CertificateLeft notAfter={row.certificate.notAfter} now={now} /> : '–'}</Cell>
            <Cell>
              {row.lastUsedAt === null ? (
                'never'
              ) : (
                <span title={exactly(row.lastUsedAt)}>{ago(row.lastUsedAt, now)}</span>
              )}
            </Cell>
            <Cell align="end">
              <IntegrationActions row={row} />
            </Cell>
          </Row>
        )}
      </TableBody>
    </TableView>
  );
}
