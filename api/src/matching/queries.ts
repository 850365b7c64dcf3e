// SQL of the side that asks for a match: its facts as they stand.
import type { WorkRight } from '../candidates/queries.ts';
import type { Queryable } from '../db/connect.ts';
import type { VacancyKind } from '../http/schema.ts';
import type { PersonFacts, VacancyFacts } from './facts.ts';

export async function readAskingCandidate(
  sql: Queryable,
  id: string,
): Promise<{ kinds: VacancyKind[]; facts: PersonFacts; workRight: WorkRight | null } | undefined> {
  const [row] = await sql<{ kinds: VacancyKind[]; facts: PersonFacts; workRight: WorkRight | null }[]>`
    select c.kinds, f.facts,
      (select jsonb_strip_nulls(jsonb_build_object('category', work_right, 'until', work_right_until))
        from candidate_protected where candidate_id = c.id) as work_right
    from candidates c
    join lateral (select facts from candidate_facts where id = c.id order by version desc limit 1) f on true
    where c.id = ${id}`;
  return row;
}

export async function readAskingVacancy(
  sql: Queryable,
  id: string,
): Promise<{ kind: VacancyKind; facts: VacancyFacts } | undefined> {
  const [row] = await sql<{ kind: VacancyKind; facts: VacancyFacts }[]>`
    select v.kind, f.facts
    from vacancies v
    join lateral (select facts from vacancy_facts where id = v.id order by version desc limit 1) f on true
    where v.id = ${id}`;
  return row;
}

/** The facts of all open vacancies of an occupation, of these kinds. */
export async function readOpenVacancies(
  sql: Queryable,
  occupationId: number,
  kinds: VacancyKind[],
): Promise<VacancyFacts[]> {
  const rows = await sql<{ facts: VacancyFacts }[]>`
    select f.facts
    from vacancies v
    join lateral (select facts from vacancy_facts where id = v.id order by version desc limit 1) f on true
    where v.occupation_id = ${occupationId} and v.status = 'open' and v.kind = any(${kinds})`;
  return rows.map(({ facts }) => facts);
}

/** How many vacancies of these kinds are open, by concept id of the occupation. */
export async function countOpenVacancies(sql: Queryable, kinds: VacancyKind[]): Promise<Map<number, number>> {
  const rows = await sql<{ occupationId: number; count: number }[]>`
    select occupation_id, count(*) from vacancies
    where status = 'open' and occupation_id is not null and kind = any(${kinds}) group by occupation_id`;
  return new Map(rows.map(({ occupationId, count }) => [occupationId, count]));
}
