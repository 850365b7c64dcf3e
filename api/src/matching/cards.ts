// What the other side may see of a match: a vacancy in short, or a person without name, contact or place.
import type { z } from '@hono/zod-openapi';
import type { Queryable } from '../db/connect.ts';
import type { Language, LanguageLevel, VacancyKind } from '../http/schema.ts';
import { readPlaces, toPlace } from '../places/queries.ts';
import { readConcepts, toConcept } from '../taxonomy/queries.ts';
import { readVacancyRows } from '../vacancies/queries.ts';
import type { CandidateCard, VacancyCard } from './schema.ts';

export async function vacancyCards(
  sql: Queryable,
  ids: string[],
  language: Language,
): Promise<Map<string, z.infer<typeof VacancyCard>>> {
  const rows = [...(await readVacancyRows(sql, ids)).values()];
  const places = await readPlaces(
    sql,
    rows.map((row) => row.placeId),
  );
  const concepts = await readConcepts(
    sql,
    rows.flatMap((row) => row.occupationId ?? []),
    language,
  );
  return new Map(
    rows.map((row) => {
      const occupation = row.occupationId === null ? undefined : concepts.get(row.occupationId);
      const card = {
        id: row.id,
        kind: row.kind,
        title: row.title,
        employerName: row.employerName,
        place: toPlace(places.get(row.placeId)!),
        occupation: occupation ? toConcept(occupation) : null,
        regulated: occupation?.regulated ?? false,
        languages: row.languages,
        educationLevel: row.educationLevel,
        hoursMin: row.hoursMin,
        hoursMax: row.hoursMax,
        applicationUrl: row.applicationUrl,
        synthetic: row.synthetic,
        createdAt: row.createdAt.toISOString(),
      };
      return [row.id, card];
    }),
  );
}

export async function candidateCards(
  sql: Queryable,
  ids: string[],
  language: Language,
): Promise<Map<string, z.infer<typeof CandidateCard>>> {
  const rows = await sql<
    {
      id: string;
      kinds: VacancyKind[];
      languages: LanguageLevel[];
      educationLevel: number | null;
      hoursMin: number | null;
      hoursMax: number | null;
      synthetic: boolean;
      occupationIds: number[];
    }[]
  >`
    select id, kinds, languages, education_level, hours_min, hours_max, synthetic,
      array(select concept_id from candidate_occupations where candidate_id = c.id order by concept_id) as occupation_ids
    from candidates c where id = any(${ids}::uuid[])`;
  const concepts = await readConcepts(
    sql,
    rows.flatMap((row) => row.occupationIds),
    language,
  );
  return new Map(
    rows.map(({ occupationIds, ...row }) => [
      row.id,
      { ...row, occupations: occupationIds.map((id) => toConcept(concepts.get(id)!)) },
    ]),
  );
}
