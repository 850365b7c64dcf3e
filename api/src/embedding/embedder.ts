// What turns words into vectors. Words are embedded only to find concepts; people and vacancies are sums of concepts.
export interface Embedder {
  /** Name and version, kept with what it made. */
  readonly id: string;
  readonly dimensions: number;
  /** @returns one vector of length 1 per text, in the same order; all zeros for a text without letters or digits */
  embed(texts: string[]): Promise<Float32Array[]>;
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/**
 * For embedders that take a limited number of texts at a time, or choke on empty ones: asks for the texts that say
 * something, one batch after another, and gives zeros for the others.
 *
 * @param ask gives one vector per text, in the same order
 * @example await inBatches(['bakker', '!!!'], { batch: 64, dimensions: 384 }, ask); // ask gets ['bakker']
 */
export async function inBatches(
  texts: string[],
  { batch, dimensions }: { batch: number; dimensions: number },
  ask: (texts: string[]) => Promise<Float32Array[]>,
): Promise<Float32Array[]> {
  const spoken = texts.filter((text) => SAYS_SOMETHING.test(text));
  const vectors: Float32Array[] = [];
  for (let start = 0; start < spoken.length; start += batch) {
    vectors.push(...(await ask(spoken.slice(start, start + batch))));
  }
  const next = vectors.values();
  return texts.map((text) => (SAYS_SOMETHING.test(text) ? next.next().value! : new Float32Array(dimensions)));
}
