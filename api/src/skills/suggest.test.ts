// Suggestions on the starter taxonomy, as the service gives them, with the parameters that are committed.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bundledEmbedder } from '../embedding/bundled.ts';
import { parseStarter, readStarterFiles } from '../taxonomy/starter.ts';
import { readTaxonomies } from '../training/suggestions.ts';
import { type SkillProfile, type Suggestion, SuggestionModel } from './suggest.ts';
import type { SkillGraph } from './suggest-graph.ts';
import { readSuggestionParameters } from './suggest-parameters.ts';

const starter = parseStarter(await readStarterFiles());
const slugs = [...starter.occupations.keys(), ...starter.skills.keys()];
const id = (slug: string) => {
  const found = slugs.indexOf(slug);
  assert.ok(found >= 0, slug);
  return found;
};
const embedder = bundledEmbedder();
const { graph } = (await readTaxonomies(embedder, 'nowhere'))[0]!;
const parameters = readSuggestionParameters();
const model = new SuggestionModel(graph, parameters);
const baker = starter.occupations.get('baker')!;
const asBaker = (more: Partial<SkillProfile> = {}) =>
  model.suggest({ occupations: [{ occupation: id('baker') }], ...more }, 50);
const of = (suggestions: Suggestion[], slug: string) => suggestions.find(({ skill }) => skill === id(slug));

/** The starter set without the list of one occupation. */
const without = (slug: string): SkillGraph => ({
  ...graph,
  relations: graph.relations.filter(({ occupation }) => occupation !== id(slug)),
});

describe('suggestions', () => {
  test('are at least ten for every occupation, the likeliest first, of skills only, each once', () => {
    for (const slug of starter.occupations.keys()) {
      const suggestions = model.suggest({ occupations: [{ occupation: id(slug) }] });
      assert.equal(suggestions.length, 10, slug);
      assert.equal(new Set(suggestions.map(({ skill }) => skill)).size, 10, slug);
      suggestions.forEach(({ skill, probability }, i) => {
        assert.equal(graph.concepts[skill]!.kind, 'skill');
        assert.ok(probability > 0 && probability < 1, `${slug} ${probability}`);
        assert.ok(i === 0 || probability <= suggestions[i - 1]!.probability, slug);
      });
    }
  });

  test('are at least ten for any one skill alone, and for one sentence alone', async () => {
    for (const slug of starter.skills.keys())
      assert.equal(model.suggest({ confirmed: [id(slug)] }).length, 10, slug);
    const [vector] = await embedder.embed(['Ik heb jaren brood en gebak gemaakt in een bakkerij']);
    assert.equal(model.suggest({ textVector: vector }).length, 10);
    const named = [{ skill: id('bake-bread'), confidence: 0.8 }];
    assert.equal(model.suggest({ named }).length, 10);
  });

  test('are none when nothing is known', () => {
    assert.deepEqual(model.suggest({ rejected: [id('bake-bread')] }), []);
    assert.deepEqual(model.suggest({ textVector: new Float32Array(embedder.dimensions) }), []);
  });

  test('never hold a confirmed or a rejected skill, also when a text names it', () => {
    const shown = asBaker().map(({ skill }) => skill);
    const [confirmed, rejected] = [shown.slice(0, 8), shown.slice(8, 30)];
    const named = [...confirmed, ...rejected].map((skill) => ({ skill, confidence: 0.9 }));
    const again = asBaker({ confirmed, rejected, named }).map(({ skill }) => skill);
    assert.ok(again.length >= 10);
    for (const skill of [...confirmed, ...rejected]) assert.ok(!again.includes(skill), slugs[skill]);
  });

  test('are the same for the same profile, whatever was asked in between', () => {
    const first = asBaker();
    model.suggest({ occupations: [{ occupation: id('welder') }], confirmed: [id('bake-bread')] });
    assert.deepEqual(asBaker(), first);
    assert.deepEqual(
      new SuggestionModel(graph, parameters).suggest({ occupations: [{ occupation: id('baker') }] }, 50),
      first,
    );
  });

  test('refuse an occupation where a skill belongs, and the other way round', () => {
    assert.throws(() => model.suggest({ confirmed: [id('baker')] }), /is no skill/);
    assert.throws(
      () => model.suggest({ occupations: [{ occupation: id('bake-bread') }] }),
      /is no occupation/,
    );
    assert.throws(() => model.suggest({ rejected: [-1] }), RangeError);
  });
});

