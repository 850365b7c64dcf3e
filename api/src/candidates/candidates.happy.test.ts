// A person signs up with little, in their own words, and adds, changes and empties parts of the profile later.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CONSENT, testApi } from '../testing.ts';

const { newPartner } = await testApi();
const { signUp, server } = await newPartner();

type Entry = { occupation: { id: string }; years: number | null };
type SkillEntry = { skill: { id: string; label: string }; provenance: string };
const statedIds = (candidate: { skills: SkillEntry[] }) =>
  candidate.skills
    .filter((entry) => entry.provenance === 'stated')
    .map((entry) => entry.skill.id)
    .sort();

const ids = (concepts: { id: string }[]) => concepts.map((concept) => concept.id);
const skillIds = (candidate: { skills: SkillEntry[] }) => ids(candidate.skills.map((entry) => entry.skill));

describe('signing up', () => {
  test('needs consent and nothing else: no e-mail, no name, no phone', async () => {
    const { answer, id } = await signUp();
    const { candidate, token, tokenExpiresAt, notices } = answer.body;
    assert.equal(answer.status, 201);
    assert.equal(answer.headers.get('Location'), `/v1/candidates/${id}`);
    for (const field of [
      'name',
      'email',
      'phone',
      'birthDate',
      'place',
      'educationLevel',
      'hoursMin',
      'hoursMax',
    ]) {
      assert.equal(candidate[field], null, field);
    }
    assert.deepEqual(
      [candidate.occupations, candidate.skills, candidate.languages, notices],
      [[], [], [], []],
    );
    assert.deepEqual(candidate.consent, CONSENT);
    assert.equal(candidate.synthetic, false);
    assert.equal(token.split('.').length, 3);
    assert.ok(Date.parse(tokenExpiresAt) > Date.now());
  });

  test('takes a person at their word, in their script, and shows how it was read', async () => {
    const { answer, person, id } = await signUp({
      name: 'محمد الأحمد',
      phone: '+31 6 12345678',
      birthDate: '1990-01-01',
      language: 'ar',
      place: { text: 'أوتريخت' },
      occupations: [{ occupation: { text: 'الخبّاز' }, years: 7 }],
      skills: [{ text: 'عجن العجين' }],
      languages: [
        { language: 'ar', level: 'C2' },
        { language: 'nl', level: 'A1' },
      ],
      diploma: 'foreign',
      educationLevel: 3,
      hoursMin: 24,
      hoursMax: 40,
    });
    const { candidate, understood } = answer.body;
    assert.deepEqual(
      understood.map(({ as, id }: { as: string; id: string }) => [as, id]),
      [
        ['place', 'geonames:2745912'],
        ['occupation', 'baker'],
        ['skill', 'knead-dough'],
      ],
    );
    assert.equal(understood[1].label, 'خباز');
    assert.deepEqual(
      [candidate.name, candidate.birthDate, candidate.place.name],
      ['محمد الأحمد', '1990-01-01', 'Utrecht'],
    );
    assert.deepEqual(
      [candidate.occupations[0].years, candidate.diploma, candidate.educationLevel],
      [7, 'foreign', 3],
    );
    assert.deepEqual((await person('GET', `/v1/candidates/${id}?language=ar`)).body, candidate);
    const dutch = (await person('GET', `/v1/candidates/${id}`)).body;
    assert.equal(dutch.occupations[0].occupation.label, 'bakker');
  });

  test('keeps the parts of the week that are taken, with their reason', async () => {
    const busy = [
      { day: 'mon', part: 'morning', reason: 'integration-course' },
      { day: 'mon', part: 'evening' },
    ];
    const { answer } = await signUp({ busy });
    assert.equal(answer.status, 201);
    assert.deepEqual(answer.body.candidate.busy, [busy[0], { ...busy[1], reason: 'other' }]);
  });

  test('counts once what a list repeats, in the order in which it was told', async () => {
    const { answer } = await signUp({
      licences: ['CE', 'B', 'CE', 'B'],
      kinds: ['job', 'course', 'job'],
      transport: ['bicycle', 'bicycle'],
      optOut: ['interests', 'interests'],
      busy: [
        { day: 'tue', part: 'night' },
        { part: 'night', day: 'tue', reason: 'other' },
      ],
    });
    const { licences, kinds, transport, optOut, busy } = answer.body.candidate;
    assert.deepEqual(
      { licences, kinds, transport, optOut, busy },
      {
        licences: ['CE', 'B'],
        kinds: ['job', 'course'],
        transport: ['bicycle'],
        optOut: ['interests'],
        busy: [{ day: 'tue', part: 'night', reason: 'other' }],
      },
    );
  });

  test('knows a language by any of its tags, and Dari and Kurmanji as languages of their own', async () => {
    const told = ['nl-BE', 'eng', 'fa', 'prs', 'ku', 'kmr', 'ckb', 'tl-PH'];
    const { answer } = await signUp({ languages: told.map((language) => ({ language, level: 'B1' })) });
    assert.deepEqual(
      answer.body.candidate.languages.map(({ language }: { language: string }) => language),
      ['nl', 'en', 'fa', 'fa-AF', 'ku', 'kmr', 'ckb', 'tl'],
    );
    for (const language of ['nld', 'dut', 'nl-NL']) {
      const { answer } = await signUp({ languages: [{ language, level: 'A2' }] });
      assert.deepEqual(answer.body.candidate.languages, [{ language: 'nl', level: 'A2' }], language);
    }
  });

  test('keeps words that we do not know as they were written, and says that they do not count', async () => {
    const { answer } = await signUp({
      place: { text: 'Qqqqqqq' },
      occupations: [{ occupation: { text: 'Wxwxwx Vkvk' } }, { occupation: { id: 'baker' } }],
      skills: [{ text: 'Zzzzqqqq' }],
    });
    const { candidate, notices } = answer.body;
    assert.equal(answer.status, 201);
    assert.deepEqual(
      candidate.unrecognised.map(({ text, as }: { text: string; as: string }) => [as, text]).sort(),
      [
        ['occupation', 'Wxwxwx Vkvk'],
        ['place', 'Qqqqqqq'],
        ['skill', 'Zzzzqqqq'],
      ],
    );
    assert.deepEqual(
      candidate.occupations.map((entry: Entry) => entry.occupation.id),
      ['baker'],
    );
    assert.deepEqual(
      notices.map(({ code, input }: { code: string; input: string }) => [code, input]).sort(),
      [
        ['place-not-recognised', 'Qqqqqqq'],
        ['text-not-recognised', 'Wxwxwx Vkvk'],
        ['text-not-recognised', 'Zzzzqqqq'],
      ],
    );
  });

  test('predicts the usual skills of an occupation, and marks what the person did not say', async () => {
    const { answer } = await signUp({
      occupations: [{ occupation: { id: 'baker' } }],
      skills: [{ id: 'bake-bread' }],
    });
    const { skills } = answer.body.candidate as { skills: SkillEntry[] };
    const provenance = new Map(skills.map((entry) => [entry.skill.id, entry.provenance]));
    assert.equal(provenance.get('bake-bread'), 'stated');
    assert.equal(provenance.get('knead-dough'), 'predicted');
    assert.equal(skills[0]!.provenance, 'stated', 'what the person said comes first');
  });

  test('keeps what the person said no to, and does not predict it', async () => {
    const { answer, person, id } = await signUp({
      occupations: [{ occupation: { id: 'baker' } }],
      rejectedSkills: [{ text: 'deeg kneden' }, { text: 'Zzzzqqqq' }],
      language: 'uk',
    });
    const { candidate, notices } = answer.body;
    assert.deepEqual(ids(candidate.rejectedSkills), ['knead-dough']);
    assert.ok(!skillIds(candidate).includes('knead-dough'));
    assert.ok(skillIds(candidate).includes('bake-bread'));
    assert.deepEqual(
      [candidate.unrecognised, notices.length],
      [[], 1],
      'a "no" to unknown words is told, not kept',
    );
    const read = (await person('GET', `/v1/candidates/${id}`)).body;
    assert.equal(read.rejectedSkills[0].label, 'deeg kneden');
  });

  test("by a partner's server works too, and that partner can read and delete the profile", async () => {
    const { status, body } = await server('POST', '/v1/candidates', {
      name: 'Via de gemeente',
      consent: CONSENT,
    });
    assert.equal(status, 201);
    const path = `/v1/candidates/${body.candidate.id}`;
    assert.equal((await server('GET', path)).body.name, 'Via de gemeente');
    assert.equal((await server('DELETE', path)).status, 204);
    assert.equal((await server('GET', path)).status, 404);
  });

  test('twice the same is one occupation and one skill', async () => {
    const { answer } = await signUp({
      occupations: [
        { occupation: { id: 'baker' }, years: 2 },
        { occupation: { text: 'пекар' }, years: 9 },
      ],
      skills: [{ id: 'bake-bread' }, { text: 'brood bakken' }],
    });
    assert.equal(answer.status, 201);
    assert.equal(answer.body.candidate.occupations.length, 1);
    assert.deepEqual(statedIds(answer.body.candidate), ['bake-bread']);
  });
});

