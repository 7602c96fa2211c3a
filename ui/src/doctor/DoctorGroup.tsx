import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { DoctorGroup as Group } from '../backend/index.ts';
import { Section } from '../frame/Section.tsx';
import { DoctorLineItem } from './DoctorLineItem.tsx';

/** Lines that belong together. */
export function DoctorGroup({ group }: { group: Group }) {
  return (
    <Section title={group.title}>
      <ol
        aria-label={group.title}
        className={style({
          display: 'flex',
          flexDirection: 'column',
          gap: 8,
          margin: 0,
          padding: 0,
          listStyleType: 'none',
        })}
      >
        {group.lines.map((line) => (
          <DoctorLineItem key={line.id} line={line} />
        ))}
      </ol>
    </Section>
  );
}
