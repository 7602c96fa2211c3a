import { useState } from 'react';
import { asProblem, useAnswer } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';
import { saveSettings } from '../../settings/save-settings.ts';

/** In which order they are read where there is room for one at a time. */
const order = ['inspector.filter', 'inspector.list', 'inspector.details'];

/** Whether a hint is to be read now, and how to close it for good. */
export function useHint(id: string, oneByOne: boolean): { shown: boolean; close: () => void } {
  const { data: info } = useAnswer('app_info', null);
  const left = order.filter((each) => info?.settings.closedHints.includes(each) === false);
  // It goes at once; that it is kept closed takes a moment.
  const [isClosing, setClosing] = useState(false);
  const shown = !isClosing && (oneByOne ? left[0] === id : left.includes(id));

  async function close() {
    setClosing(true);
    try {
      await saveSettings((settings) => ({ ...settings, closedHints: [...new Set([...settings.closedHints, id])] }));
    } catch (error) {
      setClosing(false);
      showProblem(asProblem(error));
    }
  }

  return { shown, close: () => void close() };
}
