// A large made-up pool as plain typed arrays, and its way into the match tables: clustered as people are.
import { once } from 'node:events';
import pgvector from 'pgvector';
import type { Sql } from '../../src/db/connect.ts';
import { addScaled, normalize } from '../../src/embedding/vector.ts';
import { createRandom } from '../../src/training/random.ts';

/** Column by column as in the match tables, one element per row. */
export interface Columns {
  size: number;
  ids: string[];
  kinds: Int32Array;
  licences: Int32Array;
  dutch: Int32Array;
  hoursMin: Float32Array;
  hoursMax: Float32Array;
  /** km */
  x: Float32Array;
  y: Float32Array;
  maxDistanceKm: Float32Array;
  /** Ids of concepts: of a person those that count, of a vacancy its must-haves. */
  skills: Int32Array[];
  /** Row by row, `dimensions` each, length 1; a row of zeros has no vector. */
  dimensions: number;
  vectors: Float32Array;
}

export interface World {
  dimensions: number;
  vectors: Map<number, Float32Array>;
  occupations: { id: number; weight: number; skills: number[]; drives: boolean }[];
  towns: { x: number; y: number; weight: number }[];
}

/** Shares of values, as in pool/candidates.ts and pool/origins.ts. */
const DISTANCES_KM = [5, 10, 10, 15, 15, 20, 30, 30, 30, 30, 30, 40, 60];
const PERSON_DUTCH = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7];
const VACANCY_DUTCH = [0, 0, 0, 1, 2, 2, 3, 3, 4];
const KINDS = [63, 63, 63, 63, 63, 1, 1, 3, 25, 38];
const OPEN = [0, 168];
const HOURS = [OPEN, OPEN, [32, 40], [24, 36], [16, 24], [8, 16]];
/** Bits of LICENCES: B; B and C; B, C and CE. */
const [B, C, CE] = [1 << 4, (1 << 4) | (1 << 9), (1 << 4) | (1 << 9) | (1 << 10)];

/** The taxonomy's occupations with their skills, and the towns of the Netherlands. */
export async function readWorld(sql: Sql): Promise<World> {
  const concepts = await sql<{ id: number; vector: string }[]>`
    select id, embedding::text as vector from concepts where embedding is not null order by code`;
  const vectors = new Map(
    concepts.map(({ id, vector }) => [id, Float32Array.from(pgvector.fromSql(vector) as number[])]),
  );
  const occupations = await sql<{ id: number; code: string; skills: number[] }[]>`
    select o.id, o.code, array(select to_id from relations r join concepts s on s.id = r.to_id
      where r.from_id = o.id and r.type in ('essential', 'optional') order by s.code) as skills
    from concepts o where o.type = 'occupation' and o.embedding is not null order by o.code`;
  const towns = await sql<{ x: number; y: number; weight: number }[]>`
    select x, y, population as weight from places where kind = 'town' and population > 0 order by code`;
  return {
    dimensions: vectors.values().next().value!.length,
    vectors,
    // A few occupations have most people.
    occupations: occupations.map(({ code, ...rest }, i) => ({
      ...rest,
      weight: 1 / (1 + ((i * 7919) % occupations.length)),
      drives: /driver|courier|transport/.test(code),
    })),
    towns,
  };
}

