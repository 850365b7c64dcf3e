// The taxonomy of the judged set: imported into an embedded database as the commands import it, and read back as the API reads it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { bundledEmbedder } from '../../src/embedding/bundled.ts';
import type { Progress } from '../../src/progress.ts';
import { importEsco } from '../../src/taxonomy/esco.ts';
import { type Snapshot, TaxonomyCache } from '../../src/taxonomy/snapshot.ts';
import { importStarter } from '../../src/taxonomy/starter.ts';

/** English has all skills and their relations; newer Dutch labels complete it. */
const ESCO_FOLDERS = ['esco-1.1.1-en', 'esco-1.2.1-nl'];

/** @returns ESCO's folders in the reference data; empty when they are not all there */
export function escoFolders(data: string): string[] {
  const folders = ESCO_FOLDERS.map((folder) => join(data, folder));
  return folders.every((folder) => existsSync(folder)) ? folders : [];
}

/** The starter set, and ESCO when folders of it are given. Takes a minute or two with ESCO. */
export async function readTaxonomy(esco: string[], progress: Progress): Promise<Snapshot> {
  const { sql, close } = await connect({ DATABASE_URL: undefined, NW_DATA: 'memory://', NW_CONNECTIONS: 1 });
  try {
    await migrate(sql);
    const embedder = bundledEmbedder();
    await importStarter(sql, embedder, progress);
    if (esco.length > 0) await importEsco(sql, embedder, esco, progress);
    return await new TaxonomyCache(sql).current();
  } finally {
    await close();
  }
}
