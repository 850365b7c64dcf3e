// Turns what a caller wrote (ids, or words of any language) into concepts and places, and tells how it was read.
import type { Sql } from '../db/connect.ts';
import { badInput, type InputError } from '../http/problem.ts';
import type { Language, Notice, Unrecognised } from '../http/schema.ts';
import type { PlaceRow } from '../places/queries.ts';
import type { PlaceReference } from '../places/schema.ts';
import type { Places } from '../places/service.ts';
import { type ConceptType, findIds, readConcepts } from '../taxonomy/queries.ts';
import type { ConceptReference } from '../taxonomy/schema.ts';
import type { Taxonomy } from '../taxonomy/service.ts';
import type { Understood } from './schema.ts';

/** Below this a concept is a guess: it is not taken, and the words are kept instead. */
const SURE_ENOUGH = 0.5;

/** A reference and where it stands in the body, for error messages. */
export interface Located {
  reference: ConceptReference;
  pointer: string;
}

export class Understanding {
  readonly #sql: Sql;
  readonly #taxonomy: Taxonomy;
  readonly #places: Places;

  constructor(sql: Sql, taxonomy: Taxonomy, places: Places) {
    this.#sql = sql;
    this.#taxonomy = taxonomy;
    this.#places = places;
  }

  /** Begins reading one request; ask the result for concepts and places, then call its `done`. */
  read(language: Language): Reading {
    return new Reading(this.#sql, this.#taxonomy, this.#places, language);
  }
}

export class Reading {
  readonly understood: Understood[] = [];
  readonly unrecognised: Unrecognised[] = [];
  readonly #errors: InputError[] = [];
  readonly #sql: Sql;
  readonly #taxonomy: Taxonomy;
  readonly #places: Places;
  readonly #language: Language;

  constructor(sql: Sql, taxonomy: Taxonomy, places: Places, language: Language) {
    this.#sql = sql;
    this.#taxonomy = taxonomy;
    this.#places = places;
    this.#language = language;
  }

  /** @returns an id per reference, in the same order; undefined where the words fit nothing */
  async concepts(type: ConceptType, references: Located[]): Promise<(number | undefined)[]> {
    const codes = references.flatMap(({ reference }) => ('id' in reference ? [reference.id] : []));
    const known = await findIds(this.#sql, type, codes);
    const ids: (number | undefined)[] = [];
    for (const { reference, pointer } of references) {
      if ('text' in reference) {
        ids.push(await this.#words(reference.text, [type]));
      } else {
        const id = known.get(reference.id);
        if (id === undefined) {
          this.#error(
            pointer,
            `No ${type} has the id "${reference.id}". Use an id from GET /v1/${type}s, or { "text": … }.`,
          );
        }
        ids.push(id);
      }
    }
    return ids;
  }

  /** Words that may name an occupation or a skill, as a visitor types them. */
  async occupationOrSkill(text: string): Promise<{ id: number; type: ConceptType } | undefined> {
    const id = await this.#words(text, ['occupation', 'skill']);
    return id === undefined ? undefined : { id, type: this.understood.at(-1)!.as as ConceptType };
  }

  /** What a vacancy's title says of the occupation; words that fit nothing are no news in a title. */
  async occupationInTitle(title: string): Promise<number | undefined> {
    const id = await this.#words(title, ['occupation']);
    if (id === undefined) this.unrecognised.pop();
    return id;
  }

  async place(
    reference: PlaceReference | undefined | null,
    pointer = '#/place',
  ): Promise<PlaceRow | undefined> {
    if (!reference) return undefined;
    const place = await this.#places.resolve(reference);
    if ('id' in reference) {
      if (!place)
        this.#error(
          pointer,
          `No place has the id "${reference.id}". Use an id from GET /v1/places, or { "text": … }.`,
        );
    } else if (place) {
      this.understood.push({
        text: reference.text,
        as: 'place',
        id: place.code,
        label: place.name,
        confidence: place.confidence,
      });
    } else {
      this.unrecognised.push({ text: reference.text, as: 'place' });
    }
    return place;
  }

  /** A place that must be known. */
  async requiredPlace(reference: PlaceReference): Promise<PlaceRow | undefined> {
    const place = await this.place(reference);
    if (!place && 'text' in reference) {
      this.#error(
        '#/place',
        `We know no place like "${reference.text}". Give a Dutch town, or an id from GET /v1/places.`,
      );
    }
    return place;
  }

  /** @throws ProblemError 400 that names every reference to something that does not exist */
  done(): void {
    if (this.#errors.length > 0) throw badInput(this.#errors);
  }

  get notices(): Notice[] {
    return this.unrecognised.map(({ text, as }) => ({
      code: as === 'place' ? 'place-not-recognised' : 'text-not-recognised',
      detail: `These words fit no ${as} that we know, so they do not count in the ranking. Try another word.`,
      input: text,
    }));
  }

  async #words(text: string, types: ConceptType[]): Promise<number | undefined> {
    const found = [];
    for (const type of types) {
      const [best] = await this.#taxonomy.find(type, text, this.#language, 1);
      if (best && best.confidence >= SURE_ENOUGH) found.push({ type, best });
    }
    // Of equals the first type: a visitor who types one word more often means a job than a skill.
    const winner = found.reduce<(typeof found)[number] | undefined>(
      (a, b) => (a && a.best.confidence >= b.best.confidence ? a : b),
      undefined,
    );
    if (!winner) {
      this.unrecognised.push({ text, as: types[0]! });
      return undefined;
    }
    const { conceptId, confidence } = winner.best;
    const concept = (await readConcepts(this.#sql, [conceptId], this.#language)).get(conceptId)!;
    this.understood.push({ text, as: winner.type, id: concept.code, label: concept.label, confidence });
    return conceptId;
  }

  #error(pointer: string, detail: string): void {
    this.#errors.push({ in: 'body', pointer, detail });
  }
}
