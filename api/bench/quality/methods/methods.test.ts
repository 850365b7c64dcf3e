import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundledEmbedder } from '../../../src/embedding/bundled.ts';
import type { Method } from '../method.ts';
import { methodCalled } from './all.ts';
import { bm25 } from './bm25.ts';
import { embedderMethod } from './embedder.ts';
import { exact } from './exact.ts';
import { tfIdf } from './tf-idf.ts';

const TEXTS = ['Bäcker', 'Bäckerin', 'Krankenpflege', 'Leiter der Bäckerei', 'Leiter'];
const corpus = TEXTS.map((text, i) => ({ id: `d${i}`, text }));

async function scores(method: Method, query: string): Promise<number[]> {
  return [...(await (await method.prepare(corpus, { language: 'de', corpusLanguage: 'de' })).score(query))];
}

function near(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);
}

describe('the exact label', () => {
  it('is found whatever its case, diacritics and gender mark, and nothing else is', async () => {
    assert.deepEqual(await scores(exact, 'backer (m/w/d)'), [1, 0, 0, 0, 0]);
  });
});

describe('character TF-IDF', () => {
  it('gives 1 to the same text, less to a longer form, and 0 to a text without a common n-gram', async () => {
    const [same, longer, other] = await scores(tfIdf, 'BACKER');
    near(same!, 1);
    assert.ok(longer! > 0.3 && longer! < 1);
    assert.equal(other, 0);
  });

  it('is the cosine of n-gram counts by smoothed idf, as computed by hand', async () => {
    // "<ab>" has the n-grams <ab, ab>, <ab>; "<ac>" has <ac, ac>, <ac>: each in one of two texts, ln(3/2) + 1.
    // The query "ab ac" holds all six, so its cosine with either is 3 / (√3 · √6).
    const ranker = await tfIdf.prepare(
      [
        { id: '1', text: 'ab' },
        { id: '2', text: 'ac' },
      ],
      {},
    );
    const found = await ranker.score('ab ac');
    near(found[0]!, Math.SQRT1_2);
    near(found[1]!, Math.SQRT1_2);
  });
});

describe('BM25', () => {
  it('is the sum over words of idf and saturated count, as computed by hand', async () => {
    const [, , , long, short] = await scores(bm25, 'leiter');
    // 5 texts, 2 with the word, 7 words in all; count 1; lengths 3 and 1 against a mean of 1.4.
    const idf = Math.log(1 + (5 - 2 + 0.5) / (2 + 0.5));
    near(long!, (idf * 2.2) / (1 + 1.2 * (0.25 + (0.75 * 3) / 1.4)));
    near(short!, (idf * 2.2) / (1 + 1.2 * (0.25 + (0.75 * 1) / 1.4)));
  });

  it('gives 0 where no word is the same', async () => {
    assert.deepEqual(await scores(bm25, 'Bäck'), [0, 0, 0, 0, 0]);
  });
});

describe('an embedder as a method', () => {
  it('puts the same word first and gives it cosine 1', async () => {
    const found = await scores(embedderMethod(bundledEmbedder, { name: 'bundled' }), 'krankenpflege');
    near(found[2]!, 1);
    assert.equal(found.indexOf(Math.max(...found)), 2);
  });

  it('embeds a text once, in how many corpora and queries it may stand', async () => {
    const embedded: string[] = [];
    const { embed, ...rest } = bundledEmbedder();
    const method = embedderMethod(
      () => ({
        ...rest,
        embed(texts) {
          embedded.push(...texts);
          return embed(texts);
        },
      }),
      { name: 'counted' },
    );
    await scores(method, 'Leiter');
    await scores(method, 'Leiter');
    assert.deepEqual(embedded, TEXTS);
  });
});

describe('a method by its name', () => {
  it('is found, and the last one is taken when none is named', () => {
    assert.equal(methodCalled('bm25'), bm25);
    assert.equal(methodCalled(undefined, [exact, tfIdf]), tfIdf);
  });

  it('is refused with the names there are', () => {
    assert.throws(() => methodCalled('bm26', [exact, bm25]), /no method "bm26".*exact, bm25/);
  });
});
