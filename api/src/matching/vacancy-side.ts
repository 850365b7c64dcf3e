// A vacancy as matching sees it, from its row.
import type { Queryable } from '../db/connect.ts';
import { CONCEPT_WEIGHTS, sumOfConcepts } from '../embedding/profile.ts';
import { readPlaces } from '../places/queries.ts';
import { readEmbeddings } from '../taxonomy/queries.ts';
import type { VacancyRow } from '../vacancies/queries.ts';
import type { VacancySide } from './factors/factor.ts';
import { languageOrdinals } from './profile.ts';

export async function vacancySideOf(
  sql: Queryable,
  row: VacancyRow,
): Promise<{ side: VacancySide; vector: Float32Array | undefined; position: { x: number; y: number } }> {
  const skills = await sql<{ conceptId: number; importance: 'essential' | 'optional' }[]>`
    select concept_id, importance from vacancy_skills where vacancy_id = ${row.id} order by concept_id`;
  const place = (await readPlaces(sql, [row.placeId])).get(row.placeId)!;
  const parts = [
    ...(row.occupationId === null ? [] : [{ id: row.occupationId, weight: CONCEPT_WEIGHTS.occupation }]),
    ...skills.map(({ conceptId, importance }) => ({ id: conceptId, weight: CONCEPT_WEIGHTS[importance] })),
  ];
  const embeddings = await readEmbeddings(
    sql,
    parts.map((part) => part.id),
  );
  return {
    vector: sumOfConcepts(
      parts.flatMap(({ id, weight }) =>
        embeddings.has(id) ? [{ embedding: embeddings.get(id)!, weight }] : [],
      ),
    ),
    position: place,
    side: {
      skills: new Map(skills.map(({ conceptId, importance }) => [conceptId, importance])),
      languages: languageOrdinals(row.languages) ?? new Map(),
      education: row.educationLevel,
      hoursMin: row.hoursMin,
      hoursMax: row.hoursMax,
    },
  };
}
