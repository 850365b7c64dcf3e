// SQL of places.
import type { Queryable } from '../db/connect.ts';
import type { Place } from './schema.ts';

export interface PlaceRow {
  id: number;
  code: string;
  kind: 'town' | 'postcode';
  name: string;
  province: string | null;
  latitude: number;
  longitude: number;
  x: number;
  y: number;
  /** Only in search answers. */
  confidence?: number;
}

const COLUMNS = ['id', 'code', 'kind', 'name', 'province', 'latitude', 'longitude', 'x', 'y'] as const;

/** Places whose name begins with, or resembles, the folded words; the larger of equals first. */
export async function findPlaces(
  sql: Queryable,
  folded: string,
  limit: number,
): Promise<Required<PlaceRow>[]> {
  return sql<Required<PlaceRow>[]>`
    with named as (
      select place_id, max(case
        when folded = ${folded} then 1
        when folded like ${`${folded}%`} then 0.9
        when folded like ${`% ${folded}%`} then 0.8
        else 0.8 * similarity(folded, ${folded}) end)::float8 as confidence
      from place_names
      where folded like ${`${folded}%`} or folded like ${`% ${folded}%`} or folded % ${folded}
      group by place_id
    )
    select ${sql([...COLUMNS])}, confidence from named join places on id = place_id
    order by confidence desc, population desc, name, code limit ${limit}`;
}

/** The largest place of exactly this folded name: by an index, where `findPlaces` compares with all names. */
export async function findPlaceNamed(sql: Queryable, folded: string): Promise<PlaceRow | undefined> {
  const [row] = await sql<PlaceRow[]>`
    select ${sql([...COLUMNS])} from place_names join places on id = place_id
    where folded = ${folded}
    order by population desc, name, code limit 1`;
  return row;
}

export async function readPlaces(sql: Queryable, ids: number[]): Promise<Map<number, PlaceRow>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<PlaceRow[]>`select ${sql([...COLUMNS])} from places where id = any(${ids}::int[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

export async function readPlaceByCode(sql: Queryable, code: string): Promise<PlaceRow | undefined> {
  const [row] = await sql<PlaceRow[]>`select ${sql([...COLUMNS])} from places where code = ${code}`;
  return row;
}

export function toPlace(row: PlaceRow): Place {
  const { code, kind, name, province, latitude, longitude } = row;
  return { id: code, kind, name, province, latitude, longitude };
}
