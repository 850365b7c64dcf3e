// Ranked lists in both directions: complete, explained, the same each time, and true to what changed a moment ago.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { emptyPool, testApi } from '../testing.ts';
import { SETBACK } from './rank.ts';

const { sql, newPartner } = await testApi();

type Item = {
  score: number;
  distanceKm: number | null;
  withinReach: boolean;
  unmet: string[];
  contributions: {
    factor: string;
    basis: string;
    value: number | null;
    weight: number;
    contribution: number;
  }[];
  matchedSkills: { skill: { id: string }; provenance: string; importance: string; through: object | null }[];
  missingSkills: { skill: { id: string }; importance: string }[];
  vacancy: { id: string; title: string; kind: string };
  candidate: { id: string };
};
type Page = {
  items: Item[];
  total: number;
  matchId: string;
  notices: { code: string; conditions?: object[] }[];
  understood: { id: string }[];
};
const codes = (page: Page) => page.notices.map((notice) => notice.code);
const titles = (page: Page) => page.items.map((item) => item.vacancy.title);

const tierOf = (unmet: string[]) => (unmet.includes('reach') ? 2 : unmet.includes('work-unknown') ? 1 : 0);

/** Everything that every answer must hold to in which no employer has more than two of the same. */
function assertSound({ items }: Page): void {
  for (const { score, contributions } of items) {
    const sum = contributions.reduce((total, part) => total + part.contribution, 0);
    assert.ok(Math.abs(sum - score) < 1e-9);
    const weights = contributions.reduce((total, part) => total + part.weight, 0);
    const isSomethingKnown = contributions.some(({ value }) => value !== null);
    assert.ok(Math.abs(weights - Number(isSomethingKnown)) < 1e-9);
    for (const { value, weight, contribution } of contributions) {
      assert.equal(contribution, (value ?? 0) * weight);
      if (value === null) assert.equal(weight, 0);
    }
  }
  // Of candidates those who miss fewer conditions come first; of vacancies what is out of reach comes last.
  const order = items.map(({ unmet, score, candidate }) =>
    candidate ? [unmet.length, score] : [tierOf(unmet), score - SETBACK * unmet.length],
  );
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a[0]! - b[0]! || b[1]! - a[1]!),
  );
}

