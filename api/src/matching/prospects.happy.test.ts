// The way to a wished occupation and the what-if of a vacancy, as they are asked over HTTP.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { emptyPool, testApi } from '../testing.ts';

const { sql, newPartner } = await testApi();
const partner = await newPartner();
const place = { text: 'Utrecht' };

interface Path {
  reachable: boolean;
  vacancies: { total: number; openNow: number };
  steps: { kind: string; message: { key: string; params: Record<string, string> } }[];
}

describe('the way to a wished occupation', () => {
  const pathTo = async (wish: string, told: object = {}): Promise<Path> => {
    const { status, body } = await partner.page('POST', '/v1/unlock-paths', { wish: { id: wish }, ...told });
    assert.equal(status, 200);
    return body;
  };

  before(async () => {
    await emptyPool(sql);
    const post = (vacancy: object) => partner.server('POST', '/v1/vacancies', { place, ...vacancy });
    await post({ title: 'Bakker', occupation: { id: 'baker' } });
    await post({ title: 'Cursus bakken', occupation: { id: 'baker' }, kind: 'course' });
    await post({ title: 'Cursus deeg', occupation: { id: 'baker' }, kind: 'course' });
    await post({ title: 'Chauffeur', occupation: { id: 'lorry-driver' }, licences: ['C'] });
  });

  test('looks only at the kinds of place that the person asks for', async () => {
    assert.equal((await pathTo('baker')).vacancies.total, 3);
    assert.equal((await pathTo('baker', { kinds: ['job'] })).vacancies.total, 1);
    assert.equal((await pathTo('baker', { kinds: ['course'] })).vacancies.total, 2);
    const { id, person } = await partner.signUp({ kinds: ['job', 'course'], place });
    const { body } = await person('POST', `/v1/candidates/${id}/unlock-paths`, { wish: { id: 'baker' } });
    assert.equal(body.vacancies.total, 3);
  });

  test('ends with the document when its last day has passed', async () => {
    const workRight = { category: 'status-holder', until: '2020-01-01' };
    const { steps, reachable } = await pathTo('baker', { workRight });
    assert.equal(reachable, false);
    assert.ok(steps.some(({ message }) => message.key === 'step.renew-document'));
    const { body } = await partner.page('POST', '/v1/vacancy-matches', { place, workRight });
    const gates: { message: { key: string } }[] = body.items[0].gates;
    assert.ok(gates.some(({ message }) => message.key === 'outcome.ask'));
  });

  test('of a driver goes by the car before the lorry, and a lorry with a trailer is enough', async () => {
    const toGet = ({ steps }: Path) =>
      steps.filter(({ kind }) => kind === 'licence').map(({ message }) => message.params.category);
    assert.deepEqual(toGet(await pathTo('lorry-driver')), ['B', 'C']);
    assert.deepEqual(toGet(await pathTo('lorry-driver', { licences: ['CE'] })), []);
  });
});

describe('the what-if of a vacancy with many must-haves', () => {
  test('foretells what dropping one of them gives, however many there are', async () => {
    await emptyPool(sql);
    const codes = await sql<
      { code: string }[]
    >`select code from concepts where type = 'skill' order by id limit 33`;
    const skills = codes.map(({ code }) => ({ id: code }));
    const asked = (count: number) =>
      skills.slice(0, count).map((skill) => ({ skill, importance: 'must-have' }));
    // One lacks the second skill, the other all from the 31st on; from 32 on those are counted together.
    await partner.signUp({ place, skills: skills.filter((_, i) => i !== 1) });
    await partner.signUp({ place, skills: skills.slice(0, 30) });
    const foretold = async (count: number) => {
      const { body } = await partner.server('POST', '/v1/vacancies', {
        title: 'Bakker',
        place,
        skills: asked(count),
      });
      const { status, body: answer } = await partner.server(
        'GET',
        `/v1/vacancies/${body.vacancy.id}/what-ifs`,
      );
      assert.equal(status, 200);
      const { suitable, relaxations } = answer as {
        suitable: number;
        relaxations: { requirement: string; added: number }[];
      };
      const mustHaves = relaxations.filter(({ requirement }) => requirement === 'must-have');
      return [suitable, mustHaves.map(({ added }) => added)];
    };
    assert.deepEqual(await foretold(3), [1, [1]]);
    assert.deepEqual(await foretold(31), [0, [1, 1]]);
    assert.deepEqual(await foretold(33), [0, [1]]);
  });
});
