// SQL of the taxonomy: the three ways of finding a concept, and reading concepts with their labels.
import pgvector from 'pgvector';
import type { Fragment } from 'postgres';
import type { Queryable } from '../db/connect.ts';
import type { Language } from '../http/schema.ts';
import type { Concept } from './schema.ts';

export type ConceptType = 'skill' | 'occupation';

export interface ConceptRow {
  id: number;
  code: string;
  uri: string | null;
  label: string;
  language: Language;
  dutchLabel: string;
  draft: boolean;
  riasec: string | null;
  iscoCode: string | null;
  nlqfMin: number | null;
  regulated: boolean;
  skillType: 'skill' | 'knowledge' | null;
}

/** A concept with how it was found. */
export interface Found extends ConceptRow {
  matchedLabel: string;
  matchedBy: 'exact' | 'prefix' | 'lexical' | 'vector';
  confidence: number;
}

export interface Words {
  /** The folded query and its other forms. */
  forms: string[];
  /** Pieces of the folded query. */
  runs: string[];
  vector: Float32Array;
}

/** Below this cosine, hashed n-grams are more often noise than kinship. */
const VECTOR_FLOOR = 0.45;

/** Letters; a longer text resembles no label as a whole (trigrams below 0.3), and looking for one takes long. */
const LONGEST_RESEMBLING = 50;

/**
 * Concepts of one type by label: exact, by its beginning or a word's beginning, by trigrams, or by vector; best first.
 * Confidence is 1 for an exact label; the ranges of the ways overlap so that a good trigram beats a poor prefix.
 */
export async function findConcepts(
  sql: Queryable,
  type: ConceptType,
  { forms, runs, vector }: Words,
  language: Language,
  limit: number,
): Promise<Found[]> {
  const folded = forms[0]!;
  const resembling = forms.filter(({ length }) => length <= LONGEST_RESEMBLING);
  // `_` and `%` cannot occur in folded text, so it needs no escaping inside `like`.
  return sql<Found[]>`
    with by_label as (
      select l.concept_id, l.text, l.language, l.kind, l.folded
      from (
        -- Four small index scans; as one condition with OR the whole table would be read.
        select * from labels where folded = any(${[...forms, ...runs]}::text[])
        union select * from labels where folded ~>=~ ${folded} and folded ~<~ ${`${folded}~`}
        union select * from labels where folded like ${`% ${folded}%`}
        union select labels.* from unnest(${resembling}::text[]) form join labels on folded % form
      ) l join concepts c on c.id = l.concept_id
      where c.type = ${type}
    ), scored as (
      select concept_id, text as matched_label,
        case
          when folded = any(${forms}::text[]) then 'exact'
          when folded like ${`${folded}%`} or folded like ${`% ${folded}%`} then 'prefix'
          else 'lexical'
        end as matched_by,
        case
          when folded = ${folded} then 1
          when folded = any(${forms}::text[]) then 0.97
          when folded like ${`${folded}%`} then 0.7 + 0.25 * length(${folded}) / length(folded)
          when folded = any(${runs}::text[]) then 0.6 + 0.35 * length(folded) / length(${folded})
          when folded like ${`% ${folded}%`} then 0.55 + 0.25 * length(${folded}) / length(folded)
          else 0.9 * (select max(similarity(folded, form)) from unnest(${forms}::text[]) form)
        end
        -- Between equals: the reader's language first, then preferred labels.
        + case when language = ${language} then 0 else -0.01 end
        + case when kind = 'preferred' then 0 else -0.005 end as confidence
      from by_label
    ), by_vector as (
      select id as concept_id, null::text as matched_label, 'vector' as matched_by,
        -(label_embedding <#> ${pgvector.toSql(Array.from(vector))}::vector) as confidence
      from concepts where type = ${type} and label_embedding is not null
      order by label_embedding <#> ${pgvector.toSql(Array.from(vector))}::vector limit ${limit}
    ), best as (
      select distinct on (concept_id) concept_id, matched_label, matched_by, confidence
      from (
        select * from scored
        union all
        select concept_id, matched_label, matched_by, 0.9 * confidence from by_vector where confidence >= ${VECTOR_FLOOR}
      ) candidates
      order by concept_id, confidence desc, matched_label
    ), top as (
      select best.* from best join concepts c on c.id = concept_id
      order by confidence desc, length(matched_label), c.code
      limit ${limit}
    )
    select c.*, top.matched_by, least(1, greatest(0, top.confidence))::float8 as confidence,
      coalesce(top.matched_label, c.label) as matched_label
    from top join (${namedConcepts(sql, language)}) c on c.id = top.concept_id
    order by top.confidence desc, length(top.matched_label), c.code`;
}

/** A query of all concepts with their label in a language; where that is missing in Dutch, then English, then any. */
function namedConcepts(sql: Queryable, language: Language): Fragment {
  return sql`
    select c.id, c.code, c.uri, c.isco_code, c.nlqf_min, c.regulated, c.riasec, c.skill_type,
      own.text as label, own.language, own.draft, coalesce(dutch.text, own.text) as dutch_label
    from concepts c
    join lateral (
      select text, language, draft from labels where concept_id = c.id and kind = 'preferred'
      order by coalesce(array_position(${[language, 'nl', 'en']}::text[], language), 9), language limit 1
    ) own on true
    left join labels dutch on dutch.concept_id = c.id and dutch.language = 'nl' and dutch.kind = 'preferred'`;
}

/** Concepts by id, with their label in a language or the next best. */
export async function readConcepts(
  sql: Queryable,
  ids: number[],
  language: Language,
): Promise<Map<number, ConceptRow>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<ConceptRow[]>`
    select * from (${namedConcepts(sql, language)}) c where id = any(${ids}::int[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findIds(
  sql: Queryable,
  type: ConceptType,
  codes: string[],
): Promise<Map<string, number>> {
  if (codes.length === 0) return new Map();
  const rows = await sql<{ id: number; code: string }[]>`
    select id, code from concepts where type = ${type} and code = any(${codes}::text[])`;
  return new Map(rows.map((row) => [row.code, row.id]));
}

export async function alternativeLabels(sql: Queryable, id: number, language: Language): Promise<string[]> {
  const rows = await sql<{ text: string }[]>`
    select text from labels where concept_id = ${id} and language = ${language} and kind = 'alternative' order by text`;
  return rows.map((row) => row.text);
}

/** The skills of some occupations, an essential one before an optional one. */
export async function skillsOf(
  sql: Queryable,
  occupationIds: number[],
): Promise<{ occupationId: number; skillId: number; importance: 'essential' | 'optional' }[]> {
  return sql`
    select r.from_id as occupation_id, r.to_id as skill_id, r.type as importance
    from relations r join concepts c on c.id = r.to_id and c.type = 'skill'
    where r.from_id = any(${occupationIds}::int[]) and r.type in ('essential', 'optional')
    order by r.type, r.from_id, c.code`;
}

export async function occupationsNeeding(sql: Queryable, skillId: number): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select c.id from relations r join concepts c on c.id = r.from_id and c.type = 'occupation'
    where r.to_id = ${skillId} and r.type = 'essential' order by c.code limit 50`;
  return rows.map((row) => row.id);
}

export function toConcept(row: ConceptRow): Concept {
  const { code, uri, label, language, dutchLabel, draft } = row;
  return { id: code, uri, label, language, dutchLabel, draft };
}
