// Driving licences that the work needs.
import { CONDITION, gap, strength, type Topic } from '../reason.ts';

/** No factor counts a licence, so its weight as a strength is ours: it opens the work, and few have it. */
const OPENS = 0.1;

export const licences: Topic = ({ pair: { person, vacancy } }) =>
  vacancy.licences.map((licence) =>
    person.licences.includes(licence)
      ? strength(OPENS, 'strength.licence', { licence })
      : gap(CONDITION + 0.4, 'gap.licence', { licence }),
  );
