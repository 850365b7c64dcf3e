// Any embedder as a method: the cosine of two texts' vectors.
import type { Embedder } from '../../../src/embedding/embedder.ts';
import type { Entry, Method, Ranker } from '../method.ts';

/** Texts per call: few enough for a service over HTTP, many enough to be quick. */
const BATCH = 256;

/**
 * A text is embedded once, however many sets hold it.
 *
 * @param load gives the embedder when it is first needed
 * @example embedderMethod(bundledEmbedder, { name: 'bundled', title: 'bundled model' })
 */
export function embedderMethod(
  load: () => Embedder | Promise<Embedder>,
  names: { name: string; title?: string },
): Method {
  const known = new Map<string, Float32Array>();
  let loaded: Promise<Embedder> | undefined;

  function embedder(): Promise<Embedder> {
    loaded ??= Promise.resolve(load());
    return loaded;
  }

  async function vectorsOf(texts: string[]): Promise<Float32Array[]> {
    const unknown = [...new Set(texts)].filter((text) => !known.has(text));
    const one = await embedder();
    for (let from = 0; from < unknown.length; from += BATCH) {
      const batch = unknown.slice(from, from + BATCH);
      const vectors = await one.embed(batch);
      for (const [i, text] of batch.entries()) known.set(text, vectors[i]!);
    }
    return texts.map((text) => known.get(text)!);
  }

  async function prepare(corpus: Entry[]): Promise<Ranker> {
    const columns = toColumns(await vectorsOf(corpus.map(({ text }) => text)));
    return {
      async score(query) {
        const [vector] = await vectorsOf([query]);
        return products(columns, vector!);
      },
    };
  }

  return { ...names, prepare };
}

/**
 * The vectors turned round: an array per dimension with the value of every vector. Multiplying is then adding long
 * arrays, which is half again as fast as many short products.
 */
function toColumns(vectors: Float32Array[]): Float32Array[] {
  const dimensions = vectors[0]?.length ?? 0;
  const columns = Array.from({ length: dimensions }, () => new Float32Array(vectors.length));
  for (const [row, vector] of vectors.entries()) {
    for (let i = 0; i < dimensions; i++) columns[i]![row] = vector[i]!;
  }
  return columns;
}

/** @returns the dot product of `vector` with every vector of the columns */
function products(columns: Float32Array[], vector: Float32Array): Float32Array {
  const scores = new Float32Array(columns[0]?.length ?? 0);
  const none = new Float32Array(scores.length);
  // Four at a time, because reading and writing the scores costs more than multiplying.
  for (let i = 0; i < columns.length; i += 4) {
    const [a, b, c, d] = [0, 1, 2, 3].map((more) => columns[i + more] ?? none) as Columns;
    const [x, y, z, w] = [0, 1, 2, 3].map((more) => vector[i + more] ?? 0) as Weights;
    for (let row = 0; row < scores.length; row++) {
      scores[row]! += x * a[row]! + y * b[row]! + z * c[row]! + w * d[row]!;
    }
  }
  return scores;
}

type Columns = [Float32Array, Float32Array, Float32Array, Float32Array];
type Weights = [number, number, number, number];
