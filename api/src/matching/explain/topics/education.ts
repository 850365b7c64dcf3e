// The level and field of education, as ranges: enough, short, or more than is asked, which is no fault.
import {
  addedBy,
  factorValue,
  gap,
  isOptedOut,
  lostBy,
  STRONG,
  strength,
  type Topic,
  UNKNOWN,
} from '../reason.ts';

/** Named after what is missing and before what is unknown. */
const NOTE = 0.001;
/** One level above is common and costs nothing. */
const NAMED_FROM = 2;

export const education: Topic = (context) => {
  const { person, vacancy } = context.pair;
  if (!vacancy.education || isOptedOut(context, 'education')) return [];
  const { min: needs, max } = vacancy.education;
  if (!person.education) return [gap(UNKNOWN, 'unknown.education', { needs })];
  const lost = lostBy(context, 'education');
  // The card tells the lower end of a range.
  const has = context.audience === 'employer' ? person.education.min : person.education.max;
  if (person.education.max < needs) return [gap(lost, 'gap.education', { has, needs })];
  // Open above: nobody is too highly educated.
  const isOver = (level: number) => max !== null && level >= max + NAMED_FROM;
  if (isOver(person.education.min)) {
    return [gap(NOTE, 'note.overqualified', { has: person.education.min, usual: max! })];
  }
  const notes = isOver(person.education.max) ? [gap(NOTE, 'note.maybe-overqualified', { usual: max! })] : [];
  if (context.contributions.get('education')?.evidence.sameField === false) {
    return [gap(lost, 'gap.education-field'), ...notes];
  }
  return (factorValue(context, 'education') ?? 0) >= STRONG
    ? [strength(addedBy(context, 'education'), 'strength.education', { needs }), ...notes]
    : notes;
};
