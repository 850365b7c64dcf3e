// Learning to suggest: the same every time, with signs that make sense, and no knowledge of what was hidden.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bundledEmbedder } from '../embedding/bundled.ts';
import {
  calibrated,
  FEATURES,
  parametersFor,
  readSuggestionParameters,
  SIGNS,
  SITUATIONS,
  sigmoid,
} from '../skills/suggest-parameters.ts';
import { createRandom } from './random.ts';
import { stringifySuggestions, trainSuggestions } from './suggestions.ts';
import { fitCalibration, fitLogistic } from './suggestions-fit.ts';

describe('learning on the starter set alone', async () => {
  const learn = () => trainSuggestions(bundledEmbedder(), { data: 'no-such-folder' });
  const learned = await learn();
  const [set] = learned.sets;

  test('gives the same bytes twice', async () => {
    assert.equal(stringifySuggestions(await learn()), stringifySuggestions(learned));
  });

  test('never lets evidence for a skill count against it', () => {
    for (const situation of SITUATIONS)
      FEATURES.forEach((feature, f) => {
        assert.ok(set![situation].weights[f]! * SIGNS[feature] >= 0, `${situation} ${feature}`);
      });
  });

  test('finds that an essential relation says more than an optional one, and both something', () => {
    const weight = (feature: (typeof FEATURES)[number]) => set!.list.weights[FEATURES.indexOf(feature)]!;
    assert.ok(weight('essential') > weight('optional'));
    assert.ok(weight('optional') > 0.5);
  });

  test('writes a file that is read back as it was', () => {
    assert.deepEqual(JSON.parse(stringifySuggestions(learned)), JSON.parse(JSON.stringify(learned)));
  });
});

test('the committed parameters fit the code, and each taxonomy gets those of lists as long', () => {
  const parameters = readSuggestionParameters();
  for (const set of parameters.sets) {
    assert.equal(parametersFor(set.meanListLength * 1.1, parameters), set);
    for (const situation of SITUATIONS) {
      assert.equal(set[situation].weights.length, FEATURES.length);
      const points = set[situation].calibration;
      for (let i = 1; i < points.length; i++) {
        assert.ok(points[i]![0] > points[i - 1]![0] && points[i]![1] > points[i - 1]![1]);
      }
    }
  }
});

describe('the arithmetic', () => {
  const random = createRandom(3);
  const examples = { width: 3, features: [] as number[], outcomes: [] as number[], weights: [] as number[] };
  for (let i = 0; i < 20_000; i++) {
    const [x, y] = [random() * 4 - 2, random() * 4 - 2];
    examples.features.push(1, x, y);
    examples.outcomes.push(Number(random() < sigmoid(-1 + 2 * x - y)));
    examples.weights.push(1);
  }

  test('finds the weights that made the outcomes', () => {
    const found = fitLogistic(examples, [0, 0, 0]);
    [-1, 2, -1].forEach((weight, f) => {
      assert.ok(Math.abs(found[f]! - weight) < 0.1, `${found}`);
    });
  });

  test('sets a weight of the wrong sign to nothing, and fits the others without it', () => {
    const found = fitLogistic(examples, [0, 1, 1]);
    assert.equal(found[2], 0);
    assert.ok(found[1]! > 1);
  });

  test('calibrates scores that are too bold, and keeps their order', () => {
    const scored = Array.from({ length: 20_000 }, () => {
      const truth = random() * 4 - 2;
      return { score: 3 * truth, outcome: Number(random() < sigmoid(truth)), weight: 1 };
    });
    const points = fitCalibration(scored);
    for (const truth of [-1.5, -0.5, 0, 0.5, 1.5])
      assert.ok(Math.abs(calibrated(3 * truth, points) - sigmoid(truth)) < 0.05, `${truth}`);
    let last = 0;
    for (let score = -12; score < 12; score += 0.05) {
      const now = calibrated(score, points);
      assert.ok(now > last);
      last = now;
    }
  });
});
