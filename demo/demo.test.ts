// The main way through the product in a real browser: find work on a partner's page in Arabic, sign up, be read back.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { NederlandWerkt } from '@nederlandwerkt/sdk';
import type { Browser, Page } from 'playwright-core';
import { type Addresses, addresses, requireFreePorts } from './addresses.ts';
import { BAKERS, choose, openBrowser, signUpAsBaker } from './browser.ts';

describe('the demo', () => {
  let all: Addresses;
  let data: string;
  let demo: ChildProcess;
  let browser: Browser;

  before(async () => {
    const base = await freeBase();
    all = addresses(base);
    data = await mkdtemp(join(tmpdir(), 'nw-demo-test-'));
    demo = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], {
      env: {
        ...process.env,
        NW_PORT_BASE: String(base),
        NW_DATA: join(data, 'postgres'),
        DATABASE_URL: undefined,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const stopped = once(demo, 'exit').then(([code]) => assert.fail(`the demo stopped with code ${code}`));
    [, browser] = await Promise.all([Promise.race([once(demo, 'message'), stopped]), openBrowser()]);
    stopped.catch(() => {});
  });
  after(async () => {
    await browser?.close();
    demo?.kill('SIGKILL');
    await rm(data, { recursive: true, force: true });
  });

  it('finds work in Arabic on the municipality’s page, signs up, and is read back through the SDK', async () => {
    const { page, troubles } = await openPage(all.municipality.url);
    await page.getByRole('combobox', { name: 'Taal van deze pagina' }).selectOption('ar');
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');

    await choose(page, 'ما خبرتك في العمل، أو ما مهاراتك؟', 'خباز');
    await choose(page, 'أين مكان سكنك؟', 'Utrecht');
    const vacancies = page.getByRole('article');
    await vacancies.nth(4).waitFor();
    for (const vacancy of await vacancies.all()) {
      const reasons = vacancy
        .getByRole('list', { name: /ما يناسبك|ما يجب التفكير فيه/ })
        .getByRole('listitem');
      assert.ok((await reasons.count()) > 0, 'a vacancy without a reason');
    }

    await vacancies.first().getByRole('button', { name: 'التسجيل لهذه الفرصة' }).click();
    await page.waitForURL('**/aanmelden?lang=ar');
    const signedUp = page.evaluate<{ candidateId: string; token: string }>(
      'new Promise((resolve) => document.addEventListener("nw-signed-up", ({ detail }) => resolve(detail)))',
    );
    await signUp(page);
    await page.getByRole('heading', { name: /ليلى.*تم تسجيلك/ }).waitFor();
    await page.getByRole('article').nth(4).waitFor();

    const { candidateId, token } = await signedUp;
    const client = new NederlandWerkt({ key: token, baseUrl: all.api.url });
    const candidate = await client.candidates.get(candidateId);
    assert.equal(candidate.name, 'ليلى');
    assert.equal(candidate.language, 'ar');
    assert.equal(candidate.place?.name, 'Utrecht');
    assert.deepEqual(
      candidate.occupations.map(({ occupation, years }) => [occupation.label, years]),
      [['bakker', 6]],
    );
    assert.ok(candidate.skills.filter(({ provenance }) => provenance === 'stated').length >= 2);
    assert.deepEqual(candidate.languages, [{ language: 'nl', level: 'A2' }]);
    assert.deepEqual([candidate.consent.profile, candidate.consent.matching], [true, true]);
    assert.deepEqual(troubles, []);
  });

  for (const [site, heading] of [
    ['municipality', 'Vind werk dat bij je past'],
    ['school', 'Meld je aan voor werk'],
    ['employer', 'Vind werk dat bij je past'],
  ] as const) {
    it(`shows the widget on the ${site}’s page under its strict policy, also 320 px wide`, async () => {
      const { page, troubles } = await openPage(all[site].url, 320);
      await page.getByRole('heading', { name: heading }).waitFor();
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
      assert.deepEqual(troubles, []);
    });
  }

  it('leads from a vacancy on the employer’s page to the sign-up form on the same page', async () => {
    const { page, troubles } = await openPage(all.employer.url);
    await choose(page, 'Welk werk ken je, of wat kun je?', 'bakker');
    await page.getByRole('article').first().getByRole('button', { name: 'Meld je hiervoor aan' }).click();
    await page.getByRole('heading', { name: 'Kennismaken?' }).and(page.locator(':focus')).waitFor();
    assert.equal(await page.getByRole('combobox', { name: 'Je werk' }).inputValue(), 'bakker');
    assert.deepEqual(troubles, []);
  });

  for (const baker of BAKERS) {
    const { language, typed, work, next, back, no } = baker;
    it(`finds the baker by “${typed}” and suggests ten skills in ${language}, of which none returns after a no`, async () => {
      const { page, troubles } = await openPage(`${all.municipality.url}/aanmelden?lang=${language}`, 320);
      await signUpAsBaker(page, baker);
      const places = page.locator('[part=suggestion]');
      const namesNow = () => places.locator('.suggestion:not(.gone) h4 > bdi');
      assert.equal(await namesNow().count(), 10);
      for (const place of await places.all()) {
        assert.equal(await place.locator('h4 bdi').first().getAttribute('lang'), language);
        assert.ok(await place.locator('.hint').textContent(), 'a suggestion without a reason');
      }
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);

      const dismissed = await nameOf(page, 0);
      await places.nth(0).getByRole('button', { name: no }).click();
      // Another one takes the place.
      await namesNow().nth(9).waitFor();
      assert.ok(!(await namesNow().allTextContents()).includes(dismissed));

      await page.getByRole('button', { name: back, exact: true }).click();
      assert.equal(await page.getByRole('combobox', { name: work }).inputValue(), baker.baker);
      await page.getByRole('button', { name: next }).click();
      await namesNow().nth(9).waitFor();
      assert.ok(!(await namesNow().allTextContents()).includes(dismissed));
      assert.deepEqual(troubles, []);
    });
  }

  it('stops in order when it is interrupted', async () => {
    demo.kill('SIGINT');
    assert.deepEqual(await once(demo, 'exit'), [0, null]);
    await requireFreePorts(all);
  });

  /** Opens a page and writes down what must not happen: errors, breaches of the policy, requests to other machines. */
  async function openPage(url: string, width = 1280): Promise<{ page: Page; troubles: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const troubles: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => {
      if (new URL(request.url()).hostname !== 'localhost') troubles.push(`request to ${request.url()}`);
    });
    await page.goto(url);
    return { page, troubles };
  }
});