describe('changing a profile', () => {
  const FULL = {
    name: 'Amina',
    phone: '0612345678',
    place: { text: 'Utrecht' },
    occupations: [{ occupation: { id: 'baker' }, years: 5 }],
    skills: [{ id: 'bake-bread' }, { text: 'Zzzzqqqq' }],
    languages: [{ language: 'nl', level: 'A2' }],
    hoursMin: 24,
    hoursMax: 32,
  };
  async function change(patch: object, before: object = FULL) {
    const { id, person, answer } = await signUp(before);
    const changed = await person('PATCH', `/v1/candidates/${id}`, patch);
    return { before: answer.body.candidate, ...changed, candidate: changed.body.candidate };
  }

  test('leaves alone what is not mentioned', async () => {
    const { status, before, candidate } = await change({ name: 'Amina B.' });
    assert.equal(status, 200);
    assert.ok(candidate.updatedAt > before.updatedAt);
    assert.deepEqual({ ...candidate, name: 'Amina', updatedAt: before.updatedAt }, before);
  });

  test('empties with null', async () => {
    const { candidate } = await change({
      name: null,
      phone: null,
      place: null,
      hoursMin: null,
      hoursMax: null,
    });
    for (const field of ['name', 'phone', 'place', 'hoursMin', 'hoursMax'])
      assert.equal(candidate[field], null, field);
  });

  test('replaces a list by a list, and predicts anew', async () => {
    const { candidate } = await change({ occupations: [{ occupation: { id: 'welder' } }], languages: [] });
    assert.deepEqual(
      candidate.occupations.map((entry: Entry) => [entry.occupation.id, entry.years]),
      [['welder', null]],
    );
    assert.deepEqual(candidate.languages, []);
    assert.deepEqual(statedIds(candidate), ['bake-bread'], 'stated skills stay');
    const predicted = candidate.skills.filter((entry: SkillEntry) => entry.provenance === 'predicted');
    assert.ok(predicted.length > 0);
    assert.ok(!predicted.some((entry: SkillEntry) => entry.skill.id === 'knead-dough'));
  });

  test('by rejecting a predicted skill takes it away, and it does not come back with another change', async () => {
    const { id, person, answer } = await signUp(FULL);
    assert.ok(skillIds(answer.body.candidate).includes('knead-dough'));
    const path = `/v1/candidates/${id}`;
    await person('PATCH', path, { rejectedSkills: [{ id: 'knead-dough' }] });
    const { candidate } = (await person('PATCH', path, { occupations: [{ occupation: { id: 'baker' } }] }))
      .body;
    assert.deepEqual(ids(candidate.rejectedSkills), ['knead-dough']);
    assert.ok(!skillIds(candidate).includes('knead-dough'));
    const again = (await person('PATCH', path, { rejectedSkills: [] })).body.candidate;
    assert.ok(skillIds(again).includes('knead-dough'), 'a list replaces the list');
  });

  test('lets the later word count: what is rejected is not stated any more, and the other way round', async () => {
    const { id, person } = await signUp(FULL);
    const path = `/v1/candidates/${id}`;
    const no = (await person('PATCH', path, { rejectedSkills: [{ id: 'bake-bread' }] })).body.candidate;
    assert.deepEqual([statedIds(no), ids(no.rejectedSkills)], [[], ['bake-bread']]);
    const yes = (await person('PATCH', path, { skills: [{ id: 'bake-bread' }] })).body.candidate;
    assert.deepEqual([statedIds(yes), ids(yes.rejectedSkills)], [['bake-bread'], []]);
  });

  test('by rejecting a skill is seen in the next match: it is missing, not supposed', async () => {
    const { id, person } = await signUp({ ...FULL, skills: [] });
    const { vacancy } = (
      await server('POST', '/v1/vacancies', { title: 'Bakker', place: { text: 'Utrecht' } })
    ).body;
    const part = async (name: string) => {
      const { items } = (await person('GET', `/v1/candidates/${id}/vacancy-matches?limit=100`)).body;
      const match = items.find((item: { vacancy: { id: string } }) => item.vacancy.id === vacancy.id);
      return match[name].map((entry: { skill?: { id: string }; id?: string }) => entry.skill?.id ?? entry.id);
    };
    assert.ok((await part('matchedSkills')).includes('knead-dough'));
    await person('PATCH', `/v1/candidates/${id}`, { rejectedSkills: [{ id: 'knead-dough' }] });
    assert.ok(!(await part('matchedSkills')).includes('knead-dough'));
    assert.ok((await part('missingSkills')).includes('knead-dough'));
  });

  test('keeps unrecognised words until their list is replaced', async () => {
    const kept = await change({ occupations: [{ occupation: { text: 'Wxwxwx' } }] });
    assert.deepEqual(kept.candidate.unrecognised, [
      { text: 'Zzzzqqqq', as: 'skill' },
      { text: 'Wxwxwx', as: 'occupation' },
    ]);
    const replaced = await change({ skills: [{ id: 'bake-bread' }] });
    assert.deepEqual(replaced.candidate.unrecognised, []);
  });

  test('holds new hours against those that stand', async () => {
    const { status, body } = await change({ hoursMin: 36 });
    assert.equal(status, 400);
    assert.equal(body.errors[0].pointer, '#/hoursMin');
    assert.equal((await change({ hoursMin: 36, hoursMax: 40 })).status, 200);
    assert.equal((await change({ hoursMin: 36, hoursMax: null })).status, 200);
    assert.equal((await change({ hoursMax: 10 })).status, 400);
  });

  test('shows in the answer how new words were read', async () => {
    const { body } = await change({ place: { text: 'Amstrdam' } });
    assert.deepEqual(
      [body.understood[0].as, body.understood[0].label, body.candidate.place.name],
      ['place', 'Amsterdam', 'Amsterdam'],
    );
  });

  test('that fails changes nothing at all', async () => {
    const { id, person, answer } = await signUp(FULL);
    const { status } = await person('PATCH', `/v1/candidates/${id}`, {
      name: 'Other',
      skills: [{ id: 'no-such-skill' }],
    });
    assert.equal(status, 400);
    assert.deepEqual((await person('GET', `/v1/candidates/${id}`)).body, answer.body.candidate);
  });
});

