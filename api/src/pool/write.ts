// Writes batches of the pool: a few statements for thousands of people.
import postgres from 'postgres';
import { PREDICTED_PROBABILITY } from '../candidates/queries.ts';
import type { Transaction } from '../db/connect.ts';
import type { NewCandidate } from './candidates.ts';
import type { NewVacancy } from './vacancies.ts';

/** Version of the consent text that the made-up people have seen. */
const CONSENT_TEXT = 'demo';

export async function writeCandidates(
  tx: Transaction,
  candidates: (NewCandidate & { partnerId: string })[],
): Promise<void> {
  await insert(
    tx,
    'candidates',
    candidates.map(({ occupations, skills, wishes, workRight, matching, ...columns }) => made(columns)),
  );
  await insert(
    tx,
    'consents',
    candidates.flatMap(({ id, language, createdAt, matching }) =>
      (matching ? ['profile', 'matching'] : ['profile']).map((purpose) => ({
        candidateId: id,
        purpose,
        textVersion: CONSENT_TEXT,
        language,
        givenAt: createdAt,
      })),
    ),
  );
  await insert(
    tx,
    'candidate_occupations',
    candidates.flatMap(({ id, occupations }) =>
      [...occupations].map(([conceptId, told]) => ({ candidateId: id, conceptId, ...told })),
    ),
  );
  await insert(
    tx,
    'candidate_wishes',
    candidates.flatMap(({ id, wishes }) =>
      [...wishes].map(([conceptId, certainty]) => ({ candidateId: id, conceptId, certainty })),
    ),
  );
  await insert(
    tx,
    'candidate_protected',
    candidates.flatMap(({ id, workRight }) =>
      workRight
        ? [{ candidateId: id, workRight: workRight.category, workRightUntil: workRight.until ?? null }]
        : [],
    ),
  );
  // Arrays, because there are a dozen rows per person and JSON would repeat the names of the columns in each; and a
  // person's place among these people, from 1, because it is shorter than the id.
  const skills = candidates.flatMap(({ skills }, i) =>
    [...skills].map(([conceptId, told]) => ({ person: i + 1, conceptId, ...told })),
  );
  await tx`
    insert into candidate_skills (candidate_id, concept_id, provenance, level, probability)
    select (${candidates.map(({ id }) => id)}::uuid[])[person], concept_id, provenance, level,
      case provenance when 'predicted' then ${PREDICTED_PROBABILITY}::real else 1 end
    from unnest(
      ${skills.map(({ person }) => person)}::int[],
      ${skills.map(({ conceptId }) => conceptId)}::int[],
      ${skills.map(({ provenance }) => provenance)}::text[],
      ${skills.map(({ level }) => level)}::smallint[]
    ) as told (person, concept_id, provenance, level)`;
}

export async function writeVacancies(
  tx: Transaction,
  vacancies: (NewVacancy & { partnerId: string })[],
): Promise<void> {
  await insert(
    tx,
    'vacancies',
    vacancies.map(({ skills: _, ...columns }) => made(columns)),
  );
  await insert(
    tx,
    'vacancy_skills',
    vacancies.flatMap(({ id, skills }) =>
      [...skills].map(([conceptId, skill]) => ({ vacancyId: id, conceptId, ...skill })),
    ),
  );
}

const made = <Row extends { createdAt: string }>(row: Row) => ({
  ...row,
  synthetic: true,
  updatedAt: row.createdAt,
});

/** Rows of any table; their keys are its columns in camelCase. Columns that no row names get their defaults. */
async function insert(tx: Transaction, table: string, rows: object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const snakeCase = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [postgres.fromCamel(column), value])),
  );
  await tx`
    insert into ${tx(table)} (${tx(columns)})
    select ${tx(columns)} from jsonb_populate_recordset(null::${tx(table)}, ${tx.json(snakeCase)})`;
}
