// Reads diplomas and levels of education as ranges of the Dutch qualifications framework (NLQF).
import type { SkillExtraction } from '../schema.ts';
import { isDenied } from './denial.ts';
import type { Reading } from './reading.ts';

interface Found {
  from: number;
  to: number;
  nlqf: readonly [number, number] | null;
  confidence: number;
}

/** mbo has the levels 1 to 4, which are also its NLQF levels (table of Nuffic). */
const MBO: readonly [number, number] = [1, 4];

/** The education that a text names, each range once; null where the level of a diploma is not known. */
export function readEducation(reading: Reading): SkillExtraction['education'] {
  const diplomas = reading.marks('diploma').map(
    ({ from, to, value }): Found => ({
      from,
      to,
      nlqf: value.nlqf,
      confidence: value.nlqf === null ? 0.6 : value.verified ? 0.9 : 0.7,
    }),
  );
  const mbo = reading
    .marks('mbo')
    .filter(({ from, to }) => !reading.has('diploma', from, to))
    .map(({ from, to }) => mboOf(reading, from, to));
  const found = [...diplomas, ...mbo]
    .filter(({ from, to }) => !isDenied(reading, from, to))
    .sort((a, b) => a.from - b.from);
  const ranges = joinAlternatives(reading, found);
  return [...Map.groupBy(ranges, ({ nlqf }) => String(nlqf))].map(([, same]) => {
    const { nlqf } = same[0]!;
    return {
      nlqf: nlqf && { min: nlqf[0], max: nlqf[1] },
      confidence: Math.max(...same.map((one) => one.confidence)),
      spans: same.map(({ from, to }) => reading.span(from, to)),
    };
  });
}

/** "mbo", "mbo-4", "mbo niveau 3 of 4", "mbo 2/3". */
function mboOf(reading: Reading, from: number, afterName: number): Found {
  let token = afterName;
  while (token < afterName + 4 && reading.has('mboLevelWords', token, token + 1)) token++;
  if (levelAt(reading, token) === null) token = levelFurtherOn(reading, token) ?? token;
  const levels: number[] = [];
  let to = afterName;
  while (token < reading.tokens.length) {
    const level = levelAt(reading, token);
    if (level !== null) {
      levels.push(level);
      to = token + 1;
    } else if (levels.length === 0 || !joins(reading, token)) break;
    token++;
  }
  if (levels.length === 0) return { from, to: afterName, nlqf: MBO, confidence: 0.85 };
  return { from, to, nlqf: [Math.min(...levels), Math.max(...levels)], confidence: 0.95 };
}

/** "mbo verpleegkunde (niveau 4)": the level behind its word, in the same clause. */
function levelFurtherOn(reading: Reading, token: number): number | null {
  const [, end] = reading.around('clause', token - 1, 5);
  for (let next = token + 1; next < end; next++) {
    if (reading.has('mboLevelWords', next - 1, next) && levelAt(reading, next) !== null) return next;
  }
  return null;
}

function levelAt(reading: Reading, token: number): number | null {
  const { number = null, gap = '' } = reading.tokens[token] ?? {};
  const isLevel = number !== null && Number.isInteger(number) && number >= MBO[0] && number <= MBO[1];
  const isTime = reading.has('years', token + 1, token + 2) || reading.has('months', token + 1, token + 2);
  return isLevel && !isTime && /^\s?[/–-]?\s?$/.test(gap) ? number : null;
}

function joins(reading: Reading, token: number): boolean {
  return (['and', 'or', 'to'] as const).some((kind) => reading.has(kind, token, token + 1));
}

/** "mbo/hbo" and "bachelor or master" are one range; "a bachelor and a master" are two diplomas. */
function joinAlternatives(reading: Reading, found: Found[]): Found[] {
  const joined: Found[] = [];
  for (const one of found) {
    const last = joined.at(-1);
    if (last?.nlqf && one.nlqf && areAlternatives(reading, last.to, one.from)) {
      last.nlqf = [Math.min(last.nlqf[0], one.nlqf[0]), Math.max(last.nlqf[1], one.nlqf[1])];
      last.to = one.to;
      last.confidence = Math.min(last.confidence, one.confidence);
    } else if (!last || one.from >= last.to) joined.push({ ...one });
  }
  return joined;
}

function areAlternatives(reading: Reading, from: number, to: number): boolean {
  if (to < from || to - from > 4) return false;
  const gaps = reading.tokens.slice(from, to + 1).map(({ gap }) => gap);
  if (gaps.some((gap) => /[.;\n]/.test(gap))) return false;
  let isAlternative = gaps.some((gap) => gap.includes('/'));
  for (let token = from; token < to; token++) {
    const isOr = reading.has('or', token, token + 1) || reading.has('to', token, token + 1);
    if (!isOr && !reading.has('mboLevelWords', token, token + 1)) return false;
    isAlternative ||= isOr;
  }
  return isAlternative;
}
