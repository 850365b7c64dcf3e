// What browsers do not know of Tigrinya. Chromium has nothing of it and would silently write as the device's language does.

/** Tigrinya in Eritrea writes numbers as English does: 1,250.5. */
export const WRITTEN_AS = 'en';

/** Km, and the sign between the parts of a list. */
export const KILOMETRE = 'ኪሜ';
export const COMMA = '፣ ';

/** Nouns stand in the singular after a number. */
export const UNITS = { minute: 'ደቒቕ', week: 'ሰሙን', year: 'ዓመት' } as const;

/**
 * By hours of the day from 0 to 24, as clocks in the Netherlands. With a half of the day it would be unclear whether
 * hours are counted from midnight or, as many people do at home, from sunrise.
 */
export const CLOCK = 'en-GB';

/** Of the languages that are offered or asked; BCP 47. */
export const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  nl: 'ቋንቋ ሆላንድ',
  en: 'እንግሊዝኛ',
  de: 'ጀርመንኛ',
  uk: 'ዩክረይንኛ',
  ru: 'ሩስኛ',
  ar: 'ዓረብኛ',
  fa: 'ፋርስኛ',
  ps: 'ፓሽቶ',
  ku: 'ኩርድኛ',
  ti: 'ትግርኛ',
  am: 'ኣምሓርኛ',
  so: 'ሶማልኛ',
  tr: 'ቱርክኛ',
  pl: 'ፖላንድኛ',
  es: 'ስጳንኛ',
  fr: 'ፈረንሳይኛ',
};
