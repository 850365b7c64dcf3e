// A match stands in the log as it was, and can be computed again after everything has changed.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { TaxonomyCache } from '../taxonomy/snapshot.ts';
import { emptyPool, testApi } from '../testing.ts';
import { pruneLog, readLog } from './log.ts';
import { replay } from './replay.ts';

const api = await testApi();
const UTRECHT = { text: 'Utrecht' };

describe('the log of matches', () => {
  let partner: Awaited<ReturnType<typeof api.newPartner>>;
  before(async () => {
    partner = await api.newPartner();
    await emptyPool(api.sql);
  });

  const replayOf = async (id: string) => (await replay(api.sql, new TaxonomyCache(api.sql), id))!;

  async function post(title: string, more: object = {}): Promise<{ id: string; matchId: string }> {
    const { body } = await partner.server('POST', '/v1/vacancies', { title, place: UTRECHT, ...more });
    return { id: body.vacancy.id, matchId: body.candidateMatches.matchId };
  }

  test('candidates for a vacancy: the same order after people changed and left, and a new vacancy after', async () => {
    const people = await Promise.all(
      ['Bakker', 'Kok', 'Lasser', 'Schoonmaker', 'Bakker'].map((text, i) =>
        partner.signUp({
          occupations: [{ occupation: { text }, years: i }],
          place: UTRECHT,
          languages: [{ language: 'nl', level: 'B1' }],
        }),
      ),
    );
    const { matchId } = await post('Bakker', { languages: [{ language: 'nl', level: 'A2' }] });
    const before = await replayOf(matchId);
    assert.equal(before.identical, true);
    assert.equal(before.replayed.length, 5);

    await people[0]!.person('PATCH', `/v1/candidates/${people[0]!.id}`, {
      occupations: [],
      languages: [{ language: 'nl', level: 'A0' }],
      place: { text: 'Maastricht' },
    });
    await people[4]!.person('PATCH', `/v1/candidates/${people[4]!.id}`, { skills: [{ id: 'bake-bread' }] });
    const after = await replayOf(matchId);
    assert.deepEqual(after.changed, []);
    assert.equal(after.identical, true);
    assert.deepEqual(after.replayed, before.replayed);
    // The change itself counts in the next match.
    const again = await partner.server('GET', `/v1/vacancies/${after.match.subjectId}/candidate-matches`);
    assert.notDeepEqual(
      again.body.items.map((item: { candidate: { id: string } }) => item.candidate.id),
      before.replayed.map(({ id }) => id),
    );
  });

  test('vacancies for a person: the same order after vacancies were changed and closed', async () => {
    const posted = await Promise.all(['Bakker', 'Banketbakker', 'Kok', 'Lasser'].map((title) => post(title)));
    const answer = await partner.page('POST', '/v1/vacancy-matches', { query: 'bakker', place: UTRECHT });
    const { matchId, items } = answer.body;
    await partner.server('PUT', `/v1/vacancies/${posted[0]!.id}`, {
      title: 'Tandarts',
      place: { text: 'Groningen' },
    });
    await partner.server('POST', `/v1/vacancies/${posted[1]!.id}/closures`, { reason: 'filled' });
    const { identical, replayed, match } = await replayOf(matchId);
    assert.equal(identical, true);
    assert.deepEqual(
      replayed.map(({ id }) => id),
      items.map((item: { vacancy: { id: string } }) => item.vacancy.id),
    );
    assert.equal(match.subjectId, null);
    assert.equal(match.actor.kind, 'publishable');
  });

  test('the weights of the caller are part of the log', async () => {
    await post('Lasser');
    const answer = await partner.page('POST', '/v1/vacancy-matches', {
      query: 'lasser',
      place: UTRECHT,
      weights: { location: 1 },
    });
    const { identical, match } = await replayOf(answer.body.matchId);
    assert.equal(identical, true);
    assert.equal(match.weights.location, 1);
    assert.equal(match.weights.hardSkills, 0);
  });

  test('a match in which nothing counted is added up from the log, after somebody left', async () => {
    const people = await Promise.all(
      ['Kok', 'Lasser'].map((text) => partner.signUp({ occupations: [{ occupation: { text } }] })),
    );
    const { id } = await post('Kok');
    const answer = await partner.server('GET', `/v1/vacancies/${id}/candidate-matches?weights=aptitude:3`);
    await people[0]!.person('DELETE', `/v1/candidates/${people[0]!.id}`);
    const { changed, identical, replayed } = await replayOf(answer.body.matchId);
    assert.equal(changed.length, 1);
    assert.ok(replayed.length > 0 && replayed.every(({ score }) => score === 0));
    assert.equal(identical, true);
  });

  test('a forged log is noticed', async () => {
    const { matchId } = await post('Kok');
    await api.sql.begin(async (tx) => {
      await tx`alter table match_log disable trigger keep_match_log`;
      await tx`
        update match_log set shown = (select jsonb_agg(e order by n desc) from jsonb_array_elements(shown) with ordinality t (e, n))
        where id = ${matchId}`;
      await tx`alter table match_log enable trigger keep_match_log`;
    });
    assert.equal((await replayOf(matchId)).identical, false);
  });

  test('nobody changes or removes what is logged', async () => {
    const { matchId } = await post('Kok');
    await assert.rejects(api.sql`update match_log set total = 0 where id = ${matchId}`, /append-only/);
    await assert.rejects(api.sql`delete from match_log where id = ${matchId}`, /append-only/);
    await assert.rejects(api.sql`truncate match_log`, /append-only/);
    assert.ok(await readLog(api.sql, matchId));
  });

  test('what a person asked for leaves with the person', async () => {
    const { id, person } = await partner.signUp({ occupations: [{ occupation: { text: 'Kok' } }] });
    const { body } = await person('GET', `/v1/candidates/${id}/vacancy-matches`);
    assert.equal((await readLog(api.sql, body.matchId))?.subjectId, id);
    await person('DELETE', `/v1/candidates/${id}`);
    assert.equal(await readLog(api.sql, body.matchId), undefined);
  });

  test('the log forgets what is older than it is told to keep', async () => {
    const { matchId } = await post('Kok');
    await pruneLog(api.sql, 30);
    assert.ok(await readLog(api.sql, matchId));
    await api.sql.begin(async (tx) => {
      await tx`alter table match_log disable trigger keep_match_log`;
      await tx`update match_log set at = now() - interval '31 days' where id = ${matchId}`;
      await tx`alter table match_log enable trigger keep_match_log`;
    });
    const { matches } = await pruneLog(api.sql, 30);
    assert.ok(matches >= 1);
    assert.equal(await readLog(api.sql, matchId), undefined);
  });
});
