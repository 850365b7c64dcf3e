// Keeps the narrow tables that retrieval reads in step with what people and employers told.
import type { Fragment } from 'postgres';
import type { Queryable, Transaction } from '../db/connect.ts';
import { sumOfConcepts } from '../embedding/profile.ts';
import { CEFR_LEVELS } from '../http/schema.ts';

const BATCH = 1000;

/**
 * Renews the match rows of some candidates, or of all. People who did not consent to matching have none.
 *
 * @param onProgress gets how many are done
 */
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
    // Subqueries per row, not joins: tables filled a moment ago have no statistics, and joins over them get slow plans.
    await tx`
      insert into candidate_match (id, kinds, x, y, max_distance_km, languages, education, hours_min, hours_max, embedding)
      select c.id, c.kinds, p.x, p.y, c.max_distance_km, ${ordinals(tx, tx`c.languages`)}, c.education_level,
        c.hours_min, c.hours_max, ${candidateVector(tx)}
      from candidates c
      left join places p on p.id = c.place_id
      where c.id = any(${batch}::uuid[])
        and (select true from consents where candidate_id = c.id and purpose = 'matching')
      on conflict (id) do update set
        kinds = excluded.kinds, x = excluded.x, y = excluded.y, max_distance_km = excluded.max_distance_km,
        languages = excluded.languages, education = excluded.education, hours_min = excluded.hours_min,
        hours_max = excluded.hours_max, embedding = excluded.embedding`;
  });
  await forgetNext(tx, 'candidate_match_next', ids);
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
  await forgetNext(tx, 'vacancy_match_next', ids);
}

/**
 * Makes rows that are missing in the next tables: those of now, with vectors of the embedder that comes.
 *
 * @param some only so many, and only ids behind this one; all unless told
 * @returns the ids of those that were made, in order
 */
export async function fillNext(
  tx: Transaction,
  side: 'candidate' | 'vacancy',
  some: { after: string | null; limit: number | null } = { after: null, limit: null },
): Promise<string[]> {
  const [match, next] = [tx(`${side}_match`), tx(`${side}_match_next`)];
  const { owners, facts, vector } =
    side === 'candidate'
      ? {
          owners: tx`candidates`,
          facts: tx`id, kinds, x, y, max_distance_km, languages, education, hours_min, hours_max`,
          vector: tx`(select ${candidateVector(tx)} from candidates c where c.id = m.id)`,
        }
      : {
          owners: tx`vacancies`,
          facts: tx`id, kind, x, y, languages, education, hours_min, hours_max`,
          vector: tx`(select ${vacancyVector(tx)} from vacancies v where v.id = m.id)`,
        };
  const missing = await tx<{ id: string }[]>`
    select id from ${match} m
    where (id > ${some.after}::uuid or ${some.after}::uuid is null)
      and not exists (select from ${next} n where n.id = m.id)
    order by id limit ${some.limit}`;
  const ids = missing.map(({ id }) => id);
  if (ids.length === 0) return [];
  // Owners before rows, as those who change a profile lock them, so neither waits for the other for ever. Whoever
  // changes a row meanwhile waits for us and then removes what is made here, so nothing outdated stays.
  await tx`select from ${owners} where id = any(${ids}::uuid[]) order by id for key share`;
  await tx`select from ${match} where id = any(${ids}::uuid[]) order by id for update`;
  // In this statement `concepts` stands for their next vectors, so the sum is the same, of others.
  await tx`
    insert into ${next} (${facts}, embedding)
    with concepts as (select id, next_embedding as embedding from concepts)
    select ${facts}, ${vector} from ${match} m where id = any(${ids}::uuid[])`;
  return ids;
}

/** After the rows changed, in a statement of its own: only then it sees what `fillNext` made meanwhile. */
async function forgetNext(
  tx: Transaction,
  table: 'candidate_match_next' | 'vacancy_match_next',
  ids?: string[],
): Promise<void> {
  await tx`delete from ${tx(table)} ${ids ? tx`where id = any(${ids}::uuid[])` : tx``}`;
}

/** An expression over `c`, which has the id of a candidate. */
function candidateVector(sql: Queryable): Fragment {
  return sumOfConcepts(
    sql,
    sql`
      select concept_id, 'occupation' as mark from candidate_occupations where candidate_id = c.id
      union all
      select concept_id, provenance from candidate_skills where candidate_id = c.id`,
  );
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
