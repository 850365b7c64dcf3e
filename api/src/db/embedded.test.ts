// The embedded database on disk: one process at a time, and what is written stays.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { connect } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

// These open databases of their own: once, in the run on the embedded database, is enough.
describe('the embedded database', { skip: Boolean(process.env.DATABASE_URL) }, () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nw-test-'));
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const open = () => connect({ NW_DATA: join(folder, 'data'), NW_CONNECTIONS: 1 });

  test('keeps its data, applies each migration once, and lets nobody else in meanwhile', async () => {
    const first = await open();
    const applied = await migrate(first.sql);
    assert.deepEqual(applied, applied.toSorted());
    assert.match(applied[0]!, /^001/);
    assert.deepEqual(await migrate(first.sql), []);
    await first.sql`insert into imports (source, fingerprint) values ('kept', 'as it was')`;

    await assert.rejects(
      startEmbedded(join(folder, 'data'), {}, 0),
      /Another process has the database in .* open\. Stop it/,
    );
    assert.equal((await first.sql`select 1 as fine`)[0]!.fine, 1);
    await first.close();

    const again = await open();
    assert.deepEqual(await migrate(again.sql), []);
    assert.equal((await again.sql`select fingerprint from imports`)[0]!.fingerprint, 'as it was');
    await again.close();
  });

  test('takes over the lock of a process that was killed', async () => {
    const lock = join(folder, 'data.lock');
    await mkdir(lock);
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    const database = await open();
    await database.close();
  });

  test('says which folder did not open, and why', async () => {
    const broken = join(folder, 'broken');
    await mkdir(broken);
    await Promise.all(['PG_VERSION', 'base'].map((name) => mkdir(join(broken, name))));
    await assert.rejects(startEmbedded(broken, {}, 0), (error: Error) => {
      assert.match(error.message, /The embedded database in .*broken did not start/);
      assert.ok(error.cause);
      return true;
    });
  });
});
