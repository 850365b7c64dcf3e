// Tests what suggestions and extractions say to requests that they cannot answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApi } from '../testing.ts';

const SUGGEST = '/v1/skill-suggestions';
const EXTRACT = '/v1/skill-extractions';

const refused: [name: string, path: string, body: unknown, pointer: string][] = [
  ['A suggestion from nothing', SUGGEST, {}, '#'],
  ['A text too long to suggest from', SUGGEST, { text: 'a'.repeat(5001) }, '#/text'],
  ['A text too long to extract from', EXTRACT, { text: 'a'.repeat(20_001) }, '#/text'],
  ['An empty text', EXTRACT, { text: '  ' }, '#/text'],
  ['An unknown skill', SUGGEST, { confirmedSkills: [{ id: 'no-such-skill' }] }, '#/confirmedSkills/0'],
  ['An unknown occupation', SUGGEST, { occupations: [{ occupation: { id: 'nobody' } }] }, '#/occupations/0'],
];

for (const [name, path, body, pointer] of refused) {
  test(`${name} is refused, with a pointer to what is wrong`, async () => {
    const { server } = await (await testApi()).newPartner();
    const answer = await server('POST', path, body);
    assert.equal(answer.status, 400);
    assert.ok(answer.body.errors[0].pointer.startsWith(pointer), JSON.stringify(answer.body.errors));
  });
}

test('A text that names no skill gets a notice, never a silent empty list', async () => {
  const { server } = await (await testApi()).newPartner();
  const { status, body } = await server('POST', EXTRACT, { text: 'xqzv' });
  assert.equal(status, 200);
  assert.deepEqual([body.skills, body.occupations], [[], []]);
  assert.equal(body.notices[0].code, 'text-not-recognised');
});
