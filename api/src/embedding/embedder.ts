// What turns words into vectors. Words are embedded only to find concepts; people and vacancies are sums of concepts.
export interface Embedder {
  /** Name and version, kept with what it made. */
  readonly id: string;
  readonly dimensions: number;
  /** @returns one vector of length 1 per text, in the same order; all zeros for a text without letters or digits */
  embed(texts: string[]): Promise<Float32Array[]>;
}
