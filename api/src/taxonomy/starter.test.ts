import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { stringify } from 'yaml';
import type { Database } from '../db/connect.ts';
import { bundledEmbedder } from '../embedding/bundled.ts';
import { silent } from '../progress.ts';
import { labelsInAll, newDatabase } from '../testing.ts';
import { importStarter, parseStarter, readStarterFiles, type Starter } from './starter.ts';
import { checkStarter } from './starter-rules.ts';

const names = labelsInAll;

/** A small set that keeps all rules: a group and its subgroup, eight skills, one occupation. */
function sound() {
  const slugs = ['bake', 'knead', 'clean', 'sell', 'lift', 'count', 'weigh'];
  return {
    groups: { '7': names('Ambacht'), '75': names('Voeding') } as Record<string, object>,
    skills: Object.fromEntries(
      [...slugs, 'decorate'].map((slug) => [slug, { type: 'skill', ...names(slug) }]),
    ) as Record<string, Record<string, unknown>>,
    occupations: {
      baker: {
        isco: '7512',
        esco: '11111111-1111-4111-8111-111111111111',
        nlqf: [1, 3],
        regulated: false,
        riasec: 'RC',
        ...names('bakker'),
        essential: slugs,
        optional: ['decorate'],
      },
    } as Record<string, Record<string, unknown>>,
  };
}
type Set = ReturnType<typeof sound>;
const parseSet = (set: Set) => parseStarter(new Map([['food.yaml', stringify(set)]]));

describe('the starter taxonomy that ships', () => {
  let starter: Starter;
  before(async () => {
    starter = parseStarter(await readStarterFiles());
  });

  it('keeps the rules and has at least 300 occupations and 1,000 skills, of every sub-major group of ISCO-08', () => {
    assert.deepEqual(checkStarter(starter), []);
    assert.ok(starter.occupations.size >= 300, `${starter.occupations.size} occupations`);
    assert.ok(starter.skills.size >= 1000, `${starter.skills.size} skills`);
    const used = new Set([...starter.occupations.values()].map(({ isco }) => isco.slice(0, 2)));
    const groups = [...starter.groups.keys()].filter((code) => code.length === 2);
    assert.deepEqual(
      groups.filter((code) => !used.has(code)),
      [],
    );
    assert.equal(groups.length, 43);
  });

  it('tells the skills of use in any work from those of a trade', () => {
    const of = (slug: string) => starter.skills.get(slug)!.transversal;
    assert.deepEqual(['cooperate-in-team', 'be-reliable'].map(of), [true, true]);
    assert.equal(of('bake-bread'), false);
  });
});

