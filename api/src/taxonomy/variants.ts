// Other forms of a word that mean the same job: Dutch gendered forms and plurals.

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

/** A long text would otherwise bring as many forms as it has words. */
const MOST_FORMS = 12;

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

/**
 * All runs of one to four words of a folded text: where a title such as "bakker gezocht in utrecht" hides a label.
 * Two words also as one, for Dutch compounds that are written apart: "vrachtwagen chauffeur".
 *
 * @returns at most 80 runs, so that a long text stays cheap
 */
export function wordRuns(folded: string): string[] {
  const words = folded.split(' ');
  const runs = new Set<string>();
  for (let length = Math.min(4, words.length); length >= 1; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const run = words.slice(start, start + length).join(' ');
      if (run.length >= 3) runs.add(run);
      if (length === 2) runs.add(run.replace(' ', ''));
    }
  }
  return [...runs].slice(0, 80);
}