describe('vacancies for a person', () => {
  const partner = newPartner();
  const ask = async (profile: object): Promise<Page> => {
    const { status, body } = await (await partner).page('POST', '/v1/vacancy-matches', profile);
    assert.equal(status, 200);
    return body;
  };
  const match = async (profile: object): Promise<Page> => {
    const page = await ask(profile);
    assertSound(page);
    return page;
  };
  let employers = 0;
  /** Each by an employer of its own, so that none makes room for another's. */
  const post = async (vacancy: object) => {
    const of = { employerName: `Bedrijf ${employers++}`, ...vacancy };
    return (await (await partner).server('POST', '/v1/vacancies', of)).body.vacancy.id as string;
  };

  before(async () => {
    await emptyPool(sql);
    for (const [title, place] of [
      ['Bakker', 'Utrecht'],
      ['Banketbakker', 'Utrecht'],
      ['Bakker', 'Nieuwegein'],
      ['Kok', 'Utrecht'],
      ['Lasser', 'Utrecht'],
      ['Bakker', 'Maastricht'],
      ['Boekhouder', 'Utrecht'],
    ] as const) {
      await post({ title, place: { text: place } });
    }
    await post({ title: 'Bakker in opleiding', place: { text: 'Utrecht' }, kind: 'apprenticeship' });
    await post({
      title: 'Cursus brood bakken',
      place: { text: 'Utrecht' },
      kind: 'course',
      occupation: { id: 'baker' },
    });
  });

  test('come from one word and a place, the fitting ones first', async () => {
    const page = await match({ query: 'خباز', place: { text: 'أوتريخت' }, language: 'ar' });
    assert.deepEqual(
      page.understood.map(({ id }) => id),
      ['baker', 'geonames:2745912'],
    );
    const order = titles(page);
    assert.match(order[0]!, /^Bakker|brood bakken$/);
    assert.ok(order.indexOf('Banketbakker') < order.indexOf('Lasser'), order.join());
    assert.ok(order.indexOf('Banketbakker') < order.indexOf('Boekhouder'), order.join());
  });

  test('come for a skill as well as for an occupation, and for both together', async () => {
    assert.match(titles(await match({ query: 'brood bakken', place: { text: 'Utrecht' } }))[0]!, /[Bb]ak/);
    const page = await match({
      occupations: [{ id: 'welder' }],
      skills: [{ text: 'brood bakken' }],
      place: { text: 'Utrecht' },
    });
    assert.equal(titles(page)[0], 'Lasser');
  });

  test('name the skills that fit and those that are missing, in the language of the reader', async () => {
    const page = await match({ skills: [{ id: 'bake-bread' }], place: { text: 'Utrecht' }, language: 'uk' });
    const baker = page.items.find((item) => item.vacancy.title === 'Bakker')!;
    assert.deepEqual(
      baker.matchedSkills
        .filter((entry) => entry.through === null)
        .map((entry) => [entry.skill.id, entry.provenance]),
      [['bake-bread', 'stated']],
    );
    const others = [...baker.matchedSkills.filter((entry) => entry.through), ...baker.missingSkills];
    assert.ok(others.some((entry) => entry.skill.id === 'knead-dough'));
    assert.match(JSON.stringify(others), /тісто/);
  });

  test('fill the page beyond reach when too few are near, after the near ones, and say so', async () => {
    const page = await match({ query: 'bakker', place: { text: 'Utrecht' }, maxDistanceKm: 15 });
    assert.equal(page.items.length, 9, 'all nine, though one is far away');
    assert.deepEqual([page.items.at(-1)!.withinReach, page.total], [false, 8]);
    assert.ok(page.items.at(-1)!.distanceKm! > 100);
    assert.deepEqual(page.notices.find(({ code }) => code === 'conditions-not-met')!.conditions, [
      { condition: 'reach', count: 1 },
    ]);
    const wide = await match({ query: 'bakker', place: { text: 'Utrecht' }, maxDistanceKm: 300 });
    assert.deepEqual([wide.total, codes(wide)], [9, []]);
  });

  test('are of the kinds that were asked for', async () => {
    const page = await match({
      query: 'bakker',
      place: { text: 'Utrecht' },
      kinds: ['apprenticeship', 'course'],
    });
    assert.deepEqual(page.items.map((item) => item.vacancy.kind).sort(), ['apprenticeship', 'course']);
    assert.equal(page.total, 2);
    const none = await match({ query: 'bakker', kinds: ['volunteering'] });
    assert.deepEqual([none.items, none.total], [[], 0]);
    assert.ok(codes(none).includes('nothing-open'));
  });

  test('are as many as asked for, and the shorter list begins the longer one', async () => {
    const all = await match({ query: 'bakker', place: { text: 'Utrecht' } });
    const three = await match({ query: 'bakker', place: { text: 'Utrecht' }, limit: 3 });
    assert.deepEqual(three.items, all.items.slice(0, 3));
    assert.equal(three.total, all.total);
  });

  test('come in the same order with the same scores each time', async () => {
    const ask = { query: 'kok', place: { text: 'Amersfoort' }, languages: [{ language: 'nl', level: 'A2' }] };
    const [{ matchId: one, ...first }, { matchId: other, ...second }] = [await match(ask), await match(ask)];
    assert.deepEqual(first, second);
    assert.notEqual(one, other, 'each stands in the log');
  });

  test('come even when nothing is known, with notices that say what is missing', async () => {
    const page = await match({});
    assert.equal(page.items.length, 9);
    assert.deepEqual(codes(page).sort(), ['no-occupation-or-skill', 'no-place']);
    assert.ok(page.items.every((item) => item.distanceKm === null && item.withinReach));
    const strange = await match({ query: 'Wxwxwx Vkvk', place: { text: 'Qqqqqq' } });
    assert.ok(['text-not-recognised', 'place-not-recognised'].every((code) => codes(strange).includes(code)));
  });

  test('are not the copies of one employer, whose others stand behind', async () => {
    const copies = [];
    for (let i = 0; i < 65; i++)
      copies.push(await post({ title: 'Bakker', place: { text: 'Utrecht' }, employerName: 'Keten' }));
    const page = await ask({ query: 'bakker', place: { text: 'Utrecht' } });
    const own = new Set(copies);
    const shown = page.items.filter(({ vacancy }) => own.has(vacancy.id));
    assert.equal(page.total, 8 + 65);
    assert.equal(page.items.length, 20);
    // All eight others that are in reach are there.
    assert.equal(shown.length, 12);
    assert.ok(page.items.slice(0, 8).filter(({ vacancy }) => own.has(vacancy.id)).length <= 4);
    await sql`delete from vacancies where id = any(${copies}::uuid[])`;
  });

  test('of an employer without a name are no copies when they are in other towns', async () => {
    const towns = ['Utrecht', 'Nieuwegein', 'Zeist', 'De Bilt', 'Houten', 'Maarssen'];
    const ids: string[] = [];
    for (const town of towns)
      ids.push(await post({ title: 'Bakker', place: { text: town }, employerName: undefined }));
    const page = await match({ occupations: [{ id: 'baker' }], place: { text: 'Utrecht' } });
    const bakers = page.items.slice(0, titles(page).indexOf('Boekhouder'));
    assert.equal(bakers.filter(({ vacancy }) => ids.includes(vacancy.id)).length, 6, titles(page).join());
    await sql`delete from vacancies where id = any(${ids}::uuid[])`;
  });

  test('whose work nobody understands come after all that is known', async () => {
    const id = await post({ title: 'Allround topper gezocht', place: { text: 'Utrecht' } });
    const page = await match({ query: 'bakker', place: { text: 'Utrecht' } });
    const inReach = page.items.filter(({ withinReach }) => withinReach);
    assert.equal(inReach.at(-1)!.vacancy.id, id);
    assert.ok(inReach.at(-1)!.unmet.includes('work-unknown'));
    await sql`delete from vacancies where id = ${id}`;
  });

  test('say so when nothing counts', async () => {
    const page = await ask({ query: 'bakker', weights: { interests: 1 } });
    assert.ok(page.items.every(({ score }) => score === 0));
    assert.ok(codes(page).includes('nothing-counts'));
  });

  test('hold a vacancy in the very next answer after it was posted', async () => {
    const id = await post({ title: 'Apotheker', place: { text: 'Utrecht' } });
    const page = await match({ query: 'apotheker', place: { text: 'Utrecht' } });
    assert.equal(page.items[0]!.vacancy.id, id);
    await (await partner).server('POST', `/v1/vacancies/${id}/closures`, { reason: 'withdrawn' });
    assert.ok(!(await match({ query: 'apotheker' })).items.some((item) => item.vacancy.id === id));
  });

  test('follow a changed profile and a confirmed skill in the very next answer', async () => {
    const { id, person } = await (await partner).signUp({
      occupations: [{ occupation: { id: 'baker' } }],
      place: { text: 'Utrecht' },
    });
    const matches = async (): Promise<Page> =>
      (await person('GET', `/v1/candidates/${id}/vacancy-matches`)).body;
    const before = await matches();
    assertSound(before);
    const [best] = before.items;
    const predicted = best!.matchedSkills.find((entry) => entry.provenance === 'predicted')!;
    await person('PATCH', `/v1/candidates/${id}`, { skills: [{ id: predicted.skill.id }] });
    const after = (await matches()).items.find((item) => item.vacancy.id === best!.vacancy.id)!;
    assert.ok(after.score > best!.score);
    assert.equal(
      after.matchedSkills.find((entry) => entry.skill.id === predicted.skill.id)!.provenance,
      'confirmed',
    );

    await person('PATCH', `/v1/candidates/${id}`, {
      occupations: [{ occupation: { id: 'welder' } }],
      skills: [],
    });
    assert.equal(titles(await matches())[0], 'Lasser');
    await person('PATCH', `/v1/candidates/${id}`, { kinds: ['course'] });
    assert.deepEqual(titles(await matches()), ['Cursus brood bakken']);
  });

  test('are the same for the same facts, signed up or not', async () => {
    const facts = {
      occupations: [{ id: 'cook' }],
      skills: [{ id: 'bake-bread' }],
      place: { text: 'Houten' },
      languages: [{ language: 'nl', level: 'B1' }],
      educationLevel: 2,
      hoursMin: 20,
      hoursMax: 30,
    };
    const anonymous = await match(facts);
    const { id, person } = await (await partner).signUp({
      ...facts,
      occupations: [{ occupation: { id: 'cook' } }],
    });
    const known = (await person('GET', `/v1/candidates/${id}/vacancy-matches`)).body;
    assert.deepEqual(known.items, anonymous.items);
  });
});

