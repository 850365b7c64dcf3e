// Writes concepts, labels and relations of one source so that importing the same again changes nothing.

import { predictSkills } from '../candidates/queries.ts';
import type { Sql, Transaction } from '../db/connect.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { readVectorState } from '../embedding/switch-state.ts';
import { indexCandidates, indexVacancies } from '../matching/index-tables.ts';
import type { Progress } from '../progress.ts';
import { fold } from './fold.ts';
import { computeVectors } from './vectors.ts';

/** Where the two sources disagree, the starter set is right: it is written for the people who use this. */
export type Source = 'starter' | 'esco';

export interface ConceptRecord {
  code: string;
  uri: string | null;
  type: 'skill' | 'skill-group' | 'occupation' | 'isco-08-group';
  skillType?: 'skill' | 'knowledge';
  iscoCode?: string;
  nlqf?: [lowest: number, highest: number];
  regulated?: boolean;
  /** Interests, the strongest first: one to three letters of RIASEC. */
  riasec?: string;
  /** Of a skill: of use in any work. */
  transversal?: boolean;
  /** Languages whose labels no native speaker has reviewed. */
  draft?: readonly string[];
  /** Labels by language, the preferred one first. */
  labels: Map<string, Set<string>>;
}

export interface RelationRecord {
  /** Code or URI of a concept. */
  from: string;
  type: 'essential' | 'optional' | 'broader';
  to: string;
}

/** Any number, the same in every copy: "tx" in ASCII. */
const LOCK = 0x7478;
const CONCEPTS_PER_STATEMENT = 1000;
const RELATIONS_PER_STATEMENT = 5000;

/** Runs an import in one transaction, one import at a time. What throws leaves nothing behind. */
export function importing<Result>(sql: Sql, work: (tx: Transaction) => Promise<Result>) {
  return sql.begin(async (tx) => {
    await takeTurn(tx);
    return work(tx);
  });
}

