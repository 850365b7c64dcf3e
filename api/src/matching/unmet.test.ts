// Conditions in memory: what each means, and that retrieval's SQL means the same.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { VACANCY_KINDS } from '../http/schema.ts';
import { removePool, seedPool } from '../pool/seed.ts';
import { silent } from '../progress.ts';
import { TaxonomyCache } from '../taxonomy/snapshot.ts';
import { testApi } from '../testing.ts';
import { bitOf, conditionsOf } from './conditions.ts';
import type { PersonSide, VacancySide } from './factors/factor.ts';
import { allFour, asks, has, person, vacancy } from './factors/testing-pairs.ts';
import { type PersonFacts, personSideOf, type VacancyFacts, vacancySideOf } from './facts.ts';
import { FactsCache } from './facts-cache.ts';
import { personQuery, vacancyQuery } from './profile.ts';
import { retrieveCandidates, retrieveVacancies } from './retrieve.ts';
import { unmetOf } from './unmet.ts';

const unmet = (of: Partial<PersonSide>, by: Partial<VacancySide>) =>
  conditionsOf(unmetOf(person(of), vacancy(by)));

describe('the conditions of a pair', () => {
  it('are all met when nothing is asked, and when nothing is told that falls short', () => {
    assert.deepEqual(unmet({}, {}), []);
    assert.deepEqual(
      unmet({}, { place: { x: 200, y: 0 }, hoursMin: 40, languages: new Map([['nl', allFour(4)]]) }),
      [],
    );
  });

  it('are about the nearer of two places', () => {
    const reach: Partial<PersonSide> = {
      maxDistanceKm: 10,
      places: [
        { x: 50, y: 0, when: 'now' },
        { x: 6, y: 8, when: 'expected' },
      ],
    };
    assert.deepEqual(unmet(reach, {}), []);
    assert.deepEqual(unmet({ ...reach, maxDistanceKm: 9 }, {}), ['reach']);
  });

  it('take no prediction for a must-have, and no other licence for the asked one', () => {
    const must = { skills: asks([1, 'must-have'], [2, 'essential']) };
    assert.deepEqual(unmet({ skills: has([1, 'stated']) }, must), []);
    assert.deepEqual(unmet({ skills: has([1, 'predicted'], [2, 'verified']) }, must), ['must-have']);
    assert.deepEqual(unmet({ licences: ['B'] }, { licences: ['B', 'C'] }), ['licence']);
  });

  it('are about speaking, of each asked language, for who told any', () => {
    const dutch = { languages: new Map([['nl', allFour(3)]]) };
    assert.deepEqual(unmet({ languages: new Map([['nl', { ...allFour(1), speaking: 3 }]]) }, dutch), []);
    assert.deepEqual(unmet({ languages: new Map([['nl', { ...allFour(5), speaking: 2 }]]) }, dutch), [
      'language',
    ]);
    assert.deepEqual(unmet({ languages: new Map([['ar', allFour(6)]]) }, dutch), ['language']);
  });

  it('let hours overlap, open ends included', () => {
    assert.deepEqual(unmet({ hoursMax: 16 }, { hoursMin: 16 }), []);
    assert.deepEqual(unmet({ hoursMax: 16 }, { hoursMin: 17 }), ['hours']);
    assert.deepEqual(unmet({ hoursMin: 32 }, { hoursMin: 8, hoursMax: 24 }), ['hours']);
  });
});

describe('the same conditions in SQL', () => {
  let sql: Awaited<ReturnType<typeof testApi>>['sql'];

  before(async () => {
    ({ sql } = await testApi());
    await seedPool(sql, silent, { candidates: 120, vacancies: 120, seed: 11 });
  });
  after(() => sql.begin(removePool));

  it('agree for every person and vacancy, in both directions', async () => {
    const snapshot = await new TaxonomyCache(sql).current();
    const people = await sql<{ facts: PersonFacts }[]>`select facts from candidate_facts limit 40`;
    const seen = new Map<number, number>();
    for (const { facts } of people) {
      const side = personSideOf(facts);
      const page = await retrieveVacancies(sql, personQuery(side, [...VACANCY_KINDS], snapshot), 200);
      const hits = await new FactsCache().of(sql, 'vacancy', page.hits);
      assert.ok(hits.length >= 100);
      for (const hit of hits) {
        const unmet = hit.unmet & ~bitOf('work-unknown');
        assert.equal(unmetOf(side, vacancySideOf(hit.facts as VacancyFacts)), unmet);
        seen.set(hit.unmet, (seen.get(hit.unmet) ?? 0) + 1);
      }
    }
    assert.ok(seen.size > 5 && seen.has(0), 'the pool has many mixtures of conditions');

    // Of people the distance is in steps, and who told too little is a condition of its own.
    const others = ~(bitOf('reach') | bitOf('place-unknown') | bitOf('work-unknown'));
    const vacancies = await sql<{ facts: VacancyFacts }[]>`select facts from vacancy_facts limit 15`;
    for (const { facts } of vacancies) {
      const side = vacancySideOf(facts);
      const page = await retrieveCandidates(sql, vacancyQuery(side, 'job', snapshot), 200);
      const hits = await new FactsCache().of(sql, 'candidate', page.hits);
      for (const hit of hits) {
        assert.equal(unmetOf(personSideOf(hit.facts as PersonFacts), side) & others, hit.unmet & others);
      }
    }
  });
});
