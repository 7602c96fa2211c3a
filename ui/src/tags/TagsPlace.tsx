import { useAnswer } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { Page } from '../frame/Page.tsx';
import { Section } from '../frame/Section.tsx';
import { IntegrationParts } from '../integrations/IntegrationParts.tsx';
import { RefusedByAdobe } from '../platform/RefusedByAdobe.tsx';
import { Properties } from './Properties.tsx';
import { RoleMatrixTable } from './RoleMatrixTable.tsx';

/** Tags as one integration sees it: its rights, and the properties of its companies. */
export function TagsPlace({ integration }: { integration: string }) {
  const overview = useAnswer('tags_overview', { integration });
  const { data, error } = overview;
  return (
    <Page>
      <IntegrationParts integration={integration} />
      {error ? (
        <RefusedByAdobe problem={error} integration={integration} onAgain={() => void overview.refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <Section title="Rights">
            <RoleMatrixTable matrix={data.matrix} account={data.account} />
          </Section>
          {data.companies.map((company) => (
            <Properties key={company.id} integration={integration} company={company} />
          ))}
        </>
      )}
    </Page>
  );
}