/** The same for the same seed. In the order of the map, as a pool that was loaded at once. */
export function makePool(world: World, side: 'candidate' | 'vacancy', size: number, seed: number): Columns {
  const random = createRandom(seed);
  const one = <Value>(values: Value[]) => values[Math.floor(random() * values.length)]!;
  const occupation = picker(world.occupations, random);
  const town = picker(world.towns, random);
  const allSkills = world.occupations.flatMap(({ skills }) => skills);
  const isPerson = side === 'candidate';
  const places = Array.from({ length: size }, () => (isPerson && random() < 0.1 ? undefined : town()));
  const squareOf = (place: World['towns'][number] | undefined) =>
    place ? Math.floor((place.x + 400) / 15) * 100 + Math.floor((place.y + 400) / 15) : -1;
  places.sort((a, b) => squareOf(a) - squareOf(b));

  const columns: Columns = {
    size,
    ids: Array.from({ length: size }, () => uuid(random)),
    kinds: new Int32Array(size),
    licences: new Int32Array(size),
    dutch: new Int32Array(size),
    hoursMin: new Float32Array(size),
    hoursMax: new Float32Array(size),
    x: new Float32Array(size),
    y: new Float32Array(size),
    maxDistanceKm: new Float32Array(size),
    skills: [],
    dimensions: world.dimensions,
    vectors: new Float32Array(size * world.dimensions),
  };
  for (let i = 0; i < size; i++) {
    const { id, skills, drives } = occupation();
    const own = skills.filter(() => random() < 0.6);
    const others = Array.from({ length: isPerson ? 3 : 1 }, () => one(allSkills));
    columns.kinds[i] = isPerson ? one(KINDS) : 1 << (random() < 0.8 ? 0 : Math.floor(random() * 6));
    const share = drives ? 0.8 : isPerson ? 0.03 : 0.01;
    columns.licences[i] = random() < share ? one([C, CE]) : random() < (isPerson ? 0.4 : 0.15) ? B : 0;
    columns.dutch[i] = one(isPerson ? PERSON_DUTCH : VACANCY_DUTCH);
    [columns.hoursMin[i], columns.hoursMax[i]] = one(HOURS) as [number, number];
    columns.x[i] = places[i]?.x ?? NaN;
    columns.y[i] = places[i]?.y ?? NaN;
    columns.maxDistanceKm[i] = one(DISTANCES_KM);
    columns.skills.push(
      Int32Array.from(isPerson ? new Set([...own, ...others]) : own.slice(0, random() < 0.2 ? 1 : 0)).sort(),
    );
    if (isPerson && random() < 0.08) continue;
    const vector = columns.vectors.subarray(i * world.dimensions, (i + 1) * world.dimensions);
    addScaled(vector, world.vectors.get(id)!, 2);
    for (const skill of [...own, ...others]) {
      const part = world.vectors.get(skill);
      if (part) addScaled(vector, part, 1);
    }
    normalizeFast(vector);
  }
  return columns;
}

/** Fills one match table and gives each row facts. The rest of the database knows nothing of these people. */
export async function writePool(sql: Sql, side: 'candidate' | 'vacancy', pool: Columns): Promise<void> {
  const [row] = await sql<{ type: 'halfvec' | 'vector' }[]>`
    select atttypid::regtype::text as type from pg_attribute
    where attrelid = ${`${side}_match`}::regclass and attname = 'embedding'`;
  const isReal = row!.type === 'halfvec';
  await sql`set session_replication_role = replica`;
  await sql`truncate ${sql(`${side}_match`)}`;
  await (isReal ? copy : insert)(sql, side, pool);
  await sql`set session_replication_role = origin`;
  await sql`cluster ${sql(`${side}_match`)} using ${sql(`${side}_match_zone`)}`;
  await sql`vacuum analyze ${sql(`${side}_match`)}`;
}

const columnsOf = (side: 'candidate' | 'vacancy') =>
  [
    ...['id', 'facts_version', 'kinds', 'licences', 'dutch', 'hours_min', 'hours_max', 'x', 'y'],
    ...(side === 'candidate' ? ['next_x', 'next_y', 'max_distance_km'] : []),
    ...['skills', 'embedding'],
  ] as const;

/** A column of places that nobody has. */
const NOWHERE: number[] = [];

