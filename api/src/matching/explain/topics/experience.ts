// Work that the person did: this very work, or work that is like it.
import { NAMED_ALIKE } from '../../factors/occupation-likeness.ts';
import {
  addedBy,
  type Context,
  gap,
  isOptedOut,
  label,
  lostBy,
  type Reason,
  strength,
  type Topic,
} from '../reason.ts';

export const experience: Topic = (context) => {
  const { pair, contributions } = context;
  const { occupation } = pair.vacancy;
  if (occupation === null || isOptedOut(context, 'experience')) return [];
  const done = pair.person.experience.find((each) => each.occupation === occupation);
  if (done) return [thisWork(context, occupation, done.years)];
  const evidence = contributions.get('experience')?.evidence ?? {};
  if (Number(evidence.likeness) >= NAMED_ALIKE) {
    const params = { occupation: label(context, Number(evidence.occupation)) };
    return [strength(addedBy(context, 'experience'), 'strength.experience-alike', params)];
  }
  if (pair.person.experience.length === 0) return [];
  return [gap(lostBy(context, 'experience'), 'gap.experience', { occupation: label(context, occupation) })];
};

function thisWork(context: Context, concept: number, years: number | null): Reason {
  const weight = addedBy(context, 'experience');
  const occupation = label(context, concept);
  if (years === null || years === 0) return strength(weight, 'strength.experience-told', { occupation });
  return context.audience === 'person'
    ? strength(weight, 'strength.experience', { occupation, years })
    : strength(weight, 'strength.experience-range', { occupation, range: bucket(years) });
}

/** Years in the buckets of a pseudonymous card, in signs of any language. */
function bucket(years: number): string {
  if (years < 1) return '0-1';
  if (years < 3) return '1-3';
  return years < 5 ? '3-5' : '5+';
}
