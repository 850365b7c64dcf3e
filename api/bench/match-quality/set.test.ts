import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { FACTORS } from '../../src/matching/factors/factor.ts';
import { person, vacancy } from '../../src/matching/factors/testing-pairs.ts';
import { knowledgeOf } from '../../src/matching/knowledge.ts';
import { score } from '../../src/matching/score.ts';
import { weightsOf } from '../../src/matching/weights.ts';
import { silent } from '../../src/progress.ts';
import type { Snapshot } from '../../src/taxonomy/snapshot.ts';
import { chart } from './chart.ts';
import { FactorValues } from './factor-values.ts';
import { judge } from './judge.ts';
import { type Measured, measure } from './measure.ts';
import { ENGINE } from './methods.ts';
import { type Occupation, occupationsOf, relationOf } from './occupations.ts';
import { YEAR } from './people.ts';
import { report } from './report.ts';
import { type JudgedSet, judgedSet } from './set.ts';
import { readTaxonomy } from './taxonomy.ts';
import { allFour } from './told.ts';
import { tune } from './tune.ts';

const SMALL = { occupations: 20, vacancies: 160 };
let snapshot: Snapshot;
let set: JudgedSet;
before(async () => {
  snapshot = await readTaxonomy([], silent);
  set = judgedSet(snapshot, SMALL);
});

describe('the judged set', () => {
  it('is the same each time', () => {
    const again = judgedSet(snapshot, SMALL);
    assert.deepEqual(again.people, set.people);
    assert.deepEqual(again.vacancies, set.vacancies);
    assert.deepEqual(again.grades, set.grades);
  });

  it('holds every grade, and most pairs do not fit', () => {
    const counts = [0, 0, 0];
    for (const grade of set.grades) counts[grade]!++;
    assert.ok(counts[2]! > 20 && counts[1]! > counts[2]! && counts[0]! > 10 * counts[1]!, counts.join());
  });

  it('gives the engine less than what is true, and some of it wrong', () => {
    const names = ({ occupation, truth, told }: JudgedSet['people'][number]) =>
      [...told.skills].some(
        ([skill, { provenance }]) => provenance === 'predicted' && !truth.skills.has(skill),
      ) || !told.experience.some((job) => job.occupation === occupation.id);
    assert.ok(set.people.some(names));
    assert.ok(set.people.every(({ truth, told }) => told.experience.length <= truth.experience.length));
    assert.ok(set.vacancies.some(({ told }) => told.occupation === null && told.skills.size > 0));
    assert.ok(
      set.vacancies.some(
        ({ told, occupation }) => told.occupation !== null && told.occupation !== occupation.id,
      ),
    );
  });

  it('keeps occupations of the two halves apart', () => {
    const half = set.people.length / 2;
    const first = new Set(set.people.slice(0, half).map(({ occupation }) => occupation.id));
    assert.ok(set.people.slice(half).every(({ occupation }) => !first.has(occupation.id)));
  });

  it('needs a taxonomy that is large enough, and says so', () => {
    assert.throws(
      () => judgedSet(snapshot, { occupations: 100_000, vacancies: 0 }),
      /needs 100000 occupations/,
    );
  });
});

describe('the relation of two occupations', () => {
  const occupation = (id: number, iscoCode: string, essential: number[]): Occupation => ({
    ...{ id, iscoCode, essential, optional: [], nlqf: [2, 3], riasec: null },
  });
  const baker = occupation(1, '7512', [1, 2, 3, 4]);

  it('is neighbouring in one minor group, or with enough skills in common', () => {
    assert.equal(relationOf(baker, baker), 'same');
    assert.equal(relationOf(baker, occupation(2, '7511', [9])), 'neighbouring');
    assert.equal(relationOf(baker, occupation(3, '5120', [3, 4, 5])), 'neighbouring');
    assert.equal(relationOf(baker, occupation(4, '5120', [4, 5, 6, 7])), 'unrelated');
  });

  it('is known for every occupation with skills', () => {
    const all = occupationsOf(snapshot);
    assert.ok(all.length > 400);
    assert.ok(all.every(({ nlqf: [min, max], iscoCode }) => min <= max && iscoCode.length === 4));
  });
});

