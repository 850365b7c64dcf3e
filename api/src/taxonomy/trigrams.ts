// Likeness of two folded texts by the trigrams that they share, as PostgreSQL's pg_trgm counts them.

/** Every word with two spaces before and one behind it, three letters at a time. */
export function trigramsOf(folded: string): Set<string> {
  const trigrams = new Set<string>();
  for (const word of folded.split(' ')) {
    const padded = `  ${word} `;
    for (let i = 0; i + 3 <= padded.length; i++) trigrams.add(padded.slice(i, i + 3));
  }
  return trigrams;
}

/** @returns shared trigrams by all trigrams of both, 0..1 */
export function trigramSimilarity(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const trigram of a) if (b.has(trigram)) shared++;
  return shared / (a.size + b.size - shared || 1);
}
