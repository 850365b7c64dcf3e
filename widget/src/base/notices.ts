// The API's notices, and how it read the person's words, in plain sentences.
import type { Notice, Understood } from '@nederlandwerkt/sdk';
import { isolate, list } from '../localize/format.ts';
import { msg, str } from '../localize/msg.ts';
import { sameWords } from '../localize/same-words.ts';
import { conditionName } from '../localize/words.ts';

export function noticeText({ code, input = '', conditions = [] }: Notice): string {
  const words = isolate(input);
  const texts: Record<Notice['code'], string> = {
    'text-not-recognised': msg(
      str`We do not know “${words}” yet. Try another word, or choose from the list.`,
    ),
    'place-not-recognised': msg(str`We do not know the place “${words}”. Write the name of a town near you.`),
    'no-occupation-or-skill': msg('Tell us your work or a skill. Then the list fits you better.'),
    'no-place': msg('Choose a place. Then you see what is near you.'),
    'conditions-not-met': `${msg('Few places fit all conditions. So we also show others.')} ${mostMissed(conditions)}`,
    'nothing-open': msg('There are no open vacancies now. Come back later.'),
    'nothing-counts': msg('We know nothing yet of what should count. So this order says nothing.'),
    'no-results': msg('We found nothing. Try another word, or a larger distance.'),
  };
  return texts[code];
}

/** As many conditions as one remembers. */
const MISSED_NAMED = 3;

function mostMissed(conditions: NonNullable<Notice['conditions']>): string {
  const names = conditions.slice(0, MISSED_NAMED).map(({ condition }) => conditionName(condition));
  return names.length ? msg(str`What they miss most: ${list(names)}.`) : '';
}

/** While typing; a postcode too, where the API has only towns. */
export function unknownPlace(): string {
  return msg('We do not know this place. Write the name of a town near you.');
}

/** @returns '' when nothing had to be interpreted */
export function understoodText(understood: readonly Understood[]): string {
  const readings = understood
    .filter(({ text, label }) => !sameWords(text, label))
    .map(({ text, label }) => msg(str`“${isolate(text)}” as “${isolate(label)}”`));
  return readings.length ? msg(str`We read ${list(readings)}.`) : '';
}
