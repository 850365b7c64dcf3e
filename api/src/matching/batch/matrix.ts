// The match tables as plain typed arrays, for work over all pairs: read once, each side in the order of the map.
import type { Queryable } from '../../db/connect.ts';

/** One side of all pairs, column by column; an element per row. */
export interface Matrix {
  size: number;
  ids: string[];
  /** Bits of VACANCY_KINDS and LICENCES. */
  kinds: Uint8Array;
  licences: Int32Array;
  /** CEFR ordinal; 7 for a person who told nothing about languages. */
  dutch: Uint8Array;
  /** CEFR ordinals of the other languages; null: of a person, nothing was told; of a vacancy, none is needed. */
  languages: (Readonly<Record<string, number>> | null)[];
  /** Hours a week; NaN is open. */
  hoursMin: Float32Array;
  hoursMax: Float32Array;
  /** km, of a person only; 0 for vacancies. */
  maxDistanceKm: Float32Array;
  /** Ids of concepts, ascending: of a person those that count, of a vacancy its must-haves; null for none. */
  skills: (Int32Array | null)[];
  /** Rows at the same places, those who travel farthest first. */
  spots: Spot[];
  dimensions: number;
  /** Row by row, `dimensions` each, length 1. */
  vectors: Float32Array;
  /** 0 where a row has no vector; its vector is zeros. */
  hasVector: Uint8Array;
}

/** km on the plane of places/geometry.ts; NaN where there is no such place. */
export interface Place {
  x: number;
  y: number;
  /** Where a person expects to live. */
  nextX: number;
  nextY: number;
}

export interface Spot extends Place {
  /** Rows from `start` to before `end`. */
  start: number;
  end: number;
}

/** A row as the database gives it. */
interface Row {
  id: string;
  kinds: number;
  licences: number;
  dutch: number;
  languages: Record<string, number> | null;
  hoursMin: number | null;
  hoursMax: number | null;
  x: number | null;
  y: number | null;
  nextX: number | null;
  nextY: number | null;
  maxDistanceKm: number;
  /** As `{1,2,3}`: ten times faster than as an array. */
  skills: string;
  /** What halfvec_send or vector_send gives. */
  vector: Buffer | null;
}

/** Rows on their way at a time: what stands in memory twice. */
const BATCH = 5000;

/** @example const people = await readMatrix(sql, 'candidate'); people.ids[people.spots[0]!.start]; */
export async function readMatrix(sql: Queryable, side: 'candidate' | 'vacancy'): Promise<Matrix> {
  const table = sql(`${side}_match`);
  const [about] = await sql<{ size: number; type: 'halfvec' | 'vector'; dimensions: number }[]>`
    select (select count(*) from ${table}) as size,
      (select atttypid::regtype::text from pg_attribute where attrelid = ${`${side}_match`}::regclass and attname = 'embedding') as type,
      coalesce((select vector_dims(embedding) from ${table} where embedding is not null limit 1), 0) as dimensions`;
  const { size, type, dimensions } = about!;
  const isHalf = type === 'halfvec';
  const matrix = emptyMatrix(size, dimensions);
  const own =
    side === 'candidate'
      ? sql`next_x, next_y, max_distance_km`
      : sql`null::real as next_x, null::real as next_y, 0 as max_distance_km`;
  let last: Spot | undefined;
  let row = 0;
  const rows = sql<Row[]>`
    select id, kinds, licences, dutch, nullif(languages - 'nl', '{}') as languages, hours_min, hours_max, x, y, ${own},
      skills::text as skills, ${sql(`${type}_send`)}(embedding) as vector
    from ${table} order by x, y, next_x, next_y, max_distance_km desc, id`.cursor(BATCH);
  for await (const batch of rows) {
    for (const read of batch) {
      fill(matrix, row, read, isHalf);
      const place = placeOf(read);
      if (!last || !isSame(last, place)) {
        last = { ...place, start: row, end: row };
        matrix.spots.push(last);
      }
      last.end = ++row;
    }
  }
  return matrix;
}

/**
 * Some rows as a matrix of their own.
 *
 * @param rows ascending
 * @example scan(rowsOf(people, [12]), vacancies, { length: 20 }) // for one person
 */
export function rowsOf(matrix: Matrix, rows: number[]): Matrix {
  const part = emptyMatrix(rows.length, matrix.dimensions);
  part.ids = rows.map((row) => matrix.ids[row]!);
  part.languages = rows.map((row) => matrix.languages[row]!);
  part.skills = rows.map((row) => matrix.skills[row]!);
  for (const name of [
    'kinds',
    'licences',
    'dutch',
    'hoursMin',
    'hoursMax',
    'maxDistanceKm',
    'hasVector',
  ] as const)
    rows.forEach((row, i) => {
      part[name][i] = matrix[name][row]!;
    });
  rows.forEach((row, i) => {
    vectorOf(part, i).set(vectorOf(matrix, row));
  });
  part.spots = rows.map((row, i) => {
    const spot = matrix.spots.find(({ start, end }) => row >= start && row < end)!;
    return { ...spot, start: i, end: i + 1 };
  });
  return part;
}

/** The vector of a row, not copied. */
export const vectorOf = ({ vectors, dimensions }: Matrix, row: number) =>
  vectors.subarray(row * dimensions, (row + 1) * dimensions);

function emptyMatrix(size: number, dimensions: number): Matrix {
  return {
    size,
    ids: [],
    kinds: new Uint8Array(size),
    licences: new Int32Array(size),
    dutch: new Uint8Array(size),
    languages: [],
    hoursMin: new Float32Array(size),
    hoursMax: new Float32Array(size),
    maxDistanceKm: new Float32Array(size),
    skills: [],
    spots: [],
    dimensions,
    vectors: new Float32Array(size * dimensions),
    hasVector: new Uint8Array(size),
  };
}

function fill(matrix: Matrix, row: number, read: Row, isHalf: boolean): void {
  matrix.ids.push(read.id);
  matrix.kinds[row] = read.kinds;
  matrix.licences[row] = read.licences;
  matrix.dutch[row] = read.dutch;
  matrix.languages.push(read.languages);
  matrix.hoursMin[row] = read.hoursMin ?? NaN;
  matrix.hoursMax[row] = read.hoursMax ?? NaN;
  matrix.maxDistanceKm[row] = read.maxDistanceKm;
  matrix.skills.push(
    read.skills === '{}' ? null : Int32Array.from(read.skills.slice(1, -1).split(','), Number).sort(),
  );
  if (!read.vector) return;
  matrix.hasVector[row] = 1;
  decode(read.vector, isHalf, vectorOf(matrix, row));
}

const placeOf = ({ x, y, nextX, nextY }: Row): Place => ({
  x: x ?? NaN,
  y: y ?? NaN,
  nextX: nextX ?? NaN,
  nextY: nextY ?? NaN,
});

/** NaN is itself here. */
const isSame = (a: Place, b: Place) =>
  Object.is(a.x, b.x) && Object.is(a.y, b.y) && Object.is(a.nextX, b.nextX) && Object.is(a.nextY, b.nextY);

/** pgvector's binary form: int16 dimensions, int16 unused, then float2 or float4, all with the highest byte first. */
function decode(bytes: Buffer, isHalf: boolean, into: Float32Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset + 4);
  if (isHalf) for (let i = 0; i < into.length; i++) into[i] = view.getFloat16(2 * i);
  else for (let i = 0; i < into.length; i++) into[i] = view.getFloat32(4 * i);
}
