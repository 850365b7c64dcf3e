// What each relaxed requirement of a vacancy would add, from one count of candidates by what they miss.
import { CEFR_LEVELS, type Language } from '../../http/schema.ts';
import type { Concept } from '../../taxonomy/schema.ts';
import { bitOf } from '../conditions.ts';
import type { Evidence, VacancySide } from '../factors/factor.ts';
import type { WhatIf } from '../schema.ts';
import { message } from './messages.ts';

/** So many candidates miss exactly this. */
export interface UnmetGroup {
  /** Bits of CONDITIONS; 0: suitable now. */
  unmet: number;
  /** CEFR levels that are short, by language; only those that are. */
  short: Readonly<Record<string, number>>;
  missingLicences: readonly string[];
  /** Concept ids; of some that are counted together all when any is missing, so none of them is promised anything. */
  missingMustHaves: readonly number[];
  /** km beyond the person's own limit, rounded up to 5; 0: within. */
  beyondKm: number;
  count: number;
}

interface Relaxation {
  requirement: WhatIf['relaxations'][number]['requirement'];
  key: string;
  params: Evidence;
  /** Whether the group meets this condition when it is relaxed. */
  isMet: (group: UnmetGroup) => boolean;
}

/** CEFR levels down. Further than this the work is another. */
const LEVELS_DOWN = [1, 2];
/** km that an employer's help with transport may add. */
const KM_FURTHER = [5, 10, 20];

/**
 * @param groups of all candidates for the kind of the vacancy
 * @param nameOf a concept with its label in the reader's language
 * @returns the most added first; what adds nothing is left out, but for languages, which are what employers ask about
 * @example whatIf(groups, vacancy, nameOf, 'nl').relaxations[0]
 * // { requirement: 'language', suitable: 96, added: 84, message: { text: 'Nederlands op niveau B1 in plaats van B2: van 12 naar 96 geschikte kandidaten.', … } }
 */
export function whatIf(
  groups: readonly UnmetGroup[],
  vacancy: VacancySide,
  nameOf: (concept: number) => Concept,
  language: Language,
): WhatIf {
  const now = countOf(groups.filter(({ unmet }) => unmet === 0));
  const relaxations = relaxationsOf(vacancy, nameOf)
    .map(({ requirement, key, params, isMet }) => {
      const rest = ~bitOf(requirement);
      const suitable = countOf(
        groups.filter((group) => (group.unmet & rest) === 0 && (group.unmet === 0 || isMet(group))),
      );
      return {
        requirement,
        message: message(key, { ...params, now, suitable }, language, 'employer'),
        suitable,
        added: suitable - now,
      };
    })
    .filter(({ requirement, added }) => added > 0 || requirement === 'language')
    .sort((a, b) => b.added - a.added);
  return { suitable: now, relaxations };
}

const countOf = (groups: readonly UnmetGroup[]) => groups.reduce((sum, { count }) => sum + count, 0);

function relaxationsOf(vacancy: VacancySide, nameOf: (concept: number) => Concept): Relaxation[] {
  const only = <Missing>(missing: readonly Missing[], dropped: Missing) =>
    missing.length > 0 && missing.every((each) => each === dropped);
  return [
    ...[...vacancy.languages].flatMap(([language, { speaking }]) =>
      LEVELS_DOWN.filter((down) => down <= speaking).map((down): Relaxation => {
        const [from, to] = [CEFR_LEVELS[speaking]!, CEFR_LEVELS[speaking - down]!];
        return {
          requirement: 'language',
          ...(down === speaking
            ? { key: 'what-if.language-none', params: { language } }
            : { key: 'what-if.language', params: { language, from, to } }),
          isMet: ({ short }) =>
            Object.entries(short).every(([tag, levels]) => tag === language && levels <= down),
        };
      }),
    ),
    ...vacancy.licences.map(
      (licence): Relaxation => ({
        requirement: 'licence',
        key: 'what-if.licence',
        params: { licence },
        isMet: ({ missingLicences }) => only(missingLicences, licence),
      }),
    ),
    ...[...vacancy.skills]
      .filter(([, { importance }]) => importance === 'must-have')
      .map(
        ([skill]): Relaxation => ({
          requirement: 'must-have',
          key: 'what-if.must-have',
          params: { skill: nameOf(skill).label },
          isMet: ({ missingMustHaves }) => only(missingMustHaves, skill),
        }),
      ),
    { requirement: 'hours', key: 'what-if.hours', params: {}, isMet: () => true },
    ...KM_FURTHER.map(
      (km): Relaxation => ({
        requirement: 'reach',
        key: 'what-if.reach',
        params: { km },
        isMet: ({ beyondKm }) => beyondKm <= km,
      }),
    ),
  ];
}
