// A vacancy as matching sees it, from its row.
import type { Queryable } from '../db/connect.ts';
import type { VacancyRow } from '../vacancies/queries.ts';
import type { VacancySide } from './factors/factor.ts';
import { vacancyVector } from './index-tables.ts';
import { languageOrdinals, toVector } from './profile.ts';

/** One statement for what the row lacks. A closed vacancy has no match row, so its vector is summed anew. */
export async function vacancySideOf(
  sql: Queryable,
  row: VacancyRow,
): Promise<{ side: VacancySide; vector: Float32Array | undefined; position: { x: number; y: number } }> {
  const [found] = await sql<
    {
      x: number;
      y: number;
      vector: string | null;
      skillIds: number[];
      importance: ('essential' | 'optional')[];
    }[]
  >`
    select p.x, p.y, ${vacancyVector(sql)}::text as vector,
      array(select concept_id from vacancy_skills where vacancy_id = v.id order by concept_id) as skill_ids,
      array(select importance from vacancy_skills where vacancy_id = v.id order by concept_id) as importance
    from (select ${row.id}::uuid as id, ${row.occupationId}::int as occupation_id) v, places p
    where p.id = ${row.placeId}`;
  const { x, y, vector, skillIds, importance } = found!;
  return {
    vector: toVector(vector),
    position: { x, y },
    side: {
      skills: new Map(skillIds.map((id, i) => [id, importance[i]!])),
      languages: languageOrdinals(row.languages) ?? new Map(),
      education: row.educationLevel,
      hoursMin: row.hoursMin,
      hoursMax: row.hoursMax,
    },
  };
}
