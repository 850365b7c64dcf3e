import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseStarter, readStarterFiles } from '../taxonomy/starter.ts';
import { regulatedGate } from './regulated.ts';
import { rules, TODAY } from './testing.ts';

const { occupations } = parseStarter(await readStarterFiles());
const gateOf = (code: string) =>
  regulatedGate(rules, { code, iscoCode: occupations.get(code)?.isco ?? null }, TODAY);

describe('the gates before the occupations of the starter taxonomy', () => {
  it('stand before exactly those that are called regulated', () => {
    for (const [code, { regulated }] of occupations) {
      assert.equal(gateOf(code) !== undefined, regulated, code);
    }
  });

  it('have a route, and jobs beside them that exist and are not the occupation itself', () => {
    for (const [code] of [...occupations].filter(([, { regulated }]) => regulated)) {
      const { steps, bridgingJobs } = gateOf(code)!;
      assert.ok(steps.length > 0, code);
      for (const job of bridgingJobs) {
        assert.ok(occupations.has(job.code), `${code}: ${job.code}`);
        assert.notEqual(job.code, code);
      }
    }
  });

  it('always leave one such job that is not protected itself, and say which ones are', () => {
    for (const [code] of [...occupations].filter(([, { regulated }]) => regulated)) {
      const { bridgingJobs } = gateOf(code)!;
      assert.ok(
        bridgingJobs.some(({ isRegulated }) => !isRegulated),
        code,
      );
      for (const job of bridgingJobs) {
        assert.equal(job.isRegulated, occupations.get(job.code)!.regulated, job.code);
      }
    }
  });

  it('are named by codes that exist', () => {
    for (const rule of rules.professions) {
      for (const code of Object.keys(rule.occupations)) assert.ok(occupations.has(code), code);
    }
  });
});

describe('the gate before the pharmacist', () => {
  const gate = gateOf('pharmacist')!;

  it('is the BIG register, with Dutch above B2', () => {
    assert.equal(gate.key, 'gate.register');
    assert.deepEqual(gate.params, { register: 'BIG-register' });
    assert.equal(gate.language, 'B2+');
    assert.equal(gate.verified, true);
    assert.match(gate.sourceUrl!, /bigregister\.nl/);
  });

  it('has a route through certificates, the committee and often a master, without a BI test', () => {
    assert.deepEqual(
      gate.steps.map(({ key }) => key),
      [
        'step.care-language-certificates',
        'step.care-certificate-of-competence',
        'step.care-adaptation',
        'step.pharmacy-master',
        'step.big-registration',
      ],
    );
  });

  it('began with the AKV test until the end of 2023', () => {
    const then = regulatedGate(rules, { code: 'pharmacist', iscoCode: '2262' }, '2023-12-31')!;
    assert.equal(then.steps[0]!.key, 'step.akv-test');
    assert.ok(!then.steps.some(({ key }) => key === 'step.care-language-certificates'));
  });

  it('has the pharmacy assistant beside it, who is protected too, and production, which is not', () => {
    const isRegulated = new Map(gate.bridgingJobs.map((job) => [job.code, job.isRegulated]));
    assert.equal(isRegulated.get('pharmacy-assistant'), true);
    assert.equal(isRegulated.get('production-operator'), false);
  });
});

describe('the gates before occupations of ESCO', () => {
  it('stand before every occupation of a wholly protected unit group', () => {
    const specialist = { code: '36494988-69d2-4420-9db4-eb56605ac983', iscoCode: '2221' };
    assert.equal(regulatedGate(rules, specialist, TODAY)?.profession, 'nurse');
  });

  it('tell the protected from the free in a mixed group', () => {
    const hospital = { code: '5fd099da-218a-460e-bd5b-b42f1b76c67c', iscoCode: '2262' };
    const quality = { code: '0f845e64-de8b-431e-9fe3-1bccf8e1c5b9', iscoCode: '2262' };
    assert.equal(regulatedGate(rules, hospital, TODAY)?.profession, 'pharmacist');
    assert.equal(regulatedGate(rules, quality, TODAY), undefined);
  });

  it('offer the jobs beside the whole profession', () => {
    const dentist = { code: 'a580e79a-b752-49c1-b033-b5ab2b34bfba', iscoCode: '2261' };
    assert.ok(regulatedGate(rules, dentist, TODAY)!.bridgingJobs.length > 0);
  });
});
