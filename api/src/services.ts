// What the routes work with, wired once.
import { Candidates } from './candidates/service.ts';
import { CandidateTokens } from './candidates/tokens.ts';
import { type Ranker, rankerOf, type Sql } from './db/connect.ts';
import type { Embedder } from './embedding/embedder.ts';
import { impatient } from './embedding/impatient.ts';
import { Prospects } from './matching/prospects.ts';
import { Matching } from './matching/service.ts';
import { Understanding } from './matching/understand.ts';
import { createAllow } from './partners/allow.ts';
import { Places } from './places/service.ts';
import { Skills } from './skills/service.ts';
import { Taxonomy } from './taxonomy/service.ts';
import { TaxonomyCache } from './taxonomy/snapshot.ts';
import { Vacancies } from './vacancies/service.ts';

export type Services = ReturnType<typeof createServices>;

/** @param ranker how matching asks; over `sql` itself unless given */
export function createServices(sql: Sql, embedder: Embedder, ranker: Ranker = rankerOf(sql)) {
  const tokens = new CandidateTokens(sql);
  const cache = new TaxonomyCache(sql);
  const quick = impatient(embedder);
  const taxonomy = new Taxonomy(sql, quick, cache);
  const places = new Places(sql);
  const understanding = new Understanding(sql, taxonomy, places);
  const vacancies = new Vacancies(sql, understanding, cache);
  const candidates = new Candidates(sql, understanding);
  const matching = new Matching(sql, ranker, understanding, cache);
  const prospects = new Prospects(sql, ranker, understanding, cache, matching);
  const skills = new Skills(sql, quick, understanding, cache);
  return {
    sql,
    cache,
    tokens,
    taxonomy,
    places,
    vacancies,
    candidates,
    matching,
    prospects,
    skills,
    allow: createAllow(sql, tokens),
  };
}
