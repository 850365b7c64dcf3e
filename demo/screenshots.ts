// `npm run demo:screenshots`: pictures of the pages of a running demo, into docs/pictures.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addresses } from './addresses.ts';
import { choose, openBrowser } from './browser.ts';

const folder = join(import.meta.dirname, '../docs/pictures');
const all = addresses();

/** What stands in each picture. Heights show the page's top and the first answers; all sizes in CSS pixels. */
const PICTURES = [
  { name: 'municipality', url: all.municipality.url, width: 1280, height: 1400, prepare: findWorkInDutch },
  {
    name: 'municipality-ar',
    url: `${all.municipality.url}/?lang=ar`,
    width: 320,
    height: 1800,
    prepare: findWorkInArabic,
  },
  { name: 'municipality-sign-up', url: `${all.municipality.url}/aanmelden`, width: 1280, height: 900 },
  { name: 'school', url: all.school.url, width: 1280, height: 1600 },
  { name: 'employer', url: all.employer.url, width: 1280, height: 1600, prepare: findWorkInDutch },
];

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  for (const { name, url, width, height, prepare } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(url).catch(() => {
      throw new Error(`Nothing answers at ${url}. Start the demo first: npm run demo`);
    });
    await page.getByRole('combobox').first().waitFor();
    await prepare?.(page);
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    console.log(`docs/pictures/${name}.png`);
    await page.close();
  }
} finally {
  await browser.close();
}

async function findWorkInDutch(page: Page): Promise<void> {
  await choose(page, 'Welk werk ken je, of wat kun je?', 'bakker');
  await choose(page, 'Waar woon je?', 'Utrecht');
  await page.getByRole('article').first().waitFor();
}

async function findWorkInArabic(page: Page): Promise<void> {
  await choose(page, 'ما خبرتك في العمل، أو ما مهاراتك؟', 'خباز');
  await choose(page, 'أين مكان سكنك؟', 'Utrecht');
  await page.getByRole('article').first().waitFor();
}
