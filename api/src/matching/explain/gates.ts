// What the law asks before the work may begin: shown beside a match, never part of its score or its place.
import type { WorkRight } from '../../candidates/queries.ts';
import type { Language, VacancyKind } from '../../http/schema.ts';
import { type RegulatedGate, regulatedGate } from '../../rules/regulated.ts';
import { type PermitRule, permitChecklist } from '../../rules/right-to-work.ts';
import type { Rules } from '../../rules/rules.ts';
import { namedStep } from '../../rules/steps.ts';
import type { Concept } from '../../taxonomy/schema.ts';
import type { Gate, Message } from '../schema.ts';
import { type Audience, message } from './messages.ts';

export interface GateQuery {
  rules: Rules;
  /** The day (ISO 8601) on which it is asked. */
  on: string;
  /** Null when the vacancy has none that we know. `regulated`: the taxonomy's own mark, where no rule is written yet. */
  occupation: { id: number; code: string; iscoCode: string | null; regulated: boolean } | null;
  kind: VacancyKind;
  /** Only in the person's own view; null or left out: not told, so no checklist. */
  workRight?: WorkRight | null;
  /** @returns undefined for a code that this taxonomy does not have */
  idOfCode: (code: string) => number | undefined;
  /** A concept with its label in the reader's language. */
  nameOf: (concept: number) => Concept;
  language: Language;
  audience: Audience;
}

/**
 * The gates of a pair: the registration of a regulated profession, and the right to work. A person reads the checklist of
 * the papers that they told; an employer reads the same general sentence about everybody, so it tells nothing of anyone.
 *
 * @example gatesOf({ rules, on: '2026-11-28', occupation: pharmacist, kind: 'job', … })[0].message.key // 'gate.register'
 */
export function gatesOf(query: GateQuery): Gate[] {
  const { rules, on, occupation, kind, workRight, audience, nameOf } = query;
  let of = remembered.get(nameOf);
  if (of?.rules !== rules || of.on !== on || of.gates.size >= MOST_REMEMBERED) {
    of = { rules, on, gates: new Map() };
    remembered.set(nameOf, of);
  }
  const asked = [occupation?.id, kind, workRight?.category, workRight?.until, audience].join();
  let gates = of.gates.get(asked);
  if (!gates) {
    const registration = registrationGate(query);
    gates = [
      ...(registration ? [registration] : []),
      ...(audience === 'employer' ? [generalCheck(query)] : permits(query)),
    ];
    of.gates.set(asked, gates);
  }
  return gates;
}

/** Candidates for one vacancy all stand before the same gates. By the names of one taxonomy and language, for one day. */
const remembered = new WeakMap<
  GateQuery['nameOf'],
  { rules: Rules; on: string; gates: Map<string, Gate[]> }
>();
const MOST_REMEMBERED = 2000;

/** The rule of a regulated occupation; undefined when no rule that we know protects it. */
export function ruleOf({ rules, occupation, on }: GateQuery): RegulatedGate | undefined {
  return occupation ? regulatedGate(rules, occupation, on) : undefined;
}

/** @returns undefined for an occupation that no law protects, as far as we know */
export function registrationGate(query: GateQuery): Gate | undefined {
  const { occupation, nameOf, idOfCode } = query;
  const say = sayer(query);
  const rule = ruleOf(query);
  if (!rule) {
    if (!occupation?.regulated) return undefined;
    return {
      kind: 'regulated-profession',
      message: say('gate.regulated-unknown', { occupation: nameOf(occupation.id).label }),
      steps: [],
      notes: [],
      bridgingJobs: [],
      verified: false,
      sourceUrl: null,
      checkedOn: null,
    };
  }
  const jobs = rule.bridgingJobs
    .map(({ code, isRegulated }) => ({ id: idOfCode(code), isRegulated }))
    .filter((job): job is { id: number; isRegulated: boolean } => job.id !== undefined)
    .sort((a, b) => Number(a.isRegulated) - Number(b.isRegulated));
  return {
    kind: 'regulated-profession',
    message: say(rule.key, rule.params),
    steps: rule.steps.map(({ key, params }) => say(key, params)),
    notes: [
      ...(rule.noteKey ? [say(rule.noteKey)] : []),
      ...jobs
        .filter(({ isRegulated }) => isRegulated)
        .map(({ id }) => say('gate.bridging-regulated', { occupation: nameOf(id).label })),
    ],
    bridgingJobs: jobs.map(({ id }) => nameOf(id)),
    ...provenanceOf(rule),
  };
}

/** The checklist of the person's own papers, and beside it what was announced. */
function permits(query: GateQuery): Gate[] {
  const { rules, workRight, kind, on } = query;
  // Who may work as any Dutch person does needs no checklist.
  if (!workRight || workRight.category === 'dutch-or-eu') return [];
  const checklist = permitChecklist(rules, workRight.category, kind, on, workRight.until);
  const say = sayer(query);
  return [
    permitGate(checklist, say(checklist.outcomeKey), [], say),
    ...checklist.announced.map((rule) =>
      permitGate(rule, say('mark.announced', { date: rule.validFrom ?? on }), [say(rule.outcomeKey)], say),
    ),
  ];
}

type Say = (key: string, params?: Message['params']) => Message;

function permitGate(
  rule: PermitRule & { verified: boolean },
  about: Message,
  first: Message[],
  say: Say,
): Gate {
  return {
    kind: 'right-to-work',
    message: about,
    steps: [...first, ...rule.personSteps.map(({ key, params }) => say(key, params))],
    notes: [...rule.documentKeys, ...rule.limitKeys].map((key) => say(key)),
    bridgingJobs: [],
    ...provenanceOf(rule),
  };
}

function generalCheck(query: GateQuery): Gate {
  const say = sayer(query);
  const step = namedStep(query.rules, 'check-identity', query.on);
  return {
    kind: 'right-to-work',
    message: say('gate.right-to-work'),
    steps: step ? [say(step.key, step.params)] : [],
    notes: [],
    bridgingJobs: [],
    ...(step ? provenanceOf(step) : { verified: false, sourceUrl: null, checkedOn: null }),
  };
}

const sayer =
  ({ language, audience }: GateQuery): Say =>
  (key, params = {}) =>
    message(key, params, language, audience);

const provenanceOf = ({
  verified,
  sourceUrl,
  checkedOn,
}: {
  verified: boolean;
  sourceUrl: string | null;
  checkedOn: string;
}) => ({ verified, sourceUrl, checkedOn });
