type Look = 'positive' | 'negative' | 'neutral' | 'info';

interface Options {
  /** Until it goes by itself, at least 5 seconds; it stays until somebody closes it when nothing is said. */
  forMs?: number;
  action?: { label: string; run: () => void; stays?: boolean };
}

/** Tells something in passing, over whatever is shown. */
export function toast(look: Look, text: string, options: Options = {}): void {
  void show(look, text, options);
}

/** The code of toasts is read with the first one, if not before. */
async function show(look: Look, text: string, { forMs, action }: Options): Promise<void> {
  const { ToastQueue } = await import('@react-spectrum/s2/Toast');
  const close = ToastQueue[look](text, {
    ...(forMs === undefined ? {} : { timeout: forMs }),
    ...(action && { actionLabel: action.label, onAction: action.run, shouldCloseOnAction: !action.stays }),
  });
  // Spectrum keeps one with an action for ever, whatever time is said.
  if (action && forMs !== undefined) setTimeout(() => closeWhenLeft(close), forMs);
}

/** Not from under somebody's pointer or keys. */
function closeWhenLeft(close: () => void): void {
  if (document.querySelector('[role="alertdialog"]:is(:hover, :focus-within)')) setTimeout(closeWhenLeft, 1000, close);
  else close();
}
