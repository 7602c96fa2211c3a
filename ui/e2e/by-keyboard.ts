import { expect, type Page } from './desk.ts';

type Target = ReturnType<Page['getByRole']>;

/** Presses Tab until something has the focus; by keyboard, everything is reached so. */
export async function tabTo(page: Page, target: Target, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80 && !(await isThere()); presses += 1) await page.keyboard.press(key);
  await expect(target).toBeFocused();
}

/** Goes to a button or link with Tab, and presses it. */
export async function pressOn(page: Page, target: Target, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

/** Something shows that it has the focus. */
export const outlineOf = (target: Target) => target.evaluate((element) => getComputedStyle(element).outlineStyle);
