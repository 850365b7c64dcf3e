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
  /** Hours a week; 0 and 168 when open. */
  hoursMin: Uint8Array;
  hoursMax: Uint8Array;
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
  languages: Record<string, number> | null;
  /** The numbers of HEAD, then the skills, then the vector. */
  packed: Buffer;
}

/** Where the first bytes of a row are: integers and float4, the highest byte first. */
const HEAD = {
  kinds: 0,
  licences: 2,
  dutch: 6,
  hoursMin: 8,
  hoursMax: 10,
  x: 12,
  y: 16,
  nextX: 20,
  nextY: 24,
  maxDistanceKm: 28,
  skills: 32,
} as const;

/** Rows on their way at a time. */
const BATCH = 5000;

/**
 * Numbers travel in binary and in one column: as text in columns of their own they take the driver four times longer.
 *
 * @example const people = await readMatrix(sql, 'candidate'); people.ids[people.spots[0]!.start];
 */
export async function readMatrix(sql: Queryable, side: 'candidate' | 'vacancy'): Promise<Matrix> {
  const [about] = await sql<{ type: 'halfvec' | 'vector' }[]>`
    select atttypid::regtype::text as type from pg_attribute
    where attrelid = ${`${side}_match`}::regclass and attname = 'embedding'`;
  const { type } = about!;
  const own =
    side === 'candidate'
      ? sql`float4send(next_x) || float4send(next_y) || float4send(max_distance_km)`
      : sql`float4send('NaN') || float4send('NaN') || float4send(0)`;
  const rows: Row[] = [];
  await sql<Row[]>`
    select id, languages,
      int2send(kinds) || int4send(licences) || int2send(dutch) || int2send(hours_min) || int2send(hours_max)
        || float4send(x) || float4send(y) || ${own} || array_send(skills)
        || coalesce(${sql(`${type}_send`)}(embedding), '') as packed
    from ${sql(`${side}_match`)}`.cursor(BATCH, (batch) => {
    rows.push(...batch);
  });
  return matrixOf(rows, type === 'halfvec');
}

/** Sorted here: the database would write all rows to disk for it. By the bytes of the place, and then of the limit. */
function matrixOf(rows: Row[], isHalf: boolean): Matrix {
  rows.sort(
    (a, b) => b.packed.compare(a.packed, HEAD.x, HEAD.skills, HEAD.x, HEAD.skills) || (a.id < b.id ? -1 : 1),
  );
  const vectors = rows.map(({ packed }) => vectorIn(packed));
  const dimensions = vectors.find((vector) => vector)?.getInt16(0) ?? 0;
  const matrix = emptyMatrix(rows.length, dimensions);
  matrix.ids = rows.map(({ id }) => id);
  matrix.languages = rows.map(({ languages }) => languages && withoutDutch(languages));
  matrix.skills = rows.map(({ packed }) => skillsIn(packed));
  let last: Spot | undefined;
  rows.forEach(({ packed }, row) => {
    const view = viewOf(packed);
    const float = (at: number) => view.getFloat32(at);
    matrix.kinds[row] = view.getInt16(HEAD.kinds);
    matrix.licences[row] = view.getInt32(HEAD.licences);
    matrix.dutch[row] = view.getInt16(HEAD.dutch);
    matrix.hoursMin[row] = view.getInt16(HEAD.hoursMin);
    matrix.hoursMax[row] = view.getInt16(HEAD.hoursMax);
    matrix.maxDistanceKm[row] = float(HEAD.maxDistanceKm);
    const vector = vectors[row];
    if (vector) {
      matrix.hasVector[row] = 1;
      decode(vector, isHalf, vectorOf(matrix, row));
    }
    const place = {
      x: float(HEAD.x),
      y: float(HEAD.y),
      nextX: float(HEAD.nextX),
      nextY: float(HEAD.nextY),
    };
    if (!last || !isSame(last, place)) {
      last = { ...place, start: row, end: row };
      matrix.spots.push(last);
    }
    last.end = row + 1;
  });
  return matrix;
}

/**
 * Some rows as a matrix of their own.
 *
 * @param rows ascending
 * @example scan(rowsOf(people, [12]), vacancies, { candidatesPerVacancy: 0, vacanciesPerCandidate: 20 }) // for one person
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
    hoursMin: new Uint8Array(size),
    hoursMax: new Uint8Array(size),
    maxDistanceKm: new Float32Array(size),
    skills: [],
    spots: [],
    dimensions,
    vectors: new Float32Array(size * dimensions),
    hasVector: new Uint8Array(size),
  };
}

/** NaN is itself here. */
const isSame = (a: Place, b: Place) =>
  Object.is(a.x, b.x) && Object.is(a.y, b.y) && Object.is(a.nextX, b.nextX) && Object.is(a.nextY, b.nextY);

function withoutDutch({ nl: _, ...others }: Record<string, number>): Record<string, number> | null {
  return Object.keys(others).length > 0 ? others : null;
}

const viewOf = (bytes: Buffer, from = 0) =>
  new DataView(bytes.buffer, bytes.byteOffset + from, bytes.length - from);

/**
 * PostgreSQL's binary form of an integer[]: int32 of dimensions (0 or 1 here), flags and type, for each dimension its
 * length and first index, then for each element 4 bytes of length and the element.
 */
const ARRAY = { head: 12, dimension: 8, element: 8 } as const;

function skillsIn(packed: Buffer): Int32Array | null {
  if (packed.readInt32BE(HEAD.skills) === 0) return null;
  const skills = new Int32Array(packed.readInt32BE(HEAD.skills + ARRAY.head));
  const first = HEAD.skills + ARRAY.head + ARRAY.dimension + 4;
  for (let i = 0; i < skills.length; i++) skills[i] = packed.readInt32BE(first + i * ARRAY.element);
  return skills.sort();
}

/** pgvector's binary form behind the skills: int16 dimensions, an int16 that is not used, the numbers. */
function vectorIn(packed: Buffer): DataView | undefined {
  const hasSkills = packed.readInt32BE(HEAD.skills) > 0;
  const size = hasSkills ? ARRAY.dimension + ARRAY.element * packed.readInt32BE(HEAD.skills + ARRAY.head) : 0;
  const from = HEAD.skills + ARRAY.head + size;
  return from < packed.length ? viewOf(packed, from) : undefined;
}

/** float2 or float4, the highest byte first. */
function decode(vector: DataView, isHalf: boolean, into: Float32Array): void {
  if (isHalf) for (let i = 0; i < into.length; i++) into[i] = vector.getFloat16(4 + 2 * i);
  else for (let i = 0; i < into.length; i++) into[i] = vector.getFloat32(4 + 4 * i);
}
