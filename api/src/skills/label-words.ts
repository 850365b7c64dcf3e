// Finds labels whose words stand near each other in a sentence, in any order and inflected: "готувала обіди" is готувати обіди.
import { fold } from '../taxonomy/fold.ts';
import type { Word } from './text-units.ts';

/** Other words that may stand between those of a label. */
const GAP = 3;
/** Letters of a word that says something; shorter ones mostly join others. */
const SHORTEST = 3;
/** What inflected forms share: so many letters at the start, that part of the shorter, ends no longer than this. */
const STEM = { letters: 3, part: 0.65, ending: 4, shortest: 4 };
/** A label of one word has nothing beside it that vouches for it, so it must be nearly the same. */
const SINGLE = { letters: 5, ending: 1 };
/** A category or a grade, as in "driving licence C": not to be left out, so such labels are only found literally. */
const HAS_GRADE = /(^|\s)\p{Lu}\p{N}?(?=\s|$)/u;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /\p{Script=Ethiopic}/u];
const CYRILLIC = 1;

/** Joining words of three letters and more in the nine languages' labels, folded. */
const JOINING = new Set(
  `with from into onto over that this their them they your have and the for voor door naar deze hoe een het met van
  eine einer eines einem einen oder nach uber icin veya pered dlya abo yakiy chto und der die das den dem des bei mit von auf als aus zum zur fur ein bir ile ili pro pri pid nad bez min fil fy mn ly`.split(
    /\s+/,
  ),
);

/** Words of which a label or a window is made that say something by themselves. */
export const contentWords = (folded: readonly string[]): string[] =>
  folded.filter((word) => word.length >= SHORTEST && !JOINING.has(word));

/** Which of the four scripts it is written in; -1 for none. */
export const scriptOf = (text: string): number => SCRIPTS.findIndex((script) => script.test(text));

/** Where a label was found: the first word and the one after the last. */
export interface Stretch {
  label: number;
  from: number;
  to: number;
}

/**
 * @example new LabelWords([{ text: 'готувати обіди', folded: 'gotuvati obidi' }]).find(sentencesOf('Готувала щодня обіди')[0]!)
 * // [{ label: 0, from: 0, to: 3 }]
 */
export class LabelWords {
  readonly #labels: { words: string[]; script: number }[];
  /** By first letters: the words of labels, each with the labels that have it. */
  readonly #vocabulary = new Map<string, Map<string, number[]>>();

  constructor(labels: readonly { text: string; folded: string }[]) {
    this.#labels = labels.map(({ text, folded }) => {
      const all = folded.split(' ');
      return { script: scriptOf(text), words: [...new Set(contentWords(all))] };
    });
    this.#labels.forEach(({ words, script }, label) => {
      if (words.length === 0 || HAS_GRADE.test(labels[label]!.text)) return;
      const isSingle = words.length === 1;
      // Where words are not inflected, one word is found literally.
      if (isSingle && (script !== CYRILLIC || labels[label]!.folded !== words[0])) return;
      for (const word of words) {
        const start = word.slice(0, STEM.letters);
        const bucket = this.#vocabulary.get(start) ?? new Map<string, number[]>();
        this.#vocabulary.set(start, bucket);
        const having = bucket.get(word);
        if (having) having.push(label);
        else bucket.set(word, [label]);
      }
    });
  }

  /** @returns the narrowest stretch of every label whose words are all there */
  find(words: readonly Word[]): Stretch[] {
    const found = new Map<number, Map<string, number[]>>();
    words.forEach(({ text }, at) => {
      const folded = fold(text);
      const script = scriptOf(text);
      for (const [word, labels] of this.#vocabulary.get(folded.slice(0, STEM.letters)) ?? []) {
        if (!isAlike(word, folded)) continue;
        for (const label of labels) {
          const { words: own, script: ownScript } = this.#labels[label]!;
          if (script !== ownScript || (own.length === 1 && !isNearlySame(word, folded))) continue;
          const places = found.get(label) ?? new Map<string, number[]>();
          found.set(label, places);
          places.set(word, [...(places.get(word) ?? []), at]);
        }
      }
    });
    return [...found].flatMap(([label, places]) => {
      const needed = this.#labels[label]!.words.length;
      const stretch = places.size === needed ? narrowest([...places.values()]) : undefined;
      return stretch && stretch.to - stretch.from <= needed + GAP && isUnbroken(words, stretch)
        ? [{ label, ...stretch }]
        : [];
    });
  }
}

/** Only a space stands between its words: no comma, which mostly begins something else. */
function isUnbroken(words: readonly Word[], { from, to }: { from: number; to: number }): boolean {
  for (let i = from + 1; i < to; i++) if (words[i]!.start - words[i - 1]!.end > 1) return false;
  return true;
}

function shared(a: string, b: string): number {
  let letters = 0;
  while (letters < a.length && a[letters] === b[letters]) letters++;
  return letters;
}

function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < STEM.shortest) return false;
  const letters = shared(a, b);
  const longer = Math.max(a.length, b.length);
  return letters >= STEM.part * Math.min(a.length, b.length) && longer - letters <= STEM.ending;
}

function isNearlySame(a: string, b: string): boolean {
  const letters = shared(a, b);
  return letters >= SINGLE.letters - 1 && Math.max(a.length, b.length) - letters <= SINGLE.ending;
}

/** One place of every word, none twice, as near as can be to a place of the first. */
function narrowest(places: number[][]): { from: number; to: number } | undefined {
  let least: { from: number; to: number } | undefined;
  for (const first of places[0]!) {
    const taken = [first];
    for (const others of places.slice(1)) {
      const free = others.filter((at) => !taken.includes(at));
      if (free.length === 0) break;
      taken.push(free.reduce((a, b) => (Math.abs(b - first) < Math.abs(a - first) ? b : a)));
    }
    if (taken.length < places.length) continue;
    const stretch = { from: Math.min(...taken), to: Math.max(...taken) + 1 };
    if (!least || stretch.to - stretch.from < least.to - least.from) least = stretch;
  }
  return least;
}
