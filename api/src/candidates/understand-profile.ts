// The words of a profile as concepts and places: the same for a sign-up, a change and an anonymous visitor.
import type { z } from '@hono/zod-openapi';
import type { Reading } from '../matching/understand.ts';
import type { PlaceRow } from '../places/queries.ts';
import type { ConceptReference } from '../taxonomy/schema.ts';
import type { OccupationStatement, SkillStatements, Wishes } from './profile-schema.ts';
import { type OccupationRow, type SkillRow, toSkillLevel } from './queries.ts';

type Statement = z.infer<typeof OccupationStatement>;

interface Told {
  occupations?: (Statement | ConceptReference)[];
  wishes?: z.infer<typeof Wishes>;
  skills?: z.infer<typeof SkillStatements>;
}

/** By concept id; undefined: not mentioned. What is named twice counts once, as it was named last. */
export interface ToldConcepts {
  occupations: Map<number, OccupationRow> | undefined;
  /** Certainty, 0..1. */
  wishes: Map<number, number> | undefined;
  skills: Map<number, SkillRow> | undefined;
  /** One per told skill, in its order; undefined where the words fit nothing. */
  skillIds: (number | undefined)[];
}

/** Words that fit nothing are kept in `reading`; what is wrong stands in its errors, see `Reading.done`. */
export async function understandConcepts(told: Told, reading: Reading): Promise<ToldConcepts> {
  const statements = told.occupations?.map(
    (told): Statement => ('occupation' in told ? told : { occupation: told, unpaid: false }),
  );
  const occupationIds = await reading.concepts(
    'occupation',
    (told.occupations ?? []).map((told, i) =>
      'occupation' in told
        ? { reference: told.occupation, pointer: `#/occupations/${i}/occupation` }
        : { reference: told, pointer: `#/occupations/${i}` },
    ),
  );
  const wishIds = await reading.concepts(
    'occupation',
    (told.wishes ?? []).map(({ occupation }, i) => ({
      reference: occupation,
      pointer: `#/wishes/${i}/occupation`,
    })),
  );
  const skillIds = await reading.concepts(
    'skill',
    (told.skills ?? []).map((reference, i) => ({ reference, pointer: `#/skills/${i}` })),
  );
  return {
    occupations:
      statements &&
      keyed(occupationIds, (i) => {
        const { years = null, lastYear = null, unpaid } = statements[i]!;
        return { years, lastYear, unpaid };
      }),
    wishes: told.wishes && keyed(wishIds, (i) => told.wishes![i]!.certainty),
    skills:
      told.skills &&
      keyed(skillIds, (i): SkillRow => {
        const { provenance, level } = told.skills![i]!;
        return { provenance, level: toSkillLevel(level) };
      }),
    skillIds,
  };
}

function keyed<Value>(ids: (number | undefined)[], made: (i: number) => Value): Map<number, Value> {
  return new Map(ids.flatMap((id, i) => (id === undefined ? [] : [[id, made(i)] as const])));
}

/** `undefined`: not mentioned; null: emptied, or not understood. */
export async function understandPlace(
  reference: Parameters<Reading['place']>[0],
  reading: Reading,
  pointer: '#/place' | '#/nextPlace',
): Promise<PlaceRow | null | undefined> {
  return reference === undefined ? undefined : ((await reading.place(reference, pointer)) ?? null);
}
