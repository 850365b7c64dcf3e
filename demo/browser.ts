// What a visitor's hands do, for the browser test and the screenshots.
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.ts';

export async function openBrowser() {
  return chromium.launch(await findChromium());
}

/** Types into a field that suggests, and takes the first suggestion that begins with these words. */
export async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(words);
  await page
    .getByRole('option', { name: new RegExp(`^${words}`, 'i') })
    .first()
    .click();
}
