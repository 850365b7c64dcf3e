// What people type finds the occupation or skill that they mean, whatever their language, script and spelling.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testApi } from '../testing.ts';
import { ConceptIndex } from './concept-index.ts';
import { TaxonomyCache } from './snapshot.ts';

const { call, newPartner, sql } = await testApi();
const { page } = await newPartner();

const search = (q: string, parameters = '', what = 'occupations') =>
  page('GET', `/v1/${what}?q=${encodeURIComponent(q)}${parameters}`);
const ids = (items: { id: string }[]) => items.map((item) => item.id);

/** What is typed, and the occupation that must come first. */
const FIRST: Record<string, Record<string, string>> = {
  'the preferred label of each language': {
    bakker: 'baker',
    baker: 'baker',
    пекар: 'baker',
    Bäcker: 'baker',
    пекарь: 'baker',
    fırıncı: 'baker',
    firinci: 'baker',
    сварщик: 'welder',
    نانوا: 'baker',
    'ሰንካቲ ባኒ': 'baker',
    خباز: 'baker',
    verpleegkundige: 'nurse',
    'медична сестра': 'nurse',
    nurse: 'nurse',
  },
  'the beginning of a word': {
    bakk: 'baker',
    timmer: 'carpenter',
    вантажівк: 'lorry-driver',
  },
  'typing errors': {
    bakkker: 'baker',
    timmermn: 'carpenter',
    loodgeiter: 'plumber',
    vrachtwagenchaufeur: 'lorry-driver',
    elektricen: 'electrician',
    elektrisien: 'electrician',
    програміст: 'software-developer',
  },
  'Dutch forms for women': {
    kapster: 'hairdresser',
    verkoopster: 'shop-assistant',
    schoonmaakster: 'office-cleaner',
    verpleegster: 'nurse',
    'lerares basisonderwijs': 'primary-school-teacher',
    timmervrouw: 'carpenter',
    kokkin: 'cook',
    bakkerin: 'baker',
    secretaresse: 'secretary',
    fotografe: 'photographer',
    rijinstructrice: 'driving-instructor',
    beveiligster: 'security-guard',
    slagerin: 'butcher',
    schoenmaakster: 'shoemaker',
    programmeuse: 'software-developer',
  },
  plurals: { bakkers: 'baker', lassers: 'welder', verpleegkundigen: 'nurse', receptionisten: 'receptionist' },
  'marks for all genders': {
    'bakker (m/v)': 'baker',
    'Bakker m/v/x': 'baker',
    'lasser (m/w/d)': 'welder',
  },
  'Dutch compounds, joined or apart': {
    'vrachtwagen chauffeur': 'lorry-driver',
    vrachtwagenchauffeur: 'lorry-driver',
    'magazijn medewerker': 'warehouse-worker',
    'winkel-medewerker': 'shop-assistant',
    'auto monteur': 'car-mechanic',
  },
  'titles with more around the job': {
    'Ervaren bakker gezocht in Utrecht': 'baker',
    'ZZP stukadoor fulltime': 'plasterer',
  },
  'capitals and marks': {
    BAKKER: 'baker',
    caissiere: 'cashier',
    Conciërge: 'caretaker',
  },
  'Arabic with article and vowel marks': {
    الخباز: 'baker',
    خَبَّاز: 'baker',
    الخَبّاز: 'baker',
    خبـــاز: 'baker',
    نجار: 'carpenter',
    النجّار: 'carpenter',
    الطباخ: 'cook',
  },
  'Cyrillic typed in Latin letters': {
    pekar: 'baker',
    kukhar: 'cook',
    perukar: 'hairdresser',
    teslya: 'carpenter',
  },
};

describe('the search for occupations understands', () => {
  for (const [what, expected] of Object.entries(FIRST)) {
    test(what, async () => {
      const wrong: string[] = [];
      for (const [q, id] of Object.entries(expected)) {
        const { items } = (await search(q)).body;
        if (items[0]?.id !== id) wrong.push(`${q}: ${ids(items).slice(0, 3).join(', ')} instead of ${id}`);
      }
      assert.deepEqual(wrong, []);
    });
  }
});

