// Finds the phrases of word lists in a tokenized text, in time that grows with the text and not with the lists.
import { type Token, tokenize } from './tokens.ts';

/** A phrase that was found: tokens `from` up to, not including, `to`. */
export interface Mark<Value> {
  from: number;
  to: number;
  value: Value;
}

interface Phrase<Value> {
  words: Word[];
  value: Value;
}
interface Word {
  text: string;
  ending: 'none' | 'any' | 'any-beginning';
}

export class Lexicon<Value> {
  readonly #exact = new Map<string, Phrase<Value>[]>();
  readonly #beginnings = new Map<string, Phrase<Value>[]>();
  readonly #endings = new Map<string, Phrase<Value>[]>();

  /**
   * @param phrase as in a text; `*` after a word stands for any ending, before the first word for any beginning
   * @throws Error when it holds no word
   */
  add(phrase: string, value: Value): void {
    const words = wordsOf(phrase);
    const first = words[0];
    if (!first) throw new Error(`The phrase ${JSON.stringify(phrase)} holds no word`);
    const index = { none: this.#exact, any: this.#beginnings, 'any-beginning': this.#endings }[first.ending];
    const list = index.get(first.text);
    if (list) list.push({ words, value });
    else index.set(first.text, [{ words, value }]);
  }

  /** All phrases in the text, in the order of their first word, whether or not they overlap. */
  find(tokens: readonly Token[]): Mark<Value>[] {
    const marks: Mark<Value>[] = [];
    // Texts repeat their words: each is looked up once.
    const known = new Map<string, readonly Phrase<Value>[]>();
    for (let from = 0; from < tokens.length; from++) {
      const { key, forms } = tokens[from]!;
      let candidates = known.get(key);
      if (!candidates) {
        candidates = this.#candidates(forms);
        known.set(key, candidates);
      }
      for (const { words, value } of candidates) {
        const fits = words.every((word, i) => i === 0 || isSame(word, tokens[from + i]));
        if (fits) marks.push({ from, to: from + words.length, value });
      }
    }
    return marks;
  }

  #candidates(forms: readonly string[]): Phrase<Value>[] {
    const found: Phrase<Value>[] = [];
    const add = (phrases: Phrase<Value>[] | undefined) => {
      if (phrases) found.push(...phrases);
    };
    for (const form of forms) {
      add(this.#exact.get(form));
      for (let length = 2; length <= form.length; length++) {
        add(this.#beginnings.get(form.slice(0, length)));
        add(this.#endings.get(form.slice(-length)));
      }
    }
    return found;
  }
}

function wordsOf(phrase: string): Word[] {
  return tokenize(phrase).map(({ key, start, end }) => {
    const ending = phrase[end] === '*' ? 'any' : phrase[start - 1] === '*' ? 'any-beginning' : 'none';
    return { text: key, ending };
  });
}

function isSame({ text, ending }: Word, token: Token | undefined): boolean {
  if (!token) return false;
  return ending === 'any' ? token.forms.some((form) => form.startsWith(text)) : token.forms.includes(text);
}
