// What the pool is made from: the occupations, skills and towns that stand in the database.
import type { Queryable } from '../db/connect.ts';
import { type Weighted, weighted } from './chance.ts';
import { RECEPTION_TOWNS } from './origins.ts';
import { type Sector, sectorOf } from './sectors.ts';

export interface Occupation {
  id: number;
  code: string;
  source: string;
  isco: string | null;
  nlqfMin: number | null;
  nlqfMax: number | null;
  regulated: boolean;
  riasec: string | null;
  /** Dutch, the preferred label first; another language where Dutch is missing. */
  labels: string[];
  english: string;
  /** Ids of concepts. */
  essential: number[];
  optional: number[];
  sector: Sector;
}

export interface Town {
  id: number;
  name: string;
  population: number;
}

export interface World {
  occupations: Occupation[];
  /** Occupations by how many newcomers did them, and by how many employers ask for them. */
  done: Weighted<Occupation>;
  asked: Weighted<Occupation>;
  /** The occupations of the same ISCO-08 minor group, itself among them. */
  neighbours: (occupation: Occupation) => Occupation[];
  /** Dutch label of every skill, by id. */
  skills: Map<number, string>;
  skillIds: number[];
  /** The largest first. */
  towns: Town[];
  byPopulation: Weighted<Town>;
  receptionTowns: Town[];
}

/** The starter set holds the common jobs, so one of its occupations weighs as much as so many of another source. */
const STARTER_WEIGHT = 20;

/**
 * Everything in the order of codes as bytes, so that every database with the same taxonomy gives the same world.
 *
 * @throws Error when there is no taxonomy or no town
 */
export async function readWorld(sql: Queryable): Promise<World> {
  const rows = await sql<Omit<Occupation, 'sector'>[]>`
    with known as (
      select c.id, c.code, c.source, c.isco_code as isco, c.nlqf_min, c.nlqf_max, c.regulated, c.riasec,
        array(select text from labels l where l.concept_id = c.id and l.language = 'nl'
          order by l.kind desc, l.text collate "C") as dutch,
        coalesce((select text from labels l where l.concept_id = c.id and l.kind = 'preferred'
          order by l.language <> 'en', l.language collate "C" limit 1), c.code) as english,
        array(select r.to_id from relations r join concepts s on s.id = r.to_id and s.type = 'skill'
          where r.from_id = c.id and r.type = 'essential' order by s.code collate "C") as essential,
        array(select r.to_id from relations r join concepts s on s.id = r.to_id and s.type = 'skill'
          where r.from_id = c.id and r.type = 'optional' order by s.code collate "C") as optional
      from concepts c where c.type = 'occupation'
    )
    select id, code, source, isco, nlqf_min, nlqf_max, regulated, riasec, english, essential, optional,
      case when dutch = '{}' then array[english] else dutch end as labels
    from known where essential <> '{}' order by code collate "C"`;
  const occupations = rows.map((row): Occupation => ({ ...row, sector: sectorOf(row.isco) }));
  const skills = await sql<{ id: number; label: string }[]>`
    select c.id, coalesce(min(l.text), c.code) as label
    from concepts c left join labels l on l.concept_id = c.id and l.language = 'nl' and l.kind = 'preferred'
    where c.type = 'skill' group by c.id order by c.code collate "C"`;
  const towns = await sql<Town[]>`
    select id, name, population from places where kind = 'town' and population > 0
    order by population desc, code collate "C"`;
  if (occupations.length === 0 || towns.length === 0) {
    throw new Error('Import a taxonomy and the towns before seeding the pool.');
  }
  const byShare = (share: 'people' | 'vacancies') =>
    weighted(
      occupations.map((occupation) => [
        occupation,
        occupation.sector[share] * (occupation.source === 'starter' ? STARTER_WEIGHT : 1),
      ]),
    );
  const groups = Map.groupBy(occupations, ({ isco, code }) => isco?.slice(0, 3) ?? code);
  return {
    occupations,
    done: byShare('people'),
    asked: byShare('vacancies'),
    neighbours: ({ isco, code }) => groups.get(isco?.slice(0, 3) ?? code)!,
    skills: new Map(skills.map(({ id, label }) => [id, label])),
    skillIds: skills.map(({ id }) => id),
    towns,
    byPopulation: weighted(towns.map((town) => [town, town.population])),
    receptionTowns: towns.filter((town) => RECEPTION_TOWNS.includes(town.name)),
  };
}
