// Keeps the narrow tables that retrieval reads in step with what people and employers told.
import type { Fragment } from 'postgres';
import type { Queryable, Transaction } from '../db/connect.ts';
import { sumOfConcepts } from '../embedding/profile.ts';
import { CEFR_LEVELS } from '../http/schema.ts';

const BATCH = 1000;

/** Renews the match rows of some candidates, or of all. People who did not consent to matching have none. */
export async function indexCandidates(
  tx: Transaction,
  ids?: string[],
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  await tx`
    delete from candidate_match m where ${ids ? tx`id = any(${ids}::uuid[]) and` : tx``} not exists (
      select from consents where candidate_id = m.id and purpose = 'matching')`;
  const all = ids ?? (await tx<{ id: string }[]>`select id from candidates order by id`).map((row) => row.id);
  await inBatches(all, onProgress, async (batch) => {
    const parts = tx`
      select concept_id, 'occupation' as mark from candidate_occupations where candidate_id = c.id
      union all
      select concept_id, provenance from candidate_skills where candidate_id = c.id`;
    // Subqueries per row, not joins: tables filled a moment ago have no statistics, and joins over them get slow plans.
    await tx`
      insert into candidate_match (id, kinds, x, y, max_distance_km, languages, education, hours_min, hours_max, embedding)
      select c.id, c.kinds, p.x, p.y, c.max_distance_km, ${ordinals(tx, tx`c.languages`)}, c.education_level,
        c.hours_min, c.hours_max, ${sumOfConcepts(tx, parts)}
      from candidates c
      left join places p on p.id = c.place_id
      where c.id = any(${batch}::uuid[])
        and (select true from consents where candidate_id = c.id and purpose = 'matching')
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
    await tx`
      insert into vacancy_match (id, kind, x, y, languages, education, hours_min, hours_max, embedding)
      select v.id, v.kind, p.x, p.y, ${ordinals(tx, tx`v.languages`)}, v.education_level, v.hours_min, v.hours_max,
        ${vacancyVector(tx)}
      from vacancies v
      join places p on p.id = v.place_id
      where v.id = any(${batch}::uuid[]) and v.status = 'open'
      on conflict (id) do update set
        kind = excluded.kind, x = excluded.x, y = excluded.y, languages = excluded.languages,
        education = excluded.education, hours_min = excluded.hours_min, hours_max = excluded.hours_max,
        embedding = excluded.embedding`;
  });
}

/** An expression over `v`, which has the id and the occupation_id of a vacancy. */
export function vacancyVector(sql: Queryable): Fragment {
  return sumOfConcepts(
    sql,
    sql`
      select v.occupation_id as concept_id, 'occupation' as mark
      union all
      select concept_id, importance from vacancy_skills where vacancy_id = v.id`,
  );
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

/** `[{ language, level }]` as an object of CEFR ordinals by language; null when nothing was said. */
function ordinals(tx: Transaction, languages: Fragment): Fragment {
  return tx`(
    select jsonb_object_agg(l ->> 'language', array_position(${[...CEFR_LEVELS]}::text[], l ->> 'level') - 1)
    from jsonb_array_elements(${languages}) l)`;
}
