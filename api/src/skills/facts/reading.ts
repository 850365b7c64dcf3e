// A text as the fact readers see it: its tokens, the marks on them by kind, and where clauses end.
import type { Span } from '../schema.ts';
import type { Mark } from './lexicon.ts';
import { type Token, tokenize } from './tokens.ts';
import { type Kind, type Meaning, words } from './words.ts';

type MarkOf<K extends Kind> = Mark<Extract<Meaning, { kind: K }>>;

export class Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Per token, the number of its sentence, of its clause (commas end one) and of its part (an "and" ends one too). */
  readonly sentence: Int32Array;
  readonly clause: Int32Array;
  readonly part: Int32Array;
  readonly #marks = new Map<Kind, Mark<Meaning>[]>();
  /** Per kind, the mark that covers each token, as its index plus one. */
  readonly #cover = new Map<Kind, Int32Array>();

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text);
    for (const mark of words.lexicon.find(this.tokens)) this.#keep(mark);
    const size = this.tokens.length;
    this.sentence = new Int32Array(size);
    this.clause = new Int32Array(size);
    this.part = new Int32Array(size);
    this.#divide();
  }

  /** In the order of the text; of two that overlap only the longer, or the earlier. */
  marks<K extends Kind>(kind: K): readonly MarkOf<K>[] {
    return (this.#marks.get(kind) ?? []) as MarkOf<K>[];
  }

  /** The mark of this kind that covers the token. */
  at<K extends Kind>(kind: K, token: number): MarkOf<K> | undefined {
    const index = this.#cover.get(kind)?.[token] ?? 0;
    return index > 0 ? (this.#marks.get(kind)![index - 1] as MarkOf<K>) : undefined;
  }

  /** Whether any token of from up to `to` carries a mark of the kind. */
  has(kind: Kind, from: number, to: number): boolean {
    const cover = this.#cover.get(kind);
    if (!cover) return false;
    for (let token = Math.max(0, from); token < Math.min(to, cover.length); token++) {
      if (cover[token]) return true;
    }
    return false;
  }

  /** The first and last-plus-one token around `token` that share its sentence, clause or part, at most `reach` away. */
  around(of: 'sentence' | 'clause' | 'part', token: number, reach: number): [from: number, to: number] {
    const numbers = this[of];
    let from = token;
    let to = token + 1;
    while (from > 0 && token - from < reach && numbers[from - 1] === numbers[token]) from--;
    while (to < numbers.length && to - token <= reach && numbers[to] === numbers[token]) to++;
    return [from, to];
  }

  /** The original text of tokens from up to `to`. */
  span(from: number, to: number): Span {
    const start = this.tokens[from]!.start;
    const end = this.tokens[to - 1]!.end;
    return { start, end, text: this.text.slice(start, end) };
  }

  #keep(mark: Mark<Meaning>): void {
    const { kind } = mark.value;
    let marks = this.#marks.get(kind);
    let cover = this.#cover.get(kind);
    if (!marks || !cover) {
      marks = [];
      cover = new Int32Array(this.tokens.length);
      this.#marks.set(kind, marks);
      this.#cover.set(kind, cover);
    }
    const last = marks.at(-1);
    if (last && last.to > mark.from) {
      const replaces = last.from === mark.from && mark.to > last.to;
      if (!replaces) return;
      marks.pop();
    }
    marks.push(mark);
    cover.fill(marks.length, mark.from, mark.to);
  }

  #divide(): void {
    let sentence = 0;
    let clause = 0;
    let part = 0;
    for (const [i, token] of this.tokens.entries()) {
      const ends = i === 0 ? 'nothing' : this.#boundary(i, token);
      if (ends === 'sentence') sentence++;
      if (ends === 'sentence' || ends === 'clause') clause++;
      if (ends !== 'nothing') part++;
      this.sentence[i] = sentence;
      this.clause[i] = clause;
      this.part[i] = part;
    }
  }

  #boundary(i: number, { gap, start, key }: Token): 'sentence' | 'clause' | 'part' | 'nothing' {
    const isSpace = gap === ' ';
    if (!isSpace && /[!?;\n•·|؛؟።፧]/.test(gap)) return 'sentence';
    // A dot before a small letter or a figure belongs to an abbreviation ("min. 3 jaar", "cat. b").
    if (!isSpace && /\.\s/.test(gap) && !/^[\p{Ll}\p{Nd}]/u.test(this.text.slice(start, start + 2)))
      return 'sentence';
    if ((!isSpace && /[,،፣]/.test(gap)) || this.at('but', i)?.from === i) return 'clause';
    const and = this.at('and', i);
    if (and?.from === i && !this.has('modes', and.to, and.to + 1)) return 'part';
    if (!isSpace && gap.includes('/')) return 'part';
    // "and" as a prefix of the Arabic word.
    if (!key.startsWith('و') || key.length <= 3) return 'nothing';
    const named: Kind[] = ['language', 'level', 'cues'];
    return named.some((kind) => this.has(kind, i, i + 1)) ? 'part' : 'nothing';
  }
}
