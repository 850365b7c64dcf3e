// A logged match computed again, from what was known then: the order must be the same.
import type { Sql } from '../db/connect.ts';
import type { TaxonomyCache } from '../taxonomy/snapshot.ts';
import { FACTORS } from './factors/factor.ts';
import { readFacts } from './facts.ts';
import { knowledgeOf } from './knowledge.ts';
import { type Asked, ENGINE_VERSION, type LoggedMatch, readLog } from './log.ts';
import { order } from './order.ts';
import { addUp } from './weights.ts';

/** Sums in another order differ in their last bits. */
const SAME = 1e-12;

export interface Replay {
  match: LoggedMatch;
  /** In the order that the replay gives. */
  replayed: { id: string; score: number }[];
  /** Whether order and scores are those of the log. */
  identical: boolean;
  /** What has changed since, so that the factors were not computed but taken from the log; empty: everything was computed. */
  changed: string[];
}

/**
 * @returns undefined when the log has no such match
 * @example const { identical, replayed } = (await replay(sql, cache, '4e1c…'))!;
 */
export async function replay(sql: Sql, cache: TaxonomyCache, id: string): Promise<Replay | undefined> {
  const match = await readLog(sql, id);
  if (!match) return undefined;
  const snapshot = await cache.current();
  const { direction, scored, versions, weights, inputs, shown } = match;
  const facts = await readFacts(
    sql,
    direction === 'vacancies-for-person' ? 'vacancy_facts' : 'candidate_facts',
    scored.map(({ id, facts }) => ({ id, version: facts })),
  );
  const changed = [
    versions.taxonomy !== snapshot.version && 'the taxonomy or its vectors',
    versions.engine !== ENGINE_VERSION && 'the engine',
    facts.size < scored.length &&
      `${scored.length - facts.size} of the profiles or vacancies, which were deleted`,
  ].filter((change) => change !== false);
  const asked = { direction, facts: inputs.facts } as Asked;
  const replayed =
    changed.length > 0
      ? fromLog(match)
      : order(
          asked,
          scored.map(({ id, unmet }) => ({ id, unmet, facts: facts.get(id) })),
          {
            knowledge: knowledgeOf(snapshot),
            weights,
            year: inputs.year,
            limit: inputs.limit,
          },
        ).map(({ id, scored }) => ({ id, score: scored.score }));
  const identical =
    replayed.length === shown.length &&
    replayed.every(({ id, score }, i) => id === shown[i]!.id && Math.abs(score - shown[i]!.score) < SAME);
  return { match, replayed, identical, changed };
}

/** A line for each place in the order, and what it comes to. */
export function describeReplay({ match, replayed, identical, changed }: Replay): string[] {
  const { direction, at, total, scored, versions, shown } = match;
  return [
    `${direction}, ${at.toISOString()}, by ${match.actor.kind}: ${total} met every condition, ${scored.length} were scored`,
    `taxonomy ${versions.taxonomy}, ${versions.embedder}, engine ${versions.engine}`,
    ...replayed.map(({ id, score }, i) => {
      const logged = shown[i];
      const mark = logged?.id === id ? ' ' : '≠';
      return `${String(i + 1).padStart(3)} ${mark} ${id}  ${score.toFixed(6)}  logged ${logged?.score.toFixed(6) ?? '-'}`;
    }),
    ...(changed.length > 0
      ? [
          `Changed since: ${changed.join('; ')}. The values of the factors were taken from the log and added up again.`,
        ]
      : []),
    identical ? 'Identical: the same order and the same scores' : 'Different from what was logged',
  ];
}

/** The logged values, weighted and added up anew. */
function fromLog({ shown, weights }: LoggedMatch): Replay['replayed'] {
  return shown.map(({ id, values }) => {
    const parts = FACTORS.map((factor, i) => ({
      factor,
      value: values[i] ?? null,
      weight: 0,
      contribution: 0,
    }));
    return { id, score: addUp(parts, weights) };
  });
}
