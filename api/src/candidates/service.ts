// Decisions about candidates: how a profile is read, kept and changed, and who may open it.
import { randomUUID } from 'node:crypto';
import type { Sql, Transaction } from '../db/connect.ts';
import { badInput } from '../http/problem.ts';
import type { Language, Notice, Unrecognised } from '../http/schema.ts';
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
  predictSkills,
  readCandidate,
  readCandidateRow,
  readPartnerOf,
  replaceConsents,
  replaceOccupations,
  replaceRejectedSkills,
  replaceStatedSkills,
  updateCandidate,
} from './queries.ts';
import type { Candidate, CandidateInput, CandidatePatch } from './schema.ts';

interface ReadAs {
  understood: Understood[];
  notices: Notice[];
}

/** What a sign-up or a change says, after its words were understood. Undefined: not mentioned. */
interface Changes {
  columns: Partial<CandidateColumns>;
  occupations: Map<number, number | null> | undefined;
  statedSkills: number[] | undefined;
  rejectedSkills: number[] | undefined;
  /** Words to keep, because they say something of the person that we do not know yet. */
  unrecognised: Unrecognised[];
}

export class Candidates {
  readonly #sql: Sql;
  readonly #understanding: Understanding;

  constructor(sql: Sql, understanding: Understanding) {
    this.#sql = sql;
    this.#understanding = understanding;
  }

  async signUp(partnerId: string, input: CandidateInput): Promise<ReadAs & { candidateId: string }> {
    const reading = this.#understanding.read(input.language);
    const { columns, occupations, statedSkills, rejectedSkills, unrecognised } = await this.#understand(
      input,
      reading,
    );
    const candidateId = randomUUID();
    await this.#sql.begin(async (tx) => {
      await insertCandidate(tx, candidateId, partnerId, {
        ...(columns as CandidateColumns),
        unrecognised,
      });
      await replaceConsents(tx, candidateId, { ...input.consent, language: input.language });
      await saveConcepts(tx, candidateId, occupations ?? new Map(), statedSkills ?? [], rejectedSkills ?? []);
      await indexCandidates(tx, [candidateId]);
    });
    return { candidateId, understood: reading.understood, notices: reading.notices };
  }

  /** @returns undefined when there is no such profile, or it was deleted meanwhile */
  async update(candidateId: string, patch: CandidatePatch): Promise<ReadAs | undefined> {
    const stored = await readCandidateRow(this.#sql, candidateId);
    if (!stored) return undefined;
    const language = patch.language ?? stored.language;
    const reading = this.#understanding.read(language);
    const changes = await this.#understand(patch, reading);
    const saved = await this.#sql.begin(async (tx) => {
      if (!(await lockCandidate(tx, candidateId))) return false;
      const before = (await readCandidateRow(tx, candidateId))!;
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
    await deleteCandidate(this.#sql, id);
  }

  /** The person, or the partner where they signed up. */
  async mayOpen(caller: Caller, candidateId: string): Promise<boolean> {
    if (caller.kind === 'candidate' && caller.candidateId !== candidateId) return false;
    return (await readPartnerOf(this.#sql, candidateId)) === caller.partnerId;
  }

  async #understand(input: CandidatePatch, reading: Reading): Promise<Changes> {
    const { occupations, skills, rejectedSkills, place, consent: _, ...columns } = input;
    const placeRow = await reading.place(place);
    const occupationIds = await reading.concepts(
      'occupation',
      (occupations ?? []).map(({ occupation }, i) => ({
        reference: occupation,
        pointer: `#/occupations/${i}/occupation`,
      })),
    );
    const skillIds = await reading.concepts(
      'skill',
      (skills ?? []).map((reference, i) => ({ reference, pointer: `#/skills/${i}` })),
    );
    // Taken before the rejected skills: a "no" to words that fit nothing gets a notice, but says nothing of the person.
    const unrecognised = [...reading.unrecognised];
    const rejectedIds = await reading.concepts(
      'skill',
      (rejectedSkills ?? []).map((reference, i) => ({ reference, pointer: `#/rejectedSkills/${i}` })),
    );
    reading.done();
    refuseBoth(skillIds, rejectedIds);
    return {
      unrecognised,
      columns: { ...columns, ...(place !== undefined && { placeId: placeRow?.id ?? null }) },
      occupations:
        occupations &&
        new Map(
          occupationIds.flatMap((id, i) =>
            id === undefined ? [] : [[id, occupations[i]!.years ?? null] as const],
          ),
        ),
      statedSkills: skills && skillIds.filter((id) => id !== undefined),
      rejectedSkills: rejectedSkills && rejectedIds.filter((id) => id !== undefined),
    };
  }
}

async function applyChanges(
  tx: Transaction,
  before: CandidateRow,
  patch: CandidatePatch,
  { columns, occupations, statedSkills, rejectedSkills, unrecognised }: Changes,
): Promise<void> {
  const { hoursMin, hoursMax } = { ...before, ...columns };
  if (hoursMin !== null && hoursMax !== null && hoursMin > hoursMax) {
    throw badInput([
      { in: 'body', pointer: '#/hoursMin', detail: 'With this change hoursMin is more than hoursMax' },
    ]);
  }
  // Words of a part that the change replaces make room for the new ones.
  const replaced = { occupation: patch.occupations, skill: patch.skills, place: patch.place };
  const kept = before.unrecognised.filter(({ as }) => replaced[as] === undefined);
  await updateCandidate(tx, before.id, { ...columns, unrecognised: [...kept, ...unrecognised] });
  if (occupations || statedSkills || rejectedSkills) {
    const stated = before.skills.filter((s) => s.provenance === 'stated').map((s) => s.conceptId);
    await saveConcepts(
      tx,
      before.id,
      occupations ?? new Map(before.occupations.map((o) => [o.conceptId, o.years])),
      statedSkills ?? without(stated, rejectedSkills),
      rejectedSkills ?? without(before.rejectedSkills, statedSkills),
    );
  }
}

/** What was said earlier, less what is now said to be otherwise: the later word counts. */
function without(earlier: number[], later: number[] | undefined): number[] {
  return earlier.filter((skill) => !later?.includes(skill));
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

async function saveConcepts(
  tx: Transaction,
  candidateId: string,
  occupations: Map<number, number | null>,
  statedSkills: number[],
  rejectedSkills: number[],
): Promise<void> {
  await replaceOccupations(tx, candidateId, occupations);
  await replaceStatedSkills(tx, candidateId, statedSkills);
  await replaceRejectedSkills(tx, candidateId, rejectedSkills);
  await predictSkills(tx, [candidateId]);
}
