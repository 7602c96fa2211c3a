import axe from 'axe-core';
import { expect, type Page } from './desk.ts';

/** Checks the screen as it is now against WCAG 2.2 AA, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violationsOn(page), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function violationsOn(page: Page): Promise<string[]> {
  // The content security policy lets no script in, so axe comes through the debugger.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // Colours on their way from one theme to the other are nobody's colours.
    // What is folded away stands still: its transitions go on only when it is seen.
    const ending = document.getAnimations().filter(({ effect }) => {
      const isSeen = effect instanceof KeyframeEffect && effect.target?.checkVisibility() === true;
      return isSeen && effect.getComputedTiming().endTime !== Infinity;
    });
    await Promise.all(ending.map((animation) => animation.finished.catch(() => null)));
    const runner = (window as unknown as { axe: typeof import('axe-core') }).axe;
    const { violations } = await runner.run(
      // What React Aria has just read out stays for a while, under labels that may be gone.
      { exclude: ['[data-live-announcer]'] },
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`);
  });
}
