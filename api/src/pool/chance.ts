// The dice of the pool: one seeded generator behind all locales of faker, so that the same seed gives the same pool.
import {
  ar,
  base,
  en,
  en_NG,
  Faker,
  fa,
  fr_SN,
  generateMersenne32Randomizer,
  nl,
  ru,
  tr,
  uk,
} from '@faker-js/faker';

const LOCALES = { ar, en_NG, fa, fr_SN, nl, ru, tr, uk };
export type NameLocale = keyof typeof LOCALES;

/** What may come out, each with its weight; the weights need not add up to anything. */
export interface Weighted<Value> {
  values: Value[];
  /** Running sums of the weights. */
  sums: number[];
}

/** @example weighted([['A1', 3], ['A2', 1]]) // A1 in three of four throws */
export function weighted<Value>(entries: [value: Value, weight: number][]): Weighted<Value> {
  let sum = 0;
  return {
    values: entries.map(([value]) => value),
    sums: entries.map(([, weight]) => {
      sum += weight;
      return sum;
    }),
  };
}

export class Chance {
  readonly #randomizer;
  readonly #fakers: Record<NameLocale, Faker>;

  constructor(seed: number) {
    this.#randomizer = generateMersenne32Randomizer(seed);
    this.#fakers = Object.fromEntries(
      Object.entries(LOCALES).map(([name, locale]) => [
        name,
        new Faker({ locale: [locale, en, base], randomizer: this.#randomizer }),
      ]),
    ) as Record<NameLocale, Faker>;
  }

  faker(locale: NameLocale): Faker {
    return this.#fakers[locale];
  }

  uuid(): string {
    return this.#fakers.nl.string.uuid();
  }

  /** True in this share of throws, 0..1. */
  is(share: number): boolean {
    return this.#randomizer.next() < share;
  }

  /** A whole number, both ends included. */
  int(lowest: number, highest: number): number {
    return lowest + Math.floor(this.#randomizer.next() * (highest - lowest + 1));
  }

  one<Value>(values: readonly Value[]): Value {
    return values[this.int(0, values.length - 1)]!;
  }

  /** So many different values, in random order; all when there are fewer. */
  some<Value>(values: readonly Value[], count: number): Value[] {
    return this.#fakers.nl.helpers.arrayElements(values, Math.min(count, values.length));
  }

  of<Value>({ values, sums }: Weighted<Value>): Value {
    const at = this.#randomizer.next() * sums.at(-1)!;
    // Binary search for the first sum above `at`: there are thousands of towns.
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return values[low]!;
  }
}
