// `npm run demo:screenshots`: pictures of the pages of a running demo, into docs/pictures.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addresses } from './addresses.ts';
import {
  BAKERS,
  type Baker,
  choose,
  openBrowser,
  PHARMACISTS,
  type Pharmacist,
  signUpAsBaker,
} from './browser.ts';

const folder = join(import.meta.dirname, '../docs/pictures');
const all = addresses();

interface Picture {
  name: string;
  url: string;
  width: number;
  height: number;
  prepare?: (page: Page) => Promise<void>;
  /** Only the first element that fits, at its whole height. */
  only?: string;
}

/** What stands in each picture. Heights show the page's top and the first answers; all sizes in CSS pixels. */
const PICTURES: Picture[] = [
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
  ...BAKERS.map((baker) => ({
    name: `skills-${baker.language}`,
    url: `${all.municipality.url}/aanmelden?lang=${baker.language}`,
    width: baker.language === 'nl' ? 800 : 320,
    height: 1600,
    prepare: (page: Page) => answerFirstSkills(page, baker),
  })),
  ...PHARMACISTS.flatMap((pharmacist) =>
    [320, 900].map((width) => ({
      name: `match-${pharmacist.language}${width === 320 ? '' : '-wide'}`,
      url: `${all.municipality.url}/?lang=${pharmacist.language}`,
      width,
      height: 1200,
      prepare: (page: Page) =>
        findProtectedWork(page, pharmacist, width === 320 ? '.gate details' : 'details'),
      only: 'article',
    })),
  ),
];

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  for (const { name, url, width, height, prepare, only } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(url).catch(() => {
      throw new Error(`Nothing answers at ${url}. Start the demo first: npm run demo`);
    });
    await page.getByRole('combobox').first().waitFor();
    await prepare?.(page);
    const shown = only ? page.locator(only).first() : page;
    await shown.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
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

/**
 * A profession that the law protects, with little Dutch: reasons, what to tell still, a gate, a skill that was confirmed
 * and those that are only guessed.
 *
 * @param unfolded what is open in the picture
 */
async function findProtectedWork(page: Page, pharmacist: Pharmacist, unfolded: string): Promise<void> {
  await choose(page, pharmacist.work, pharmacist.typed);
  await choose(page, pharmacist.where, 'Zwolle');
  await page.locator('#dutch').selectOption('A2');
  const card = page.locator('article').first();
  await card.locator('.gate').waitFor();
  await card.locator('.confirm button').first().click();
  await page.locator('.told').waitFor();
  await card.locator(':focus').waitFor();
  for (const summary of await card.locator(`${unfolded} > summary`).all()) await summary.click();
  await card.evaluate('document.activeElement.blur()');
}

/** One yes and one no, so that the picture shows what becomes of both. */
async function answerFirstSkills(page: Page, baker: Baker): Promise<void> {
  await signUpAsBaker(page, baker);
  const places = page.locator('[part=suggestion]');
  await places.nth(0).getByRole('button', { name: baker.yes }).click();
  await places.nth(1).getByRole('button', { name: baker.no }).click();
  await page.locator('.suggestion:not(.gone)').nth(9).waitFor();
  await page.getByRole('heading', { name: baker.skills }).scrollIntoViewIfNeeded();
}
