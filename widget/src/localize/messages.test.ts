// The API's messages in the reader's words: every key that the API has texts for, in every language.
import type { Message } from '@nederlandwerkt/sdk';
import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { allLocales } from '../generated/locale-codes.ts';
import { text } from '../testing/look.ts';
import { SENTENCES, said } from './messages.ts';
import { speak } from './msg.ts';

/** The API's own texts, and those sorts of keys that no element says. */
const FILES = ['texts', 'matching-texts'];
const FOR_OTHERS = /^(why-not|what-if)\./;

const SAMPLES: Message['params'] = {
  distanceKm: 3.2,
  maxDistanceKm: 10,
  minutes: 17,
  maxMinutes: 45,
  years: 6,
  language: 'nl',
  skillKind: 'speaking',
  transport: 'bicycle',
  place: 'now',
  reason: 'care',
  has: 2,
};

/** @returns keys with the parameters of their texts */
async function keysOfTheApi(): Promise<Map<string, Message['params']>> {
  const files = await Promise.all(
    FILES.map(async (name) => {
      const answer = await fetch(`/api/data/rules/${name}.yaml`);
      expect(answer.ok, name).to.equal(true);
      return answer.text();
    }),
  );
  const entries = files.join('\n').matchAll(/^([a-z][a-z0-9.-]+):\n((?: +.*\n?)+)/gm);
  return new Map(
    [...entries].map(([, key, body]) => [
      key!,
      Object.fromEntries(
        [...body!.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, SAMPLES[name!] ?? `some ${name}`]),
      ),
    ]),
  );
}

const words = (message: Message) => {
  const page = document.createElement('div');
  render(said(message), page);
  return page;
};

describe('the messages of the API', () => {
  it('have a sentence for every key, which says all that the message tells', async () => {
    const keys = await keysOfTheApi();
    expect(keys.size).to.be.above(150);
    const missing = [...keys.keys()].filter((key) => !FOR_OTHERS.test(key) && !SENTENCES[key]);
    expect(missing, 'add a sentence to widget/src/localize/messages/').to.deep.equal([]);
    expect(
      Object.keys(SENTENCES).filter((key) => !keys.has(key)),
      'nobody says this any more',
    ).to.deep.equal([]);
    for (const locale of allLocales) {
      speak(locale);
      for (const [key, params] of [...keys].filter(([known]) => SENTENCES[known])) {
        const sentence = text(words({ key, params, text: 'text of the API' }));
        expect(sentence, key).not.to.match(/text of the API|undefined|NaN|null/);
        for (const value of Object.values(params)
          .map(String)
          .filter((value) => value.startsWith('some '))) {
          expect(sentence, `${key} in ${locale}`).to.contain(value);
        }
      }
    }
  });

  it('are written as the language writes numbers, levels, days and hours', () => {
    speak('uk');
    const near = { distanceKm: 3.2, minutes: 12, transport: 'bicycle', place: 'expected' };
    expect(text(words({ key: 'strength.near', params: near, text: '' })).replaceAll('\u00a0', ' ')).to.match(
      /12 хвилин.*велосипедом.*3,2 км/,
    );
    speak('en');
    const of = (key: string, params: Message['params']) => text(words({ key, params, text: '' }));
    expect(of('gap.education', { needs: 4, has: 2 }))
      .to.contain('mbo-4, havo or vwo')
      .and.to.contain('mbo-2');
    expect(of('gap.hours', { needs: '32-40', has: '16+' }))
      .to.contain('32–40')
      .and.to.contain('16+');
    expect(of('mark.announced', { date: '2026-06-12' })).to.contain('June 12, 2026');
  });

  it('come as the API’s own text, in its own language, when the key is new or a parameter is missing', () => {
    for (const [locale, own] of [
      ['nl', 'nl'],
      ['ar', 'en'],
    ] as const) {
      speak(locale);
      const messages: Message[] = [
        { key: 'strength.of-tomorrow', params: {}, text: 'New.' },
        { key: 'gap.skill', params: { skill: null }, text: 'New.' },
      ];
      for (const message of messages) {
        const page = words(message);
        expect(text(page)).to.equal('New.');
        expect(page.querySelector('bdi')!.lang).to.equal(own);
      }
    }
  });
});
