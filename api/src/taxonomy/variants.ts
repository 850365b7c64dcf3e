// What else a text may mean: Dutch gendered forms and plurals of its words, and the labels hidden in it.

/** [ending typed, ending in the taxonomy], on folded words. Longer endings first; all that fit are tried. */
const DUTCH_ENDINGS: [from: string, to: string][] = [
  ['medewerkster', 'medewerker'],
  ['trice', 'teur'],
  ['teuse', 'teur'],
  ['euse', 'eur'],
  ['eres', 'aar'],
  ['ares', 'aar'],
  ['esse', ''],
  ['rices', 'eur'],
  ['sters', 'er'],
  ['ster', 'er'],
  ['stres', 'ster'],
  ['innen', ''],
  ['in', ''],
  ['ers', 'er'],
  ['eurs', 'eur'],
  ['isten', 'ist'],
  ['iste', 'ist'],
  ['kundigen', 'kundige'],
  ['vrouw', 'man'],
];

/** A long text would otherwise bring as many forms as it has words. */
const MOST_FORMS = 12;

/**
 * The folded text itself, and the same with one of its words in another form.
 *
 * @example variants('schoonmaakster') // ['schoonmaakster', 'schoonmaaker', 'schoonmaker']
 * @example variants('lerares basisonderwijs') // ['lerares basisonderwijs', 'leraar basisonderwijs']
 */
export function variants(folded: string): string[] {
  const words = folded.split(' ');
  const changed = words.flatMap((word, i) => wordForms(word).map((form) => words.with(i, form).join(' ')));
  return [...new Set([folded, ...changed])].slice(0, MOST_FORMS);
}

function wordForms(word: string): string[] {
  const found: string[] = [];
  for (const [from, to] of DUTCH_ENDINGS) {
    if (!word.endsWith(from) || word.length - from.length < 3) continue;
    const stem = word.slice(0, -from.length);
    found.push(stem + to);
    // Dutch spelling: schoonmaak-ster but schoonma-ker; kap-ster but kap-per.
    const open = stem.replace(/([aeou])\1([bdfgklmnprstvz])$/, '$1$2');
    if (open !== stem) found.push(open + to);
    else if (/[^aeou][aeiou][bdfgklmnprst]$/.test(stem) && to.startsWith('e'))
      found.push(stem + stem.at(-1) + to);
  }
  return found;
}

/** Letters of the shortest label that is looked for at the end of a longer word. */
const SHORTEST_HEAD = 5;
const MOST_RUNS = 80;

/**
 * The pieces of a folded text in which a label may hide: "bakker gezocht in utrecht".
 * Runs of one to four words; two words also as one and the other way round ("vrachtwagen chauffeur", "receptionist
 * hotel"); and the ends of long words, because the last part of a Dutch compound says what it is ("avondschoonmaker").
 *
 * @returns at most 80 pieces, long runs first, so that a long text stays cheap
 */
export function wordRuns(folded: string): string[] {
  const words = folded.split(' ');
  const runs = new Set<string>();
  for (let length = Math.min(4, words.length); length >= 1; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const run = words.slice(start, start + length);
      runs.add(run.join(' '));
      if (length === 2)
        for (const pair of [run, run.toReversed()]) runs.add(pair.join(' ')).add(pair.join(''));
    }
  }
  for (const word of words) {
    for (let start = 1; word.length - start >= SHORTEST_HEAD; start++) runs.add(word.slice(start));
  }
  return [...runs].filter((run) => run.length >= 3).slice(0, MOST_RUNS);
}
