// What the person wants, likes and can reach: only ever a strength, for a wish or a test is no reason against anybody.
import { NAMED_ALIKE, occupationLikeness } from '../../factors/occupation-likeness.ts';
import {
  addedBy,
  type Context,
  factorValue,
  isOptedOut,
  label,
  type Reason,
  STRONG,
  strength,
  type Topic,
} from '../reason.ts';

export const wishes: Topic = (context) => [
  ...wish(context),
  ...(['interests', 'aptitude'] as const)
    .filter((factor) => (factorValue(context, factor) ?? 0) >= STRONG)
    .map((factor) => strength(addedBy(context, factor), `strength.${factor}`)),
];

function wish(context: Context): Reason[] {
  const { pair, knowledge, audience } = context;
  const { occupation } = pair.vacancy;
  if (occupation === null || pair.person.wishes.length === 0 || isOptedOut(context, 'ambition')) return [];
  const wished = pair.person.wishes
    .map((each) => ({ ...each, likeness: occupationLikeness(each.occupation, occupation, knowledge) }))
    .sort((a, b) => b.likeness * b.certainty - a.likeness * a.certainty)[0]!;
  const weight = addedBy(context, 'ambition');
  const params = { occupation: label(context, wished.occupation) };
  if (wished.occupation === occupation) return [strength(weight, 'strength.wish', params)];
  // What else the person wants does not stand on the card.
  if (wished.likeness < NAMED_ALIKE || audience === 'employer') return [];
  return [strength(weight, 'strength.wish-alike', params)];
}
