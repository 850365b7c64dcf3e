// What is wrong with a sign-up or a change is said at once, with where it stands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONSENT, testApi } from '../testing.ts';

const { newPartner, sql } = await testApi();
const { server, page, signUp, partnerId } = await newPartner();
const pointers = (body: { errors: { pointer: string }[] }) =>
  body.errors.map((error) => error.pointer).sort();

test('nobody is signed up without consent to keep the profile', async () => {
  for (const consent of [
    undefined,
    { ...CONSENT, profile: false },
    { ...CONSENT, matching: undefined },
    { profile: true },
  ]) {
    const { status, body } = await server('POST', '/v1/candidates', { name: 'No consent', consent });
    assert.equal(status, 400);
    assert.ok(
      pointers(body).every((pointer) => pointer.startsWith('#/consent')),
      pointers(body).join(),
    );
  }
  assert.equal((await sql`select 1 from candidates where partner_id = ${partnerId}`).length, 0);
});

test('all mistakes come at once', async () => {
  const { status, body } = await server('POST', '/v1/candidates', {
    name: '  ',
    email: 'not an address',
    phone: 'call me',
    birthDate: '1990-02-30',
    language: 'nld',
    maxDistanceKm: 0,
    kinds: [],
    diploma: 'phd',
    occupations: [{ occupation: { id: 'baker', text: 'bakker' }, years: 61 }],
    languages: [{ language: 'Dutch', level: 'A3' }],
    educationLevel: 0,
    hoursMin: 40,
    hoursMax: 20,
    nationality: 'UA',
    consent: CONSENT,
  });
  assert.equal(status, 400);
  assert.deepEqual(pointers(body), [
    '#/birthDate',
    '#/diploma',
    '#/educationLevel',
    '#/email',
    '#/hoursMin',
    '#/kinds',
    '#/language',
    '#/languages/0/language',
    '#/languages/0/level',
    '#/maxDistanceKm',
    '#/name',
    '#/nationality',
    '#/occupations/0/occupation',
    '#/occupations/0/years',
    '#/phone',
  ]);
});

test('ids that do not exist are named at once', async () => {
  const { status, body } = await server('POST', '/v1/candidates', {
    place: { id: 'geonames:1' },
    occupations: [{ occupation: { id: 'bake-bread' } }],
    skills: [{ id: 'bake-bread' }, { id: 'baker' }],
    consent: CONSENT,
  });
  assert.equal(status, 400);
  assert.deepEqual(pointers(body), ['#/occupations/0/occupation', '#/place', '#/skills/1']);
});

test('a skill that is both stated and rejected in one request is a mistake, in other words too', async () => {
  const both = {
    skills: [{ id: 'bake-bread' }],
    rejectedSkills: [{ id: 'knead-dough' }, { text: 'brood bakken' }],
  };
  const signedUp = await server('POST', '/v1/candidates', { ...both, consent: CONSENT });
  assert.equal(signedUp.status, 400);
  assert.deepEqual(pointers(signedUp.body), ['#/rejectedSkills/1']);
  assert.match(signedUp.body.errors[0].detail, /skills too/);
  const { id, person } = await signUp();
  assert.deepEqual(pointers((await person('PATCH', `/v1/candidates/${id}`, both)).body), [
    '#/rejectedSkills/1',
  ]);
  const unknown = await person('PATCH', `/v1/candidates/${id}`, { rejectedSkills: [{ id: 'baker' }] });
  assert.deepEqual(pointers(unknown.body), ['#/rejectedSkills/0']);
});

test('an empty change, or one with an unknown field, is refused', async () => {
  const { id, person } = await signUp();
  const empty = await person('PATCH', `/v1/candidates/${id}`, {});
  assert.equal(empty.status, 400);
  assert.match(empty.body.errors[0].detail, /at least one field/);
  const unknown = await person('PATCH', `/v1/candidates/${id}`, { name: 'Amina', gender: 'f' });
  assert.deepEqual(pointers(unknown.body), ['#/gender']);
});