describe('a probability', () => {
  const mean = (suggestions: Suggestion[], skills: number[]) => {
    const found = skills.map((skill) => suggestions.find((one) => one.skill === skill)?.probability ?? 0);
    return found.reduce((sum, p) => sum + p, 0) / skills.length;
  };
  const list = baker.essential.map(id);

  test('is higher for essential skills of the occupation than for optional ones', () => {
    assert.ok(mean(asBaker(), list) > mean(asBaker(), baker.optional.map(id)));
  });

  test('rises when kindred skills are confirmed and falls when they are rejected', () => {
    const some = [...starter.occupations].filter((_, i) => i % 6 === 0);
    for (const isListed of [true, false]) {
      const change = { confirmed: 0, rejected: 0 };
      for (const [slug, { essential }] of some) {
        const asked = essential.slice(0, 3).map(id);
        const rest = essential.slice(3).map(id);
        const one = isListed ? model : new SuggestionModel(without(slug), parameters);
        const say = (more: Partial<SkillProfile>) =>
          mean(one.suggest({ occupations: [{ occupation: id(slug) }], ...more }, 50), rest);
        for (const answer of ['confirmed', 'rejected'] as const)
          change[answer] += (say({ [answer]: asked }) - say({})) / some.length;
      }
      assert.ok(change.confirmed > 0.01, `confirmed, ${isListed ? 'listed' : 'not'}: ${change.confirmed}`);
      assert.ok(change.rejected < -0.01, `rejected, ${isListed ? 'listed' : 'not'}: ${change.rejected}`);
    }
  });

  test('is lower for who has only begun', () => {
    const after = (years?: number) =>
      mean(model.suggest({ occupations: [{ occupation: id('baker'), years }] }, 50), list);
    assert.ok(after(0) < after(1));
    assert.ok(after(1) < after(2));
    assert.equal(after(20), after(undefined));
  });

  test('does not fall by a second occupation', () => {
    const both = model.suggest(
      { occupations: ['welder', 'baker'].map((slug) => ({ occupation: id(slug) })) },
      50,
    );
    for (const slug of ['bake-bread', 'knead-dough'])
      assert.ok(of(both, slug)!.probability >= of(asBaker(), slug)!.probability, slug);
  });

  test('of what a text names is at least the confidence that it does', () => {
    const named = [{ skill: id('weld-mig-mag'), confidence: 0.6 }];
    const found = of(asBaker({ named }), 'weld-mig-mag')!;
    assert.ok(found.probability >= 0.6);
    assert.deepEqual(found.reason, { code: 'named-in-text' });
  });
});

describe('the reason', () => {
  test('of a skill on the list is the occupation itself', () => {
    assert.deepEqual(of(asBaker(), 'knead-dough')!.reason, {
      code: 'usual-for-occupation',
      occupation: id('baker'),
    });
  });

  test('of a skill on no list of the person is a similar occupation, or a confirmed skill, that really has it', () => {
    const blind = new SuggestionModel(without('baker'), parameters);
    const has = new Set(graph.relations.map(({ occupation, skill }) => `${occupation} ${skill}`));
    const seen = new Set<string>();
    for (const profile of [
      { occupations: [{ occupation: id('baker') }] },
      { occupations: [{ occupation: id('baker') }], confirmed: [id('bake-bread')] },
      { confirmed: [id('bake-bread')] },
    ])
      for (const { skill, reason } of blind.suggest(profile)) {
        seen.add(reason.code);
        if (reason.code === 'usual-for-similar-occupation') {
          assert.notEqual(reason.occupation, id('baker'));
          assert.ok(has.has(`${reason.occupation} ${skill}`), `${slugs[reason.occupation]} ${slugs[skill]}`);
        } else assert.deepEqual(reason, { code: 'goes-with-skill', skill: id('bake-bread') });
      }
    assert.deepEqual([...seen].sort(), ['goes-with-skill', 'usual-for-similar-occupation']);
  });
});

test('works without vectors and without ISCO-08 codes', () => {
  const bare = {
    concepts: graph.concepts.map(({ kind }) => (kind === 'skill' ? { kind } : { kind, iscoCode: null })),
    relations: graph.relations,
  };
  const bareModel = new SuggestionModel(bare, parameters);
  const suggestions = bareModel.suggest({ occupations: [{ occupation: id('baker') }] });
  assert.equal(suggestions.length, 10);
  assert.ok(baker.essential.includes(slugs[suggestions[0]!.skill]!));
});

test('gives ten new skills with as many occupations, skills and relations as ESCO has', () => {
  const [occupations, skills, each] = [3000, 14_000, 41];
  const vector = (seed: number) => {
    const values = Float32Array.from({ length: 256 }, (_, i) => Math.sin(seed * 12.9898 + i * 78.233));
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  };
  const large: SkillGraph = {
    concepts: Array.from({ length: occupations + skills }, (_, i) =>
      i < occupations ? { kind: 'occupation', iscoCode: String(1000 + 20 * (i % 430)) } : { kind: 'skill' },
    ),
    // Squares make some skills popular, as they are.
    relations: Array.from({ length: occupations * each }, (_, i) => ({
      occupation: Math.floor(i / each),
      skill: occupations + Math.floor(skills * ((i * 0.618034) % 1) ** 2),
      type: i % 2 ? 'essential' : 'optional',
    })),
    vectors: Array.from({ length: occupations + skills }, (_, i) => vector(i)),
  };
  const largeModel = new SuggestionModel(large, parameters);
  for (let i = 0; i < 20; i++) {
    const own = large.relations.slice(i * each, i * each + 4).map(({ skill }) => skill);
    const suggested = largeModel.suggest({
      occupations: [{ occupation: i, years: 4 }],
      confirmed: own.slice(0, 2),
      rejected: own.slice(2),
    });
    assert.equal(suggested.length, 10);
    assert.ok(suggested.every(({ skill }) => !own.includes(skill)));
  }
});
