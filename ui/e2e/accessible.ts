import axe from 'axe-core';
import { expect, type Page } from './desk.ts';

/** All of WCAG 2.2 AA that a tool can find; or the part that colours alone can change. */
const rules = {
  all: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  ofColours: ['color-contrast', 'link-in-text-block'],
};

/** Checks the screen as it is now against WCAG 2.2 AA, and its colours in dark too. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page, rules.all), 'light').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsOn(page, rules.ofColours), 'dark').toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

interface Look {
  name: string;
  media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
  size?: { width: number; height: number };
  /** What is looked for; where colours alone are other than before, only they are. */
  rules: string[];
}

const usual = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' } as const;
const usualSize = { width: 1280, height: 800 };

/** How people may have their system set up. 200 % zoom of 1280×800 is a page of half that size. */
const looks: Look[] = [
  { name: 'light', media: {}, rules: rules.all },
  {
    name: 'dark, reduced motion, 1024×640',
    media: { colorScheme: 'dark', reducedMotion: 'reduce' },
    size: { width: 1024, height: 640 },
    rules: rules.all,
  },
  { name: 'high contrast', media: { forcedColors: 'active' }, rules: rules.ofColours },
  { name: '200 %', media: {}, size: { width: 640, height: 400 }, rules: rules.all },
];

/** Checks the screen as it is now in every look, and that nothing of it lies beside the window. */
export async function expectAccessibleInEveryLook(page: Page, place: string): Promise<void> {
  for (const { name, media, size, rules: wanted } of looks) {
    await page.emulateMedia({ ...usual, ...media });
    await page.setViewportSize(size ?? usualSize);
    expect(await violationsOn(page, wanted), `${place}, ${name}`).toEqual([]);
    const wide = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
    expect(wide[0], `${place}, ${name}: nothing is cut off`).toBeLessThanOrEqual(wide[1]);
    expect(await page.evaluate(cutOff), `${place}, ${name}: nothing to press is cut off`).toEqual([]);
  }
  await page.emulateMedia(usual);
  await page.setViewportSize(usualSize);
}

/** What can be pressed or typed in, and lies beside the window where nothing scrolls to it. */
function cutOff(): string[] {
  const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const isInScrolled = (element: Element): boolean => {
    const around = element.parentElement;
    if (!around || around.id === 'place') return false;
    return (scrolls(around) && around.scrollWidth > around.clientWidth) || isInScrolled(around);
  };
  return [...document.querySelectorAll('button, a[href], input, [role=separator]')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((element) => element.closest('[inert], [aria-hidden=true]') === null)
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !isInScrolled(element))
    .map((element) => element.outerHTML.slice(0, 200));
}

/** The focus is on something: whoever works by keyboard knows where they are. */
export async function expectFocus(page: Page, after: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);
  await expect.poll(focused, `there is a focus after ${after}`).toBe(true);
}

async function violationsOn(page: Page, wanted: string[]): Promise<string[]> {
  // The content security policy lets no script in, so axe comes through the debugger; once for each page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    // Another size or theme is drawn in the next frame, and what follows from it in the one after.
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    await frame();
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
      { runOnly },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`);
  }, wanted);
}
