// The words of a profile as concepts and places: the same for a sign-up, a change and an anonymous visitor.
import type { z } from '@hono/zod-openapi';
import { badInput } from '../http/problem.ts';
import type { Unrecognised } from '../http/schema.ts';
import type { Reading } from '../matching/understand.ts';
import type { PlaceRow } from '../places/queries.ts';
import type { ConceptReference, SkillReferences } from '../taxonomy/schema.ts';
import type { OccupationStatement, SkillStatements, Wishes } from './profile-schema.ts';
import { type OccupationRow, type SkillRow, toSkillLevel } from './queries.ts';

type Statement = z.infer<typeof OccupationStatement>;

interface Told {
  occupations?: (Statement | ConceptReference)[];
  wishes?: z.infer<typeof Wishes>;
  skills?: z.infer<typeof SkillStatements>;
  rejectedSkills?: z.infer<typeof SkillReferences>;
}

/** By concept id; undefined: not mentioned. What is named twice counts once, as it was named last. */
export interface ToldConcepts {
  occupations: Map<number, OccupationRow> | undefined;
  /** Certainty, 0..1. */
  wishes: Map<number, number> | undefined;
  skills: Map<number, SkillRow> | undefined;
  /** One per told skill, in its order; undefined where the words fit nothing. */
  skillIds: (number | undefined)[];
  /** Ids of the skills that the person said no to. */
  rejectedSkills: number[] | undefined;
  /** Words to keep, because they say something of the person that we do not know yet. A "no" says nothing. */
  unrecognised: Unrecognised[];
}

/**
 * Words that fit nothing are kept in `reading`; ids that do not exist stand in its errors, see `Reading.done`.
 *
 * @param mayVerify whether skills may be called verified; left out: this is somebody's own word, so they may not
 * @throws ProblemError 400 for a verdict on oneself, and for skills that are both stated and rejected
 * @example (await understandConcepts({ skills: [{ text: 'brood bakken', provenance: 'stated' }] }, reading)).skillIds // [41]
 */
export async function understandConcepts(
  told: Told,
  reading: Reading,
  mayVerify = false,
): Promise<ToldConcepts> {
  if (!mayVerify) refuseVerdicts(told.skills, () => false);
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
  const unrecognised = [...reading.unrecognised];
  const rejectedIds = await reading.concepts(
    'skill',
    (told.rejectedSkills ?? []).map((reference, i) => ({ reference, pointer: `#/rejectedSkills/${i}` })),
  );
  refuseBoth(skillIds, rejectedIds);
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
    rejectedSkills: told.rejectedSkills && rejectedIds.filter((id) => id !== undefined),
    unrecognised,
  };
}

/**
 * @param isVerified of a place in the list, whether that skill may be called verified all the same
 * @throws ProblemError 400 for every other that is
 */
export function refuseVerdicts(skills: Told['skills'], isVerified: (i: number) => boolean): void {
  const wrong = (skills ?? []).flatMap(({ provenance }, i) =>
    provenance === 'verified' && !isVerified(i)
      ? [
          {
            in: 'body' as const,
            pointer: `#/skills/${i}/provenance`,
            detail: 'Only the server of a partner may call a skill verified. Send "stated" or "confirmed".',
          },
        ]
      : [],
  );
  if (wrong.length > 0) throw badInput(wrong);
}

/** @throws ProblemError 400 for skills that one request both states and rejects: nobody can tell which word is later */
function refuseBoth(stated: (number | undefined)[], rejected: (number | undefined)[]): void {
  const contradictions = rejected.flatMap((id, i) => {
    const at = id === undefined ? -1 : stated.indexOf(id);
    const detail = `This skill stands in skills too, at ${at}. Leave it in one of the two.`;
    return at < 0 ? [] : [{ in: 'body' as const, pointer: `#/rejectedSkills/${i}`, detail }];
  });
  if (contradictions.length > 0) throw badInput(contradictions);
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
