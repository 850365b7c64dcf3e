// What the other side may see of a match: a vacancy in short, or a person without name, contact or place.
import type { z } from '@hono/zod-openapi';
import type { Queryable } from '../db/connect.ts';
import type { Language, LanguageLevel, VacancyKind } from '../http/schema.ts';
import { type PlaceRow, toPlace } from '../places/queries.ts';
import { type NameOf, namesOf } from '../taxonomy/names.ts';
import type { Snapshot } from '../taxonomy/snapshot.ts';
import type { CandidateCard as CandidateCardShape, VacancyCard as VacancyCardShape } from './schema.ts';

type VacancyCard = z.infer<typeof VacancyCardShape>;
type CandidateCard = z.infer<typeof CandidateCardShape>;

export async function readVacancyCards(
  sql: Queryable,
  ids: string[],
  snapshot: Snapshot,
  language: Language,
): Promise<Map<string, VacancyCard>> {
  const rows = await sql<
    (Omit<VacancyCard, 'place' | 'occupation' | 'regulated' | 'createdAt'> & {
      occupationId: number | null;
      createdAt: Date;
      place: PlaceRow;
    })[]
  >`
    select v.id, v.kind, v.title, v.employer_name, v.occupation_id, v.languages, v.education_level, v.hours_min,
      v.hours_max, v.licences, v.application_url, v.synthetic, v.created_at, to_jsonb(p) as place
    from vacancies v join places p on p.id = v.place_id
    where v.id = any(${ids}::uuid[])`;
  const nameOf = namesOf(snapshot)(language);
  return new Map(
    rows.map(({ occupationId, place, createdAt, ...row }) => {
      const occupation = occupationId === null ? undefined : snapshot.indexOf.get(occupationId);
      const card: VacancyCard = {
        ...row,
        place: toPlace(place),
        occupation: occupationId === null ? null : nameOf(occupationId),
        regulated: occupation === undefined ? false : snapshot.concepts[occupation]!.regulated,
        createdAt: createdAt.toISOString(),
      };
      return [row.id, card];
    }),
  );
}

export async function readCandidateCards(
  sql: Queryable,
  ids: string[],
  nameOf: NameOf,
): Promise<Map<string, CandidateCard>> {
  const rows = await sql<
    {
      id: string;
      kinds: VacancyKind[];
      languages: LanguageLevel[];
      educationLevel: number | null;
      hoursMin: number | null;
      hoursMax: number | null;
      licences: string[];
      synthetic: boolean;
      occupationIds: number[];
    }[]
  >`
    select id, kinds, languages, education_level, hours_min, hours_max, licences, synthetic,
      array(select concept_id from candidate_occupations where candidate_id = c.id order by concept_id) as occupation_ids
    from candidates c where id = any(${ids}::uuid[])`;
  return new Map(
    rows.map(({ occupationIds, ...row }) => [row.id, { ...row, occupations: occupationIds.map(nameOf) }]),
  );
}
