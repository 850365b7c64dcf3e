// Copies of the API that start together bring a PostgreSQL server's schema up to date once.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { testDatabase } from '../testing.ts';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';

const server = process.env.DATABASE_URL;

describe('migrating a server', { skip: !server }, () => {
  test('applies each file once when four copies do it at once', async (t) => {
    const { sql } = await testDatabase();
    const name = `nw_migrate_${randomUUID().replaceAll('-', '')}`;
    await sql`create database ${sql(name)}`;
    const url = new URL(server!);
    url.pathname = name;
    const copies = await Promise.all(
      [1, 2, 3, 4].map(() => connect({ DATABASE_URL: url.href, NW_DATA: '', NW_CONNECTIONS: 2 })),
    );
    t.after(async () => {
      await Promise.all(copies.map((copy) => copy.close()));
      await sql`drop database ${sql(name)}`;
    });

    const applied = await Promise.all(copies.map((copy) => migrate(copy.sql)));
    assert.deepEqual(applied.flat(), readdirSync(join(import.meta.dirname, 'migrations')).sort());
    assert.equal(applied.filter((files) => files.length > 0).length, 1);
    assert.deepEqual(await migrate(copies[0]!.sql), []);
  });
});
