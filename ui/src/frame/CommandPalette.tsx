import { whenShown } from '../app/when-shown.tsx';
import { DialogWhenAsked } from './DialogWhenAsked.tsx';

const Palette = whenShown(async () => (await import('./Palette.tsx')).Palette);

interface Props {
  isOpen: boolean;
  onClose: () => void;
}

/** Reaches every place and main action by a few letters. */
export function CommandPalette({ isOpen, onClose }: Props) {
  return <DialogWhenAsked onDismiss={onClose}>{isOpen ? <Palette onClose={onClose} /> : null}</DialogWhenAsked>;
}
