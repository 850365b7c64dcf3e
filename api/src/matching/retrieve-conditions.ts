// The hard conditions of both directions as SQL over a row `m` of a match table.
import type { Fragment } from 'postgres';
import type { Queryable } from '../db/connect.ts';
import { LICENCES, VACANCY_KINDS } from '../http/schema.ts';
import { bitOf, type Condition } from './conditions.ts';
import type { PersonQuery, VacancyQuery } from './retrieve.ts';
import { type Position, vacancyZonesAround, zonesReaching } from './zones.ts';

export interface Conditions {
  /** Rows that do not meet this are not looked at. */
  kind: Fragment;
  /** What an index finds: all that are in reach, and some that are not. */
  inZone: Fragment;
  /** Nearly all rows of the kind meet them, and nearness does not count: what an index of vectors is good for. */
  isWide: boolean;
  /** Each true or false, never null; only those that this query asks, the quickest first. */
  met: readonly (readonly [Condition, Fragment])[];
  /** km; NaN when a place is unknown. */
  distance: Fragment;
  limitKm: Fragment;
}

/** Distances are shown and scored in steps, so that one distance does not tell the town. */
export const CANDIDATE_DISTANCE_STEP_KM = 5;

/** In the match tables, of what nobody told: Dutch of a person, the ends of a range of hours. */
export const UNTOLD = { dutch: 7, hoursMin: 0, hoursMax: 168 } as const;

/** @example maskOf(['B', 'C'], LICENCES) // bits 4 and 9 */
export function maskOf(codes: readonly string[], known: readonly string[]): number {
  return known.reduce((mask, code, bit) => (codes.includes(code) ? mask | (1 << bit) : mask), 0);
}

export function candidateConditions(sql: Queryable, query: VacancyQuery): Conditions {
  const { position, mustHaves } = query;
  const met: [Condition, Fragment][] = [];
  met.push(['work-unknown', sql`m.embedding is not null`]);
  met.push(...hours(sql, query));
  const licences = maskOf(query.licences, LICENCES);
  if (licences > 0) met.push(['licence', sql`m.licences & ${licences} = ${licences}`]);
  if (query.languages.size > 0) {
    const each = [...query.languages].map(([language, level]) =>
      language === 'nl'
        ? sql`m.dutch >= ${level}`
        : sql`(m.languages is null or coalesce((m.languages ->> ${language})::integer, 0) >= ${level})`,
    );
    met.push(['language', all(sql, each)]);
  }
  if (position) {
    const near = (x: 'x' | 'next_x', y: 'y' | 'next_y') =>
      sql`${squared(sql, position, x, y)} <= m.reach_km * m.reach_km`;
    met.push(['place-unknown', sql`m.zone >= 0`]);
    met.push(['reach', sql`(m.zone < 0 or ${near('x', 'y')} or ${near('next_x', 'next_y')})`]);
  }
  if (mustHaves.length > 0) met.push(['must-have', sql`m.skills @> ${[...mustHaves]}::integer[]`]);

  const zones = position && zonesReaching(position);
  // As text: the driver takes longer to write an array than the database to read it.
  const list = `{${zones}}`;
  const step = CANDIDATE_DISTANCE_STEP_KM;
  return {
    kind: sql`m.kinds & ${maskOf([query.kind], VACANCY_KINDS)} <> 0`,
    inZone: zones
      ? sql`(m.zone = any(${list}::integer[]) or (m.next_zone = any(${list}::integer[]) and m.next_zone >= 0))`
      : sql`true`,
    isWide:
      !position &&
      licences === 0 &&
      mustHaves.length === 0 &&
      [...query.languages.keys()].every((tag) => tag === 'nl'),
    met,
    distance: position
      ? sql`ceil(sqrt(least(${squared(sql, position, 'x', 'y')}, ${squared(sql, position, 'next_x', 'next_y')})) / ${step}) * ${step}`
      : sql`'NaN'::float8`,
    limitKm: sql`m.max_distance_km`,
  };
}

