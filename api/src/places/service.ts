// Finding places by name or postcode.
import type { z } from '@hono/zod-openapi';
import type { Sql } from '../db/connect.ts';
import { fold } from '../taxonomy/fold.ts';
import { findPlaceNamed, findPlaces, type PlaceRow, readPlaceByCode, toPlace } from './queries.ts';
import type { PlaceReference, PlaceSearchResult } from './schema.ts';

/** Below this a name is too far from any place that we know to take it without asking. */
const SURE_ENOUGH = 0.4;
/** So many letters of a beginning name a place; fewer are on their way to one, unless they are a whole name. */
const LETTERS_OF_A_BEGINNING = 3;

export class Places {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async search(q: string, limit: number): Promise<z.infer<typeof PlaceSearchResult>> {
    const rows = await this.#find(placeWords(q), limit);
    const items = rows.map(toPlace);
    if (items.length > 0) return { items, notices: [] };
    const detail = 'No Dutch town or imported postcode resembles this. Try the nearest larger town.';
    return { items, notices: [{ code: 'no-results', detail, input: q }] };
  }

  /** @returns the place that is meant, or undefined when nothing resembles it */
  async resolve(reference: PlaceReference): Promise<(PlaceRow & { confidence: number }) | undefined> {
    if ('id' in reference) {
      const row = await readPlaceByCode(this.#sql, reference.id);
      return row && { ...row, confidence: 1 };
    }
    const words = placeWords(reference.text);
    const named = await findPlaceNamed(this.#sql, words);
    if (named) return { ...named, confidence: 1 };
    const [best] = await this.#find(words, 1);
    if (!best || best.confidence < SURE_ENOUGH) return undefined;
    const isTooShort = words.length < LETTERS_OF_A_BEGINNING;
    return isTooShort ? undefined : best;
  }

  /** Nothing for a text without letters or digits, with which every name would begin. */
  async #find(words: string, limit: number) {
    return words === '' ? [] : findPlaces(this.#sql, words, limit);
  }
}

/** Folded; of a full postcode such as 3511 AB only the digits, which is all that we keep. */
function placeWords(text: string): string {
  const folded = fold(text);
  return /^(\d{4}) ?[a-z]{2}$/.exec(folded)?.[1] ?? folded;
}
