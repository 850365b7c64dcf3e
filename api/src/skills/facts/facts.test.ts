// Facts are read out of texts in nine languages, with the words they stand in, and quickly whatever the text.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LANGUAGES } from '../../http/schema.ts';
import { SkillExtraction } from '../schema.ts';
import { BLIND } from './blind.cases.ts';
import { extractFacts } from './facts.ts';
import { HELD_OUT } from './heldout.cases.ts';
import {
  EDUCATION_CASES,
  EXPERIENCE_CASES,
  LANGUAGES_CASES,
  LICENCE_CASES,
  NOTHING_CASES,
} from './known.cases.ts';
import { measure, TODAY, written } from './testing.ts';
import { DUTCH_VACANCY, ENGLISH_CV, UKRAINIAN_LIFE_STORY } from './texts.ts';
import { loadWords, words } from './words.ts';

const read = (text: string) => written(extractFacts(text, { today: TODAY }));

for (const [what, cases] of Object.entries({
  'languages with their level': LANGUAGES_CASES,
  'driving licences': LICENCE_CASES,
  'education as an NLQF range': EDUCATION_CASES,
  'years of experience': EXPERIENCE_CASES,
  'nothing where there is nothing': NOTHING_CASES,
})) {
  test(`reads ${what}`, () => {
    for (const [text, ...facts] of cases) assert.deepEqual(read(text).sort(), [...facts].sort(), text);
  });
}

test('keeps what it reads in the two measuring sets', () => {
  for (const [cases, precision, recall] of [
    [HELD_OUT, 1, 1],
    [BLIND, 0.95, 0.9],
  ] as const) {
    const measured = measure(cases);
    assert.ok(measured.precision >= precision && measured.recall >= recall, measured.wrong.join('\n'));
  }
});

test('reads a vacancy, a CV and a life story with unpaid care work', () => {
  assert.deepEqual(read(DUTCH_VACANCY), ['nl=A2', 'en', 'licence B', 'licence BE', 'nlqf 2-3', 'years 2']);
  assert.deepEqual(read(ENGLISH_CV), [
    ...['ar=C2', 'tr=C1', 'en=B2', 'nl=A2', 'licence B'],
    ...['nlqf ?', 'nlqf 6-6', 'years 7', 'years 4'],
  ]);
  assert.deepEqual(read(UKRAINIAN_LIFE_STORY), [
    ...['uk=C2', 'ru=C1', 'nl=A2', 'en', 'licence B'],
    ...['nlqf 1-4', 'nlqf 6-6', 'years 9', 'years 6', 'years 4'],
  ]);
});

test('gives the words as they stand in the text, and facts in their public shape', () => {
  const tables = [LANGUAGES_CASES, LICENCE_CASES, EDUCATION_CASES, EXPERIENCE_CASES, HELD_OUT, BLIND];
  const texts = [...tables.flat().map(([text]) => text), DUTCH_VACANCY, ENGLISH_CV, UKRAINIAN_LIFE_STORY];
  const shape = SkillExtraction.omit({ skills: true, occupations: true, notices: true });
  for (const original of texts) {
    // Two UTF-16 units, decomposed letters and a tab before it move every position.
    const text = `😀 e\u0301\t${original}`;
    const facts = extractFacts(text, { today: TODAY });
    shape.parse(facts);
    for (const { spans } of Object.values(facts).flat()) {
      for (const { start, end, text: words } of spans) assert.equal(words, text.slice(start, end));
    }
  }
});

test('names each language, licence and range once, with all places', () => {
  const { languages } = extractFacts('Nederlands is fijn. Wij vragen Nederlands B1. Rijbewijs B!');
  assert.deepEqual(
    languages.map(({ language, level, spans }) => [language, level, spans.map(({ text }) => text)]),
    [['nl', 'B1', ['Nederlands', 'Nederlands B1']]],
  );
});

test('is less sure of what is welcome, shared, or not named', () => {
  const sure = (text: string) => Object.values(extractFacts(text)).flat()[0]!.confidence;
  assert.ok(sure('Duits B1 is een pre.') < sure('Duits B1 is vereist.'));
  assert.ok(sure('Rijbewijs vereist.') < sure('Rijbewijs B vereist.'));
  assert.ok(sure('Abitur') < sure('Havo'));
});

test('counts "since" to today', () => {
  const years = (today: string) =>
    extractFacts('Sinds 2015 werk ik als lasser.', { today: new Date(today) }).experience[0]?.years;
  assert.equal(years('2020-06-01'), 5);
  assert.equal(years('2026-06-01'), 11);
  assert.equal(years('2014-06-01'), undefined);
});

const LONGEST = 20_000;
const fill = (piece: string) => piece.repeat(Math.ceil(LONGEST / piece.length)).slice(0, LONGEST);
/** The best of some runs in milliseconds: other work on the machine only adds. */
function fastest(text: string, runs = 8): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    extractFacts(text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

test('reads a text of 20,000 characters in under 30 ms', () => {
  const text = fill([DUTCH_VACANCY, ENGLISH_CV, UKRAINIAN_LIFE_STORY].join('\n'));
  assert.ok(fastest(text) < 30, `${fastest(text)} ms`);
});

test('is not slowed down by hostile texts', () => {
  for (const piece of [
    ...['a', '1', '1.', ' ', "'", "п'", 'و', 'ـ', '-1', '*a', 'B1 ', 'B ', 'en ', 'goed ', '2012 - '],
    ...['Nederlands ', 'Dutch and ', 'Nederlands niet nodig ', 'rijbewijs van ', 'rijbewijs B, '],
    ...[
      'mbo 2 of ',
      'hbo of ',
      'drie jaar ',
      '3 jaar ervaring ',
      'sinds 2015 ',
      'e\u0301',
      'a\u0301\u0301\u0301',
    ],
  ]) {
    const time = fastest(fill(piece), 3);
    assert.ok(time < 150, `${time} ms for ${JSON.stringify(piece)}`);
  }
});

test('says which languages no native speaker has read', () => {
  assert.deepEqual(
    [...words.draft].sort(),
    LANGUAGES.filter((language) => language !== 'nl' && language !== 'en').sort(),
  );
});

test('names file and place of a mistake in a word list', () => {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  try {
    cpSync(join(import.meta.dirname, '../../../data/facts'), folder, { recursive: true });
    writeFileSync(
      join(folder, 'education.yaml'),
      'draft: []\nmbo: {}\nmboLevelWords: {}\ndiplomas: [{ nlqf: [0, 9], nl: [havo] }]',
    );
    assert.throws(() => loadWords(folder), /education\.yaml: diplomas\.0\.nlqf/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
