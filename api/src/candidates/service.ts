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
    const { columns, occupations, statedSkills } = await this.#understand(input, reading);
    const candidateId = randomUUID();
    await this.#sql.begin(async (tx) => {
      await insertCandidate(tx, candidateId, partnerId, {
        ...(columns as CandidateColumns),
        unrecognised: reading.unrecognised,
      });
      await replaceConsents(tx, candidateId, { ...input.consent, language: input.language });
      await saveConcepts(tx, candidateId, occupations ?? new Map(), statedSkills ?? []);
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
      await applyChanges(tx, before, patch, changes, reading.unrecognised);
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
    const { occupations, skills, place, consent: _, ...columns } = input;
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
    reading.done();
    return {
      columns: { ...columns, ...(place !== undefined && { placeId: placeRow?.id ?? null }) },
      occupations:
        occupations &&
        new Map(
          occupationIds.flatMap((id, i) =>
            id === undefined ? [] : [[id, occupations[i]!.years ?? null] as const],
          ),
        ),
      statedSkills: skills && skillIds.filter((id) => id !== undefined),
    };
  }
}

async function applyChanges(
  tx: Transaction,
  before: CandidateRow,
  patch: CandidatePatch,
  { columns, occupations, statedSkills }: Changes,
  unrecognised: Unrecognised[],
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
  if (occupations || statedSkills) {
    await saveConcepts(
      tx,
      before.id,
      occupations ?? new Map(before.occupations.map((o) => [o.conceptId, o.years])),
      statedSkills ?? before.skills.filter((s) => s.provenance === 'stated').map((s) => s.conceptId),
    );
  }
}

async function saveConcepts(
  tx: Transaction,
  candidateId: string,
  occupations: Map<number, number | null>,
  statedSkills: number[],
): Promise<void> {
  await replaceOccupations(tx, candidateId, occupations);
  await replaceStatedSkills(tx, candidateId, statedSkills);
  await predictSkills(tx, [candidateId]);
}
