// Reads languages with their level: a name counts when it is no country's adjective, and a level goes to the nearest name.
import type { SkillExtraction } from '../schema.ts';
import { type Cefr, cefrLevels } from './cefr.ts';
import type { Reading } from './reading.ts';
import type { NameUse } from './words.ts';

interface Name {
  from: number;
  to: number;
  language: string;
  use: NameUse;
  level: Level | null;
  /** 0 to 1; below ACCEPTED it is not taken for a language. */
  score: number;
}
/** `shared`: written at another language that this one is joined with ("vloeiend Nederlands en Engels"). */
interface Level extends Cefr {
  written: boolean;
  distance: number;
  shared: boolean;
}

const ACCEPTED = 0.5;
/** How many tokens may stand between a name and its level: CEFR codes are rare words, "goed" is not. */
const REACH = { written: 8, word: 5 };

/**
 * The languages of a text, each once, with the surest level. What is denied ("geen Nederlands nodig") is left out.
 *
 * @param licenceTokens tokens that name a category of a driving licence: "C1" there is no level
 */
export function readLanguages(
  reading: Reading,
  licenceTokens: ReadonlySet<number>,
): SkillExtraction['languages'] {
  const names = reading
    .marks('language')
    .map(({ from, to, value }): Name => ({ from, to, ...value, level: null, score: 0 }))
    .filter((name) => !isAdjective(reading, name));
  attachLevels(reading, names, licenceTokens);
  for (const name of names) name.score = scoreOf(reading, name);
  joinAccepted(reading, names);
  const denied = deniedNames(reading, names);
  const accepted = names.filter((name) => name.score >= ACCEPTED && !denied.has(name));
  shareLevels(reading, accepted);
  return merge(reading, [...accepted, ...examsOf(reading)]);
}

function isRightToLeft(reading: Reading, token: number): boolean {
  return /^\p{Script=Arabic}/u.test(reading.tokens[token]!.key);
}

/** "Nederlandse bedrijven", "شركة هولندية", "I am Dutch". */
function isAdjective(reading: Reading, { from, to, use }: Name): boolean {
  const besideLanguageWord =
    reading.has('languageWords', from - 1, from) || follows(reading, 'languageWords', to);
  if (use === 'beside-a-language-word') return !follows(reading, 'languageWords', to);
  if (besideLanguageWord) return false;
  const thing = isRightToLeft(reading, from) ? from - 1 : to;
  if (reading.sentence[thing] === reading.sentence[from] && reading.has('things', thing, thing + 1))
    return true;
  const isSomebody = reading.at('beingSomebody', from - 1)?.to === from;
  return isSomebody && !follows(reading, 'cues', to);
}

function follows(reading: Reading, kind: 'languageWords' | 'cues', token: number): boolean {
  return reading.clause[token] === reading.clause[token - 1] && reading.has(kind, token, token + 1);
}

function attachLevels(reading: Reading, names: Name[], licenceTokens: ReadonlySet<number>): void {
  const levels = [
    ...cefrLevels(reading, licenceTokens).map((level) => ({ ...level, written: true })),
    ...reading
      .marks('level')
      .filter(({ from, to }) => !isNoLevel(reading, from, to))
      .map(({ from, to, value }) => ({ from, to, level: value.level, written: false })),
  ].sort((a, b) => a.from - b.from);
  let next = 0;
  for (const level of levels) {
    while (next < names.length && names[next]!.from < level.from) next++;
    const best = [names[next - 1], names[next]]
      .flatMap((name) => {
        const distance = name && distanceOf(reading, name, level);
        return distance === undefined || distance === null ? [] : [{ name: name!, distance }];
      })
      .reduce<{ name: Name; distance: number } | null>(
        (nearest, one) => (!nearest || one.distance < nearest.distance ? one : nearest),
        null,
      );
    if (!best) continue;
    const { name, distance } = best;
    const isBetter =
      !name.level ||
      (level.written && !name.level.written) ||
      (level.written === name.level.written && distance < name.level.distance);
    if (isBetter) name.level = { ...level, distance, shared: false };
  }
}

/** A level word inside a diploma or licence is none, and one that is turned round tells nothing sure: "not perfect". */
function isNoLevel(reading: Reading, from: number, to: number): boolean {
  const isTurned = reading.at('not', from - 1)?.to === from;
  return isTurned || reading.has('diploma', from, to) || reading.has('licence', from, to);
}

