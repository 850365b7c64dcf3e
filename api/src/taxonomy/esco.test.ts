import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { stringify } from 'yaml';
import type { Database } from '../db/connect.ts';
import { bundledEmbedder } from '../embedding/bundled.ts';
import { silent } from '../progress.ts';
import { labelsInAll, newDatabase } from '../testing.ts';
import { importEsco } from './esco.ts';
import { findEscoFiles, Problems, readRows } from './esco-files.ts';
import { FORMATS } from './esco-rows.ts';
import { runEscoImport } from './import.ts';
import { importStarter } from './starter.ts';

const uuid = (digit: number) => `${digit}0000000-0000-4000-8000-000000000000`;
const occupation = (digit: number) => `http://data.europa.eu/esco/occupation/${uuid(digit)}`;
const skill = (digit: number) => `http://data.europa.eu/esco/skill/${uuid(digit)}`;
const isco = (code: string) => `http://data.europa.eu/esco/isco/C${code}`;
const [BAKER, PASTRY_CHEF, BAKE, FLOUR, ABROAD] = [
  occupation(1),
  occupation(2),
  skill(3),
  skill(4),
  skill(9),
];

/** Lines of the official files; `\n` inside a quoted cell is a line break there too. */
const OCCUPATIONS =
  'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code';
const SKILLS =
  'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description';
const GROUPS = 'conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description';
const SKILL_GROUPS =
  'conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,inScheme,description,code';
const COLLECTION =
  'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,status,altLabels,description,broaderConceptUri,broaderConceptPT';
const NOTE = 'http://data.europa.eu/esco/regulated-professions';
const KSC = 'KnowledgeSkillCompetence';

const english = {
  'occupations_en.csv': [
    OCCUPATIONS,
    `Occupation,${BAKER},7512,baker,"baker\nbread baker ",loaf maker,released,2024,${NOTE}/unregulated,,,,"Bakers, bake.",7512.1`,
    `Occupation,${PASTRY_CHEF},7512,pastry chef,,,released,2024,${NOTE}/regulated,,,,,7512.2`,
    `Occupation,${occupation(8)},7512,bun thrower,,,obsolete,2024,${NOTE}/unregulated,,,,,7512.3`,
  ],
  'skills_en.csv': [
    SKILLS,
    `${KSC},${BAKE},skill/competence,cross-sector,bake bread,,,released,2024,,,,`,
    `${KSC},${FLOUR},knowledge,transversal,types of flour,,,released,2024,,,,`,
  ],
  'transversalSkillsCollection_en.csv': [
    COLLECTION,
    `${KSC},${BAKE},skill/competence,transversal,bread,released,,,,`,
  ],
  'ISCOGroups_en.csv': [
    GROUPS,
    `ISCOGroup,${isco('75')},75,Food processing workers,released,,,`,
    `ISCOGroup,${isco('7512')},7512,Bakers and confectionery makers,released,,,`,
  ],
  'skillGroups_en.csv': [
    SKILL_GROUPS,
    'SkillGroup,http://data.europa.eu/esco/isced-f/0721,food processing,,,released,,,,,0721',
  ],
  'occupationSkillRelations_en.csv': [
    'occupationUri,occupationLabel,relationType,skillType,skillUri,skillLabel',
    `${BAKER},baker,essential,skill/competence,${BAKE},bake bread`,
    `${BAKER},baker,optional,knowledge,${FLOUR},types of flour`,
    `${BAKER},baker,optional,knowledge,${ABROAD},of another version`,
  ],
  'broaderRelationsOccPillar.csv': [
    'conceptType,conceptUri,broaderType,broaderUri',
    `ISCOGroup,${isco('7512')},ISCOGroup,${isco('75')}`,
    `Occupation,${BAKER},ISCOGroup,${isco('7512')}`,
    `Occupation,${PASTRY_CHEF},Occupation,${BAKER}`,
  ],
  'broaderRelationsSkillPillar.csv': [
    'conceptType,conceptUri,broaderType,broaderUri',
    `${KSC},${FLOUR},SkillGroup,http://data.europa.eu/esco/isced-f/0721`,
  ],
};

/** Without a skills file, as some languages come; the same occupation stands in it twice. */
const dutch = {
  'occupations_nl.csv': [
    `\uFEFF${OCCUPATIONS},naceCode`,
    `Occupation,${BAKER},7512,bakker,broodbakker,,released,2024,${NOTE}/unregulated,,,,,7512.1,C10`,
    `Occupation,${BAKER},7512,bakker,"bakkersvrouw\nbakkerin",,released,2025,${NOTE}/unregulated,,,,,7512.1,C10`,
  ],
  'languageSkillsCollection_nl.csv': [
    COLLECTION,
    `${KSC},${BAKE},skill/competence,transversal,brood bakken,released,brood maken | deeg bakken,,,`,
  ],
  'ISCOGroups_nl.csv': [GROUPS, `ISCOGroup,${isco('75')},75,Voedselverwerkers,released,,,`],
};

