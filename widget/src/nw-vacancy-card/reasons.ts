// Why a vacancy fits, or what to think of first, in short sentences.
import type { Contribution, VacancyCard, VacancyMatch } from '@nederlandwerkt/sdk';
import { kilometres, languageName, number } from '../localize/format.ts';
import { msg, str } from '../localize/msg.ts';

export interface Reason {
  /** plus: it helps; minus: it stands in the way; neutral: not known yet */
  sort: 'plus' | 'minus' | 'neutral';
  text: string;
}

/** Of a similarity; from here on the work looks like what the person knows. */
const LOOKS_LIKE = 0.6;

/** @returns the helping ones first; while rendering only, for they are in the language being rendered */
export function reasons(match: VacancyMatch): Reason[] {
  const order = ['plus', 'neutral', 'minus'];
  return [skills(match), distance(match), ...match.contributions.map((c) => ofFactor(c, match.vacancy))]
    .filter((reason) => reason !== undefined)
    .sort((a, b) => order.indexOf(a.sort) - order.indexOf(b.sort));
}

function skills({ matchedSkills, missingSkills }: VacancyMatch): Reason | undefined {
  const asked = matchedSkills.length + missingSkills.length;
  if (!asked) return undefined;
  const [has, all] = [number(matchedSkills.length), number(asked)];
  return {
    sort: matchedSkills.length ? 'plus' : 'minus',
    text: matchedSkills.some(({ provenance }) => provenance === 'predicted')
      ? msg(str`You probably have ${has} of the ${all} skills`)
      : msg(str`You have ${has} of the ${all} skills`),
  };
}

function distance({ distanceKm, withinReach }: VacancyMatch): Reason | undefined {
  if (distanceKm === null) return undefined;
  if (distanceKm < 1) return { sort: 'plus', text: msg('Very near you') };
  const far = kilometres(distanceKm);
  return withinReach
    ? { sort: 'plus', text: msg(str`${far} from you`) }
    : { sort: 'minus', text: msg(str`Farther than you want: ${far}`) };
}

function ofFactor({ factor, basis, value }: Contribution, vacancy: VacancyCard): Reason | undefined {
  const known = basis === 'known';
  const enough = known && value >= 1;
  switch (factor) {
    case 'similarity':
      return known && value >= LOOKS_LIKE
        ? { sort: 'plus', text: msg('It looks like the work you know') }
        : undefined;
    case 'language': {
      const asked = vacancy.languages.map(({ language, level }) => `${languageName(language)} ${level}`);
      if (!asked.length) return { sort: 'plus', text: msg('No language level is asked') };
      const levels = asked.join(', ');
      if (enough) return { sort: 'plus', text: msg(str`Your language level is enough (${levels})`) };
      return { sort: known ? 'minus' : 'neutral', text: msg(str`The work asks for ${levels}`) };
    }
    case 'education':
      if (!known) return undefined;
      return enough
        ? { sort: 'plus', text: msg('Your education is enough') }
        : { sort: 'minus', text: msg('More education is asked') };
    case 'hours':
      if (!known) return undefined;
      return enough
        ? { sort: 'plus', text: msg('The hours suit you') }
        : { sort: 'minus', text: msg('The hours are not what you want') };
    default:
      return undefined;
  }
}
