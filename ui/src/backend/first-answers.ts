import type { CommandName } from './contract.ts';
import { backend } from './host.ts';
import { queryClient, takeTicksIntoQueries } from './queries.ts';

/** What every start shows. */
const shownFirst = ['app_info', 'integrations_list', 'view_list'] as const satisfies CommandName[];
/** Longer is not waited: the window then shows that it waits. */
const patienceMilliseconds = 200;

takeTicksIntoQueries();
let isOutdated = false;
const endTicks = backend.onTick(() => (isOutdated = true));
const asked = Promise.allSettled(shownFirst.map(async (name) => ({ name, answer: await backend.call(name, null) })));

/**
 * Waits for the answers that the first screen is drawn from, so that it is drawn once, with all there is to show. They are
 * asked for when this module is read, while the rest of the program is read and run. What was not had in time, was refused or
 * changed meanwhile is asked for by whoever shows it.
 */
export async function takeFirstAnswers(): Promise<void> {
  const late = new Promise<[]>((resolve) => setTimeout(resolve, patienceMilliseconds, []));
  const answers = await Promise.race([asked, late]);
  endTicks();
  if (isOutdated) return;
  for (const one of answers) {
    if (one.status === 'fulfilled') queryClient.setQueryData([one.value.name, null], one.value.answer);
  }
}
