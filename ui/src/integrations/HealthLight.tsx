import { StatusLight } from '@react-spectrum/s2/StatusLight';
import type { Health } from '../backend/index.ts';
import { healthInWords } from './health-in-words.ts';

interface Props {
  health: Health;
  /** Whose health, where that is not plain from the place. */
  name?: string;
}

/** Health in one word. */
export function HealthLight({ health, name }: Props) {
  const { word, variant } = healthInWords(health);
  return (
    <StatusLight size="S" variant={variant}>
      {name ? `${name}: ${word.toLowerCase()}` : word}
    </StatusLight>
  );
}