test('characters that no database keeps are refused, and all others are kept', async () => {
  for (const profile of [
    { name: 'a\u0000b' },
    { occupations: [{ occupation: { text: 'qx\u0000zzqx' } }] },
    { skills: [{ text: 'zzqq \ud800 xxqq' }] },
  ]) {
    const { status, body } = await server('POST', '/v1/candidates', { ...profile, consent: CONSENT });
    assert.equal(status, 400, JSON.stringify(profile));
    assert.match(body.detail, /character/);
  }
  for (const name of [
    'Žofie Å. ’t Hart',
    '李小龍',
    'ሰላም',
    '🙂',
    "Robert'); drop table candidates;--",
    '<b>x</b>',
    'a\\b"c',
  ]) {
    const { answer } = await signUp({ name });
    assert.equal(answer.body.candidate.name, name);
  }
});

test('a birth date outside of living memory, or still to come, is a mistake', async () => {
  for (const birthDate of ['0000-01-01', '0990-06-15', '1899-12-31', '9999-12-31']) {
    const { status, body } = await server('POST', '/v1/candidates', { birthDate, consent: CONSENT });
    assert.equal(status, 400, birthDate);
    assert.deepEqual(pointers(body), ['#/birthDate']);
  }
});

test('many skills may come by id, but only fifty as words, each of which is a search', async () => {
  const words = Array.from({ length: 51 }, (_, i) => ({ text: `brood bakken ${i}` }));
  const { status, body } = await server('POST', '/v1/candidates', { skills: words, consent: CONSENT });
  assert.equal(status, 400);
  assert.deepEqual(pointers(body), ['#/skills']);
  const ids = Array.from({ length: 200 }, () => ({ id: 'bake-bread' }));
  assert.equal((await server('POST', '/v1/candidates', { skills: ids, consent: CONSENT })).status, 201);
});

test('a language that two tags name is named twice', async () => {
  const languages = [
    { language: 'nl', level: 'A2' },
    { language: 'nld', level: 'B1' },
  ];
  const { status, body } = await server('POST', '/v1/candidates', { languages, consent: CONSENT });
  assert.equal(status, 400);
  assert.deepEqual(pointers(body), ['#/languages']);
  assert.match(body.errors[0].detail, /each language once/);
});

test('a visitor who stays anonymous is held to the same: no verdict on oneself, no yes and no at once', async () => {
  for (const path of ['/v1/vacancy-matches', '/v1/unlock-paths']) {
    const wish = path.endsWith('paths') && { wish: { id: 'baker' } };
    const ask = (profile: object) => page('POST', path, { ...profile, ...wish });
    const bread = { id: 'bake-bread' };
    const verdict = await ask({ skills: [{ ...bread, provenance: 'verified' }] });
    assert.equal(verdict.status, 400, path);
    assert.deepEqual(pointers(verdict.body), ['#/skills/0/provenance']);
    const both = await ask({ skills: [bread], rejectedSkills: [bread] });
    assert.equal(both.status, 400, path);
    assert.deepEqual(pointers(both.body), ['#/rejectedSkills/0']);
    const unknown = await ask({ rejectedSkills: [{ id: 'baker' }] });
    assert.deepEqual(pointers(unknown.body), ['#/rejectedSkills/0']);
  }
});

test('weights of a query that say two things, or half a thing, are refused', async () => {
  const { id, person } = await signUp();
  const path = `/v1/candidates/${id}/vacancy-matches?weights=`;
  for (const weights of [
    'hardSkills:1,hardSkills:2',
    'hardSkills:1:9',
    'hardSkills:,location:1',
    'location:1,',
  ]) {
    const { status, body } = await person('GET', path + weights);
    assert.equal(status, 400, weights);
    assert.match(body.errors[0].detail, /each factor once/);
  }
  assert.equal((await person('GET', `${path}hardSkills:0.5,%20location:2`)).status, 200);
});
