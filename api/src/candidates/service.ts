// Decisions about candidates: how a profile is read, kept and changed, and who may open it.
import { randomUUID } from 'node:crypto';
import type { Sql, Transaction } from '../db/connect.ts';
import { badInput } from '../http/problem.ts';
import type { Language, Notice } from '../http/schema.ts';
import { indexCandidates } from '../matching/index-tables.ts';
import type { Understood } from '../matching/schema.ts';
import type { Reading, Understanding } from '../matching/understand.ts';
import type { Caller } from '../partners/caller.ts';
import {
  type CandidateColumns,
  type CandidateRow,
  deleteCandidate,
  insertCandidate,
  lockCandidate,
  type OccupationRow,
  predictSkills,
  readCandidate,
  readCandidateRow,
  readPartnerOf,
  replaceConsents,
  replaceOccupations,
  replaceRejectedSkills,
  replaceToldSkills,
  replaceWishes,
  replaceWorkRight,
  type SkillRow,
  updateCandidate,
} from './queries.ts';
import type { Candidate, CandidateInput, CandidatePatch } from './schema.ts';
import {
  refuseVerdicts,
  type ToldConcepts,
  understandConcepts,
  understandPlace,
} from './understand-profile.ts';

interface ReadAs {
  understood: Understood[];
  notices: Notice[];
}

/** What a sign-up or a change says, after its words were understood. Undefined: not mentioned. */
interface Changes extends Omit<ToldConcepts, 'skills'> {
  columns: Partial<CandidateColumns>;
  told: ToldConcepts['skills'];
}

export class Candidates {
  readonly #sql: Sql;
  readonly #understanding: Understanding;

  constructor(sql: Sql, understanding: Understanding) {
    this.#sql = sql;
    this.#understanding = understanding;
  }