/** Goes through all eight steps in Arabic; work and town came along from the search. */
async function signUp(page: Page): Promise<void> {
  const next = () => page.getByRole('button', { name: 'التالي' }).click();
  const step = (title: string) => page.getByRole('heading', { name: title }).waitFor();

  await step('ما خبرتك في العمل؟');
  assert.equal(await page.getByRole('combobox', { name: 'عملك' }).inputValue(), 'خباز');
  await page.getByRole('textbox', { name: 'كم سنة عملت في هذا العمل؟' }).fill('6');
  await next();

  await step('ما مهاراتك؟');
  const yes = page.getByRole('button', { name: 'أستطيع هذا' });
  await yes.nth(9).waitFor();
  const names = [await nameOf(page, 0), await nameOf(page, 1)];
  await yes.nth(1).click();
  await yes.nth(0).click();
  for (const name of names) await page.locator('[part=skills]').getByText(name, { exact: true }).waitFor();
  await next();

  await step('أين مكان سكنك؟');
  assert.equal(
    await page.getByRole('combobox', { name: 'المدينة أو الرمز البريدي' }).inputValue(),
    'Utrecht',
  );
  await next();

  await step('ما هي لغاتك؟');
  await page.getByRole('radio', { name: 'محادثات بسيطة، في المتجر مثلاً' }).check();
  await next();

  await step('ما هي رغباتك؟');
  await page.getByRole('checkbox', { name: 'وظيفة' }).check();
  await next();

  await step('من أنت؟');
  await page.getByRole('textbox', { name: 'اسمك' }).fill('ليلى');
  await next();

  await step('هل كل شيء صحيح؟');
  await next();

  await step('هل لدينا موافقتك؟');
  await page.getByRole('checkbox', { name: 'نعم، يمكنكم حفظ إجاباتي للبحث عن عمل لي.' }).check();
  await page.getByRole('checkbox', { name: 'نعم، يمكن لأصحاب العمل العثور على ملفي.' }).check();
  await page.getByRole('button', { name: 'تسجيل' }).click();
}

/** What the suggestion in a place is called, in the reader's language. */
async function nameOf(page: Page, place: number): Promise<string> {
  return (await page.locator('[part=suggestion]').nth(place).locator('h4 bdi').first().textContent())!;
}

/** The first of five ports in a row that are free now. */
async function freeBase(): Promise<number> {
  for (;;) {
    const base = 20_000 + 5 * Math.floor(Math.random() * 2000);
    const free = await requireFreePorts(addresses(base)).then(
      () => true,
      () => false,
    );
    if (free) return base;
  }
}