describe('an answer of the search', () => {
  test('speaks the language asked for, and gives the Dutch label beside it', async () => {
    for (const [language, label] of [
      ['nl', 'bakker'],
      ['en', 'baker'],
      ['uk', 'пекар'],
      ['ar', 'خباز'],
    ] as const) {
      const [first] = (await search('bakker', `&language=${language}`)).body.items;
      assert.deepEqual([first.label, first.language, first.dutchLabel], [label, language, 'bakker']);
    }
  });

  test('falls back to Dutch where a label is not there in the language, and says so', async () => {
    // As an import does, so that every copy of the API reads its taxonomy anew.
    const change = () =>
      sql`update taxonomy_state set version = version + 1, vectors_version = vectors_version + 1`;
    const tigrinya = await sql`
      delete from labels where language = 'ti' and concept_id = (select id from concepts where code = 'baker') returning *`;
    await change();
    const [first] = (await search('bakker', '&language=ti')).body.items;
    await sql`insert into labels ${sql(tigrinya)}`;
    await change();
    assert.deepEqual([first.label, first.language], ['bakker', 'nl']);
  });

  test('is sure of an exact label, less of the rest, and comes best first', async () => {
    const { items } = (await search('bakker')).body;
    assert.deepEqual(
      [items[0].matchedBy, items[0].confidence, items[0].matchedLabel],
      ['exact', 1, 'bakker'],
    );
    const confidences = items.map((item: { confidence: number }) => item.confidence);
    assert.deepEqual(
      confidences,
      confidences.toSorted((a: number, b: number) => b - a),
    );
    assert.ok(confidences.at(-1) < 1);
    assert.equal(new Set(ids(items)).size, items.length, 'no concept twice');
  });

  test('holds no more than was asked for', async () => {
    assert.equal((await search('medewerker', '&limit=3')).body.items.length, 3);
    for (const limit of ['0', '101', '-1', 'x', '1.5', '']) {
      assert.equal((await search('medewerker', `&limit=${limit}`)).status, 400, `limit=${limit}`);
    }
  });

  test('with nothing in it tells why', async () => {
    for (const q of ['qqqqqqqqqq', '!!!', '???']) {
      const { status, body } = await search(q);
      assert.equal(status, 200);
      assert.deepEqual(body.items, []);
      assert.deepEqual([body.notices[0].code, body.notices[0].input], ['no-results', q]);
    }
  });

  test('comes for one letter and for two hundred, and not for none or more', async () => {
    for (const q of ['b', 'п', 'خ', 'bakker '.repeat(29).slice(0, 200).trim(), 'x'.repeat(200)]) {
      assert.equal((await search(q)).status, 200, q);
    }
    assert.ok((await search('b')).body.items.length > 0);
    for (const q of ['', '   ', 'x'.repeat(201)]) assert.equal((await search(q)).status, 400, q);
  });

  test('is not fooled by characters that mean something in SQL or in a pattern', async () => {
    for (const q of [
      '%',
      '_',
      '\\',
      '%%%',
      'bak%r',
      "'; drop table labels; --",
      '"',
      '{}',
      '$1',
      '(',
      '[a-z]',
      '*',
      '\u0000',
      '😀',
    ]) {
      const { status, body } = await search(q);
      assert.equal(status, 200, q);
      if (/^[%_\\"*(]+$/.test(q)) assert.deepEqual(body.items, [], q);
    }
    assert.ok((await sql`select 1 from labels limit 1`).length > 0);
  });
});

test("a name that is exactly a concept's own is found without a search as the search finds it", async () => {
  const snapshot = await new TaxonomyCache(sql).current();
  for (const type of ['occupation', 'skill'] as const) {
    const index = new ConceptIndex(snapshot, type);
    const named = snapshot.labels.filter(
      ({ concept, isPreferred }, i) =>
        isPreferred && i % 40 === 0 && snapshot.concepts[concept]!.type === type,
    );
    assert.ok(named.length > 50);
    for (const { text, folded, language } of named) {
      const question = { text, folded, language, vector: undefined };
      assert.deepEqual(index.findNamed(question), index.find(question, 1)[0], text);
    }
    assert.equal(index.findNamed({ folded: 'zzz', language: 'nl' }), undefined);
  }
});

describe('the search for skills', () => {
  test('finds skills in every language', async () => {
    for (const q of ['brood bakken', 'bake bread', 'пекти хліб', 'صنع الخبز', 'brood baken']) {
      assert.equal((await search(q, '', 'skills')).body.items[0].id, 'bake-bread', q);
    }
  });

  test('finds no occupations, and the other way round', async () => {
    assert.ok(!ids((await search('bakker', '', 'skills')).body.items).includes('baker'));
    assert.ok(!ids((await search('brood bakken')).body.items).includes('bake-bread'));
  });
});

describe('a concept', () => {
  test('shows its skills, and each of these the occupation back', async () => {
    const { body: baker } = await page('GET', '/v1/occupations/baker?language=uk');
    assert.deepEqual([baker.label, baker.iscoCode], ['пекар', '7512']);
    assert.ok(baker.alternativeLabels.length > 0);
    assert.ok(ids(baker.essentialSkills).includes('bake-bread'));
    const { body: skill } = await page('GET', '/v1/skills/bake-bread');
    assert.ok(ids(skill.essentialFor).includes('baker'));
  });

  test('that the law protects says so', async () => {
    assert.equal((await page('GET', '/v1/occupations/nurse')).body.regulated, true);
    assert.equal((await page('GET', '/v1/occupations/baker')).body.regulated, false);
  });

  test('that does not exist, or is of the other kind, is a 404', async () => {
    for (const path of ['occupations/nothing', 'occupations/bake-bread', 'skills/baker']) {
      assert.equal((await page('GET', `/v1/${path}`)).status, 404, path);
    }
    assert.equal((await page('GET', '/v1/occupations/b%C3%A4ker')).status, 400);
  });
});

test('the search needs a key', async () => {
  assert.equal((await call('GET', '/v1/occupations?q=bakker')).status, 401);
});
