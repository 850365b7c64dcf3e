// How many people miss what: one statement from which every what-if of an employer can be added up.
import type { Queryable } from '../db/connect.ts';
import { Statement } from '../db/statement.ts';
import { LICENCES } from '../http/schema.ts';
import type { UnmetGroup } from './explain/what-if.ts';
import type { VacancyQuery } from './retrieve.ts';
import { CANDIDATE_DISTANCE_STEP_KM, candidateConditions, maskOf, unmetMask } from './retrieve-conditions.ts';

/** km beyond a person's limit; farther is one step more. */
const BEYOND_MOST_KM = 50;
/** Must-haves are bits of one integer: each of the first 30 has its own, and all that follow share the 31st. */
const SINGLE_MUST_HAVES = 30;

/**
 * All who look for this kind of place, in groups that miss the same: the conditions, the levels of each language, the
 * licences, the must-haves (who misses any beyond the first 30 is said to miss all of those), and the km in steps of 5
 * up to 50; what is farther is 55. Reads every row of the kind.
 *
 * @example countUnmet(sql, query) // [{ unmet: 0, short: {}, …, count: 12 }, { unmet: 32, short: { nl: 1 }, …, count: 84 }]
 */
export async function countUnmet(sql: Queryable, query: VacancyQuery): Promise<UnmetGroup[]> {
  const statement = new Statement();
  const conditions = candidateConditions(statement, query);
  const languages = [...query.languages];
  const rest = query.mustHaves.slice(SINGLE_MUST_HAVES);
  const mustHaves = [
    ...query.mustHaves.slice(0, SINGLE_MUST_HAVES).map((id) => [id]),
    ...(rest.length > 0 ? [rest] : []),
  ];
  const step = CANDIDATE_DISTANCE_STEP_KM;
  const short = languages.map(([language, level]) => {
    const needed = statement.value(level, 'integer');
    if (language === 'nl') return `greatest(${needed} - m.dutch, 0)`;
    const has = `coalesce((m.languages ->> ${statement.value(language, 'text')})::integer, 0)`;
    return `case when m.languages is null then 0 else greatest(${needed} - ${has}, 0) end`;
  });
  const missing = mustHaves.map(
    (ids, bit) => `case when m.skills @> ${statement.value(ids, 'integer[]')} then 0 else ${1 << bit} end`,
  );
  const rows = await statement.ask<{
    unmet: number;
    short: number[];
    licences: number;
    mustHaves: number;
    beyondKm: number;
    count: number;
  }>(
    sql,
    `select unmet, short, licences, must_haves, beyond_km, count(*)
    from (
      select ${unmetMask(conditions)} as unmet,
        array[${short.join()}]::integer[] as short,
        ${statement.value(maskOf(query.licences, LICENCES), 'integer')} & ~m.licences as licences,
        ${['0', ...missing].join(' | ')} as must_haves,
        case when distance_km > ${conditions.limitKm} and distance_km <> 'NaN' then
          least(ceil((distance_km - ${conditions.limitKm}) / ${step}) * ${step}, ${BEYOND_MOST_KM + step})
        else 0 end as beyond_km
      from (
        select *, ${conditions.exactDistance} as distance_km from candidate_match m where ${conditions.kind} offset 0
      ) m offset 0
    ) missed
    group by unmet, short, licences, must_haves, beyond_km
    order by count(*) desc, unmet, short, licences, must_haves, beyond_km`,
  );
  return rows.map((row) => ({
    unmet: row.unmet,
    short: Object.fromEntries(
      languages.flatMap(([language], i) => (row.short[i]! > 0 ? [[language, row.short[i]!]] : [])),
    ),
    missingLicences: LICENCES.filter((_, bit) => row.licences & (1 << bit)),
    missingMustHaves: mustHaves.flatMap((ids, bit) => (row.mustHaves & (1 << bit) ? ids : [])),
    beyondKm: row.beyondKm,
    count: row.count,
  }));
}
