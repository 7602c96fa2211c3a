import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import { useInspector } from '../inspector-context.ts';
import { useArrivals } from './use-arrivals.ts';

/** Tells those who do not see the list how many events came, now and then. */
export function ArrivingEvents() {
  const { status } = useInspector();
  const text = useArrivals(status.total);
  return (
    <VisuallyHidden>
      <div role="status" aria-label="New events">
        {text}
      </div>
    </VisuallyHidden>
  );
}
