// Bad input gets a clear problem or a sensible answer: never a 500, never an empty list without its reason.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { emptyPool, testApi } from '../testing.ts';

const { sql, newPartner } = await testApi();
const UTRECHT = { text: 'Utrecht' };

describe('bad input for a match', () => {
  let partner: Awaited<ReturnType<typeof newPartner>>;
  before(async () => {
    partner = await newPartner();
    await emptyPool(sql);
    await partner.server('POST', '/v1/vacancies', { title: 'Bakker', place: UTRECHT });
    await partner.server('POST', '/v1/vacancies', {
      title: 'Vrachtwagenchauffeur',
      place: UTRECHT,
      licences: ['C'],
    });
  });
  const match = (body: object) => partner.page('POST', '/v1/vacancy-matches', body);

  const REFUSED: [string, object, string][] = [
    ['weights that are all 0', { weights: { hardSkills: 0 } }, '#/weights'],
    ['a weight below 0', { weights: { hardSkills: -1, location: 1 } }, '#/weights/hardSkills'],
    ['a factor that does not exist', { weights: { nationality: 1 } }, '#/weights'],
    ['an occupation that does not exist', { occupations: [{ id: 'no-such-job' }] }, '#/occupations/0'],
    ['a skill that does not exist', { skills: [{ id: 'no-such-skill' }] }, '#/skills/0'],
    [
      'more than 500 skills',
      { skills: Array.from({ length: 501 }, () => ({ id: 'bake-bread' })) },
      '#/skills',
    ],
    [
      'a range of levels the wrong way round',
      { educationLevel: 6, educationLevelMax: 4 },
      '#/educationLevel',
    ],
    ['an interest above 1', { interests: { R: 2 } }, '#/interests/R'],
    ['a part of the day that does not exist', { busy: [{ day: 'mon', part: 'noon' }] }, '#/busy/0/part'],
    ['a licence that does not exist', { licences: ['Z'] }, '#/licences/0'],
  ];
  for (const [what, body, pointer] of REFUSED) {
    test(`${what}: says where and what to do`, async () => {
      const { status, body: problem } = await match(body);
      assert.equal(status, 400);
      const pointers = problem.errors.map((error: { pointer: string }) => error.pointer);
      assert.ok(
        pointers.some((at: string) => at.startsWith(pointer)),
        pointers.join(),
      );
    });
  }

  test('weights of a query that cannot be read: says how to write them', async () => {
    const { id, person } = await partner.signUp({});
    const path = `/v1/candidates/${id}/vacancy-matches`;
    for (const weights of ['much', 'hardSkills', 'hardSkills:x', 'age:1', 'location:0']) {
      const { status, body } = await person('GET', `${path}?weights=${weights}`);
      assert.equal(status, 400, weights);
      assert.match(JSON.stringify(body.errors), /weights/);
    }
    const { status, body } = await person('GET', `${path}?weights=location:1`);
    assert.equal(status, 200);
    const weightOf = Object.fromEntries(
      body.items[0].contributions.map((c: { factor: string; weight: number }) => [c.factor, c.weight]),
    );
    assert.equal(weightOf.hardSkills, 0);
  });

  test('500 skills, and an empty profile, get a whole answer', async () => {
    const many = await sql<{ id: string }[]>`select code as id from concepts where type = 'skill' limit 500`;
    for (const body of [{ skills: [...many] }, {}]) {
      const answer = await match(body);
      assert.equal(answer.status, 200);
      assert.equal(answer.body.items.length, 2);
    }
  });

  test('a list in which nothing meets the conditions is full, and says which condition it is', async () => {
    await partner.server('POST', '/v1/vacancies', {
      title: 'Chauffeur',
      kind: 'internship',
      place: UTRECHT,
      licences: ['CE'],
    });
    const { body } = await match({ query: 'chauffeur', place: UTRECHT, kinds: ['internship'] });
    assert.deepEqual([body.total, body.items.length], [0, 1]);
    const [notice] = body.notices.filter((one: { code: string }) => one.code === 'conditions-not-met');
    assert.deepEqual(notice.conditions, [{ condition: 'licence', count: 1 }]);
    assert.deepEqual(body.items[0].unmet, ['licence']);
  });

  test('an empty list says why', async () => {
    const { body } = await match({ query: 'bakker', kinds: ['volunteering'] });
    assert.deepEqual([body.items, body.total], [[], 0]);
    assert.ok(body.notices.some((notice: { code: string }) => notice.code === 'nothing-open'));
  });

  test('a wish that we do not know: says so', async () => {
    for (const wish of [{ text: 'Wxwxwx Vkvk' }, { id: 'no-such-job' }]) {
      const { status, body } = await partner.page('POST', '/v1/unlock-paths', { wish });
      assert.equal(status, 400);
      assert.equal(body.errors[0].pointer, '#/wish');
    }
  });

  test('the what-ifs of a vacancy are for its own partner, while it is open', async () => {
    const { body } = await partner.server('POST', '/v1/vacancies', { title: 'Kok', place: UTRECHT });
    const path = `/v1/vacancies/${body.vacancy.id}/what-ifs`;
    assert.equal((await partner.server('GET', path)).status, 200);
    assert.equal((await (await newPartner()).server('GET', path)).status, 404);
    await partner.server('POST', `/v1/vacancies/${body.vacancy.id}/closures`, { reason: 'filled' });
    assert.equal((await partner.server('GET', path)).status, 409);
  });

  test('nobody calls their own skill verified', async () => {
    const verified = { skills: [{ id: 'bake-bread', provenance: 'verified' }] };
    const refused = await partner.signUp(verified);
    assert.equal(refused.answer.status, 400);
    assert.equal(refused.answer.body.errors[0].pointer, '#/skills/0/provenance');
    const { id, person } = await partner.signUp({});
    assert.equal((await person('PATCH', `/v1/candidates/${id}`, verified)).status, 400);
    assert.equal((await partner.server('PATCH', `/v1/candidates/${id}`, verified)).status, 200);
    const { body } = await person('GET', `/v1/candidates/${id}`);
    assert.equal(body.skills[0].provenance, 'verified');
    // What was verified may be sent back as it was read; another skill may not join it.
    assert.equal((await person('PATCH', `/v1/candidates/${id}`, verified)).status, 200);
    const another = { skills: [...verified.skills, { id: 'knead-dough', provenance: 'verified' }] };
    const { status, body: problem } = await person('PATCH', `/v1/candidates/${id}`, another);
    assert.equal(status, 400);
    assert.equal(problem.errors[0].pointer, '#/skills/1/provenance');
  });
});
