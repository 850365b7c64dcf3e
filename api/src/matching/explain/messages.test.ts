import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { readTexts, textKeys } from '../../rules/texts.ts';
import { TRANSPORTS } from '../factors/factor.ts';
import { message } from './messages.ts';

const FOLDER = join(import.meta.dirname, '../../../data/rules');
const general = textKeys();
const employer = readTexts(join(FOLDER, 'employer'));
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

describe('a message', () => {
  it('is Dutch for who reads Dutch and English for all others, with codes, levels, numbers and dates in words', () => {
    const params = { distanceKm: 6.14, minutes: 32, transport: 'bicycle', place: 'now' };
    assert.equal(
      message('strength.near', params, 'nl').text,
      'Ongeveer 32 minuten met de fiets vanaf je huis (6,1 km).',
    );
    assert.equal(
      message('strength.near', params, 'uk').text,
      'About 32 minutes by bicycle from your home (6.1 km).',
    );
    assert.equal(
      message('gap.education', { has: 2, needs: 6 }, 'nl').text,
      'Gevraagde opleiding: hbo- of universitaire bachelor. Jij hebt: mbo-2 of vmbo.',
    );
    assert.equal(
      message('strength.skills', { has: 2, asked: 6 }, 'nl').text,
      'Je hebt 2 van de 6 gevraagde vaardigheden.',
    );
    const date = { date: '2026-06-01' };
    assert.match(message('mark.announced', date, 'nl').text, /^Aangekondigd voor 1 juni 2026\./);
    assert.match(message('mark.announced', date, 'ar').text, /^Announced for 1 June 2026\./);
  });

  it('speaks to the person, and to an employer about the candidate', () => {
    const params = { language: 'nl', has: 'A1', needs: 'B1' };
    assert.equal(
      message('gap.language', params, 'nl').text,
      'Voor dit werk heb je Nederlands op niveau B1 nodig. Jij hebt niveau A1.',
    );
    assert.equal(
      message('gap.language', params, 'nl', 'employer').text,
      'Je vraagt Nederlands op niveau B1. Deze kandidaat heeft niveau A1.',
    );
  });

  it('refuses a key without a text and a text without its parameters', () => {
    assert.throws(() => message('strength.of-tomorrow', {}, 'nl'), /no text for strength\.of-tomorrow/);
    assert.throws(() => message('gap.skill', {}, 'nl'), /needs the parameter skill/);
    assert.throws(() => message('gap.skill', { skill: null }, 'nl'), /needs the parameter skill/);
    assert.throws(
      () => message('strength.skills', { has: Number.NaN, asked: 3 }, 'nl'),
      /needs the parameter has/,
    );
  });

  it('keeps the parameters of its key, whoever reads it', () => {
    for (const [key, { nl, en }] of employer) {
      assert.ok(general.has(key), `${key} is not in matching-texts.yaml or texts.yaml`);
      for (const name of [...placeholders(nl), ...placeholders(en)]) {
        assert.ok(general.get(key)!.includes(name), `${key}: an employer's text may not need ${name}`);
      }
    }
  });

  it('has words for every code', () => {
    const words = parse(readFileSync(join(FOLDER, 'matching-words.yaml'), 'utf8'));
    assert.deepEqual(Object.keys(words.transport).sort(), [...TRANSPORTS].sort());
    assert.deepEqual(Object.keys(words.reason).sort(), ['care', 'integration-course', 'other']);
    assert.deepEqual(Object.keys(words.skillKind).sort(), ['listening', 'reading', 'speaking', 'writing']);
    assert.deepEqual(Object.keys(words.nlqf), ['1', '2', '3', '4', '5', '6', '7', '8']);
    for (const table of Object.values<Record<string, object>>(words)) {
      for (const word of Object.values(table)) assert.deepEqual(Object.keys(word), ['nl', 'en']);
    }
  });
});
