// Places by name in any script, by a piece of it, with typing errors; and postcodes once imported.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { testApi } from '../testing.ts';
import { project } from './geometry.ts';
import { importPostcodes } from './import.ts';
import { Places } from './service.ts';

const { sql, newPartner } = await testApi();
const { page } = await newPartner();
const search = async (q: string, parameters = '') =>
  (await page('GET', `/v1/places?q=${encodeURIComponent(q)}${parameters}`)).body;

describe('the search for places', () => {
  test('finds a town by its names, scripts and usual typing errors', async () => {
    for (const [q, name] of Object.entries({
      Utrecht: 'Utrecht',
      utr: 'Utrecht',
      Утрехт: 'Utrecht',
      أوتريخت: 'Utrecht',
      'Den Bosch': "'s-Hertogenbosch",
      "'s-Hertogenbosch": "'s-Hertogenbosch",
      's hertogenbosch': "'s-Hertogenbosch",
      'The Hague': 'Den Haag',
      'Den Haag': 'Den Haag',
      "'s-Gravenhage": 'Den Haag',
      Amstrdam: 'Amsterdam',
      amsterdm: 'Amsterdam',
      ROTTERDAM: 'Rotterdam',
      Eindhove: 'Eindhoven',
      Гронінген: 'Groningen',
    })) {
      assert.equal((await search(q)).items[0]?.name, name, q);
    }
  });

  test('gives the larger of equally good places first, with province and position', async () => {
    const [amsterdam] = (await search('amst')).items;
    assert.deepEqual(
      [amsterdam.name, amsterdam.province, amsterdam.kind],
      ['Amsterdam', 'Noord-Holland', 'town'],
    );
    assert.ok(Math.abs(amsterdam.latitude - 52.37) < 0.05 && Math.abs(amsterdam.longitude - 4.89) < 0.05);
  });

  test('says so when nothing resembles the words, and is not fooled by patterns', async () => {
    for (const q of ['qqqqqqqqqq', '%', '_', "'; --"]) {
      const { items, notices } = await search(q);
      assert.deepEqual([items, notices[0].code, notices[0].input], [[], 'no-results', q], q);
    }
  });

  test('takes a place from a name or its beginning, not from one or two letters on the way to it', async () => {
    const places = new Places(sql);
    const meant = async (text: string) => (await places.resolve({ text }))?.name;
    assert.deepEqual(
      [await meant('Utr'), await meant('Oss'), await meant('u'), await meant('ut')],
      ['Utrecht', 'Oss', undefined, undefined],
    );
  });

  test('holds no more than was asked for', async () => {
    assert.equal((await search('a', '&limit=2')).items.length, 2);
  });
});

describe('postcodes', () => {
  const HEADER = 'country_code,zipcode,place,state,latitude,longitude\n';
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nw-test-'));
  });
  after(async () => {
    await rm(folder, { recursive: true });
    await sql`delete from places where kind = 'postcode'`;
  });
  const file = async (text: string) => {
    const path = join(folder, 'nl.csv');
    await writeFile(path, text);
    return path;
  };

  test('of a file with a broken row are refused with file and line, and none is kept', async () => {
    const rows = 'NL,3511,Utrecht,Utrecht,52.09,5.11\n';
    for (const [broken, what] of [
      ['NL,35A1,Utrecht,Utrecht,52.09,5.11', /zipcode: four digits/],
      ['NL,3512,Utrecht,Utrecht,0,5.11', /latitude/],
      ['DE,3512,Utrecht,Utrecht,52.09,5.11', /country_code/],
      ['NL,3512', /line 3|Line 3|line.*3/i],
    ] as const) {
      const path = await file(`${HEADER}${rows}${broken}\n`);
      await assert.rejects(importPostcodes(sql, path), (error: Error) => {
        assert.match(error.message, /nl\.csv/);
        assert.match(error.message, /line 3/i);
        assert.match(error.message, what);
        return true;
      });
      assert.equal((await sql`select 1 from places where kind = 'postcode'`).length, 0);
    }
    await assert.rejects(importPostcodes(sql, await file(HEADER)), /holds no postcodes/);
    await assert.rejects(importPostcodes(sql, join(folder, 'absent.csv')), /absent\.csv/);
  });

  test('are found in full and in part, and stand in the middle of their rows', async () => {
    const text = `\ufeff${HEADER}NL,3511,Utrecht,Utrecht,52.08,5.10\nNL,3511,Utrecht,Utrecht,52.10,5.12\nNL,3512,Utrecht,Utrecht,52.09,5.13\n`;
    assert.equal(await importPostcodes(sql, await file(text)), 2);
    assert.equal(await importPostcodes(sql, await file(text)), 2, 'importing again changes nothing');
    assert.equal((await sql`select 1 from places where kind = 'postcode'`).length, 2);
    for (const q of ['3511 AB', '3511ab', '3511']) {
      const [first] = (await search(q)).items;
      assert.deepEqual([first.id, first.kind, first.name], ['pc4:3511', 'postcode', '3511 Utrecht'], q);
      assert.ok(Math.abs(first.latitude - 52.09) < 1e-9 && Math.abs(first.longitude - 5.11) < 1e-9);
    }
    assert.equal((await search('351')).items.length, 2);
    const { body } = await page('POST', '/v1/vacancy-matches', { place: { text: '3512 XZ' } });
    assert.equal(body.understood[0].id, 'pc4:3512');
  });
});

test('distance on the flat map differs less than 1.5 % from the great circle', () => {
  const towns = {
    maastricht: [50.85, 5.69],
    groningen: [53.22, 6.57],
    middelburg: [51.5, 3.61],
    enschede: [52.22, 6.9],
  };
  const all = Object.values(towns) as [number, number][];
  for (const [latA, lonA] of all) {
    for (const [latB, lonB] of all) {
      if (latA === latB) continue;
      const [a, b] = [project(latA, lonA), project(latB, lonB)];
      const flat = Math.hypot(a.x - b.x, a.y - b.y);
      const great = greatCircle(latA, lonA, latB, lonB);
      assert.ok(Math.abs(flat - great) / great < 0.015, `${flat} km, ${great} km`);
    }
  }
});

/** Haversine, km; mean radius of the earth 6371 km. */
function greatCircle(latA: number, lonA: number, latB: number, lonB: number): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const h =
    Math.sin(rad(latB - latA) / 2) ** 2 +
    Math.cos(rad(latA)) * Math.cos(rad(latB)) * Math.sin(rad(lonB - lonA) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}
