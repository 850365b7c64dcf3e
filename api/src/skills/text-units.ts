// Cuts a text into sentences and words that know where they stand.

export interface Word {
  text: string;
  /** In UTF-16 units of the whole text. */
  start: number;
  end: number;
}

/** Letters and digits of any script; the marks of names such as C++, C# and .NET; a hyphen or apostrophe inside. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u200c]|[-'’.](?=[\p{L}\p{N}])|[+#]+)*/gu;
/** Ends a sentence: its marks before a space, in every script; and list marks, which vacancies are full of. */
const END = /[.!?؟።፧…](?=\s|$)|[\n;•·|]|[:፦](?=\s)/gu;

/**
 * @returns the words of every sentence, in their order; sentences without words are left out
 * @example sentencesOf('Je bakt brood. Je kent C++!').map((words) => words.map(({ text }) => text))
 * // [['Je', 'bakt', 'brood'], ['Je', 'kent', 'C++']]
 */
export function sentencesOf(text: string): Word[][] {
  const ends = [...text.matchAll(END)].map(({ index }) => index);
  const sentences: Word[][] = [];
  let current: Word[] = [];
  let next = 0;
  for (const match of text.matchAll(WORD)) {
    const isNew = next < ends.length && ends[next]! < match.index;
    while (next < ends.length && ends[next]! < match.index) next++;
    if (isNew && current.length > 0) {
      sentences.push(current);
      current = [];
    }
    current.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  if (current.length > 0) sentences.push(current);
  return sentences;
}

export interface Window {
  /** First word and the one after the last. */
  from: number;
  to: number;
  text: string;
}

/** Every run of so many words; the whole when there are fewer. */
export function windowsOf(words: readonly Word[], sizes: readonly number[]): Window[] {
  const windows = new Map<string, Window>();
  for (const size of sizes) {
    for (let from = 0; from + Math.min(size, words.length) <= words.length; from++) {
      const to = Math.min(from + size, words.length);
      const text = words
        .slice(from, to)
        .map((word) => word.text)
        .join(' ');
      windows.set(`${from} ${to}`, { from, to, text });
    }
  }
  return [...windows.values()];
}
