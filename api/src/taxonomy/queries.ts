// SQL of the taxonomy: reading concepts with their labels and relations.
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
  nlqfMax: number | null;
  regulated: boolean;
  skillType: 'skill' | 'knowledge' | null;
}

/** A query of all concepts with their label in a language; where that is missing in Dutch, then English, then any. */
function namedConcepts(sql: Queryable, language: Language): Fragment {
  return sql`
    select c.id, c.code, c.uri, c.isco_code, c.nlqf_min, c.nlqf_max, c.regulated, c.riasec, c.skill_type,
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
