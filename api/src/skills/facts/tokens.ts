// Cuts a text into words and numbers that remember where they stood, with keys that ignore case, accents and script variants.

/** A word or a number of the text. Positions are UTF-16 units of the original. */
export interface Token {
  start: number;
  end: number;
  /** What it is compared by: lower case, without marks, one form per letter. */
  key: string;
  /** The key and, in Arabic and Ethiopic script, the key without the prefixes that are written on to a word. */
  forms: readonly string[];
  /** The value, when it is a number in digits of any script; else null. */
  number: number | null;
  /** What stands between the token before and this one. */
  gap: string;
}

const WORD_OR_NUMBER =
  /(?<number>\p{Nd}+(?:[.,٫]\p{Nd}{1,2}(?!\p{Nd}))?½?|½)|\p{L}(?:[\p{L}\p{M}\u0640]|['’ʼ](?=\p{Script=Cyrillic}))*/gu;

/** Longer words are in no list; to look them up would only cost time. */
const LONGEST_WORD = 40;

/**
 * @example tokenize('Nederlands (B1)').map(({ key }) => key) // ['nederlands', 'b', '1']
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let before = 0;
  for (const match of text.matchAll(WORD_OR_NUMBER)) {
    const start = match.index;
    const end = start + match[0].length;
    const isNumber = match.groups?.number !== undefined;
    const word = match[0].slice(0, LONGEST_WORD);
    const key = isNumber ? digits(word) : keyOf(word);
    tokens.push({
      start,
      end,
      key,
      forms: isNumber ? [key] : formsOf(key),
      number: isNumber ? amountOf(key) : null,
      gap: text.slice(before, start),
    });
    before = end;
  }
  return tokens;
}

/** Upper and lower case, accents, Arabic vowel marks and letter variants, Turkish i's: one form for each. */
export function keyOf(word: string): string {
  if (/^[A-Za-z]+$/.test(word)) return word.toLowerCase();
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u0640'’ʼ]/gu, '')
    .replace(/[ßıكةىیےሠሡሢሣሤሥሦኀኁኂኃኄኅኆፀፁፂፃፄፅፆአ]/gu, (letter) => SAME_LETTER.get(letter)!);
}

/** Letters that are written for one another. Arabic ones in their Persian form or the reverse; Ethiopic ones that sound alike. */
const SAME_LETTER = new Map<string, string>([
  ['ß', 'ss'],
  ['ı', 'i'],
  ['ك', 'ک'],
  ['ة', 'ه'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ے', 'ي'],
  ['አ', 'ኣ'],
  ...pairs('ሠሡሢሣሤሥሦ', 'ሰሱሲሳሴስሶ'),
  ...pairs('ኀኁኂኃኄኅኆ', 'ሀሁሂሃሄህሆ'),
  ...pairs('ፀፁፂፃፄፅፆ', 'ጸጹጺጻጼጽጾ'),
]);

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((letter, index) => [letter, to[index]!]);
}

const ARABIC_PREFIX = /^[وف]?(?:لل|[بلک]?(?:ال)?)(?=\p{L}{2})/u;
const ETHIOPIC_PREFIX = /^[ብንምክዝ](?=\p{L}{2})/u;

function formsOf(key: string): string[] {
  // Only scripts from Arabic onwards have such prefixes; Latin and Cyrillic come before.
  if (key < '\u0600') return [key];
  if (/^\p{Script=Ethiopic}/u.test(key)) return [...new Set([key, key.replace(ETHIOPIC_PREFIX, '')])];
  if (!/^\p{Script=Arabic}/u.test(key)) return [key];
  const stems = [/^[وف](?=\p{L}{2})/u, /^ال(?=\p{L}{2})/u, /^[وف]?[بلک](?=\p{L}{3})/u, ARABIC_PREFIX];
  return [...new Set([key, ...stems.map((stem) => key.replace(stem, ''))])];
}

/** The zeros of scripts whose digits people write in; each is followed by one to nine. */
const ZEROS = ['0', '٠', '۰', '०', '０'].map((zero) => zero.codePointAt(0)!);
const ZERO = ZEROS[0]!;

function digits(number: string): string {
  if (/^[0-9]+$/.test(number)) return number;
  return number.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    const zero = ZEROS.find((one) => code >= one && code <= one + 9) ?? ZERO;
    return String.fromCodePoint(code - zero + ZERO);
  });
}

function amountOf(key: string): number {
  const half = key.endsWith('½') ? 0.5 : 0;
  return Number(key.replace('½', '').replace(/[,٫]/, '.')) + half;
}
