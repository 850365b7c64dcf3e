// Whether an occupation is protected by law, what the gate is, the route through it and the jobs beside it.
import type { Rules } from './rules.ts';
import { holds, type Provenance } from './schema.ts';
import { type RuleStep, routeSteps } from './steps.ts';

export interface RegulatedGate extends Provenance {
  profession: string;
  /** Dutch name of the law. */
  law: string;
  /** What the law asks, as a message (see texts.ts). */
  key: string;
  params: Record<string, string | number>;
  /** A message that adds what this profession alone needs to know. */
  noteKey: string | null;
  /** CEFR level of Dutch that the law asks. `B2+` lies between B2 and C1. */
  language: string | null;
  steps: RuleStep[];
  /** Codes of nearby occupations; of a protected one the person needs its own papers. */
  bridgingJobs: { code: string; isRegulated: boolean }[];
}

interface Occupation {
  /** Code in the taxonomy: a slug of the starter set, or the UUID of an ESCO occupation. */
  code: string;
  iscoCode: string | null;
}

/**
 * The gate before an occupation. A flag to show: it never drops or scores a match.
 *
 * @param on the day (ISO 8601) on which it is asked
 * @returns undefined when no law that we know protects the occupation on that day
 * @example regulatedGate(rules, { code: 'pharmacist', iscoCode: '2262' }, '2026-11-28')
 */
export function regulatedGate(rules: Rules, occupation: Occupation, on: string): RegulatedGate | undefined {
  const rule = ruleOf(rules, occupation, on);
  if (!rule) return undefined;
  const { profession, law, gate, note, language, validFrom, validTo, sourceUrl, sourceDate, checkedOn } =
    rule;
  // A concept of ESCO has no jobs of its own: it gets those of the whole profession.
  const bridging = rule.occupations[occupation.code] ?? Object.values(rule.occupations).flat();
  return {
    profession,
    law,
    ...gate,
    noteKey: note,
    language,
    steps: routeSteps(rules, rule.route, on),
    bridgingJobs: [...new Set(bridging)].map((code) => ({
      code,
      isRegulated: ruleOf(rules, { code, iscoCode: null }, on) !== undefined,
    })),
    validFrom,
    validTo,
    sourceUrl,
    sourceDate,
    checkedOn,
    verified: rule.verified,
  };
}

function ruleOf({ professions }: Rules, { code, iscoCode }: Occupation, on: string) {
  const current = professions.filter((rule) => holds(rule, on));
  return (
    current.find(({ occupations, esco }) => code in occupations || esco.includes(code)) ??
    current.find(({ isco }) => iscoCode !== null && isco.includes(iscoCode))
  );
}
