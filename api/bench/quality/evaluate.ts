// Measures one method on one set.
import type { Step } from '../../src/progress.ts';
import type { Entry, Method } from './method.ts';
import { type Metrics, meanOf, metricsOf, type Ties } from './metrics.ts';
import type { RankingSet } from './set.ts';

/** With elements of one score standing this way or that. */
export type Measured = Record<Ties, Metrics>;

/**
 * @param step advances by one per query
 * @throws Error when the method gives another number of scores than there are elements, or no query has an answer
 */
export async function evaluate(set: RankingSet, method: Method, step?: Step): Promise<Measured> {
  const ranker = await method.prepare(set.corpus, set);
  const things = thingsOf(set.corpus);
  const all: Measured[] = [];
  for (const { id, text } of set.queries) {
    const relevant = [...(set.relevant.get(id) ?? [])].flatMap((thing) => things.places.get(thing) ?? []);
    if (relevant.length > 0) {
      const scores = await ranker.score(text);
      if (scores.length !== set.corpus.length) {
        throw new Error(`${method.name} gave ${scores.length} scores for ${set.corpus.length} elements`);
      }
      all.push(metricsOf(best(scores, things), relevant));
    }
    step?.advance();
  }
  if (all.length === 0) throw new Error(`no query of ${set.name} has an answer in its corpus`);
  return { last: meanOf(all.map(({ last }) => last)), 'in-order': meanOf(all.map((one) => one['in-order'])) };
}

interface Things {
  /** Place of each thing among all things, by its id. */
  places: Map<string, number>;
  /** For each element of the corpus the place of its thing. */
  ofElement: Uint32Array;
}

function thingsOf(corpus: Entry[]): Things {
  const places = new Map<string, number>();
  const ofElement = Uint32Array.from(corpus, ({ id }) => {
    const place = places.get(id) ?? places.size;
    places.set(id, place);
    return place;
  });
  return { places, ofElement };
}

/** The best score of each thing. */
function best(scores: Float32Array, { places, ofElement }: Things): Float32Array {
  if (places.size === scores.length) return scores;
  const bests = new Float32Array(places.size).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < scores.length; i++) {
    // Not `<`, so that a score that is no number is found out later.
    if (!(scores[i]! <= bests[ofElement[i]!]!)) bests[ofElement[i]!] = scores[i]!;
  }
  return bests;
}
