// The hard conditions of both directions as SQL over a row `m` of a match table.
import type { Statement } from '../db/statement.ts';
import { LICENCES, VACANCY_KINDS } from '../http/schema.ts';
import { bitOf, type Condition } from './conditions.ts';
import type { PersonQuery, VacancyQuery } from './retrieve.ts';
import { type Position, vacancyZonesAround, zonesReaching } from './zones.ts';

export interface Conditions {
  /** Rows that do not meet this are not looked at. */
  kind: string;
  /** What an index finds: all that are in reach, and some that are not. To be called only for a text that has it. */
  inZone: () => string;
  /** Nearly all rows of the kind meet them, and nearness does not count: what an index of vectors is good for. */
  isWide: boolean;
  /** Each true or false, never null; only those that this query asks, the quickest first. */
  met: readonly (readonly [Condition, string])[];
  /** km, of people in steps; NaN when a place is unknown. */
  distance: string;
  /** The same without steps: what decides who is in reach. */
  exactDistance: string;
  limitKm: string;
}

/** Distances are shown and scored in steps, so that one distance does not tell the town. */
export const CANDIDATE_DISTANCE_STEP_KM = 5;

/** In the match tables, of what nobody told: Dutch of a person, the ends of a range of hours. */
export const UNTOLD = { dutch: 7, hoursMin: 0, hoursMax: 168 } as const;

/** @example maskOf(['B', 'C'], LICENCES) // bits 4 and 9 */
export function maskOf(codes: readonly string[], known: readonly string[]): number {
  return known.reduce((mask, code, bit) => (codes.includes(code) ? mask | (1 << bit) : mask), 0);
}

export function candidateConditions(statement: Statement, query: VacancyQuery): Conditions {
  const { position, mustHaves } = query;
  const met: [Condition, string][] = [
    ['work-unknown', 'm.embedding is not null'],
    ...hours(statement, query),
  ];
  if (query.licences.length > 0) {
    const licences = statement.value(maskOf(query.licences, LICENCES), 'integer');
    met.push(['licence', `m.licences & ${licences} = ${licences}`]);
  }
  if (query.languages.size > 0) {
    const each = [...query.languages].map(([language, level]) => {
      const needed = statement.value(level, 'integer');
      if (language === 'nl') return `m.dutch >= ${needed}`;
      const has = `coalesce((m.languages ->> ${statement.value(language, 'text')})::integer, 0)`;
      return `(m.languages is null or ${has} >= ${needed})`;
    });
    met.push(['language', each.join(' and ')]);
  }
  const squares = position && squaresOf(statement, [position], ['x', 'y'], ['next_x', 'next_y']);
  if (squares) {
    const near = squares.map((square) => `${square} <= m.max_distance_km * m.max_distance_km`);
    met.push(['place-unknown', 'm.zone >= 0']);
    met.push(['reach', `(m.zone < 0 or ${near.join(' or ')})`]);
  }
  if (mustHaves.length > 0) {
    met.push(['must-have', `m.skills @> ${statement.value([...mustHaves], 'integer[]')}`]);
  }

  const inZone = (at: Position) => {
    const zones = zoneList(statement, zonesReaching(at));
    return `(m.zone = any(${zones}) or (m.next_zone = any(${zones}) and m.next_zone >= 0))`;
  };
  const step = CANDIDATE_DISTANCE_STEP_KM;
  const exactDistance = squares ? `sqrt(least(${squares.join()}))` : UNKNOWN;
  return {
    kind: `m.kinds & ${statement.value(maskOf([query.kind], VACANCY_KINDS), 'integer')} <> 0`,
    inZone: () => (position ? inZone(position) : 'true'),
    isWide:
      !position &&
      query.licences.length === 0 &&
      mustHaves.length === 0 &&
      [...query.languages.keys()].every((tag) => tag === 'nl'),
    met,
    distance: `ceil(${exactDistance} / ${step}) * ${step}`,
    exactDistance,
    limitKm: 'm.max_distance_km',
  };
}

