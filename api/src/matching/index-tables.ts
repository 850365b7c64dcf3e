// Keeps the narrow tables that retrieval reads in step with what people and employers told.
import type { Fragment } from 'postgres';
import type { Queryable, Sql, Transaction } from '../db/connect.ts';
import { sumOfConcepts } from '../embedding/profile.ts';
import { CEFR_LEVELS, LICENCES, VACANCY_KINDS } from '../http/schema.ts';
import { writeCandidateFacts, writeVacancyFacts } from './facts.ts';
import { withIncluded } from './licences.ts';
import { maskOf as maskOfCodes, UNTOLD } from './retrieve-conditions.ts';

type Side = 'candidate' | 'vacancy';

const BATCH = 1000;

/** What `rowsOf` selects, in its order; the other columns are computed from these by the database. */
const COLUMNS = {
  candidate: [
    ...['id', 'facts_version', 'kinds', 'licences', 'dutch', 'languages', 'hours_min', 'hours_max'],
    ...['x', 'y', 'next_x', 'next_y', 'max_distance_km', 'skills', 'embedding'],
  ],
  vacancy: [
    ...['id', 'facts_version', 'kinds', 'licences', 'dutch', 'languages', 'hours_min', 'hours_max'],
    ...['x', 'y', 'skills', 'embedding', 'alike'],
  ],
};

/**
 * Renews the match rows and the facts of some candidates, or of all. People who did not consent to matching have none.
 *
 * @param onProgress gets how many are done
 */
export async function indexCandidates(
  tx: Transaction,
  ids?: string[],
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  const all = ids ?? (await tx<{ id: string }[]>`select id from candidates order by id`).map((row) => row.id);
  await inBatches(all, onProgress, (batch) =>
    inTurn(
      removeRefused(tx, batch),
      writeCandidateFacts(tx, batch),
      write(tx, 'candidate', batch),
      forgetNext(tx, 'candidate', batch),
    ),
  );
}

/** Renews the match rows and the facts of some vacancies, or of all. A closed one has none. */
export async function indexVacancies(
  tx: Transaction,
  ids?: string[],
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  const all = ids ?? (await tx<{ id: string }[]>`select id from vacancies order by id`).map((row) => row.id);
  await inBatches(all, onProgress, (batch) =>
    inTurn(
      removeClosed(tx, batch),
      writeVacancyFacts(tx, batch),
      write(tx, 'vacancy', batch),
      forgetNext(tx, 'vacancy', batch),
    ),
  );
}

/**
 * Makes the match rows that a pool of before lacks, after a migration that made the tables anew. Costs two short queries
 * when none is missing.
 */
export async function indexMissing(sql: Sql): Promise<void> {
  await sql.begin(async (tx) => {
    const people = await tx<{ id: string }[]>`
      select candidate_id as id from consents c
      where purpose = 'matching' and not exists (select from candidate_match m where m.id = c.candidate_id)`;
    const places = await tx<{ id: string }[]>`
      select id from vacancies v where status = 'open' and not exists (select from vacancy_match m where m.id = v.id)`;
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
    if (people.length > 0) await indexCandidates(tx, idsOf(people));
    if (places.length > 0) await indexVacancies(tx, idsOf(places));
  });
}

/**
 * Makes rows that are missing in the next tables: those of now, with vectors of the embedder that comes.
 *
 * @param some only so many, and only ids behind this one; all unless told
 * @returns the ids of those that were made, in order
 */
export async function fillNext(
  tx: Transaction,
  side: Side,
  some: { after: string | null; limit: number | null } = { after: null, limit: null },
): Promise<string[]> {
  const [match, next] = [tx(`${side}_match`), tx(`${side}_match_next`)];
  const missing = await tx<{ id: string }[]>`
    select id from ${match} m
    where (id > ${some.after}::uuid or ${some.after}::uuid is null)
      and not exists (select from ${next} n where n.id = m.id)
    order by id limit ${some.limit}`;
  const ids = missing.map(({ id }) => id);
  if (ids.length === 0) return [];
  // Owners before rows, as those who change a profile lock them, so neither waits for the other for ever. Whoever
  // changes a row meanwhile waits for us and then removes what is made here, so nothing outdated stays.
  const owners = tx(side === 'candidate' ? 'candidates' : 'vacancies');
  await tx`select from ${owners} where id = any(${ids}::uuid[]) order by id for key share`;
  await tx`select from ${match} where id = any(${ids}::uuid[]) order by id for update`;
  // In this statement `concepts` stands for their next vectors, so the sum is the same, of others.
  await tx`
    insert into ${next} (${tx(COLUMNS[side])})
    with concepts as (select id, next_embedding as embedding from concepts)
    ${rowsOf(tx, side, ids)}`;
  return ids;
}

async function removeRefused(tx: Transaction, ids: string[]): Promise<void> {
  await tx`
    delete from candidate_match m where id = any(${ids}::uuid[]) and not exists (
      select from consents where candidate_id = m.id and purpose = 'matching')`;
}

async function removeClosed(tx: Transaction, ids: string[]): Promise<void> {
  await tx`
    delete from vacancy_match where id = any(${ids}::uuid[]) and id in (
      select id from vacancies where status = 'closed')`;
}

async function write(tx: Transaction, side: Side, ids: string[]): Promise<void> {
  const renewed = COLUMNS[side].map((column) => `${column} = excluded.${column}`).join();
  await tx`
    insert into ${tx(`${side}_match`)} (${tx(COLUMNS[side])}) ${rowsOf(tx, side, ids)}
    on conflict (id) do update set ${tx.unsafe(renewed)}`;
}

