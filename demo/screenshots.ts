// `npm run demo:screenshots`: pictures of the pages of a running demo, into docs/pictures.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addresses } from './addresses.ts';
import { BAKERS, type Baker, choose, openBrowser, signUpAsBaker } from './browser.ts';

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
  ...BAKERS.map((baker) => ({
    name: `skills-${baker.language}`,
    url: `${all.municipality.url}/aanmelden?lang=${baker.language}`,
    width: baker.language === 'nl' ? 800 : 320,
    height: 1600,
    prepare: (page: Page) => answerFirstSkills(page, baker),
  })),
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

/** One yes and one no, so that the picture shows what becomes of both. */
async function answerFirstSkills(page: Page, baker: Baker): Promise<void> {
  await signUpAsBaker(page, baker);
  const places = page.locator('[part=suggestion]');
  await places.nth(0).getByRole('button', { name: baker.yes }).click();
  await places.nth(1).getByRole('button', { name: baker.no }).click();
  await page.locator('.suggestion:not(.gone)').nth(9).waitFor();
  await page.getByRole('heading', { name: baker.skills }).scrollIntoViewIfNeeded();
}