describe('the judge', () => {
  const here = person({ places: [{ x: 0, y: 0, when: 'now' }], maxDistanceKm: 10 });

  it('gives grades by occupation', () => {
    const grades = (['same', 'neighbouring', 'unrelated'] as const).map((relation) =>
      judge(relation, here, vacancy()),
    );
    assert.deepEqual(grades, [2, 1, 0]);
  });

  it('lowers the grade by one for each thing in the way, never under 0', () => {
    const far = { place: { x: 11, y: 0 } };
    const driving = { licences: ['B'] };
    const dutch = { languages: new Map([['nl', allFour(3)]]) };
    assert.equal(judge('same', here, vacancy(far)), 1);
    assert.equal(judge('same', here, vacancy({ ...far, ...driving })), 0);
    assert.equal(judge('same', here, vacancy({ ...far, ...driving, ...dutch })), 0);
    assert.equal(judge('neighbouring', here, vacancy(dutch)), 0);
    assert.equal(judge('same', { ...here, licences: ['B'] }, vacancy(driving)), 2);
    assert.equal(
      judge('same', here, vacancy({ skills: new Map([[5, { importance: 'must-have', level: null }]]) })),
      1,
    );
    assert.equal(judge('same', { ...here, hoursMin: 32 }, vacancy({ hoursMax: 16 })), 1);
    assert.equal(judge('same', { ...here, busy: [{ mask: 1, reason: 'care' }] }, vacancy({ shifts: 3 })), 1);
    const school = { education: { min: 2, max: 2, field: null } };
    assert.equal(
      judge('same', { ...here, ...school }, vacancy({ education: { min: 4, max: 4, field: null } })),
      1,
    );
  });
});

describe('scores from factors that were computed once', () => {
  it('are those of the engine, with any weights', () => {
    const knowledge = knowledgeOf(snapshot);
    const values = new FactorValues(set, knowledge, silent.step('', 0));
    for (const weights of [weightsOf(), weightsOf({ hardSkills: 1, location: 2 })]) {
      const scores = values.scores(3, weights);
      for (const [i, { told }] of set.vacancies.entries()) {
        const pair = { person: set.people[3]!.told, vacancy: told, year: YEAR };
        assert.ok(Math.abs(scores[i]! - score(pair, knowledge, weights).score) < 1e-9);
      }
    }
  });
});

describe('looking for weights', () => {
  it('finds what is better, and keeps ours when nothing is', () => {
    const wish = (weights: ReturnType<typeof weightsOf>) => Math.min(0.5, weights.location);
    assert.ok(tune(wish).location > weightsOf().location);
    assert.deepEqual(
      tune(() => 0.5),
      weightsOf(),
    );
  });
});

describe('the measurement', () => {
  let measured: Measured;
  before(async () => {
    measured = await measure(snapshot, { taxonomy: 'the starter set', size: SMALL, progress: silent });
  });
  const ndcg = (name: string) => measured.rows.find((row) => row.name === name)!.metrics.ndcg10.mean;

  it('puts our engine above BM25, and that far above chance', () => {
    assert.ok(ndcg(ENGINE) > ndcg('BM25 on texts') + 0.05, `${ndcg(ENGINE)} and ${ndcg('BM25 on texts')}`);
    assert.ok(ndcg('BM25 on texts') > ndcg('random') + 0.2);
  });

  it('leaves out and singles out every factor', () => {
    const names = measured.rows.map(({ name }) => name);
    for (const factor of FACTORS)
      assert.ok(names.includes(`without ${factor}`) && names.includes(`${factor} alone`));
    assert.ok(ndcg('without hardSkills') < ndcg(ENGINE));
  });

  it('is told in tables, with a picture that has words', async () => {
    const picture = await chart(measured);
    const text = report(measured, picture);
    assert.match(picture.svg, /^<svg role="img" aria-label="Bar chart/);
    assert.match(text, /\| our engine, all scored \| \.\d{3} \(\.\d{3} to \.\d{3}\)/);
    assert.doesNotMatch(text, /NaN|undefined|null/);
  });
});
