import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import Comment from '@react-spectrum/s2/icons/Comment';
import Flag from '@react-spectrum/s2/icons/Flag';
import { iconStyle } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCallback, useState, type ReactNode } from 'react';

export type Picture = 'error' | 'flag' | 'flagAtAdobe' | 'note' | 'noteAtAdobe';

/** Pictures for rows that are drawn by hand. */
export interface Pictures {
  copyOf: (picture: Picture) => ChildNode;
}

const here = iconStyle({ size: 'XS', color: 'accent' });
const atAdobe = iconStyle({ size: 'XS', color: 'neutral' });

const drawn: Record<Picture, ReactNode> = {
  error: <AlertTriangle aria-label="Error" styles={iconStyle({ size: 'XS', color: 'negative' })} />,
  flag: <Flag aria-label="Flagged" styles={here} />,
  flagAtAdobe: <Flag aria-label="Flagged in Adobe’s web UI" styles={atAdobe} />,
  note: <Comment aria-label="Has a note" styles={here} />,
  noteAtAdobe: <Comment aria-label="Has a note in Adobe’s web UI" styles={atAdobe} />,
};

/** The pictures, and what draws each of them once, out of sight; rows hold copies. */
export function usePictures(): [Pictures, ReactNode] {
  const [originals] = useState(() => new Map<Picture, Element>());
  const [pictures] = useState<Pictures>(() => ({
    copyOf: (picture) =>
      (originals.get(picture)?.cloneNode(true) as Element | undefined) ?? document.createTextNode(''),
  }));
  const keep = useCallback(
    (place: HTMLElement | null) => {
      for (const each of place?.children ?? []) {
        const picture = each.getAttribute('data-picture') as Picture;
        if (each.firstElementChild) originals.set(picture, each.firstElementChild);
      }
    },
    [originals],
  );
  const place = (
    <div hidden ref={keep}>
      {Object.entries(drawn).map(([picture, icon]) => (
        <span key={picture} data-picture={picture}>
          {icon}
        </span>
      ))}
    </div>
  );
  return [pictures, place];
}
