import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useState } from 'react';
import { asProblem, type Problem } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { ProblemView } from '../problems/index.ts';
import { LicenceList } from './LicenceList.tsx';
import { matching, readLicences, type Bundled } from './licences.ts';

/** Everything that the program is made of, each with the text of its licence. */
export function Licences() {
  const [bundled, setBundled] = useState<Bundled | null>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    readLicences().then(setBundled, (error: unknown) => setProblem(asProblem(error)));
  }, []);

  if (problem) return <ProblemView problem={problem} />;
  if (bundled === undefined) return <Loading />;
  if (bundled === null) {
    return (
      <p className={style({ font: 'body', margin: 0 })}>
        This program was built without the list. “cargo xtask bundle” builds one with it.
      </p>
    );
  }
  const parts = matching(bundled.parts, text);
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
      <SearchField label="Find a part or a licence" value={text} onChange={setText} styles={style({ width: 320 })} />
      <p role="status" className={style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 })}>
        {parts.length === 1 ? '1 part' : `${parts.length.toLocaleString()} parts`}
      </p>
      <LicenceList parts={parts} texts={bundled.texts} />
    </div>
  );
}
