import { RadioGroup } from '@react-spectrum/s2/RadioGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ImportCandidate } from '../backend/index.ts';
import { CandidateCard } from './CandidateCard.tsx';

interface Props {
  candidates: ImportCandidate[];
  /** Whether they go into an integration that is being set up. */
  fills: boolean;
  chosen: number;
  onChoose: (candidate: number) => void;
}

/** The credentials that were found; one of them is taken over. */
export function Candidates({ candidates, fills, chosen, onChoose }: Props) {
  const [only] = candidates;
  return (
    <section aria-label="Found" className={style({ display: 'flex', flexDirection: 'column', gap: 8 })}>
      <h3 className={style({ font: 'title', margin: 0 })}>Found</h3>
      {candidates.length === 1 && only ? (
        <CandidateCard candidate={only} fills={fills} choice={null} />
      ) : (
        <RadioGroup
          aria-label="Credentials to take over"
          value={String(chosen)}
          onChange={(value) => onChoose(Number(value))}
          styles={style({ width: 'full' })}
        >
          {candidates.map((candidate, index) => (
            <CandidateCard
              key={index}
              candidate={candidate}
              fills={fills}
              choice={{ value: String(index), isChosen: index === chosen }}
            />
          ))}
        </RadioGroup>
      )}
    </section>
  );
}
