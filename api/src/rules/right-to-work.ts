// What must be arranged before somebody may begin, by the papers that they have. Shown after consent, never ranked by.
import type { WorkRightCategory } from '../candidates/work-right.ts';
import type { VacancyKind } from '../http/schema.ts';
import type { Rules } from './rules.ts';
import { holds, type Provenance } from './schema.ts';
import { type RuleStep, routeSteps } from './steps.ts';

type Permit = Rules['permits'][number];

/** What a rule asks; keys are messages without parameters (see texts.ts). */
export interface PermitRule extends Provenance {
  status: Permit['status'];
  outcomeKey: string;
  employerSteps: RuleStep[];
  personSteps: RuleStep[];
  documentKeys: string[];
  limitKeys: string[];
}

export interface PermitChecklist extends PermitRule {
  category: WorkRightCategory;
  kind: VacancyKind;
  /** Rules that were announced and that nobody here has seen in force. Show them beside the one in force. */
  announced: PermitRule[];
  /** The planned day of an announced rule has come: ask UWV which of the two holds. Then `verified` is false. */
  mustCheck: boolean;
}

/**
 * The checklist for a category of papers and a kind of place.
 *
 * @param on the day (ISO 8601) on which the person would begin
 * @param until the last day (ISO 8601) of the person's document; null: not told
 * @throws RangeError for a day before the oldest rule that is kept
 * @example permitChecklist(rules, 'temporary-protection-ukraine', 'job', '2026-11-28').outcomeKey // 'outcome.notify'
 */
export function permitChecklist(
  rules: Rules,
  category: WorkRightCategory,
  kind: VacancyKind,
  on: string,
  until: string | null = null,
): PermitChecklist {
  const versions = rules.permits.filter((rule) => rule.category === category && rule.kinds.includes(kind));
  const inForce = versions.find((rule) => rule.status === 'in-force' && holds(rule, on));
  if (!inForce) throw new RangeError(`No rule is kept for ${category}, ${kind} on ${on}`);
  const announced = versions.filter(
    ({ status, validTo }) => status === 'announced' && (validTo === null || on <= validTo),
  );
  const mustCheck = announced.some((rule) => holds(rule, on));
  const rule = withDate(toRule(rules, inForce, on), rules, on, until);
  return {
    category,
    kind,
    ...rule,
    verified: rule.verified && !mustCheck,
    announced: announced.map((version) => toRule(rules, version, on)),
    mustCheck,
  };
}

/** A rule that asks for no document does not look at its date. */
function withDate(rule: PermitRule, rules: Rules, on: string, until: string | null): PermitRule {
  if (until === null || rule.documentKeys.length === 0) return rule;
  const { expired, soon, sourceUrl, sourceDate, checkedOn, verified } = rules.document_date;
  if (until < on) {
    return {
      ...rule,
      outcomeKey: `outcome.${expired.outcome}`,
      personSteps: [...routeSteps(rules, expired.person, on), ...rule.personSteps],
      ...{ sourceUrl, sourceDate, checkedOn, verified },
    };
  }
  const isSoon = until <= monthsAfter(on, soon.months);
  return isSoon
    ? { ...rule, limitKeys: [...rule.limitKeys, ...soon.limits.map((name) => `limit.${name}`)] }
    : rule;
}

function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

function toRule(rules: Rules, rule: Permit, on: string): PermitRule {
  const { status, validFrom, validTo, sourceUrl, sourceDate, checkedOn, verified } = rule;
  return {
    status,
    outcomeKey: `outcome.${rule.outcome}`,
    employerSteps: routeSteps(rules, rule.employer, on),
    personSteps: routeSteps(rules, rule.person, on),
    documentKeys: rule.documents.map((name) => `document.${name}`),
    limitKeys: rule.limits.map((name) => `limit.${name}`),
    validFrom,
    validTo,
    sourceUrl,
    sourceDate,
    checkedOn,
    verified,
  };
}
