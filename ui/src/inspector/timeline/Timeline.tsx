import { ActionButton } from '@react-spectrum/s2/ActionButton';
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown';
import ChevronUp from '@react-spectrum/s2/icons/ChevronUp';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip';
import { useEffect, useState } from 'react';
import { useRemembered } from '../../app/remembered.ts';
import { nameOf } from '../filter/event-filter.ts';
import { useSetFilter, useTypedFilter } from '../filter/typed-filter.ts';
import { useInspector } from '../inspector-context.ts';
import { LaneNames } from './LaneNames.tsx';
import { Picture } from './picture.ts';
import { watchShownTimes } from './shown-times.ts';
import { isSame, moved, wholeOf, zoomed, type Span } from './span.ts';
import { isTimeQuery, timeQuery } from './time-query.ts';
import { TimelineStrip } from './TimelineStrip.tsx';
import { useDensity } from './use-density.ts';
import { useMoment } from './use-moment.ts';

const bar = style({
  display: 'flex',
  alignItems: 'start',
  gap: 4,
  flexShrink: 0,
  paddingX: 8,
  paddingY: 4,
  maxHeight: '40%',
  overflowX: 'hidden',
  overflowY: 'auto',
  borderStyle: 'solid',
  borderWidth: 0,
  borderTopWidth: 1,
  borderColor: 'gray-200',
});

/** When there were how many events: a strip over the whole session, with a lane for each client when it is opened. */
export function Timeline() {
  const { status, view, onlyArchive, narrow } = useInspector();
  const { chips } = useTypedFilter().filter;
  const setFilter = useSetFilter();
  const { revision, paused, showsHidden } = status;
  const [opened, setOpened] = useRemembered('timeline.open');
  const isOpen = opened === 'yes';
  const [picture] = useState(() => new Picture());
  const [width, setWidth] = useState(0);
  const [known, setKnown] = useState<Span | null>(null);
  const [zoom, setZoom] = useState<Span | null>(null);
  const { cursor, goTo, settle } = useMoment();
  const span = zoom ?? known;
  const list = JSON.stringify([nameOf(status.filter), paused, showsHidden]);
  const density = useDensity({ view, list, revision, span, width });

  const { first = null, last = null } = density ?? {};
  const whole = first === null || last === null ? null : wholeOf(first, last, !onlyArchive);
  if (whole && !(known && isSame(whole, known))) setKnown(whole);

  useEffect(() => picture.change({ density, span, isOpen, cursor }), [picture, density, span, isOpen, cursor]);
  useEffect(() => watchShownTimes((times) => picture.showTimes(times)), [picture]);

  const otherChips = chips.filter((chip) => !isTimeQuery(chip));
  const isNarrowed = otherChips.length < chips.length;
  const lookAt = (next: Span) => setZoom(known && isSame(next, known) ? null : next);

  function onBrush(piece: Span) {
    lookAt(piece);
    const query = timeQuery(piece);
    if (query === null) return;
    // A piece of the piece takes its place.
    if (isNarrowed) setFilter((filter) => ({ ...filter, chips: [...otherChips, query] }));
    else narrow(query);
  }

  function onWhole(): boolean {
    if (zoom === null && !isNarrowed) return false;
    setZoom(null);
    if (isNarrowed) setFilter((filter) => ({ ...filter, chips: otherChips }));
    return true;
  }

  const action = isOpen ? 'Fold the timeline' : 'Lanes of each client';
  return (
    <section aria-label="Timeline" className={bar}>
      <TooltipTrigger>
        <ActionButton
          isQuiet
          size="S"
          aria-label={action}
          aria-expanded={isOpen}
          onPress={() => setOpened(isOpen ? 'no' : 'yes')}
        >
          {isOpen ? <ChevronDown /> : <ChevronUp />}
        </ActionButton>
        <Tooltip>{action}</Tooltip>
      </TooltipTrigger>
      {isOpen && density ? <LaneNames lanes={density.lanes} /> : null}
      <TimelineStrip
        picture={picture}
        density={density}
        span={span}
        cursor={cursor}
        onWidth={setWidth}
        onMoment={goTo}
        onSettle={settle}
        onBrush={onBrush}
        onZoom={(factor, about) => span && known && lookAt(zoomed(span, known, factor, about))}
        onMove={(by) => span && known && lookAt(moved(span, known, by))}
        onWhole={onWhole}
      />
      {zoom || isNarrowed ? (
        <ActionButton isQuiet size="S" onPress={onWhole}>
          Whole session
        </ActionButton>
      ) : null}
    </section>
  );
}
