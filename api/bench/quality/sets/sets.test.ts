import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { LANGUAGES } from '../../../src/http/schema.ts';
import { parseStarter, readStarterFiles, type Starter } from '../../../src/taxonomy/starter.ts';
import { type Found, findSets } from './all.ts';
import { everyNth } from './chance.ts';
import { acrossLanguages, heldOutAlternatives, heldOutLabel } from './held-out.ts';

const starter: Starter = parseStarter(await readStarterFiles());
const [baker] = [...starter.occupations].find(([, { esco }]) => esco)!;
const { esco } = starter.occupations.get(baker)!;

describe('labels held out of the starter taxonomy', () => {
  it('are alternatives, the same in every run, and none where there is only one label', () => {
    const chosen = heldOutLabel('baker', 'nl', ['bakker', 'broodbakker', 'banketbakker']);
    assert.ok(chosen === 'broodbakker' || chosen === 'banketbakker');
    assert.equal(heldOutLabel('baker', 'nl', ['bakker', 'broodbakker', 'banketbakker']), chosen);
    assert.equal(heldOutLabel('baker', 'nl', ['bakker']), undefined);
  });

  it('are not in the corpus in which they are sought, which still names their concept', () => {
    for (const set of heldOutAlternatives(starter)) {
      const texts = new Map(Object.entries(Object.groupBy(set.corpus, ({ id }) => id)));
      assert.ok(set.queries.length > 300, set.name);
      for (const { id, text } of set.queries) {
        assert.ok(texts.get(id)!.length > 0);
        assert.ok(
          texts.get(id)!.every((entry) => entry.text !== text),
          `${set.name}: ${text}`,
        );
      }
    }
  });

  it('are sought across every pair of languages', () => {
    const pairs = acrossLanguages(starter).map(({ name }) => name);
    assert.equal(new Set(pairs).size, LANGUAGES.length * (LANGUAGES.length - 1));
  });
});

describe('the reference data', () => {
  let data: string;
  let found: Found;
  const family = (name: string) => found.sets.filter((set) => set.family === name);

  before(async () => {
    data = await mkdtemp(join(tmpdir(), 'nw-quality-'));
    const write = async (path: string, content: string) => {
      await mkdir(join(data, path, '..'), { recursive: true });
      await writeFile(join(data, path), content);
    };
    await write('melo-usa-en-dev/queries.tsv', 'Q1\tBakers\n');
    await write('melo-usa-en-dev/corpus_elements.tsv', 'C1\tbaker\nC2\tpilot\n');
    await write('melo-usa-en-dev/annotations.tsv', 'Q1\t0\tC1\t1\n');
    await write(
      'esco-1.2.1-nl/occupations_nl.csv',
      `conceptUri,preferredLabel,altLabels\nhttp://x/${esco},bakker,"broodbakker\nbakker"\nhttp://x/other,piloot,\n`,
    );
    await write(
      'esco-1.1.1-en/skills_en.csv',
      'conceptUri,preferredLabel\nhttp://x/sql,SQL\nhttp://x/team,work in teams\n',
    );
    await write(
      'skill-extraction-dev/tech_validation_annotations.csv',
      'sentence,span,sub_span,label\nsql and teams,sql,,sql \nsql and teams,teams,,Work in teams\n' +
        'sql and teams,x,,UNDERSPECIFIED\nonly that,that,,LABEL NOT PRESENT\nodd,odd,,No such skill\n',
    );
    found = findSets(data, starter);
  });
  after(() => rm(data, { recursive: true }));

  it('gives MELO as it stands', () => {
    assert.deepEqual(family('melo')[0]!.relevant, new Map([['Q1', new Set(['C1'])]]));
    assert.equal(family('melo')[0]!.corpus.length, 2);
  });

  it('gives sentences with the skills that people saw, whatever their case, and tells which are unknown', () => {
    const [tech] = family('sentences');
    assert.deepEqual(
      tech!.queries.map(({ text }) => text),
      ['sql and teams', 'odd'],
    );
    assert.deepEqual(tech!.relevant.get('s1'), new Set(['http://x/sql', 'http://x/team']));
    assert.match(tech!.note!, /1 of the annotators' 3 labels.*No such skill/);
  });

  it('joins the held-out title of every language to all labels of the same occupation', () => {
    assert.deepEqual(
      family('to-esco').map(({ name }) => name),
      LANGUAGES.map((language) => `starter-${language}-nl`),
    );
    const [nl] = family('to-esco');
    const title = heldOutLabel(baker, 'nl', starter.occupations.get(baker)!.nl);
    assert.deepEqual(nl!.queries, [{ id: 'q1', text: title }]);
    assert.equal(nl!.corpus.length, 3);
    assert.deepEqual(nl!.relevant.get('q1'), new Set([`${esco}_0`, `${esco}_1`]));
  });

  it('is left out where it is missing, with a line for each part', () => {
    assert.equal(family('sentences').length, 1);
    assert.deepEqual(found.leftOut, [
      'HOUSE is left out: skill-extraction-dev/house_validation_annotations.csv not found',
      'Starter titles to ESCO in en is left out: esco-1.1.1-en/occupations_en.csv not found',
      'Starter titles to ESCO in de is left out: esco-1.2.0-de/occupations_de.csv not found',
    ]);
  });
});

describe('a sample', () => {
  it('is spread evenly, and whole where it is small', () => {
    assert.deepEqual(everyNth([0, 1, 2, 3, 4, 5, 6, 7], 4), [0, 2, 4, 6]);
    assert.deepEqual(everyNth([1, 2], 4), [1, 2]);
  });
});