/** After the rows changed, in a statement of its own: only then it sees what `fillNext` made meanwhile. */
async function forgetNext(tx: Transaction, side: Side, ids: string[]): Promise<void> {
  await tx`delete from ${tx(`${side}_match_next`)} where id = any(${ids}::uuid[])`;
}

/** A query of COLUMNS. Subqueries, not joins: tables filled a moment ago have no statistics, and joins get slow plans. */
function rowsOf(tx: Transaction, side: Side, ids: string[]): Fragment {
  return side === 'candidate'
    ? tx`
      select c.id, (select max(version) from candidate_facts where id = c.id),
        ${maskOf(tx, tx`c.kinds`, VACANCY_KINDS)}, ${licencesOf(tx)},
        case when c.languages = '[]' then ${UNTOLD.dutch}::integer else coalesce(${dutch(tx, tx`c.languages`)}, 0) end,
        ${ordinals(tx, tx`c.languages`)},
        coalesce(c.hours_min, ${UNTOLD.hoursMin}), coalesce(c.hours_max, ${UNTOLD.hoursMax}),
        coalesce(h.x, 'NaN'), coalesce(h.y, 'NaN'), coalesce(n.x, 'NaN'), coalesce(n.y, 'NaN'), c.max_distance_km,
        array(select concept_id from candidate_skills
          where candidate_id = c.id and provenance <> 'predicted' order by concept_id),
        ${candidateVector(tx)}
      from candidates c
      left join places h on h.id = coalesce(c.place_id, c.next_place_id)
      left join places n on n.id = c.next_place_id and n.id <> h.id
      where c.id = any(${ids}::uuid[])
        and (select true from consents where candidate_id = c.id and purpose = 'matching')`
    : tx`
      select v.id, (select max(version) from vacancy_facts where id = v.id),
        ${maskOf(tx, tx`array[v.kind]`, VACANCY_KINDS)}, ${maskOf(tx, tx`v.licences`, LICENCES)},
        coalesce(${dutch(tx, tx`v.languages`)}, 0), nullif(${ordinals(tx, tx`v.languages`)} - 'nl', '{}'),
        coalesce(v.hours_min, ${UNTOLD.hoursMin}), coalesce(v.hours_max, ${UNTOLD.hoursMax}), p.x, p.y,
        array(select concept_id from vacancy_skills
          where vacancy_id = v.id and importance = 'must-have' order by concept_id),
        ${vacancyVector(tx)},
        (select hashtext(facts ->> 'group') from vacancy_facts where id = v.id order by version desc limit 1)
      from vacancies v
      join places p on p.id = v.place_id
      where v.id = any(${ids}::uuid[]) and v.status = 'open'`;
}

/** An expression over `c`, which has the id of a candidate. A wish alone says nothing of what somebody can do: no vector. */
function candidateVector(sql: Queryable): Fragment {
  return sumOfConcepts(
    sql,
    sql`
      select concept_id, 'occupation' as mark from candidate_occupations where candidate_id = c.id
      union all
      select concept_id, provenance from candidate_skills where candidate_id = c.id
      union all
      select concept_id, 'wish' from candidate_wishes where candidate_id = c.id and (
        exists (select from candidate_occupations where candidate_id = c.id)
        or exists (select from candidate_skills where candidate_id = c.id))`,
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

/** The statements of a transaction go out one behind the other, without waiting for the answers in between. */
async function inTurn(...statements: Promise<void>[]): Promise<void> {
  await Promise.all(statements);
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

/** Codes as bits, in the order of `known`. */
function maskOf(tx: Transaction, codes: Fragment, known: readonly string[]): Fragment {
  return tx`(
    select coalesce(bit_or(1 << (array_position(${[...known]}::text[], code) - 1)), 0) from unnest(${codes}) code)`;
}

/** A mask of the licences of a candidate `c` with all that they include, as `withIncluded` says for each and for CE with D. */
function licencesOf(tx: Transaction): Fragment {
  const included = (...licences: string[]) => maskOfCodes(withIncluded(licences), LICENCES);
  const both = maskOfCodes(['CE', 'D'], LICENCES);
  return tx`(
    select each | case when each & ${both} = ${both} then ${included('CE', 'D')}::integer else 0 end
    from (
      select coalesce(bit_or((${LICENCES.map((licence) => included(licence))}::integer[])[
        array_position(${[...LICENCES]}::text[], code)]), 0) as each
      from unnest(c.licences) code
    ) licences)`;
}

/** `[{ language, level, speaking? }]` as an object of CEFR ordinals of speaking by language; null when nothing was said. */
function ordinals(tx: Transaction, languages: Fragment): Fragment {
  return tx`(
    select jsonb_object_agg(l ->> 'language', ${ordinal(tx)}) from jsonb_array_elements(${languages}) l)`;
}

/** The CEFR ordinal of speaking Dutch; null when it is not among them. */
function dutch(tx: Transaction, languages: Fragment): Fragment {
  return tx`(select ${ordinal(tx)} from jsonb_array_elements(${languages}) l where l ->> 'language' = 'nl')`;
}

/** Of speaking: what the condition is about. */
const ordinal = (tx: Transaction) =>
  tx`array_position(${[...CEFR_LEVELS]}::text[], coalesce(l ->> 'speaking', l ->> 'level')) - 1`;
