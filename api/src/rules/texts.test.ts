import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changed, rules } from './testing.ts';
import { readTexts, textKeys, textOf } from './texts.ts';

/** Every message that the rules can send, with its parameters. */
const SENT = [
  ...rules.professions.flatMap(({ gate, note, route }) => [
    [gate.key, gate.params] as const,
    ...(note ? [[note, {}] as const] : []),
    ...route.map(({ step, params }) => [`step.${step}`, params] as const),
  ]),
  ...rules.permits.flatMap(({ outcome, employer, person, documents, limits }) => [
    [`outcome.${outcome}`, {}] as const,
    ...[...employer, ...person].map(({ step, params }) => [`step.${step}`, params] as const),
    ...documents.map((name) => [`document.${name}`, {}] as const),
    ...limits.map((name) => [`limit.${name}`, {}] as const),
  ]),
  [`outcome.${rules.document_date.expired.outcome}`, {}] as const,
  ...rules.document_date.expired.person.map(({ step, params }) => [`step.${step}`, params] as const),
  ...rules.document_date.soon.limits.map((name) => [`limit.${name}`, {}] as const),
  ['step.language', { from: 'A2', to: 'B1' }] as const,
  ['step.driving-licence', { category: 'B' }] as const,
  ['step.skill', { skill: 'lassen' }] as const,
  ['step.education', { diploma: 'bachelor' }] as const,
  ['step.education-at-work', { diploma: 'mbo-2' }] as const,
];

describe('the texts', () => {
  it('say every message of the rules in both languages', () => {
    for (const [key, params] of SENT) {
      for (const language of ['nl', 'en'] as const) {
        assert.doesNotMatch(textOf(key, params, language), /[{}]/, key);
      }
    }
  });

  it('of all files have what they need filled in, and nothing else in braces', () => {
    for (const [key, names] of textKeys()) {
      const params = Object.fromEntries(names.map((name) => [name, 'X']));
      for (const language of ['nl', 'en'] as const) {
        assert.doesNotMatch(textOf(key, params, language), /[{}]/, key);
      }
    }
  });

  it('exist for every step, also one that no route uses today', () => {
    for (const { step } of rules.steps) assert.ok(textKeys().has(`step.${step}`), step);
  });

  it('of the rules are short: no sentence has more than 16 words', () => {
    const ours = /^(gate|note|step|outcome|document|limit|mark)\./;
    for (const [key, text] of [...readTexts()].filter(([key]) => ours.test(key))) {
      for (const sentence of [text.nl, text.en].flatMap((words) => words.split(/[.?!:] /))) {
        assert.ok(sentence.split(' ').length <= 16, `${key}: ${sentence}`);
      }
    }
  });

  it('refuse a key without a text and a parameter that is missing', () => {
    assert.throws(() => textOf('step.no-such-step', {}, 'nl'), /no text for step\.no-such-step/);
    assert.throws(() => textOf('step.skill', {}, 'en'), /step\.skill needs the parameter skill/);
  });

  it('are refused when a language lacks a placeholder of the other', () => {
    using copy = changed('texts.yaml', 'Get driving licence {category}.', 'Get a driving licence.');
    assert.throws(
      () => readTexts(copy.folder),
      /texts\.yaml: step\.driving-licence: .*same \{placeholders\}/,
    );
  });
});
