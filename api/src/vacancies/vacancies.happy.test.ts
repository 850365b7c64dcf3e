// An employer posts, lists, replaces and closes vacancies; what the title tells is filled in, and marked.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { emptyPool, testApi } from '../testing.ts';

const { sql, call, newPartner } = await testApi();
const UTRECHT = { text: 'Utrecht' };

describe('posting a vacancy', () => {
  before(() => emptyPool(sql));

  test('needs a title and a place, and marks what was filled in', async () => {
    const { server } = await newPartner();
    const { status, headers, body } = await server('POST', '/v1/vacancies', {
      title: 'Bakker',
      place: UTRECHT,
    });
    const { vacancy, understood } = body;
    assert.equal(status, 201);
    assert.equal(headers.get('Location'), `/v1/vacancies/${vacancy.id}`);
    assert.deepEqual([vacancy.status, vacancy.kind, vacancy.title], ['open', 'job', 'Bakker']);
    assert.deepEqual([vacancy.place.name, vacancy.occupation.id], ['Utrecht', 'baker']);
    assert.deepEqual(vacancy.inferred, ['occupation', 'skills', 'educationLevel', 'educationLevelMax']);
    assert.ok(vacancy.skills.length > 3);
    assert.ok(vacancy.skills.every((skill: { inferred: boolean }) => skill.inferred));
    assert.ok(vacancy.educationLevel >= 1);
    const words = understood.map(({ text, as, id }: Record<string, string>) => [text, as, id]);
    assert.deepEqual(words, [
      ['Utrecht', 'place', vacancy.place.id],
      ['Bakker', 'occupation', 'baker'],
    ]);
    assert.deepEqual(
      (await call('GET', headers.get('Location')!, { key: (await newPartner()).secret })).body,
      vacancy,
    );
  });

  test('knows a language by any of its tags, and counts once what a list repeats', async () => {
    const { server } = await newPartner();
    const morning = { day: 'mon', part: 'morning' };
    const { vacancy } = (
      await server('POST', '/v1/vacancies', {
        title: 'Chauffeur',
        place: UTRECHT,
        languages: [
          { language: 'nld', level: 'A2' },
          { language: 'de-AT', level: 'A1' },
        ],
        licences: ['B', 'BE', 'B'],
        shifts: [morning, morning],
      })
    ).body;
    assert.deepEqual(
      vacancy.languages.map(({ language }: { language: string }) => language),
      ['nl', 'de'],
    );
    assert.deepEqual([vacancy.licences, vacancy.shifts], [['B', 'BE'], [morning]]);
  });

  test('returns its best candidates in the same answer', async () => {
    const { server, signUp } = await newPartner();
    const { id } = await signUp({
      occupations: [{ occupation: { text: 'tapijtwever' } }],
      place: { text: 'Delfzijl' },
    });
    const { candidateMatches } = (
      await server('POST', '/v1/vacancies', { title: 'Tapijtwever', place: { text: 'Delfzijl' } })
    ).body;
    assert.equal(candidateMatches.items[0].candidate.id, id);
    assert.ok(candidateMatches.items.length <= 20);
    assert.ok(candidateMatches.total >= 1);
  });

  test('keeps what the employer says, and fills in only the rest', async () => {
    const { server } = await newPartner();
    const said = {
      kind: 'apprenticeship',
      title: 'Wij zoeken versterking!',
      description: 'Kom erbij.',
      employerName: 'Bakkerij Jansen',
      applicationUrl: 'https://www.example.nl/apply?a=1',
      place: UTRECHT,
      occupation: { id: 'baker' },
      skills: [{ skill: { id: 'bake-bread' } }, { skill: { text: 'тісто місити' }, importance: 'optional' }],
      languages: [{ language: 'nl', level: 'A2' }],
      educationLevel: 1,
      hoursMin: 24,
      hoursMax: 32,
    };
    const { vacancy } = (await server('POST', '/v1/vacancies', said)).body;
    for (const field of [
      'kind',
      'title',
      'description',
      'employerName',
      'applicationUrl',
      'languages',
      'educationLevel',
      'hoursMin',
      'hoursMax',
    ] as const) {
      assert.deepEqual(vacancy[field], said[field], field);
    }
    assert.deepEqual(vacancy.inferred, []);
    assert.deepEqual(
      vacancy.skills.map((s: { skill: { id: string }; importance: string; inferred: boolean }) => [
        s.skill.id,
        s.importance,
        s.inferred,
      ]),
      [
        ['bake-bread', 'essential', false],
        ['knead-dough', 'optional', false],
      ],
    );
  });

  test('accepts a title that says nothing of the work', async () => {
    const { server } = await newPartner();
    const { status, body } = await server('POST', '/v1/vacancies', { title: 'Qqqq zzzz', place: UTRECHT });
    assert.equal(status, 201);
    assert.deepEqual([body.vacancy.occupation, body.vacancy.skills, body.vacancy.inferred], [null, [], []]);
    assert.ok(
      body.candidateMatches.notices.some(
        (notice: { code: string }) => notice.code === 'no-occupation-or-skill',
      ),
    );
  });

  test('keeps words for an occupation or a skill that we do not know, as they were written', async () => {
    const { server } = await newPartner();
    const { vacancy } = (
      await server('POST', '/v1/vacancies', {
        title: 'Bakker',
        place: UTRECHT,
        skills: [{ skill: { text: 'Qzxqzx Wvwvwv' } }],
      })
    ).body;
    assert.deepEqual(vacancy.unrecognised, [{ text: 'Qzxqzx Wvwvwv', as: 'skill' }]);
  });

  test('answers in the language asked for', async () => {
    const { server } = await newPartner();
    const { vacancy } = (
      await server('POST', '/v1/vacancies?language=uk', { title: 'Bakker', place: UTRECHT })
    ).body;
    assert.deepEqual([vacancy.occupation.label, vacancy.occupation.dutchLabel], ['пекар', 'bakker']);
  });
});