/** Tokens between a name and a level that may belong together; null when they may not. */
function distanceOf(reading: Reading, name: Name, level: Cefr & { written: boolean }): number | null {
  const isAfter = level.from >= name.to;
  const distance = isAfter ? level.from - name.to : name.from - level.to;
  if (distance < 0 || distance > (level.written ? REACH.written : REACH.word)) return null;
  if (reading.sentence[name.from] !== reading.sentence[level.from]) return null;
  if (reading.part[name.from] === reading.part[level.from]) return distance;
  // "Nederlands, minimaal B1" and "Dutch, fluent": the level opens the next part, which names no language itself.
  const [, end] = reading.around('part', level.from, 12);
  const opens = isAfter && !reading.has('language', level.from, end);
  const isShort = end - level.from <= (level.written ? 4 : 2) && distance <= (level.written ? 6 : 1);
  return opens && isShort ? distance + 1 : null;
}

function scoreOf(reading: Reading, { from, to, use, level }: Name): number {
  let score = use === 'with-a-sign' ? 0.3 : 0.75;
  if (level) score += level.written || level.distance <= 3 ? 0.4 : 0.15;
  if (reading.has('languageWords', from - 1, from) || follows(reading, 'languageWords', to)) score += 0.4;
  const [start, end] = reading.around('clause', from, 8);
  const near =
    reading.has('cues', Math.max(start, from - 2), from) || reading.has('cues', to, Math.min(end, to + 1));
  if (near) score += 0.45;
  else if (reading.has('cues', start, end)) score += 0.3;
  if (reading.has('welcome', to, end) || reading.has('needed', to, end)) score += 0.25;
  if (isAlone(reading, start, end)) score += 0.25;
  if (isBeforeOtherWord(reading, from, to)) score -= use === 'with-a-sign' ? 0.25 : 0;
  if (use === 'always' && isBeforeOtherWord(reading, from, to) && reading.tokens[from - 1]?.key === 'een') {
    score -= 0.4; // "een Nederlands gezin"
  }
  return score;
}

/** A clause of names and levels only, as in the list of a CV. */
function isAlone(reading: Reading, start: number, end: number): boolean {
  for (let token = start; token < end; token++) {
    const isKnown = (['language', 'level', 'and', 'or', 'languageWords'] as const).some((kind) =>
      reading.has(kind, token, token + 1),
    );
    if (!isKnown) return false;
  }
  return true;
}

const FOLLOWERS = [
  'mayFollow',
  'and',
  'or',
  'but',
  'level',
  'languageWords',
  'cues',
  'modes',
  'language',
  'notNeeded',
  'welcome',
  'needed',
  'no',
] as const;

/** A name before any other word of its clause is likelier an adjective, in languages that put adjectives first. */
function isBeforeOtherWord(reading: Reading, from: number, to: number): boolean {
  const next = reading.tokens[to];
  if (!next || isRightToLeft(reading, from) || reading.clause[to] !== reading.clause[from]) return false;
  if (!/^\s+$/.test(next.gap) || next.number !== null) return false;
  return !FOLLOWERS.some((kind) => reading.has(kind, to, to + 1));
}

/** Whether only words that join or grade stand between two names of one sentence. */
function isJoined(reading: Reading, one: Name, other: Name): boolean {
  if (reading.sentence[one.from] !== reading.sentence[other.from] || other.from - one.to > 4) return false;
  for (let token = one.to; token < other.from; token++) {
    const joins = (['and', 'or', 'level', 'languageWords'] as const).some((kind) =>
      reading.has(kind, token, token + 1),
    );
    if (!joins && !(one.level && token < one.level.to && token >= one.level.from)) return false;
  }
  return true;
}

/** What is joined with a language is one: "Arabic and Dutch". */
function joinAccepted(reading: Reading, names: Name[]): void {
  const lift = (name: Name | undefined, neighbour: Name | undefined, joined: boolean) => {
    if (!name || !neighbour || !joined || neighbour.score < ACCEPTED || name.score >= ACCEPTED) return;
    if (!isBeforeOtherWord(reading, name.from, name.to)) name.score += 0.3;
  };
  for (let i = 1; i < names.length; i++) {
    lift(names[i], names[i - 1], isJoined(reading, names[i - 1]!, names[i]!));
  }
  for (let i = names.length - 1; i > 0; i--) {
    lift(names[i - 1], names[i], isJoined(reading, names[i - 1]!, names[i]!));
  }
}

