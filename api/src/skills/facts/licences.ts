// Reads driving licences and their categories; a licence without one is taken for B, with less confidence.
import type { SkillExtraction } from '../schema.ts';
import { isDenied } from './denial.ts';
import type { Reading } from './reading.ts';
import { words } from './words.ts';

interface Category {
  from: number;
  to: number;
  category: string;
}

/** Tokens between a licence and a category that are looked over ("rijbewijs van categorie B"). */
const REACH = 3;
/** Categories that are also written small, where no common word looks like them. */
const SMALL = /^(b|be|c|ce|c1|c1e)$/;

/**
 * The licences of a text, each category once.
 *
 * @returns also the tokens that were read as categories, which are no language levels
 */
export function readLicences(reading: Reading): {
  drivingLicences: SkillExtraction['drivingLicences'];
  tokens: Set<number>;
} {
  const found: { category: string; confidence: number; from: number; to: number }[] = [];
  const tokens = new Set<number>();
  for (const { from, to, value } of reading.marks('licence')) {
    const after = categoriesAfter(reading, to);
    const named = after.length > 0 ? after : categoriesBefore(reading, from);
    for (const category of named) for (let i = category.from; i < category.to; i++) tokens.add(i);
    if (isDenied(reading, from, to)) continue;
    for (const { category, ...at } of named) {
      const start = Math.min(from, at.from);
      found.push({ category, confidence: 0.95, from: start, to: Math.max(to, at.to) });
    }
    if (named.length > 0 || value.needsCategory) continue;
    const confidence = value.category ? 0.8 : 0.6;
    found.push({ category: value.category ?? 'B', confidence, from, to });
  }
  const drivingLicences = [...Map.groupBy(found, (one) => one.category)].map(([category, same]) => ({
    category,
    confidence: Math.max(...same.map((one) => one.confidence)),
    spans: same.map(({ from, to }) => reading.span(from, to)),
  }));
  return { drivingLicences, tokens };
}

function categoriesAfter(reading: Reading, licenceEnd: number): Category[] {
  const found: Category[] = [];
  let passed = 0;
  for (let token = licenceEnd; token < reading.tokens.length && passed <= REACH; ) {
    if (/[;\n!?]/.test(reading.tokens[token]!.gap)) break;
    const category = categoryAt(reading, token);
    if (category) {
      found.push(category);
      token = category.to;
      passed = 0;
    } else if (isBetween(reading, token)) {
      token++;
      passed++;
    } else break;
  }
  return found;
}

function categoriesBefore(reading: Reading, licenceStart: number): Category[] {
  const found: Category[] = [];
  let passed = 0;
  for (let token = licenceStart - 1; token >= 0 && passed <= REACH; ) {
    if (/[.,;:\n!?]/.test(reading.tokens[token + 1]!.gap) && found.length === 0) break;
    // "C1E" is three tokens.
    const category = [2, 1, 0]
      .map((length) => (token >= length ? categoryAt(reading, token - length) : null))
      .find((one) => one?.to === token + 1);
    if (category && !isArticle(reading, category)) {
      found.unshift(category);
      token = category.from - 1;
      passed = 0;
    } else if (isBetween(reading, token)) {
      token--;
      passed++;
    } else break;
  }
  return found;
}

/** "A driving licence is needed". */
function isArticle(reading: Reading, { category, to, from }: Category): boolean {
  const isMarked = reading.has('categoryWords', from - 1, from) || reading.has('categoryWords', to, to + 1);
  return category === 'A' && !isMarked && reading.tokens[to]?.gap === ' ';
}

function isBetween(reading: Reading, token: number): boolean {
  return (['categoryWords', 'and', 'or', 'welcome'] as const).some((kind) =>
    reading.has(kind, token, token + 1),
  );
}

function categoryAt(reading: Reading, from: number): Category | null {
  const first = reading.tokens[from]!;
  const written = reading.text.slice(first.start, first.end);
  const isSmall = written === written.toLowerCase() && written !== written.toUpperCase();
  const inOtherScript = reading.at('category', from);
  if (inOtherScript?.from === from && (!isSmall || written.length > 2)) {
    return { from, to: inOtherScript.to, category: inOtherScript.value.category };
  }
  // "C1E" and "C+E" are written in up to three tokens.
  let name = '';
  let best: Category | null = null;
  for (let to = from; to < Math.min(from + 3, reading.tokens.length); to++) {
    const { key, gap } = reading.tokens[to]!;
    if (to > from && gap !== '' && !(gap === '+' && key === 'e')) break;
    name += key.toUpperCase();
    if (!words.categories.has(name)) continue;
    if (isSmall && !SMALL.test(name.toLowerCase())) continue;
    best = { from, to: to + 1, category: name };
  }
  return best;
}