describe('the list of vacancies', () => {
  test('pages without gaps or repeats, also when many were posted at the same moment', async () => {
    const { server, partnerId } = await newPartner();
    for (let i = 0; i < 7; i++)
      await server('POST', '/v1/vacancies', { title: `Bakker ${i}`, place: UTRECHT });
    await sql`update vacancies set created_at = '2026-01-01T00:00:00.123456Z' where partner_id = ${partnerId}`;
    await server('POST', '/v1/vacancies', { title: 'Newest', place: UTRECHT });

    const seen: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const { body } = await server('GET', `/v1/vacancies?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.items.map((item: { title: string }) => item.title));
      cursor = body.next;
      pages++;
    } while (cursor && pages < 10);
    assert.equal(pages, 3);
    assert.equal(seen[0], 'Newest');
    assert.deepEqual(
      seen.toSorted(),
      ['Newest', ...Array.from({ length: 7 }, (_, i) => `Bakker ${i}`)].sort(),
    );
  });

  test('goes on after a vacancy that was closed meanwhile', async () => {
    const { server } = await newPartner();
    for (let i = 0; i < 4; i++) await server('POST', '/v1/vacancies', { title: `Kok ${i}`, place: UTRECHT });
    const first = (await server('GET', '/v1/vacancies?limit=2&status=open')).body;
    await server('POST', `/v1/vacancies/${first.next}/closures`, { reason: 'filled' });
    const second = (await server('GET', `/v1/vacancies?limit=2&status=open&cursor=${first.next}`)).body;
    assert.deepEqual(
      [first, second].flatMap((page) => page.items.map((item: { title: string }) => item.title)),
      ['Kok 3', 'Kok 2', 'Kok 1', 'Kok 0'],
    );
    assert.equal(second.next, null);
    assert.equal((await server('GET', '/v1/vacancies?status=closed')).body.items.length, 1);
  });

  test('is empty for a partner that posted nothing', async () => {
    const { server } = await newPartner();
    assert.deepEqual((await server('GET', '/v1/vacancies')).body, { items: [], next: null });
  });
});

describe('replacing a vacancy', () => {
  before(() => emptyPool(sql));

  test('renews all of it, and its candidates follow in the same answer', async () => {
    const { server, signUp } = await newPartner();
    const { id: welder } = await signUp({
      occupations: [{ occupation: { id: 'welder' } }],
      place: { text: 'Hulst' },
    });
    const { vacancy } = (
      await server('POST', '/v1/vacancies', {
        title: 'Bakker',
        place: UTRECHT,
        description: 'Brood',
        hoursMin: 20,
      })
    ).body;
    const { status, body } = await server('PUT', `/v1/vacancies/${vacancy.id}`, {
      title: 'Lasser',
      place: { text: 'Hulst' },
    });
    assert.equal(status, 200);
    assert.deepEqual([body.vacancy.id, body.vacancy.createdAt], [vacancy.id, vacancy.createdAt]);
    assert.deepEqual([body.vacancy.occupation.id, body.vacancy.place.name], ['welder', 'Hulst']);
    assert.deepEqual([body.vacancy.description, body.vacancy.hoursMin], [null, null]);
    assert.ok(body.vacancy.updatedAt > vacancy.updatedAt);
    assert.equal(body.candidateMatches.items[0].candidate.id, welder);
  });
});

describe('closing a vacancy', () => {
  test('hides it from the next match and from everyone but its owner; closing again changes nothing', async () => {
    const { server, page } = await newPartner();
    const other = await newPartner();
    const { vacancy } = (
      await server('POST', '/v1/vacancies', { title: 'Schoenmaker', place: { text: 'Sluis' } })
    ).body;
    const path = `/v1/vacancies/${vacancy.id}`;
    const matched = async () =>
      (
        await page('POST', '/v1/vacancy-matches', {
          query: 'schoenmaker',
          place: { text: 'Sluis' },
          limit: 100,
        })
      ).body.items.some((item: { vacancy: { id: string } }) => item.vacancy.id === vacancy.id);
    assert.equal(await matched(), true);
    assert.equal((await page('GET', path)).status, 200);
    assert.equal((await other.server('GET', path)).status, 200);

    const { status, body: closed } = await server('POST', `${path}/closures`, { reason: 'filled' });
    assert.equal(status, 200);
    assert.deepEqual([closed.status, closed.closeReason], ['closed', 'filled']);
    assert.equal(await matched(), false);
    assert.equal((await page('GET', path)).status, 404);
    assert.equal((await other.server('GET', path)).status, 404);
    assert.deepEqual((await server('GET', path)).body, closed);

    assert.deepEqual((await server('POST', `${path}/closures`, { reason: 'withdrawn' })).body, closed);
  });
});

test('an id in capitals is the same id', async () => {
  const { server, signUp } = await newPartner();
  const { vacancy } = (await server('POST', '/v1/vacancies', { title: 'Bakker', place: { text: 'Sluis' } }))
    .body;
  const capitals = `/v1/vacancies/${vacancy.id.toUpperCase()}`;
  assert.deepEqual((await server('GET', capitals)).body, vacancy);
  assert.equal((await server('GET', `${capitals}/candidate-matches`)).status, 200);
  const { id, person } = await signUp();
  assert.equal((await person('GET', `/v1/candidates/${id.toUpperCase()}`)).body.id, id);
});
