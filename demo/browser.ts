// What a visitor's hands do, for the browser test and the screenshots.
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.ts';

export async function openBrowser() {
  return chromium.launch(await findChromium());
}

/** How the sign-up speaks to five readers, each with a word for a baker as they may type it. */
export const BAKERS = [
  {
    language: 'nl',
    typed: 'bakkker',
    baker: 'bakker',
    work: 'Je werk',
    next: 'Volgende',
    back: 'Terug',
    skills: 'Wat kun je?',
    yes: 'Dit kan ik',
    no: 'Ik niet',
  },
  {
    language: 'uk',
    typed: 'пекар',
    baker: 'пекар',
    work: 'Ваша робота',
    next: 'Далі',
    back: 'Назад',
    skills: 'Що ви вмієте?',
    yes: 'Я це вмію',
    no: 'Це не про мене',
  },
  {
    language: 'ar',
    typed: 'خباز',
    baker: 'خباز',
    work: 'عملك',
    next: 'التالي',
    back: 'رجوع',
    skills: 'ما مهاراتك؟',
    yes: 'أستطيع هذا',
    no: 'لا ينطبق عليّ',
  },
  {
    language: 'tr',
    typed: 'firinci',
    baker: 'fırıncı',
    work: 'İşiniz',
    next: 'İleri',
    back: 'Geri',
    skills: 'Elinizden ne gelir?',
    yes: 'Yaparım',
    no: 'Bana uymaz',
  },
  {
    language: 'ti',
    typed: 'ሰንካቲ ባኒ',
    baker: 'ሰንካቲ ባኒ',
    work: 'ስራሕኩም',
    next: 'ቀጻሊ',
    back: 'ንድሕሪት',
    skills: 'እንታይ ክትገብሩ ትኽእሉ?',
    yes: 'እኽእሎ',
    no: 'ንዓይ ኣይኮነን',
  },
];
export type Baker = (typeof BAKERS)[number];

/** How the search speaks to three readers, each with their word for a pharmacist. */
export const PHARMACISTS = [
  { language: 'nl', typed: 'apotheker', work: 'Welk werk ken je, of wat kun je?', where: 'Waar woon je?' },
  { language: 'uk', typed: 'фармацевт', work: 'Яку роботу ви знаєте або що вмієте?', where: 'Де ви живете?' },
  { language: 'ar', typed: 'صيدلي', work: 'ما خبرتك في العمل، أو ما مهاراتك؟', where: 'أين مكان سكنك؟' },
];
export type Pharmacist = (typeof PHARMACISTS)[number];

/** Types the word into the first step of the sign-up, takes the first suggestion, and goes on to the skills. */
export async function signUpAsBaker(page: Page, { typed, work, next, skills }: Baker): Promise<void> {
  await page.getByRole('combobox', { name: work }).fill(typed);
  await page.getByRole('listbox').getByRole('option').first().click();
  await page.getByRole('button', { name: next }).click();
  await page.getByRole('heading', { name: skills }).waitFor();
  await page.locator('[part=suggestion]').nth(9).waitFor();
}

/** Types into a field that suggests, and takes the first suggestion that begins with these words. */
export async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(words);
  await page
    .getByRole('option', { name: new RegExp(`^${words}`, 'i') })
    .first()
    .click();
}