export function vacancyConditions(statement: Statement, query: PersonQuery): Conditions {
  const { places, maxDistanceKm, languages } = query;
  const limitKm = statement.value(maxDistanceKm, 'float8');
  const lacking = statement.value(~maskOf(query.licences, LICENCES), 'integer');
  const met: [Condition, string][] = [
    ['work-unknown', 'm.embedding is not null'],
    ...hours(statement, query),
    ['licence', `m.licences & ${lacking} = 0`],
  ];
  if (languages) {
    const dutch = statement.value(languages.get('nl') ?? 0, 'integer');
    const spoken = statement.value(JSON.stringify(Object.fromEntries(languages)), 'text');
    met.push([
      'language',
      `m.dutch <= ${dutch} and (m.languages is null or not exists (
        select from jsonb_each_text(m.languages) needed
        where needed.value::integer > coalesce((${spoken}::jsonb ->> needed.key)::integer, 0)))`,
    ]);
  }
  const squares = squaresOf(statement, places, ['x', 'y']);
  if (squares.length > 0) {
    const near = squares.map((square) => `${square} <= ${limitKm} * ${limitKm}`);
    met.push(['reach', `(${near.join(' or ')})`]);
  }
  const skills = statement.value([...query.skills], 'integer[]');
  met.push(['must-have', `(m.skills = '{}' or m.skills <@ ${skills})`]);

  const exactDistance = squares.length > 0 ? `sqrt(least(${squares.join()}))` : UNKNOWN;
  const zones = squares.length > 0 ? vacancyZonesAround(places, maxDistanceKm) : undefined;
  return {
    kind: `m.kinds & ${statement.value(maskOf(query.kinds, VACANCY_KINDS), 'integer')} <> 0`,
    inZone: () => (zones ? `m.zone = any(${zoneList(statement, zones)})` : 'true'),
    isWide: squares.length === 0,
    met,
    distance: exactDistance,
    exactDistance,
    limitKm,
  };
}

/** A distance of which a place is unknown. */
const UNKNOWN = `'NaN'::float8`;

/** As bits of CONDITIONS: what a row does not meet. */
export function unmetMask({ met }: Conditions): string {
  return met
    .map(([condition, isMet]) => `case when ${isMet} then 0 else ${bitOf(condition)} end`)
    .join(' | ');
}

/** That a row meets everything. */
export function meetsAll({ kind, met }: Conditions): string {
  return [kind, ...met.map(([, isMet]) => isMet)].join(' and ');
}

/** That a row is of the kind and within reach, whatever else it misses. */
export function isInReach({ kind, met }: Conditions): string {
  return [kind, ...met.filter(([condition]) => condition === 'reach').map(([, isMet]) => isMet)].join(
    ' and ',
  );
}

/** As text: the driver takes longer to write an array than the database to read it. */
const zoneList = (statement: Statement, zones: number[]) => statement.value(`{${zones}}`, 'integer[]');

/**
 * km² from each position to each pair of columns; NaN where a place is unknown, which is more than any distance. A product,
 * because `^` of columns is slow.
 */
function squaresOf(
  statement: Statement,
  positions: readonly Position[],
  ...columns: (readonly [x: string, y: string])[]
): string[] {
  return positions.flatMap((at) => {
    const [x, y] = [statement.value(at.x, 'real'), statement.value(at.y, 'real')];
    return columns.map(
      ([toX, toY]) => `((m.${toX} - ${x}) * (m.${toX} - ${x}) + (m.${toY} - ${y}) * (m.${toY} - ${y}))`,
    );
  });
}

/** The ranges of hours a week have a number in common; an open end fits all. */
function hours(
  statement: Statement,
  { hoursMin, hoursMax }: { hoursMin: number | null; hoursMax: number | null },
): [Condition, string][] {
  if (hoursMin === null && hoursMax === null) return [];
  const min = statement.value(hoursMin ?? UNTOLD.hoursMin, 'smallint');
  const max = statement.value(hoursMax ?? UNTOLD.hoursMax, 'smallint');
  return [['hours', `m.hours_min <= ${max} and m.hours_max >= ${min}`]];
}