test('a "no" to a predicted skill counts for a visitor who stays anonymous as for who signs up', async () => {
  const { server, page } = await newPartner();
  const { vacancy } = (
    await server('POST', '/v1/vacancies', {
      title: 'Bakker',
      place: { text: 'Utrecht' },
      skills: [{ skill: { id: 'bake-bread' } }, { skill: { id: 'knead-dough' } }],
    })
  ).body;
  const profile = { occupations: [{ occupation: { id: 'baker' } }], place: { text: 'Utrecht' } };
  const rejecting = { ...profile, rejectedSkills: [{ id: 'knead-dough' }] };
  type Match = { vacancy: { id: string }; matchedSkills: SkillEntry[]; missingSkills: SkillEntry[] };
  const skillsOf = ({ body }: { body: { items: Match[] } }) => {
    const match = body.items.find((item) => item.vacancy.id === vacancy.id)!;
    return {
      has: skillIds({ skills: match.matchedSkills }),
      lacks: skillIds({ skills: match.missingSkills }),
    };
  };
  const before = await page('POST', '/v1/vacancy-matches', { ...profile, limit: 100 });
  assert.ok(skillsOf(before).has.includes('knead-dough'));
  const after = await page('POST', '/v1/vacancy-matches', { ...rejecting, limit: 100 });
  assert.deepEqual(skillsOf(after), { has: ['bake-bread'], lacks: ['knead-dough'] });
  const asked = await page('POST', '/v1/vacancy-matches', { ...rejecting, query: 'deeg kneden', limit: 100 });
  assert.deepEqual(skillsOf(asked), skillsOf(after));
  const { id, person } = await signUp(rejecting);
  assert.deepEqual(
    skillsOf(await person('GET', `/v1/candidates/${id}/vacancy-matches?limit=100`)),
    skillsOf(after),
  );
});
