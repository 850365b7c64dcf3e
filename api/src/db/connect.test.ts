// What the driver is set up for: numbers, absent values, names, vectors, and one connection inside a transaction.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pgvector from 'pgvector';
import { CandidateInput, CandidatePatch } from '../candidates/schema.ts';
import { normalize } from '../embedding/vector.ts';
import { createServices } from '../services.ts';
import { CONSENT, testApi } from '../testing.ts';
import { VacancyInput } from '../vacancies/schema.ts';
import { connect } from './connect.ts';

const { sql, embedder, kind, newPartner } = await testApi();

test('counts and decimals arrive as numbers, not as strings', async () => {
  const [row] =
    await sql`select count(*) as total, 1.25::numeric as share, 9007199254740991::bigint as largest`;
  assert.ok(typeof row!.total === 'number');
  assert.deepEqual([row!.share, row!.largest], [1.25, Number.MAX_SAFE_INTEGER]);
});

test('an absent value is null, in a parameter and in a row to insert', async () => {
  const [row] = await sql`select ${undefined as never}::text as nothing`;
  assert.equal(row!.nothing, null);
  await sql.begin(async (tx) => {
    await tx`create temporary table absent (id integer, name text) on commit drop`;
    await tx`insert into absent ${tx({ id: 1, name: undefined } as never)}`;
    assert.deepEqual([...(await tx`select * from absent`)], [{ id: 1, name: null }]);
  });
});

test('snake_case of SQL becomes camelCase', async () => {
  const [row] = await sql`select 1 as partner_id`;
  assert.deepEqual(row, { partnerId: 1 });
});

test('a vector comes back as it went in, to the precision of float4', async () => {
  const vector = normalize(Float32Array.from({ length: 256 }, (_, i) => Math.sin(i)));
  const [row] = await sql<{ back: string; self: number }[]>`
    select ${pgvector.toSql(Array.from(vector))}::vector(256)::text as back,
      -(${pgvector.toSql(Array.from(vector))}::vector <#> ${pgvector.toSql(Array.from(vector))}::vector) as self`;
  assert.deepEqual(Float32Array.from(pgvector.fromSql(row!.back) as number[]), vector);
  assert.ok(Math.abs(row!.self - 1) < 1e-6);
});

test('what throws inside a transaction leaves nothing behind', async () => {
  await assert.rejects(
    sql.begin(async (tx) => {
      await tx`insert into imports (source, fingerprint) values ('thrown', 'x')`;
      throw new Error('changed my mind');
    }),
    /changed my mind/,
  );
  assert.equal((await sql`select 1 from imports where source = 'thrown'`).length, 0);
});

test('every write finishes with one connection: inside a transaction only its own handle is used', {
  timeout: 20_000,
}, async (t) => {
  const one =
    kind === 'embedded'
      ? { sql, close: async () => {} }
      : await connect({ DATABASE_URL: process.env.DATABASE_URL, NW_DATA: '', NW_CONNECTIONS: 1 });
  t.after(() => one.close());
  const { candidates, vacancies } = createServices(one.sql, embedder);
  const { partnerId } = await newPartner();
  const words = { occupations: [{ occupation: { text: 'bakker' } }], place: { text: 'Utrecht' } };

  const caller = { kind: 'secret', partnerId, keyId: partnerId } as const;
  const { candidateId } = await candidates.signUp(
    caller,
    CandidateInput.parse({ ...words, consent: CONSENT }),
  );
  await candidates.update(candidateId, CandidatePatch.parse(words), caller);
  await candidates.delete(candidateId);
  const vacancy = VacancyInput.parse({ title: 'Bakker', place: { text: 'Utrecht' } });
  const { id } = await vacancies.create(partnerId, vacancy, 'nl');
  await vacancies.replace(partnerId, id, vacancy, 'nl');
  assert.ok(await vacancies.close(partnerId, id, 'filled'));
});