describe('the rules of the starter taxonomy', () => {
  const broken: [rule: string, expected: RegExp, change: (set: Set) => void][] = [
    [
      'a name in the wrong script',
      /food\.yaml: skills\.bake\.uk: "bake" is not in the script/,
      (set) => {
        set.skills.bake!.uk = ['bake'];
      },
    ],
    [
      'a Russian label',
      /skills\.bake\.uk: "мыть" has letters of another language/,
      (set) => {
        set.skills.bake!.uk = ['пекти', 'мыть'];
      },
    ],
    [
      'a concept without an alternative',
      /skills\.bake\.ti: has no alternative/,
      (set) => {
        set.skills.bake!.ti = ['ትግ'];
      },
    ],
    [
      'an occupation with too few skills in all',
      /occupations\.baker: fewer than 8 skills/,
      (set) => {
        set.occupations.baker!.optional = [];
      },
    ],
    [
      'two concepts with one name',
      /skills\.knead\.nl: "bake" is a label of bake too/,
      (set) => {
        set.skills.knead!.nl = ['bake', 'kneden'];
      },
    ],
    [
      'an alternative that is the name of another',
      /skills\.knead\.nl: "Bake" is a label of bake too/,
      (set) => {
        set.skills.knead!.nl = ['kneden', 'Bake'];
      },
    ],
    [
      'an occupation with few skills',
      /occupations\.baker\.essential: fewer than 6 skills/,
      (set) => {
        set.occupations.baker!.essential = ['bake'];
      },
    ],
    [
      'a skill twice in one occupation',
      /occupations\.baker: names a skill twice/,
      (set) => {
        set.occupations.baker!.optional = ['bake', 'decorate'];
      },
    ],
    [
      'two occupations with the same skills',
      /cook\.essential: the same skills as baker/,
      (set) => {
        set.occupations.cook = { ...set.occupations.baker, esco: undefined, ...names('kok') };
      },
    ],
    [
      'a skill that nobody uses',
      /skills\.decorate: no occupation uses it/,
      (set) => {
        set.occupations.baker!.optional = [];
      },
    ],
    [
      'an ISCO group that does not exist',
      /baker\.isco: ISCO-08 has no group 0999/,
      (set) => {
        set.occupations.baker!.isco = '0999';
      },
    ],
    [
      'one ESCO concept for two',
      /baker\.esco: .* is bake too/,
      (set) => {
        set.skills.bake!.esco = set.occupations.baker!.esco;
      },
    ],
  ];
  it('are silent about a sound set', () => assert.deepEqual(checkStarter(parseSet(sound())), []));
  for (const [rule, expected, change] of broken) {
    it(`tell of ${rule}`, () => {
      const set = sound();
      change(set);
      assert.match(checkStarter(parseSet(set)).join('\n'), expected);
    });
  }
});

describe('reading starter files', () => {
  it('names file, concept and field of everything that is wrong, at once', () => {
    const set = sound();
    delete set.skills.bake!.ar;
    set.occupations.baker!.isco = '75';
    assert.throws(
      () => parseSet(set),
      (error: Error) =>
        /food\.yaml: skills\.bake\.ar: /.test(error.message) &&
        /food\.yaml: occupations\.baker\.isco: .*four digits/.test(error.message),
    );
  });

  it('names a skill that does not exist', () => {
    const set = sound();
    set.occupations.baker!.optional = ['fly'];
    assert.throws(() => parseSet(set), /food\.yaml: occupations\.baker: there is no skill fly/);
  });

  it('refuses a slug that stands in two files', () => {
    const files = new Map([
      ['a.yaml', stringify(sound())],
      ['b.yaml', stringify({ occupations: { bake: { ...sound().occupations.baker } } })],
    ]);
    assert.throws(() => parseStarter(files), /b\.yaml: occupations\.bake: stands in a\.yaml too/);
  });

  it('names the file that is no YAML', () => {
    assert.throws(() => parseStarter(new Map([['food.yaml', 'skills: [']])), /food\.yaml: /);
  });
});