const sharedData = resolve(
  process.env.NW_SHARED_DATA ?? join(import.meta.dirname, '../../../../shared/data'),
);

describe('importing ESCO', () => {
  let database: Database;
  let root: string;
  before(async () => {
    database = await newDatabase();
    root = await mkdtemp(join(tmpdir(), 'nw-esco-'));
  });
  beforeEach(() => database.sql`truncate concepts, labels, relations, imports cascade`);
  after(async () => {
    await database.close();
    await rm(root, { recursive: true });
  });

  async function write(folder: string, files: Record<string, string[]>): Promise<string> {
    const path = join(root, folder);
    await rm(path, { recursive: true, force: true });
    await mkdir(path);
    for (const [name, lines] of Object.entries(files))
      await writeFile(join(path, name), lines.map((line) => `${line}\n`).join(''));
    return path;
  }
  const importFolders = (...folders: string[]) =>
    importEsco(database.sql, bundledEmbedder(), folders, silent);
  const importBoth = async () =>
    importFolders(await write('esco-en', english), await write('esco-nl', dutch));

  async function importStarterBaker(esco = uuid(1)) {
    const folder = await write('starter', {
      'food.yaml': [
        stringify({
          groups: { '75': labelsInAll('Voeding') },
          skills: { flour: { type: 'knowledge', esco: uuid(4), ...labelsInAll('meel') } },
          occupations: {
            baker: {
              isco: '7512',
              esco,
              nlqf: [1, 3],
              regulated: false,
              riasec: 'RC',
              ...labelsInAll('broodbakker'),
              essential: ['flour'],
              optional: [],
            },
          },
        }),
      ],
    });
    return importStarter(database.sql, bundledEmbedder(), silent, folder);
  }

  async function labelsOf(uri: string): Promise<string[]> {
    const rows = await database.sql<{ language: string; kind: string; text: string }[]>`
      select l.language, l.kind, l.text from labels l join concepts c on c.id = l.concept_id
      where c.uri = ${uri} order by l.language, l.kind desc, l.text`;
    return rows.map(({ language, kind, text }) => `${language} ${kind}: ${text}`);
  }
  async function relations(): Promise<string[]> {
    const rows = await database.sql<{ from: string; type: string; to: string }[]>`
      select f.code as from, r.type, t.code as to
      from relations r join concepts f on f.id = r.from_id join concepts t on t.id = r.to_id order by 1, 2, 3`;
    return rows.map(({ from, type, to }) => `${from} ${type} ${to}`);
  }
  const tables = async () => [
    await database.sql`select code, uri, type, source, embedding::text from concepts order by code`,
    await database.sql`select * from labels order by concept_id, language, text`,
    await database.sql`select * from relations order by from_id, type, to_id`,
  ];

  it('joins folders: facts and relations of one, labels of all', async () => {
    await importBoth();
    assert.deepEqual(await labelsOf(BAKER), [
      'en preferred: baker',
      'en alternative: bread baker',
      'en alternative: loaf maker',
      'nl preferred: bakker',
      'nl alternative: bakkerin',
      'nl alternative: bakkersvrouw',
      'nl alternative: broodbakker',
    ]);
    assert.deepEqual(await labelsOf(BAKE), [
      'en preferred: bake bread',
      'nl preferred: brood bakken',
      'nl alternative: brood maken',
      'nl alternative: deeg bakken',
    ]);
    const facts = await database.sql`
      select code, type, skill_type, isco_code, regulated, embedding is not null as has_vector
      from concepts order by code`;
    assert.deepEqual(
      facts.map((row) => Object.values(row).join(' ')),
      [
        `${uuid(1)} occupation  7512 false true`,
        `${uuid(2)} occupation  7512 true true`,
        `${uuid(3)} skill skill  false true`,
        `${uuid(4)} skill knowledge  false true`,
        'isced-f-0721 skill-group   false true',
        'isco-75 isco-08-group  75 false true',
        'isco-7512 isco-08-group  7512 false true',
      ],
    );
    assert.deepEqual(await relations(), [
      `${uuid(1)} broader isco-7512`,
      `${uuid(1)} essential ${uuid(3)}`,
      `${uuid(1)} optional ${uuid(4)}`,
      `${uuid(2)} broader ${uuid(1)}`,
      `${uuid(4)} broader isced-f-0721`,
      'isco-7512 broader isco-75',
    ]);
  });

  const transversal = async () => {
    const rows = await database.sql<{ uri: string }[]>`
      select uri from concepts where transversal order by uri`;
    return rows.map(({ uri }) => uri);
  };

  it('marks skills as transversal by the reuse level of their file, and follows a newer version', async () => {
    const skills = (reuseLevel: string) => ({
      'skills_en.csv': [
        SKILLS,
        `${KSC},${BAKE},skill/competence,${reuseLevel},bake bread,,,released,2024,,,,`,
        `${KSC},${FLOUR},knowledge,cross-sector,types of flour,,,released,2024,,,,`,
      ],
    });
    await importFolders(await write('esco-en', { ...english, ...skills('transversal') }));
    assert.deepEqual(await transversal(), [BAKE]);
    await importFolders(await write('esco-newer', skills('sector-specific')));
    assert.deepEqual(await transversal(), []);
  });

  it('knows transversal skills from a collection where a language has no skills file', async () => {
    await importFolders(await write('esco-nl', dutch));
    assert.deepEqual(await transversal(), [BAKE]);
  });

  it('says what was missing and what was left out', async () => {
    assert.deepEqual(await importBoth(), [
      'esco-nl: no skills_nl.csv, so skills get Dutch labels only from the collections (1 of 2)',
      'esco-nl: no skillGroups_nl.csv, so skill groups get no Dutch labels from this folder',
      'left out 1 relations to a concept that is in no folder and not in the database: versions differ',
      'left out 1 rows whose status is not released',
    ]);
    assert.deepEqual(
      (await importFolders(await write('esco-nl', dutch))).filter((sentence) =>
        sentence.includes('any folder'),
      ),
      [
        'no occupationSkillRelations.csv in any folder, so no occupation gets skills from this import',
        'no broaderRelations files in any folder, so nothing is put under broader concepts by this import',
      ],
    );
  });

  it('leaves the same tables when it runs twice', async () => {
    await importBoth();
    const earlier = await tables();
    await importBoth();
    assert.deepEqual(await tables(), earlier);
  });

  it('replaces the labels of a language by those of a newer version, and only these', async () => {
    await importBoth();
    const newer = {
      'occupations_nl.csv': [
        OCCUPATIONS,
        `Occupation,${BAKER},7512,broodbakker,,,released,2026,${NOTE}/unregulated,,,,,7512.1`,
      ],
    };
    await importFolders(await write('esco-nl-newer', newer));
    assert.deepEqual(await labelsOf(BAKER), [
      'en preferred: baker',
      'en alternative: bread baker',
      'en alternative: loaf maker',
      'nl preferred: broodbakker',
    ]);
  });

  for (const order of ['before', 'after']) {
    it(`leaves the starter set its codes, names and strengths when that is imported ${order} ESCO`, async () => {
      if (order === 'before') await importStarterBaker();
      await importBoth();
      if (order === 'after') await importStarterBaker();
      const [baker] = await database.sql`select code, nlqf_max, source from concepts where uri = ${BAKER}`;
      assert.deepEqual({ ...baker }, { code: 'baker', nlqfMax: 3, source: 'starter' });
      assert.deepEqual(
        (await labelsOf(BAKER)).filter((label) => label.startsWith('nl')),
        [
          'nl preferred: broodbakker',
          'nl alternative: bakker',
          'nl alternative: bakkerin',
          'nl alternative: bakkersvrouw',
          'nl alternative: broodbakker doen',
        ],
      );
      // The file of the starter set does not call its skills transversal, and ESCO does.
      const [flour] = await database.sql`select transversal from concepts where code = 'flour'`;
      assert.equal(flour!.transversal, false);
      assert.deepEqual(
        (await relations()).filter((relation) => relation.startsWith('baker')),
        ['baker broader isco-7512', `baker essential ${uuid(3)}`, 'baker essential flour'],
      );
    });
  }

  it('keeps two concepts apart, and says so, when the starter set learns too late that they are one', async () => {
    await importStarterBaker(uuid(7));
    await importBoth();
    const { notes } = await importStarterBaker();
    assert.deepEqual(notes, [
      'baker: its ESCO concept is in the database already, so both stay, unconnected',
    ]);
    const rows =
      await database.sql`select code, uri from concepts where code in ('baker', ${uuid(1)}) order by code`;
    assert.deepEqual(
      rows.map((row) => [row.code, row.uri]),
      [
        [uuid(1), BAKER],
        ['baker', null],
      ],
    );
  });

  it('puts an occupation of the starter set under the closest ISCO group there is', async () => {
    await importStarterBaker();
    assert.ok((await relations()).includes('baker broader isco-75'));
    await importFolders(await write('esco-groups', { 'ISCOGroups_en.csv': english['ISCOGroups_en.csv'] }));
    assert.deepEqual(
      (await relations()).filter((relation) => relation.includes('broader')),
      ['baker broader isco-7512'],
    );
  });

  it('reports every broken row with file and line, and keeps nothing', async () => {
    const folder = await write('esco-broken', {
      ...english,
      'occupations_en.csv': [
        ...english['occupations_en.csv'].slice(0, 2),
        'Occupation,,7512,nobody,,,released,2024,,,,,,',
        `Occupation,${PASTRY_CHEF},7512,too short`,
        `Occupation,${PASTRY_CHEF},75,pastry chef,,,released,2024,,,,,,`,
      ],
      'occupationSkillRelations_en.csv': [
        'occupationUri,relationType,skillType,skillUri',
        `${BAKER},desirable,knowledge,${FLOUR}`,
      ],
      'ISCOGroups_en.csv': ['conceptType,conceptUri,preferredLabel,status,altLabels'],
      'skillGroups_en.csv': [],
      'skills_en.csv': [SKILLS, `${KSC},${BAKE},"skill"/competence,,bake bread,,,released,,,,,`],
    });
    await assert.rejects(importFolders(folder), (error: Error) => {
      assert.deepEqual(error.message.split('\n').sort(), [
        'Nothing was imported.',
        'esco-broken/ISCOGroups_en.csv:1: there is no column code',
        'esco-broken/occupationSkillRelations_en.csv:2: relationType "desirable" is neither essential nor optional',
        // The baker's row takes lines 2 and 3.
        'esco-broken/occupations_en.csv:4: conceptUri "" is no ESCO URI',
        'esco-broken/occupations_en.csv:5: 4 cells instead of 14',
        'esco-broken/occupations_en.csv:6: iscoGroup "75" is not four digits',
        'esco-broken/skillGroups_en.csv:1: the file is empty',
        'esco-broken/skills_en.csv:2: a quotation mark is missing or too many; the rest of the file was not read',
      ]);
      return true;
    });
    const [{ count }] = await database.sql<[{ count: number }]>`select count(*) from concepts`;
    assert.equal(count, 0);
  });

  it('shows twenty broken rows and counts the others', async () => {
    const folder = await write('esco-many', {
      'occupations_en.csv': [OCCUPATIONS, ...Array<string>(23).fill('Occupation,,,,,,,,,,,,,')],
    });
    await assert.rejects(importFolders(folder), (error: Error) => {
      const lines = error.message.split('\n');
      assert.equal(lines.filter((line) => line.startsWith('esco-many/')).length, 20);
      assert.ok(lines.includes('… and 3 more'));
      return true;
    });
  });

  it('keeps nothing when the import fails half-way', async () => {
    const failing = {
      ...bundledEmbedder(),
      embed: () => Promise.reject(new Error('the embedder is out of reach')),
    };
    const folders = [await write('esco-en', english)];
    await assert.rejects(importEsco(database.sql, failing, folders, silent), /out of reach/);
    const [{ count }] = await database.sql<[{ count: number }]>`select count(*) from concepts`;
    assert.equal(count, 0);
  });

  it('names every folder that is missing or holds no ESCO file', async () => {
    const empty = await write('esco-empty', { 'readme.txt': [] });
    await assert.rejects(importFolders(empty, join(root, 'esco-nowhere')), (error: Error) => {
      assert.match(error.message, /esco-empty holds no ESCO file such as occupations_en\.csv/);
      assert.match(error.message, /esco-nowhere is no folder that can be read/);
      return true;
    });
  });

  it('ends with a summary of what the taxonomy holds', async () => {
    const lines: string[] = [];
    const folders = [await write('esco-en', english), await write('esco-nl', dutch)];
    await runEscoImport(database.sql, bundledEmbedder(), folders, silent, (line) => lines.push(line));
    const text = lines.join('\n');
    assert.match(text, /Note: esco-nl: no skills_nl\.csv/);
    assert.match(text, /concepts +isco-08-group 2 · occupation 2 · skill 2 · skill-group 1/);
    assert.match(text, /labels +en 9 · nl 8/);
    assert.match(text, /relations +broader 4 · essential 1 · optional 1/);
  });

  it('knows the columns of every official file', {
    skip: !existsSync(sharedData) && `no ${sharedData}`,
  }, async () => {
    const folders = (await readdir(sharedData)).filter((name) => /^esco-\d/.test(name));
    const problems = new Problems();
    const step = silent.step('', 0);
    for (const file of await findEscoFiles(folders.map((name) => join(sharedData, name)))) {
      for await (const { line } of readRows(file, FORMATS[file.kind].columns, problems, step)) {
        assert.equal(line, 2);
        break;
      }
    }
    problems.throwIfAny();
  });
});