/** Names that the text says no to, with those that are joined with them. */
function deniedNames(reading: Reading, names: Name[]): Set<Name> {
  const denied = new Set<Name>();
  for (const name of names) {
    const [start] = reading.around('part', name.from, 3);
    if (reading.has('no', start, name.from)) denied.add(name);
  }
  let next = 0;
  for (const { from, to } of reading.marks('notNeeded')) {
    while (next < names.length && names[next]!.from < from) next++;
    const before = next - 1;
    const isNear = (name: Name | undefined) =>
      name !== undefined &&
      reading.clause[name.from] === reading.clause[from] &&
      Math.max(from - name.to, name.from - to) <= 8;
    if (isNear(names[before])) {
      for (let i = before; i >= 0; i--) {
        denied.add(names[i]!);
        if (i === 0 || names[i - 1]!.level || !isJoined(reading, names[i - 1]!, names[i]!)) break;
      }
    } else if (isNear(names[next])) denied.add(names[next]!);
  }
  return denied;
}

/** "Vloeiend Nederlands en Engels" says it of both; "Nederlands en Engels op B2" too, but "Arabisch, Nederlands B1" does not. */
function shareLevels(reading: Reading, names: Name[]): void {
  const onlyJoined = (one: Name, other: Name) => {
    for (let token = one.to; token < other.from; token++) {
      if (!reading.has('and', token, token + 1) && !reading.has('or', token, token + 1)) return false;
    }
    return reading.sentence[one.from] === reading.sentence[other.from];
  };
  for (let i = 1; i < names.length; i++) {
    const [one, other] = [names[i - 1]!, names[i]!];
    const isAhead = one.level !== null && one.level.to <= one.from;
    // "Gute Deutschkenntnisse, Englisch von Vorteil": behind a comma, more words make it another matter.
    const [, end] = reading.around('part', other.from, 8);
    const isSameMatter = !isComma(reading, other) || end === other.to;
    if (isAhead && isSameMatter && !other.level && onlyJoined(one, other)) {
      other.level = { ...one.level!, shared: true };
    }
  }
  for (let i = names.length - 1; i > 0; i--) {
    const [one, other] = [names[i - 1]!, names[i]!];
    if (one.level || !other.level || other.level.from < other.to || !onlyJoined(one, other)) continue;
    const isAside = reading.tokens[other.level.from]!.gap.includes('(');
    if (!isComma(reading, other) && !isAside) one.level = { ...other.level, shared: true };
  }
}

function isComma(reading: Reading, { from }: Name): boolean {
  return /[,،፣]/.test(reading.tokens[from]!.gap);
}

function examsOf(reading: Reading): Name[] {
  return reading.marks('exam').map(({ from, to, value }) => ({
    from,
    to,
    language: value.language,
    use: 'always',
    level: { from, to, level: value.level, written: true, distance: 0, shared: false },
    score: 0.9,
  }));
}

function merge(reading: Reading, names: Name[]): SkillExtraction['languages'] {
  return [...Map.groupBy(names, (name) => name.language)].map(([language, same]) => {
    const best = same.reduce((one, other) => (certainty(other) > certainty(one) ? other : one));
    return {
      language,
      level: best.level?.level ?? null,
      confidence: confidenceOf(reading, best),
      spans: same.map((name) => spanOf(reading, name)),
    };
  });
}

const certainty = ({ level, score }: Name) =>
  (level ? (level.written ? 4 : 2) - (level.shared ? 1 : 0) : 0) + Math.min(score, 1) / 2;

function confidenceOf(reading: Reading, { from, level, score }: Name): number {
  let confidence = Math.min(0.95, score);
  if (level && !level.written) confidence = Math.min(confidence, 0.85);
  if (level?.shared) confidence = Math.min(confidence, 0.65);
  const [start, end] = reading.around('clause', from, 12);
  if (reading.has('welcome', start, end)) confidence *= 0.8;
  return Math.round(confidence * 100) / 100;
}

function spanOf(reading: Reading, { from, to, level }: Name) {
  if (!level || level.shared) return reading.span(from, to);
  return reading.span(Math.min(from, level.from), Math.max(to, level.to));
}
