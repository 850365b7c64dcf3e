// A person as matching sees one: from an anonymous request, or from a candidate's row.
import pgvector from 'pgvector';
import type { Queryable } from '../db/connect.ts';
import { type ConceptMark, sumOfConcepts } from '../embedding/profile.ts';
import { CEFR_LEVELS, type LanguageLevel, type VacancyKind } from '../http/schema.ts';
import { skillsOf } from '../taxonomy/queries.ts';
import type { PersonSide } from './factors/factor.ts';

export interface Profile {
  side: PersonSide;
  kinds: VacancyKind[];
  /** Length 1; undefined when no occupation or skill is known. */
  vector: Float32Array | undefined;
  /** km on the plane of places/geometry.ts. */
  position: { x: number; y: number } | undefined;
}

export type SkillProvenance = Map<number, 'stated' | 'predicted'>;

/** The stated skills, and those that the occupations usually need, marked as predicted. */
export async function withPredictedSkills(
  sql: Queryable,
  occupations: number[],
  stated: number[],
): Promise<SkillProvenance> {
  const skills: SkillProvenance = new Map();
  for (const { skillId, importance } of await skillsOf(sql, occupations)) {
    if (importance === 'essential') skills.set(skillId, 'predicted');
  }
  for (const skill of stated) skills.set(skill, 'stated');
  return skills;
}

/** The vector of a person, length 1: occupations and skills by their weights. Undefined when there are none. */
export async function profileVector(
  sql: Queryable,
  occupations: number[],
  skills: SkillProvenance,
): Promise<Float32Array | undefined> {
  const ids = [...occupations, ...skills.keys()];
  if (ids.length === 0) return undefined;
  const marks: ConceptMark[] = [...occupations.map(() => 'occupation' as const), ...skills.values()];
  const parts = sql`select * from unnest(${ids}::int[], ${marks}::text[]) part (concept_id, mark)`;
  const [row] = await sql<{ vector: string | null }[]>`select ${sumOfConcepts(sql, parts)}::text as vector`;
  return toVector(row!.vector);
}

/** As PostgreSQL writes a vector. */
export function toVector(text: string | null): Float32Array | undefined {
  return text === null ? undefined : Float32Array.from(pgvector.fromSql(text) as number[]);
}

/** CEFR ordinals by language; undefined when nothing was said. */
export function languageOrdinals(levels: LanguageLevel[]): Map<string, number> | undefined {
  if (levels.length === 0) return undefined;
  return new Map(levels.map(({ language, level }) => [language, CEFR_LEVELS.indexOf(level)]));
}