describe('importing the starter taxonomy', () => {
  let database: Database;
  let folder: string;
  before(async () => {
    database = await newDatabase();
    folder = await mkdtemp(join(tmpdir(), 'nw-starter-'));
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  async function importSet(set: object) {
    await writeFile(join(folder, 'food.yaml'), stringify(set));
    return importStarter(database.sql, bundledEmbedder(), silent, folder);
  }
  const labels = async (code: string, language: string) =>
    (
      await database.sql<{ kind: string; text: string }[]>`
        select l.kind, l.text from labels l join concepts c on c.id = l.concept_id
        where c.code = ${code} and l.language = ${language} order by l.kind desc, l.text`
    ).map(({ kind, text }) => `${kind} ${text}`);
  const tables = async () => [
    await database.sql`select id, code, uri, source, embedding::text from concepts order by id`,
    await database.sql`select * from labels order by concept_id, language, text`,
    await database.sql`select * from relations order by from_id, type, to_id`,
  ];

  it('writes concepts with their facts, folded labels, relations and vectors', async () => {
    assert.deepEqual(await importSet(sound()), { changed: true, notes: [] });
    const { sql } = database;
    const [baker] = await sql`
      select uri, type, isco_code, nlqf_min, nlqf_max, regulated, source, embedding is not null as has_vector
      from concepts where code = 'baker'`;
    assert.deepEqual(
      { ...baker },
      {
        uri: 'http://data.europa.eu/esco/occupation/11111111-1111-4111-8111-111111111111',
        type: 'occupation',
        iscoCode: '7512',
        nlqfMin: 1,
        nlqfMax: 3,
        regulated: false,
        source: 'starter',
        hasVector: true,
      },
    );
    assert.deepEqual(await labels('baker', 'nl'), ['preferred bakker', 'alternative bakker doen']);
    const [{ folded }] = await sql<
      [{ folded: string }]
    >`select folded from labels where text = 'Voeding укр'`;
    assert.equal(folded, 'voeding ukr');
    const relations = await sql<{ type: string; names: string[] }[]>`
      select r.type, array_agg(t.code order by t.code) as names
      from relations r join concepts f on f.id = r.from_id join concepts t on t.id = r.to_id
      where f.code = 'baker' group by r.type order by r.type`;
    assert.deepEqual(
      relations.map((row) => [row.type, row.names]),
      [
        ['broader', ['isco-75']],
        ['essential', ['bake', 'clean', 'count', 'knead', 'lift', 'sell', 'weigh']],
        ['optional', ['decorate']],
      ],
    );
  });

  it('does nothing when nothing changed', async () => {
    assert.deepEqual(await importSet(sound()), { changed: false, notes: [] });
  });

  it('leaves the same tables when it does run again', async () => {
    const earlier = await tables();
    await database.sql`delete from imports`;
    assert.equal((await importSet(sound())).changed, true);
    assert.deepEqual(await tables(), earlier);
  });

  it('follows the files: labels change and disappear, a new name takes over, relations go', async () => {
    const set = sound();
    set.skills.bake!.nl = ['brood bakken', 'bake'];
    set.occupations.baker!.optional = [];
    await importSet(set);
    assert.deepEqual(await labels('bake', 'nl'), ['preferred brood bakken', 'alternative bake']);
    const rows = await database.sql`select from relations where type = 'optional'`;
    assert.equal(rows.length, 0);
  });

  it('marks the skills of a transversal file, and no occupation; a later import takes the mark away', async () => {
    const marked = async () => {
      const rows = await database.sql<{ code: string }[]>`
        select code from concepts where transversal order by code`;
      return rows.map(({ code }) => code);
    };
    await importSet({ ...sound(), transversal: true });
    assert.deepEqual(await marked(), Object.keys(sound().skills).sort());
    await importSet(sound());
    assert.deepEqual(await marked(), []);
  });

  it('removes a concept that is gone from the files, unless a candidate has it', async () => {
    const { sql } = database;
    await sql`insert into partners (id, name, type) values (gen_random_uuid(), 'Bakery', 'employer')`;
    await sql`
      insert into candidates (id, partner_id, language, max_distance_km, kinds)
      select gen_random_uuid(), id, 'uk', 20, '{job}' from partners`;
    await sql`
      insert into candidate_skills (candidate_id, concept_id, provenance)
      select candidates.id, concepts.id, 'stated' from candidates, concepts where code = 'sell'`;
    const set = sound();
    for (const slug of ['sell', 'count', 'weigh', 'decorate']) delete set.skills[slug];
    set.occupations.baker!.essential = ['bake', 'knead', 'clean', 'lift'];
    set.occupations.baker!.optional = [];
    await importSet(set);
    const codes = await sql<{ code: string }[]>`select code from concepts where type = 'skill' order by code`;
    assert.deepEqual(
      codes.map((row) => row.code),
      ['bake', 'clean', 'knead', 'lift', 'sell'],
    );
  });

  it('changes nothing when a file is wrong', async () => {
    const earlier = await tables();
    const set = sound();
    set.skills.bake!.nl = [];
    await assert.rejects(importSet(set), /skills\.bake\.nl/);
    assert.deepEqual(await tables(), earlier);
  });
});
