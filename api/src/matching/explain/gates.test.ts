import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WorkRightCategory } from '../../candidates/work-right.ts';
import { rules } from '../../rules/testing.ts';
import { type GateQuery, gatesOf } from './gates.ts';
import { namesIn } from './testing-names.ts';

const ON = '2026-11-28';
const CODES = ['pharmacist', 'pharmacy-assistant', 'chemical-laboratory-technician', 'production-operator'];
const pharmacist = { id: 0, code: 'pharmacist', iscoCode: '2262', regulated: true };

function gates(told: Partial<GateQuery> = {}) {
  return gatesOf({
    rules,
    on: ON,
    occupation: pharmacist,
    kind: 'job',
    workRight: null,
    idOfCode: (code) => (CODES.includes(code) ? CODES.indexOf(code) : undefined),
    nameOf: (id) => ({ ...namesIn('nl')(id), label: CODES[id]! }),
    language: 'nl',
    audience: 'person',
    ...told,
  });
}

describe('the gate of a regulated profession', () => {
  it('tells the law, the route, and bridging jobs, those without a gate of their own first', () => {
    const [gate, ...others] = gates();
    assert.deepEqual(others, []);
    assert.equal(gate!.kind, 'regulated-profession');
    assert.match(gate!.message.text, /BIG-register/);
    assert.ok(gate!.steps.some(({ key }) => key === 'step.big-registration'));
    const bridging = gate!.bridgingJobs.map(({ label }) => label);
    assert.deepEqual(bridging.slice(0, 2).sort(), ['chemical-laboratory-technician', 'production-operator']);
    assert.equal(bridging.at(-1), 'pharmacy-assistant');
    assert.match(gate!.notes.at(-1)!.text, /ook voor dit werk is een eigen diploma.*pharmacy-assistant/);
    assert.ok(gate!.sourceUrl && gate!.checkedOn);
  });

  it('says so when the taxonomy knows of a law and we have no rule', () => {
    const [gate] = gates({ occupation: { id: 3, code: 'unheard-of', iscoCode: null, regulated: true } });
    assert.equal(gate!.message.key, 'gate.regulated-unknown');
    assert.equal(gate!.verified, false);
  });

  it('is absent where no law protects the work, or no occupation is known', () => {
    const free = { id: 3, code: 'production-operator', iscoCode: '8160', regulated: false };
    assert.deepEqual(gates({ occupation: free }), []);
    assert.deepEqual(gates({ occupation: null }), []);
  });
});

describe('the right to work', () => {
  const permits = (
    category: WorkRightCategory | null,
    { until, ...told }: Partial<GateQuery> & { until?: string } = {},
  ) => gates({ occupation: null, workRight: category && { category, ...(until && { until }) }, ...told });

  it('is a checklist for a person who told their papers, in every category and kind of place', () => {
    const kinds = [
      'job',
      'apprenticeship',
      'internship',
      'work-experience',
      'volunteering',
      'course',
    ] as const;
    const categories = [
      'status-holder',
      'family-or-long-term',
      'temporary-protection-ukraine',
      'asylum-seeker',
      'unknown',
    ] as const;
    for (const category of categories) {
      for (const kind of kinds) {
        const [gate] = permits(category, { kind });
        assert.equal(gate!.kind, 'right-to-work');
        for (const { text } of [gate!.message, ...gate!.steps]) assert.doesNotMatch(text, /undefined|[{}]/);
      }
    }
    assert.equal(permits('status-holder')[0]!.message.text, 'Je mag dit doen zonder vergunning.');
    assert.deepEqual(permits('dutch-or-eu'), []);
    assert.deepEqual(permits(null), []);
  });

  it('shows the announced rule for asylum seekers beside the one in force', () => {
    const [now, announced] = permits('asylum-seeker');
    assert.ok(now!.steps.some(({ key }) => key === 'step.wait-six-months'));
    assert.equal(
      announced!.message.text,
      'Aangekondigd voor 12 juni 2026. Vraag bij UWV of deze regel al geldt.',
    );
    assert.ok(announced!.steps.some(({ key }) => key === 'step.wait-three-months'));
  });

  it('says nothing for certain after the last day of the document, and to renew it', () => {
    const [gate] = permits('temporary-protection-ukraine', { until: '2026-11-27' });
    assert.equal(gate!.message.text, 'Wij weten dit niet zeker. Vraag het eerst.');
    assert.equal(gate!.steps[0]!.key, 'step.renew-document');
    assert.equal(
      permits('temporary-protection-ukraine', { until: ON })[0]!.message.key,
      'outcome.notify',
      'the last day itself still counts, whatever was asked before',
    );
  });

  it('is the same general sentence for an employer, whoever the candidate is', () => {
    const general = permits(null, { audience: 'employer' });
    assert.equal(general.length, 1);
    assert.equal(general[0]!.message.key, 'gate.right-to-work');
    assert.deepEqual(permits('asylum-seeker', { audience: 'employer' }), general);
  });
});