export function vacancyConditions(sql: Queryable, query: PersonQuery): Conditions {
  const { places, maxDistanceKm, languages } = query;
  const met: [Condition, Fragment][] = [['work-unknown', sql`m.embedding is not null`]];
  met.push(...hours(sql, query));
  met.push(['licence', sql`m.licences & ${~maskOf(query.licences, LICENCES)} = 0`]);
  if (languages) {
    const spoken = JSON.stringify(Object.fromEntries(languages));
    met.push([
      'language',
      sql`m.dutch <= ${languages.get('nl') ?? 0} and (m.languages is null or not exists (
        select from jsonb_each_text(m.languages) needed
        where needed.value::integer > coalesce((${spoken}::text::jsonb ->> needed.key)::integer, 0)))`,
    ]);
  }
  const near = places.map((at) => sql`${squared(sql, at, 'x', 'y')} <= ${maxDistanceKm ** 2}::float8`);
  if (near.length > 0) met.push(['reach', sql`(${near.reduce((any, one) => sql`${any} or ${one}`)})`]);
  met.push(['must-have', sql`(m.skills = '{}' or m.skills <@ ${[...query.skills]}::integer[])`]);

  const zones = near.length > 0 ? vacancyZonesAround(places, maxDistanceKm) : undefined;
  const squares = places.map((at) => squared(sql, at, 'x', 'y'));
  return {
    kind: sql`m.kinds & ${maskOf(query.kinds, VACANCY_KINDS)} <> 0`,
    inZone: zones ? sql`m.zone = any(${`{${zones}}`}::integer[])` : sql`true`,
    isWide: places.length === 0,
    met,
    distance:
      squares.length > 0
        ? sql`sqrt(least(${squares.reduce((list, one) => sql`${list}, ${one}`)}))`
        : sql`'NaN'::float8`,
    limitKm: sql`${maxDistanceKm}::float8`,
  };
}

/** As bits of CONDITIONS: what a row does not meet. */
export function unmetMask(sql: Queryable, { met }: Conditions): Fragment {
  return met
    .map(([condition, isMet]) => sql`case when ${isMet} then 0 else ${bitOf(condition)}::integer end`)
    .reduce((mask, bit) => sql`${mask} | ${bit}`);
}

/** That a row meets everything. */
export function meetsAll(sql: Queryable, { kind, met }: Conditions): Fragment {
  return all(sql, [kind, ...met.map(([, isMet]) => isMet)]);
}

/** That a row is of the kind and within reach, whatever else it misses. */
export function isInReach(sql: Queryable, { kind, met }: Conditions): Fragment {
  return all(sql, [kind, ...met.filter(([condition]) => condition === 'reach').map(([, isMet]) => isMet)]);
}

const all = (sql: Queryable, parts: Fragment[]) => parts.reduce((both, part) => sql`${both} and ${part}`);

/** km²; NaN where a place is unknown, which is more than any distance. A product, because `^` of columns is slow. */
function squared(sql: Queryable, { x, y }: Position, toX: 'x' | 'next_x', toY: 'y' | 'next_y'): Fragment {
  const [dx, dy] = [sql`(m.${sql(toX)} - ${x}::real)`, sql`(m.${sql(toY)} - ${y}::real)`];
  return sql`(${dx} * ${dx} + ${dy} * ${dy})`;
}

/** The ranges of hours a week have a number in common; an open end fits all. */
function hours(
  sql: Queryable,
  { hoursMin, hoursMax }: { hoursMin: number | null; hoursMax: number | null },
): [Condition, Fragment][] {
  if (hoursMin === null && hoursMax === null) return [];
  const [min, max] = [hoursMin ?? UNTOLD.hoursMin, hoursMax ?? UNTOLD.hoursMax];
  return [['hours', sql`m.hours_min <= ${max}::smallint and m.hours_max >= ${min}::smallint`]];
}