describe('candidates for a vacancy', () => {
  before(() => emptyPool(sql));

  test('are ranked by what they can do, how near they are and what is asked', async () => {
    const { signUp, server } = await newPartner();
    const people: Record<string, string> = {};
    const add = async (name: string, profile: object) => {
      people[(await signUp(profile)).id] = name;
    };
    const baker = { occupations: [{ occupation: { id: 'baker' } }] };
    const dutch = (level: string) => ({ languages: [{ language: 'nl', level }] });
    await add('near baker, good Dutch', { ...baker, place: { text: 'Zwolle' }, ...dutch('B1') });
    await add('near baker, little Dutch', { ...baker, place: { text: 'Zwolle' }, ...dutch('A1') });
    await add('baker at 30 km', { ...baker, place: { text: 'Deventer' }, maxDistanceKm: 50, ...dutch('B1') });
    await add('far baker', { ...baker, place: { text: 'Maastricht' }, ...dutch('C2') });
    await add('near welder', {
      occupations: [{ occupation: { id: 'welder' } }],
      place: { text: 'Zwolle' },
      ...dutch('B1'),
    });
    await add('volunteer', { ...baker, place: { text: 'Zwolle' }, kinds: ['volunteering'] });
    const { body } = await server('POST', '/v1/vacancies', {
      title: 'Bakker',
      place: { text: 'Zwolle' },
      languages: [{ language: 'nl', level: 'B1' }],
    });
    assertSound(body.candidateMatches);
    assert.deepEqual(
      body.candidateMatches.items.map((item: Item) => people[item.candidate.id]),
      ['near baker, good Dutch', 'baker at 30 km', 'near welder', 'near baker, little Dutch', 'far baker'],
    );
    assert.deepEqual(
      body.candidateMatches.items.map((item: Item) => item.unmet),
      [[], [], [], ['language'], ['reach']],
    );
    assert.deepEqual(
      [body.candidateMatches.total, codes(body.candidateMatches)],
      [3, ['conditions-not-met']],
    );
    const again = await server('GET', `/v1/vacancies/${body.vacancy.id}/candidate-matches`);
    assert.deepEqual(again.body.items, body.candidateMatches.items);
    const two = await server('GET', `/v1/vacancies/${body.vacancy.id}/candidate-matches?limit=2`);
    assert.deepEqual(two.body.items, body.candidateMatches.items.slice(0, 2));
  });

  test('are in reach for the employer when the vacancy is in reach for them, though they see steps', async () => {
    const { signUp, server } = await newPartner();
    const { body } = await server('POST', '/v1/vacancies', { title: 'Bakker', place: { text: 'Utrecht' } });
    for (const text of ['De Bilt', 'Woerden', 'Gouda']) {
      const { id, person } = await signUp({
        occupations: [{ occupation: { id: 'baker' } }],
        place: { text },
        maxDistanceKm: 100,
      });
      const readOwn = async (): Promise<Item> =>
        (await person('GET', `/v1/candidates/${id}/vacancy-matches`)).body.items.find(
          (item: Item) => item.vacancy.id === body.vacancy.id,
        );
      // The smallest limit that holds the way there: the next step may be beyond it.
      const maxDistanceKm = Math.ceil((await readOwn()).distanceKm!);
      await person('PATCH', `/v1/candidates/${id}`, { maxDistanceKm });
      const own = await readOwn();
      const { items } = (await server('GET', `/v1/vacancies/${body.vacancy.id}/candidate-matches`)).body;
      const seen = items.find((item: Item) => item.candidate.id === id) as Item;
      assert.deepEqual([own.withinReach, own.unmet], [true, []], `${text}: ${own.distanceKm} km`);
      assert.deepEqual([seen.withinReach, seen.unmet], [true, []], `${text}: ${maxDistanceKm} km at most`);
      assert.equal(seen.distanceKm! % 5, 0);
      assert.ok(seen.distanceKm! <= maxDistanceKm);
    }
  });

  test('hold a licence with all that it includes', async () => {
    const { signUp, server } = await newPartner();
    const { id } = await signUp({
      occupations: [{ occupation: { id: 'baker' } }],
      place: { text: 'Assen' },
      licences: ['CE'],
    });
    const { body } = await server('POST', '/v1/vacancies', {
      title: 'Bakker',
      place: { text: 'Assen' },
      licences: ['B', 'C1'],
    });
    const seen = body.candidateMatches.items.find((item: Item) => item.candidate.id === id) as Item;
    assert.deepEqual(seen.unmet, []);
  });

  test('of an empty pool are none, and the answer says so', async () => {
    await emptyPool(sql);
    const { server } = await newPartner();
    const { status, body } = await server('POST', '/v1/vacancies', {
      title: 'Bakker',
      place: { text: 'Utrecht' },
    });
    assert.equal(status, 201);
    assert.deepEqual([body.candidateMatches.items, codes(body.candidateMatches)], [[], ['nothing-open']]);
  });
});
