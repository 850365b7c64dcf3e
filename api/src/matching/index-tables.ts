// Keeps the narrow tables that retrieval reads in step with what people and employers told.
import pgvector from 'pgvector';
import type { Transaction } from '../db/connect.ts';
import { CONCEPT_WEIGHTS, sumOfConcepts } from '../embedding/profile.ts';
import type { LanguageLevel } from '../http/schema.ts';
import { readEmbeddings } from '../taxonomy/queries.ts';
import { languageOrdinals } from './profile.ts';

type Mark = keyof typeof CONCEPT_WEIGHTS;
interface Source {
  id: string;
  languages: LanguageLevel[];
  conceptIds: number[];
  marks: Mark[];
}

const BATCH = 1000;

/** Renews the match rows of some candidates, or of all. People who did not consent to matching have none. */
export async function indexCandidates(
  tx: Transaction,
  ids?: string[],
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  await tx`
    delete from candidate_match where ${ids ? tx`id = any(${ids}::uuid[]) and` : tx``} id not in (
      select candidate_id from consents where purpose = 'matching')`;
  const all = ids ?? (await tx<{ id: string }[]>`select id from candidates order by id`).map((row) => row.id);
  await inBatches(all, onProgress, async (batch) => {
    const sources = await tx<Source[]>`
      select c.id, c.languages,
        array(select concept_id from candidate_occupations where candidate_id = c.id
          union all select concept_id from candidate_skills where candidate_id = c.id) as concept_ids,
        array(select 'occupation' from candidate_occupations where candidate_id = c.id
          union all select provenance from candidate_skills where candidate_id = c.id) as marks
      from candidates c where c.id = any(${batch}::uuid[])`;
    const computed = await compute(tx, sources);
    await tx`
      insert into candidate_match (id, kinds, x, y, max_distance_km, languages, education, hours_min, hours_max, embedding)
      select c.id, c.kinds, p.x, p.y, c.max_distance_km, r.languages, c.education_level, c.hours_min, c.hours_max,
        r.embedding::vector
      from ${rows(tx, computed)}
      join candidates c using (id)
      join consents on consents.candidate_id = c.id and consents.purpose = 'matching'
      left join places p on p.id = c.place_id
      on conflict (id) do update set
        kinds = excluded.kinds, x = excluded.x, y = excluded.y, max_distance_km = excluded.max_distance_km,
        languages = excluded.languages, education = excluded.education, hours_min = excluded.hours_min,
        hours_max = excluded.hours_max, embedding = excluded.embedding`;
  });
}

/** Renews the match rows of some vacancies, or of all. A closed one has none. */
export async function indexVacancies(
  tx: Transaction,
  ids?: string[],
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  await tx`
    delete from vacancy_match where ${ids ? tx`id = any(${ids}::uuid[]) and` : tx``} id in (
      select id from vacancies where status = 'closed')`;
  const all = ids ?? (await tx<{ id: string }[]>`select id from vacancies order by id`).map((row) => row.id);
  await inBatches(all, onProgress, async (batch) => {
    const sources = await tx<Source[]>`
      select v.id, v.languages,
        array(select v.occupation_id where v.occupation_id is not null
          union all select concept_id from vacancy_skills where vacancy_id = v.id) as concept_ids,
        array(select 'occupation' where v.occupation_id is not null
          union all select importance from vacancy_skills where vacancy_id = v.id) as marks
      from vacancies v where v.id = any(${batch}::uuid[])`;
    const computed = await compute(tx, sources);
    await tx`
      insert into vacancy_match (id, kind, x, y, languages, education, hours_min, hours_max, embedding)
      select v.id, v.kind, p.x, p.y, r.languages, v.education_level, v.hours_min, v.hours_max, r.embedding::vector
      from ${rows(tx, computed)}
      join vacancies v using (id)
      join places p on p.id = v.place_id
      where v.status = 'open'
      on conflict (id) do update set
        kind = excluded.kind, x = excluded.x, y = excluded.y, languages = excluded.languages,
        education = excluded.education, hours_min = excluded.hours_min, hours_max = excluded.hours_max,
        embedding = excluded.embedding`;
  });
}

async function inBatches(
  ids: string[],
  onProgress: (done: number) => void,
  work: (batch: string[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < ids.length; start += BATCH) {
    await work(ids.slice(start, start + BATCH));
    onProgress(Math.min(start + BATCH, ids.length));
  }
}

interface Computed {
  ids: string[];
  languages: (string | null)[];
  vectors: (string | null)[];
}

async function compute(tx: Transaction, sources: Source[]): Promise<Computed> {
  const embeddings = await readEmbeddings(tx, [...new Set(sources.flatMap((source) => source.conceptIds))]);
  return {
    ids: sources.map((source) => source.id),
    languages: sources.map((source) => {
      const ordinals = languageOrdinals(source.languages);
      return ordinals ? JSON.stringify(Object.fromEntries(ordinals)) : null;
    }),
    vectors: sources.map(({ conceptIds, marks }) => {
      const sum = sumOfConcepts(
        conceptIds.flatMap((id, i) =>
          embeddings.has(id) ? [{ embedding: embeddings.get(id)!, weight: CONCEPT_WEIGHTS[marks[i]!] }] : [],
        ),
      );
      return sum ? pgvector.toSql(Array.from(sum)) : null;
    }),
  };
}

/** Rows r (id, languages, embedding) for an insert. */
function rows(tx: Transaction, { ids, languages, vectors }: Computed) {
  return tx`
    (select id, languages::jsonb, embedding
      from unnest(${ids}::uuid[], ${languages}::text[], ${vectors}::text[]) as u (id, languages, embedding)) as r`;
}
