// An embedder that never saw the labels that are tested: trained like the bundled one, without them, and kept in .cache.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ngramEmbedder } from '../../src/embedding/bundled.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import type { Language } from '../../src/http/schema.ts';
import type { Progress } from '../../src/progress.ts';
import type { Starter } from '../../src/taxonomy/starter.ts';
import {
  type Corpus,
  labelsFingerprint,
  readCorpus,
  SETTINGS,
  trainEmbedder,
} from '../../src/training/model.ts';
import { heldOutLabel } from './sets/held-out.ts';

const CACHE = join(import.meta.dirname, '../../../.cache');

/** What may be learned from: all but the labels that stand in the sets as queries. */
export function heldOutCorpus(starter: Starter, data: string): Corpus {
  const isHeldOut = (code: string, language: Language, label: string) => {
    const entry = starter.occupations.get(code) ?? starter.skills.get(code);
    return entry !== undefined && heldOutLabel(code, language, entry[language]) === label;
  };
  return readCorpus(starter, data, isHeldOut);
}

/** Takes some minutes the first time, and again after labels, data or settings changed. */
export function heldOutEmbedder(starter: Starter, corpus: Corpus, progress: Progress): Embedder {
  const key = createHash('sha256')
    .update(JSON.stringify([labelsFingerprint(starter), corpus.counts, SETTINGS]))
    .digest('hex')
    .slice(0, 12);
  const file = join(CACHE, `held-out-${key}.bin`);
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(file, trainEmbedder(corpus, progress));
  }
  return ngramEmbedder(readFileSync(file));
}
