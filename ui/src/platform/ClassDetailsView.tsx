import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnswer, type ClassContainer, type ClassField } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { SmallNote } from '../frame/SmallNote.tsx';
import { CurlButton } from './CurlButton.tsx';
import { RefusedByAdobe } from './RefusedByAdobe.tsx';

interface Props {
  integration: string;
  container: ClassContainer;
  id: string;
}

const panel = style({
  width: '[44%]',
  flexShrink: 0,
  overflow: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
});
const indent = 16;

/** One XDM class: what it is for, and its fields. */
export function ClassDetailsView({ integration, container, id }: Props) {
  const answer = useAnswer('class_read', { integration, container, id });
  const { data: details, error } = answer;
  return (
    <section aria-label="Details of the class" className={panel}>
      {error ? (
        <RefusedByAdobe problem={error} integration={integration} onAgain={() => void answer.refetch()} />
      ) : !details ? (
        <Loading />
      ) : (
        <>
          <div className={style({ display: 'flex', alignItems: 'center', gap: 12 })}>
            <h2 className={style({ font: 'title', margin: 0, flexGrow: 1 })}>{details.title}</h2>
            <CurlButton curl={details.curl} />
          </div>
          <p className={style({ font: 'body', margin: 0 })}>{details.description}</p>
          <ul aria-label="Fields" className={style({ margin: 0, padding: 0, listStyleType: 'none' })}>
            {details.fields.map((field) => (
              <Field key={field.path} field={field} />
            ))}
          </ul>
          {details.total > details.fields.length ? (
            <SmallNote>
              {`${(details.total - details.fields.length).toLocaleString()} more fields are not shown.`}
            </SmallNote>
          ) : null}
        </>
      )}
    </section>
  );
}

function Field({ field: { path, depth, title, fieldType, description } }: { field: ClassField }) {
  return (
    <li
      title={description || path}
      className={style({ font: 'ui', display: 'flex', gap: 8, paddingY: 2, minWidth: 0 })}
      style={{ paddingInlineStart: depth * indent }}
    >
      <span className={style({ font: 'code-sm', flexShrink: 0 })}>{path.split('.').at(-1)}</span>
      <span className={style({ color: 'neutral-subdued', flexShrink: 0 })}>{fieldType}</span>
      <span className={style({ color: 'neutral-subdued', truncate: true })}>{title}</span>
    </li>
  );
}