/** PostgreSQL's binary COPY: as text a million vectors would be 3 GB. */
async function copy(sql: Sql, side: 'candidate' | 'vacancy', pool: Columns): Promise<void> {
  const names = columnsOf(side);
  const stream =
    await sql`copy ${sql(`${side}_match`)} (${sql(names)}) from stdin (format binary)`.writable();
  const header = Buffer.alloc(19);
  header.write('PGCOPY\n\xff\r\n\0', 'latin1');
  stream.write(header);
  const { dimensions, vectors } = pool;
  for (let i = 0; i < pool.size; ) {
    const buffer = Buffer.allocUnsafe(1 << 20);
    let at = 0;
    const int = (value: number, bytes: 2 | 4 | 8) => {
      at = buffer.writeInt32BE(bytes, at);
      if (bytes === 2) at = buffer.writeInt16BE(value, at);
      else if (bytes === 4) at = buffer.writeInt32BE(value, at);
      else at = buffer.writeBigInt64BE(BigInt(value), at);
    };
    const real = (value: number) => {
      at = buffer.writeInt32BE(4, at);
      at = buffer.writeFloatBE(value, at);
    };
    const small = (value: number) => int(value, 2);
    for (; i < pool.size && at < buffer.length - 4 * dimensions - 1000; i++) {
      at = buffer.writeInt16BE(names.length, at);
      at = buffer.writeInt32BE(16, at);
      at += buffer.write(pool.ids[i]!.replaceAll('-', ''), at, 'hex');
      int(1, 8);
      small(pool.kinds[i]!);
      int(pool.licences[i]!, 4);
      small(pool.dutch[i]!);
      small(pool.hoursMin[i]!);
      small(pool.hoursMax[i]!);
      const numbers = [
        pool.x,
        pool.y,
        ...(side === 'candidate' ? [NOWHERE, NOWHERE, pool.maxDistanceKm] : []),
      ];
      for (const column of numbers) real(column[i] ?? NaN);
      const skills = pool.skills[i]!;
      at = buffer.writeInt32BE(12 + (skills.length > 0 ? 8 : 0) + 8 * skills.length, at);
      for (const value of [skills.length > 0 ? 1 : 0, 0, 23]) at = buffer.writeInt32BE(value, at);
      if (skills.length > 0) for (const value of [skills.length, 1]) at = buffer.writeInt32BE(value, at);
      for (const skill of skills) int(skill, 4);
      const vector = vectors.subarray(i * dimensions, (i + 1) * dimensions);
      if (isZero(vector)) {
        at = buffer.writeInt32BE(-1, at);
      } else {
        at = buffer.writeInt32BE(4 + 2 * dimensions, at);
        at = buffer.writeInt16BE(dimensions, at);
        at = buffer.writeInt16BE(0, at);
        const view = new DataView(buffer.buffer, buffer.byteOffset);
        for (const value of vector) {
          view.setFloat16(at, value);
          at += 2;
        }
      }
    }
    if (!stream.write(buffer.subarray(0, at))) await once(stream, 'drain');
  }
  stream.end(Buffer.from([0xff, 0xff]));
  await once(stream, 'finish');
}

/** The embedded database has no COPY through its socket. */
async function insert(sql: Sql, side: 'candidate' | 'vacancy', pool: Columns): Promise<void> {
  const { dimensions, vectors } = pool;
  for (let start = 0; start < pool.size; start += 2000) {
    const rows = Array.from({ length: Math.min(2000, pool.size - start) }, (_, k) => {
      const i = start + k;
      const vector = vectors.subarray(i * dimensions, (i + 1) * dimensions);
      return {
        id: pool.ids[i],
        facts_version: 1,
        kinds: pool.kinds[i],
        licences: pool.licences[i],
        dutch: pool.dutch[i],
        hours_min: pool.hoursMin[i],
        hours_max: pool.hoursMax[i],
        // JSON has no NaN; as text it is read as one.
        x: String(pool.x[i]),
        y: String(pool.y[i]),
        next_x: 'NaN',
        next_y: 'NaN',
        max_distance_km: pool.maxDistanceKm[i],
        skills: [...pool.skills[i]!],
        embedding: isZero(vector) ? null : pgvector.toSql(Array.from(vector)),
      };
    });
    const names = sql(columnsOf(side));
    const table = sql(`${side}_match`);
    await sql`
      insert into ${table} (${names})
      select ${names} from jsonb_populate_recordset(null::${table}, ${sql.json(rows as never)})`;
  }
}

export const isZero = (vector: Float32Array) => vector[0] === 0 && vector[1] === 0;

function normalizeFast(vector: Float32Array): void {
  let sum = 0;
  for (const value of vector) sum += value * value;
  if (sum === 0) return void normalize(vector);
  const scale = 1 / Math.sqrt(sum);
  for (let i = 0; i < vector.length; i++) vector[i]! *= scale;
}

function picker<Item extends { weight: number }>(items: Item[], random: () => number): () => Item {
  const sums: number[] = [];
  for (const { weight } of items) sums.push((sums.at(-1) ?? 0) + weight);
  return () => {
    const thrown = random() * sums.at(-1)!;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > thrown) high = middle;
      else low = middle + 1;
    }
    return items[low]!;
  };
}

function uuid(random: () => number): string {
  const hex = Array.from({ length: 4 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