/** Until the transaction ends, nobody else changes concepts, labels, relations or their vectors. */
export async function takeTurn(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(${LOCK})`;
}

/**
 * Adds concepts, or changes the ones that have the same code or URI. In every language that a concept has labels in,
 * these replace its labels of the same source; other sources, other languages and other concepts stay as they are.
 *
 * @returns codes whose URI already belongs to another concept; they were written without it
 */
export async function writeConcepts(
  tx: Transaction,
  source: Source,
  concepts: ConceptRecord[],
  progress: Progress,
): Promise<string[]> {
  const ids = await readIds(tx);
  const contested: string[] = [];
  using step = progress.step('Writing concepts', concepts.length);
  for (const batch of batches(concepts, CONCEPTS_PER_STATEMENT)) {
    const rows = batch.map((concept) => {
      const { code, uri, type, skillType, iscoCode, nlqf, regulated, riasec, transversal } = concept;
      const byCode = ids.get(code);
      const byUri = uri === null ? undefined : ids.get(uri);
      const isContested = byCode !== undefined && byUri !== undefined && byCode !== byUri;
      if (isContested) contested.push(code);
      return {
        id: source === 'starter' ? (byCode ?? byUri) : (byUri ?? byCode),
        code,
        uri: isContested ? null : uri,
        type,
        skill_type: skillType,
        isco_code: iscoCode,
        nlqf_min: nlqf?.[0],
        nlqf_max: nlqf?.[1],
        regulated: regulated ?? false,
        riasec,
        transversal: transversal ?? false,
        source,
      };
    });
    const [known, fresh] = [rows.filter((row) => row.id), rows.filter((row) => !row.id)];
    await updateConcepts(tx, source, known);
    const added = await insertConcepts(tx, fresh);
    const idOf = new Map(added.map((row) => [row.code, row.id]));
    await writeLabels(
      tx,
      source,
      batch.flatMap((concept, i) => labelRows(rows[i]!.id ?? idOf.get(concept.code)!, source, concept)),
    );
    step.advance(batch.length);
  }
  return contested;
}

const CONCEPT_COLUMNS = {
  code: 'text',
  uri: 'text',
  type: 'text',
  skill_type: 'text',
  isco_code: 'text',
  nlqf_min: 'smallint',
  nlqf_max: 'smallint',
  regulated: 'boolean',
  riasec: 'text',
  transversal: 'boolean',
  source: 'text',
};
const COLUMNS = Object.keys(CONCEPT_COLUMNS);

/** The rows as `b`, a table of the concepts' columns behind their ids. */
const given = (tx: Transaction, rows: object[]) => {
  const typed = Object.entries({ id: 'int', ...CONCEPT_COLUMNS }).map((column) => column.join(' '));
  return tx`jsonb_to_recordset(${tx.json(rows as never)}) as b (${tx.unsafe(typed.join(', '))})`;
};

async function updateConcepts(tx: Transaction, source: Source, rows: object[]) {
  const of = (table: string) => tx.unsafe(COLUMNS.map((column) => `${table}.${column}`).join(', '));
  await tx`
    update concepts c set (${tx(COLUMNS)}) = (${of('b')})
    from ${given(tx, rows)}
    where c.id = b.id and (c.source = ${source} or ${source} = 'starter')
      and (${of('c')}) is distinct from (${of('b')})`;
}

function insertConcepts(tx: Transaction, rows: object[]) {
  return tx<{ id: number; code: string }[]>`
    insert into concepts (${tx(COLUMNS)})
    select ${tx(COLUMNS)} from ${given(tx, rows)}
    returning id, code`;
}

type LabelRow = ReturnType<typeof labelRows>[number];

function labelRows(conceptId: number, source: Source, { labels, draft = [] }: ConceptRecord) {
  return [...labels].flatMap(([language, texts]) =>
    [...texts].map((text, i) => ({
      concept_id: conceptId,
      language,
      kind: i === 0 ? 'preferred' : 'alternative',
      text,
      folded: fold(text),
      draft: draft.includes(language),
      source: source === 'esco' ? `esco:${language}` : source,
    })),
  );
}

/** All labels of a concept and language must be in one call: what is not in it is removed. */
async function writeLabels(tx: Transaction, source: Source, rows: LabelRow[]) {
  // A table, because the planner knows its size; joins with a list of parameters took minutes.
  await tx`
    create temp table if not exists given (like labels, primary key (concept_id, language, text)) on commit drop`;
  await tx`truncate given`;
  await tx`
    insert into given (concept_id, language, kind, text, folded, source, draft)
    select * from jsonb_to_recordset(${tx.json(rows as never)})
      as row (concept_id int, language text, kind text, text text, folded text, source text, draft boolean)`;
  await tx`analyze given`;
  await tx`
    delete from labels l using (select distinct concept_id, language, source from given) mine
    where (l.concept_id, l.language, l.source) = (mine.concept_id, mine.language, mine.source)
      and not exists (
        select from given g where (g.concept_id, g.language, g.text) = (l.concept_id, l.language, l.text)
      )`;
  // A concept has one preferred label per language: another one steps back first, unless it is the starter set's.
  await tx`
    update labels l set kind = 'alternative' from given g
    where (g.concept_id, g.language) = (l.concept_id, l.language)
      and l.kind = 'preferred' and g.kind = 'preferred' and g.text <> l.text
      and (l.source <> 'starter' or ${source} = 'starter')`;
  await tx`
    insert into labels as l (concept_id, language, kind, text, folded, source, draft)
    select g.concept_id, g.language,
      case when p.text is null then g.kind else 'alternative' end, g.text, g.folded, g.source, g.draft
    from given g left join labels p
      on (p.concept_id, p.language, p.kind) = (g.concept_id, g.language, 'preferred') and p.text <> g.text
    on conflict (concept_id, language, text) do update
      set kind = excluded.kind, folded = excluded.folded, source = excluded.source, draft = excluded.draft
      where (l.source <> 'starter' or excluded.source = 'starter')
        and (l.kind, l.folded, l.source, l.draft)
          is distinct from (excluded.kind, excluded.folded, excluded.source, excluded.draft)`;
}

/**
 * Adds relations; those that are there stay.
 *
 * @returns the relations that could not be written, because one of their ends is no concept we have
 */
export async function writeRelations(
  tx: Transaction,
  source: Source,
  relations: RelationRecord[],
  progress: Progress,
): Promise<RelationRecord[]> {
  const ids = await readIds(tx);
  const known = (relation: RelationRecord) => ids.has(relation.from) && ids.has(relation.to);
  using step = progress.step('Writing relations', relations.length);
  for (const batch of batches(relations, RELATIONS_PER_STATEMENT)) {
    const rows = batch.filter(known);
    await tx`
      insert into relations (from_id, type, to_id, source)
      select from_id, type, to_id, ${source} from unnest(
        ${rows.map((relation) => ids.get(relation.from)!)}::int[],
        ${rows.map((relation) => relation.type)}::text[],
        ${rows.map((relation) => ids.get(relation.to)!)}::int[]
      ) as b (from_id, type, to_id)
      on conflict do nothing`;
    step.advance(batch.length);
  }
  return relations.filter((relation) => !known(relation));
}

/**
 * The last part of every import: what depends on all sources together. Vectors are made only when those that serve are
 * of this embedder, or there are none; else they keep serving, new concepts are found by their labels alone, and the API
 * makes all vectors anew beside them (embedding/switch.ts).
 */
export async function settle(tx: Transaction, embedder: Embedder, progress: Progress): Promise<void> {
  // A skill is essential or optional for an occupation, not both.
  await tx`
    delete from relations e using relations s
    where e.source = 'esco' and s.source = 'starter' and (e.from_id, e.to_id) = (s.from_id, s.to_id)
      and e.type in ('essential', 'optional') and s.type in ('essential', 'optional') and e.type <> s.type`;
  // The starter set knows major and sub-major groups only; ESCO brings unit groups, which are closer.
  await tx`delete from relations where source = 'isco-08'`;
  await tx`
    insert into relations (from_id, type, to_id, source)
    select distinct on (c.id) c.id, 'broader', g.id, 'isco-08'
    from concepts c join concepts g
      on g.type = 'isco-08-group' and g.id <> c.id and starts_with(c.isco_code, g.isco_code)
    where c.source = 'starter'
    order by c.id, length(g.isco_code) desc
    on conflict do nothing`;
  const { embedder: serving } = await readVectorState(tx);
  if (serving === null || serving === embedder.id) {
    await renewVectors(tx, embedder, progress);
    await tx`
      update taxonomy_state
      set version = version + 1, vectors_version = version + 1, embedder = ${embedder.id}`;
  } else await tx`update taxonomy_state set version = version + 1`;
  // The embedded database has no autovacuum that would keep the planner's statistics.
  await tx`analyze concepts, labels, relations`;
  await renewPeopleAndVacancies(tx, progress);
}

async function renewVectors(tx: Transaction, embedder: Embedder, progress: Progress): Promise<void> {
  let shown = 0;
  using step = progress.step('Computing vectors', 100);
  await computeVectors(tx, embedder, (done, total) => {
    const percent = (100 * done) / total;
    step.advance(percent - shown);
    shown = percent;
  });
}

/** What was derived from the taxonomy: predicted skills, and the vectors of people and vacancies. */
async function renewPeopleAndVacancies(tx: Transaction, progress: Progress): Promise<void> {
  const [row] = await tx<{ people: number; vacancies: number }[]>`
    select (select count(*) from candidates) as people, (select count(*) from vacancies) as vacancies`;
  const { people, vacancies } = row!;
  if (people + vacancies === 0) return;
  using step = progress.step('Renewing match tables', people + vacancies);
  let shown = 0;
  const upTo = (done: number) => {
    step.advance(done - shown);
    shown = done;
  };
  await predictSkills(tx);
  await indexCandidates(tx, undefined, upTo);
  await indexVacancies(tx, undefined, (done) => upTo(people + done));
}

/** Ids of all concepts by code and by URI. */
async function readIds(tx: Transaction): Promise<Map<string, number>> {
  const rows = await tx<{ key: string; id: number }[]>`
    select code as key, id from concepts union all select uri, id from concepts where uri is not null`;
  return new Map(rows.map(({ key, id }) => [key, id]));
}

function* batches<Item>(items: Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
