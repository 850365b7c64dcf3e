// The SDK against the real API over HTTP: what a partner's server, a partner's page and a person do with it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BadRequestError, NederlandWerkt, NotFoundError, PermissionError } from '@nederlandwerkt/sdk';
import { type Server, startServer } from './server.ts';
import { CONSENT, emptyPool, testApi } from './testing.ts';

const { sql, ranker, embedder, kind, newPartner } = await testApi();

describe('the SDK', () => {
  let server: Server;
  before(async () => {
    await emptyPool(sql);
    // The database is shared with other tests, so stopping the server leaves it open.
    const database = { sql, ranker, kind, close: async () => {} };
    server = await startServer(database, embedder, { hostname: '127.0.0.1', port: 0 });
  });
  after(() => server.stop());

  const client = (key: string, language?: 'uk') => new NederlandWerkt({ key, baseUrl: server.url, language });
  const ofServer = async () => client((await newPartner()).secret);

  test('posts a vacancy and gets its candidates in the same answer', async () => {
    const nw = await ofServer();
    const { candidate } = await nw.candidates.signUp({
      occupations: [{ occupation: { text: 'viskok' } }, { occupation: { id: 'fish-processor' } }],
      place: { text: 'Urk' },
      consent: { ...CONSENT, profile: true },
    });
    const { vacancy, candidateMatches } = await nw.vacancies.create({
      title: 'Visbewerker',
      place: { text: 'Urk' },
    });
    assert.equal(candidateMatches.items[0]!.candidate.id, candidate.id);
    assert.deepEqual(await nw.vacancies.get(vacancy.id), vacancy);
    assert.deepEqual((await nw.vacancies.list()).items, [vacancy]);
    assert.deepEqual((await nw.vacancies.candidateMatches(vacancy.id)).items, candidateMatches.items);
    assert.equal((await nw.vacancies.whatIf(vacancy.id)).suitable, candidateMatches.total);
    const replaced = await nw.vacancies.replace(vacancy.id, { title: 'Bakker', place: { text: 'Urk' } });
    assert.equal(replaced.vacancy.occupation?.id, 'baker');
    assert.equal((await nw.vacancies.close(vacancy.id, 'filled')).status, 'closed');
  });

  test('signs a person up, whose token then reads, changes and deletes the profile', async () => {
    const { candidate, token } = await (await ofServer()).candidates.signUp({
      name: 'Оксана',
      occupations: [{ occupation: { text: 'пекар' } }],
      place: { text: 'Утрехт' },
      language: 'uk',
      consent: { ...CONSENT, profile: true },
    });
    const person = client(token, 'uk');
    assert.deepEqual(await person.candidates.get(candidate.id), candidate);
    const { candidate: changed } = await person.candidates.update(candidate.id, { name: null });
    assert.equal(changed.name, null);
    assert.ok(Array.isArray((await person.candidates.vacancyMatches(candidate.id)).items));
    assert.equal(await person.candidates.delete(candidate.id), undefined);
    await assert.rejects(person.candidates.get(candidate.id), NotFoundError);
  });

  test('searches in the language of the client', async () => {
    const nw = client((await newPartner()).secret, 'uk');
    const [baker] = (await nw.occupations.search('bakker')).items;
    assert.equal(baker!.label, 'пекар');
    assert.equal((await nw.occupations.get('baker')).label, 'пекар');
    assert.equal((await nw.skills.search('brood bakken')).items[0]!.language, 'uk');
    assert.equal((await nw.skills.get('bake-bread')).language, 'uk');
    assert.equal((await nw.places.search('Utr')).items[0]!.name, 'Utrecht');
    const { understood } = await nw.vacancyMatches.find({ query: 'пекар', place: { text: 'Утрехт' } });
    assert.deepEqual(
      understood.map(({ label }) => label),
      ['пекар', 'Utrecht'],
    );
  });

  test('tells mistakes apart by their class', async () => {
    const partner = await newPartner();
    await assert.rejects(client(partner.publishable).places.search('Utr'), PermissionError);
    await assert.rejects(
      client(partner.secret).vacancies.create({ title: 'x', place: { text: 'y' } }),
      (error) => {
        assert.ok(error instanceof BadRequestError);
        assert.equal(error.problem.errors![0]!.pointer, '#/title');
        return true;
      },
    );
  });

  test('a second server on the same port is told that it is taken', async () => {
    const port = Number(new URL(server.url).port);
    await assert.rejects(
      startServer({ sql, ranker, kind, close: async () => {} }, embedder, { hostname: '127.0.0.1', port }),
      /Port \d+ is taken/,
    );
  });
});
