import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { focusRing, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';

interface Props {
  icon: ReactNode;
  title: string;
  text: string;
  isPending?: boolean;
  onPress: () => void;
}

const card = style<{ isHovered: boolean; isFocusVisible: boolean; isPressed: boolean }>({
  ...focusRing(),
  display: 'grid',
  gridTemplateColumns: [20, '1fr'],
  columnGap: 12,
  rowGap: 8,
  alignContent: 'start',
  padding: 24,
  borderRadius: 'lg',
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: { default: 'gray-300', isHovered: 'gray-500', isPressed: 'gray-600' },
  backgroundColor: { default: 'layer-2', isHovered: 'gray-75', isPressed: 'gray-100' },
  textAlign: 'start',
  cursor: 'default',
  transition: 'default',
});

/** A large button with a sentence on what it does. */
export function WayIn({ icon, title, text, isPending = false, onPress }: Props) {
  return (
    <Button
      isPending={isPending}
      onPress={onPress}
      className={({ isHovered, isFocusVisible, isPressed }) => card({ isHovered, isFocusVisible, isPressed })}
    >
      {isPending ? <ProgressCircle size="S" isIndeterminate aria-label={`${title}: starting`} /> : icon}
      <span className={style({ font: 'title-lg' })}>{title}</span>
      <span className={style({ font: 'body', gridColumnStart: 2 })}>{text}</span>
    </Button>
  );
}
