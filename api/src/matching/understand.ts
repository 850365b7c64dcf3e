// Turns what a caller wrote (ids, or words of any language) into concepts and places, and tells how it was read.
import type { Sql } from '../db/connect.ts';
import { badInput, type InputError } from '../http/problem.ts';
import type { Language, Notice, Unrecognised } from '../http/schema.ts';
import type { PlaceRow } from '../places/queries.ts';
import type { PlaceReference } from '../places/schema.ts';
import type { Places } from '../places/service.ts';
import { fold } from '../taxonomy/fold.ts';
import { type ConceptType, findIds } from '../taxonomy/queries.ts';
import type { ConceptReference } from '../taxonomy/schema.ts';
import type { Found, Taxonomy } from '../taxonomy/service.ts';
import type { Snapshot } from '../taxonomy/snapshot.ts';
import type { Understood } from './schema.ts';

/**
 * Below this confidence a concept is a guess: it is not taken, and the words are kept instead. A label somewhere in a
 * title is above it; so is a word with a typing error; words that only share letters are below ("medewerker
 * huishouding" and "medewerker boekhouding").
 */
const SURE_ENOUGH = 0.58;
/** Letters that only begin a later word of a label prove little: "завтра" is no "завтрак" of somebody who cooks. */
const SURE_OF_A_BEGINNING = 0.7;
/** Fewer letters begin too many labels. */
const LETTERS_OF_A_BEGINNING = 4;

/** A reference and where it stands in the body, for error messages. */
interface Located {
  reference: ConceptReference;
  pointer: string;
}

/** The concept behind words. */
type Meant = Found & { type: ConceptType };

export class Understanding {
  readonly #sql: Sql;
  readonly #taxonomy: Taxonomy;
  readonly #places: Places;

  constructor(sql: Sql, taxonomy: Taxonomy, places: Places) {
    this.#sql = sql;
    this.#taxonomy = taxonomy;
    this.#places = places;
  }

  /**
   * Begins reading one request; ask the result for concepts and places, then call its `done`.
   *
   * @param snapshot the taxonomy, when the caller has just looked whether it is current
   */
  read(language: Language, snapshot?: Snapshot): Reading {
    return new Reading(this.#sql, this.#taxonomy, this.#places, language, snapshot);
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
  readonly #snapshot: Snapshot | undefined;

  constructor(sql: Sql, taxonomy: Taxonomy, places: Places, language: Language, snapshot?: Snapshot) {
    this.#snapshot = snapshot;
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
        ids.push((await this.#words(reference.text, [type]))?.id);
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
  occupationOrSkill(text: string): Promise<Meant | undefined> {
    return this.#words(text, ['occupation', 'skill']);
  }

  /** What a vacancy's title says of the occupation; words that fit nothing are no news in a title. */
  async occupationInTitle(title: string): Promise<number | undefined> {
    const meant = await this.#meaning(title, ['occupation']);
    if (meant) this.#understand(title, meant);
    return meant?.id;
  }

  /** An occupation that must be known. */
  async requiredOccupation(reference: ConceptReference, pointer: string): Promise<number | undefined> {
    const [id] = await this.concepts('occupation', [{ reference, pointer }]);
    if (id === undefined && 'text' in reference) {
      this.#error(
        pointer,
        `We know no occupation like "${reference.text}". Try another word, or an id from GET /v1/occupations.`,
      );
    }
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
      detail: `These words fit ${as === 'place' ? 'no place' : 'no work or skill'} that we know, so they do not count in the ranking. Try another word.`,
      input: text,
    }));
  }

  async #words(text: string, types: [ConceptType, ...ConceptType[]]): Promise<Meant | undefined> {
    const meant = await this.#meaning(text, types);
    if (meant) this.#understand(text, meant);
    else this.unrecognised.push({ text, as: types[0] });
    return meant;
  }

  #understand(text: string, { type, code, label, confidence }: Meant): void {
    this.understood.push({ text, as: type, id: code, label, confidence });
  }

  /** Of equals the first type: a visitor who types one word more often means a job than a skill. */
  async #meaning(text: string, types: ConceptType[]): Promise<Meant | undefined> {
    let meant: Meant | undefined;
    for (const type of types) {
      if (meant?.confidence === 1) break;
      const [best] = await this.#taxonomy.find(type, text, this.#language, 1, this.#snapshot);
      if (best && isSure(best, text) && best.confidence > (meant?.confidence ?? 0)) meant = { ...best, type };
    }
    return meant;
  }

  #error(pointer: string, detail: string): void {
    this.#errors.push({ in: 'body', pointer, detail });
  }
}

function isSure({ confidence, matchedBy }: Found, text: string): boolean {
  const isTooShort = matchedBy === 'prefix' && fold(text).length < LETTERS_OF_A_BEGINNING;
  const least = matchedBy === 'prefix' ? SURE_OF_A_BEGINNING : SURE_ENOUGH;
  return confidence >= least && !isTooShort;
}