  async signUp(caller: Caller, input: CandidateInput): Promise<ReadAs & { candidateId: string }> {
    const reading = this.#understanding.read(input.language);
    const { columns, unrecognised, ...concepts } = await this.#understand(input, reading);
    refuseOwnVerdict(input, concepts.skillIds, caller, new Map());
    const candidateId = randomUUID();
    await this.#sql.begin(async (tx) => {
      await insertCandidate(tx, candidateId, caller.partnerId, {
        ...(columns as CandidateColumns),
        unrecognised,
      });
      await replaceConsents(tx, candidateId, { ...input.consent, language: input.language });
      if (input.workRight) await replaceWorkRight(tx, candidateId, input.workRight);
      await saveConcepts(tx, candidateId, {
        occupations: concepts.occupations ?? new Map(),
        wishes: concepts.wishes ?? new Map(),
        told: concepts.told ?? new Map(),
        rejectedSkills: concepts.rejectedSkills ?? [],
      });
      await indexCandidates(tx, [candidateId]);
    });
    return { candidateId, understood: reading.understood, notices: reading.notices };
  }

  /** @returns undefined when there is no such profile, or it was deleted meanwhile */
  async update(candidateId: string, patch: CandidatePatch, caller: Caller): Promise<ReadAs | undefined> {
    const stored = await readCandidateRow(this.#sql, candidateId);
    if (!stored) return undefined;
    const language = patch.language ?? stored.language;
    const reading = this.#understanding.read(language);
    const changes = await this.#understand(patch, reading);
    const saved = await this.#sql.begin(async (tx) => {
      if (!(await lockCandidate(tx, candidateId))) return false;
      const before = (await readCandidateRow(tx, candidateId))!;
      refuseOwnVerdict(patch, changes.skillIds, caller, toldOf(before));
      await applyChanges(tx, before, patch, changes);
      if (patch.consent) await replaceConsents(tx, candidateId, { ...patch.consent, language });
      await indexCandidates(tx, [candidateId]);
      return true;
    });
    return saved ? { understood: reading.understood, notices: reading.notices } : undefined;
  }

  async read(id: string, language: Language): Promise<Candidate | undefined> {
    return readCandidate(this.#sql, id, language);
  }

  async delete(id: string): Promise<void> {
    await this.#sql.begin((tx) => deleteCandidate(tx, id));
  }

  /** The person, or the partner where they signed up. */
  async mayOpen(caller: Caller, candidateId: string): Promise<boolean> {
    if (caller.kind === 'candidate' && caller.candidateId !== candidateId) return false;
    return (await readPartnerOf(this.#sql, candidateId)) === caller.partnerId;
  }

  async #understand(input: CandidatePatch, reading: Reading): Promise<Changes> {
    const {
      occupations: _,
      skills: __,
      wishes: ___,
      consent: ____,
      workRight: _____,
      rejectedSkills: ______,
      place,
      nextPlace,
      ...columns
    } = input;
    const placeRow = await understandPlace(place, reading, '#/place');
    const nextPlaceRow = await understandPlace(nextPlace, reading, '#/nextPlace');
    // `refuseOwnVerdict` judges, who knows what was verified before.
    const { skills: told, ...concepts } = await understandConcepts(input, reading, true);
    reading.done();
    return {
      columns: {
        ...columns,
        ...(placeRow !== undefined && { placeId: placeRow?.id ?? null }),
        ...(nextPlaceRow !== undefined && { nextPlaceId: nextPlaceRow?.id ?? null }),
      },
      ...concepts,
      told,
    };
  }
}

async function applyChanges(
  tx: Transaction,
  before: CandidateRow,
  patch: CandidatePatch,
  { columns, occupations, wishes, told, rejectedSkills, unrecognised }: Changes,
): Promise<void> {
  refuseDisorder({ ...before, ...columns }, 'hoursMin', 'hoursMax');
  refuseDisorder({ ...before, ...columns }, 'educationLevel', 'educationLevelMax');
  // Words of a part that the change replaces make room for the new ones.
  const replaced = { occupation: patch.occupations, skill: patch.skills, place: patch.place };
  const kept = before.unrecognised.filter(({ as }) => replaced[as] === undefined);
  await updateCandidate(tx, before.id, { ...columns, unrecognised: [...kept, ...unrecognised] });
  if (patch.workRight !== undefined) await replaceWorkRight(tx, before.id, patch.workRight);
  if (occupations || wishes || told || rejectedSkills) {
    const earlier = toldOf(before);
    await saveConcepts(tx, before.id, {
      occupations: occupations ?? new Map(before.occupations.map((o) => [o.conceptId, o])),
      wishes: wishes ?? new Map(before.wishes.map((w) => [w.conceptId, w.certainty])),
      told: told
        ? asEarlier(told, before)
        : new Map([...earlier].filter(([skill]) => !rejectedSkills?.includes(skill))),
      // The later word counts.
      rejectedSkills: rejectedSkills ?? before.rejectedSkills.filter((skill) => !told?.has(skill)),
    });
  }
}

const toldOf = (row: CandidateRow): Map<number, SkillRow> =>
  new Map(
    row.skills
      .filter(({ provenance }) => provenance !== 'predicted')
      .map(({ conceptId, provenance, level }) => [conceptId, { provenance, level }]),
  );

/** What was already confirmed or verified stays so when it is only said again; what we guessed and is now said is confirmed. */
function asEarlier(told: Map<number, SkillRow>, before: CandidateRow): Map<number, SkillRow> {
  const provenanceBefore = new Map(before.skills.map(({ conceptId, provenance }) => [conceptId, provenance]));
  return new Map(
    [...told].map(([skill, row]) => {
      const earlier = provenanceBefore.get(skill);
      if (row.provenance !== 'stated' || !earlier || earlier === 'stated') return [skill, row];
      return [skill, { ...row, provenance: earlier === 'predicted' ? 'confirmed' : earlier }];
    }),
  );
}

/** @throws ProblemError 400 when somebody other than a partner's server calls a skill verified that was not */
function refuseOwnVerdict(
  { skills }: Pick<CandidatePatch, 'skills'>,
  skillIds: (number | undefined)[],
  caller: Caller,
  earlier: Map<number, SkillRow>,
): void {
  if (caller.kind === 'secret') return;
  const isVerified = (id: number | undefined) =>
    id !== undefined && earlier.get(id)?.provenance === 'verified';
  refuseVerdicts(skills, (i) => isVerified(skillIds[i]));
}

/** @throws ProblemError 400 when a change makes the lower end more than the upper */
function refuseDisorder<Name extends string>(
  row: Record<Name, number | null | undefined>,
  low: Name,
  high: Name,
): void {
  const [from, to] = [row[low], row[high]];
  if (typeof from === 'number' && typeof to === 'number' && from > to) {
    throw badInput([
      { in: 'body', pointer: `#/${low}`, detail: `With this change ${low} is more than ${high}` },
    ]);
  }
}

async function saveConcepts(
  tx: Transaction,
  candidateId: string,
  concepts: {
    occupations: Map<number, OccupationRow>;
    wishes: Map<number, number>;
    told: Map<number, SkillRow>;
    rejectedSkills: number[];
  },
): Promise<void> {
  await replaceOccupations(tx, candidateId, concepts.occupations);
  await replaceWishes(tx, candidateId, concepts.wishes);
  await replaceToldSkills(tx, candidateId, concepts.told);
  await replaceRejectedSkills(tx, candidateId, concepts.rejectedSkills);
  await predictSkills(tx, [candidateId]);
}
