// Education: the range of levels that a person's papers compare to, against the range that the work asks; and the field.

import { fieldOfIsco } from './education-fields.ts';
import { clamp, type FactorFunction } from './factor.ts';

/** Value lost per NLQF level below the asked one. Our estimate. */
const LOST_PER_LEVEL = 0.3;
/**
 * Above where the work ends: the first level is no matter, from the second on the value falls slowly, because people who
 * are far above the work leave it sooner. A first job below one's level is usual for newcomers, so it stays a mark beside
 * the match and never costs more than this leaves. Our estimate.
 */
const LOST_PER_SQUARED_LEVEL_OVER = 0.03;
const OVERQUALIFIED_AT_LEAST = 0.7;
/** Share that is left when the field is another one. Our estimate. */
const OTHER_FIELD = 0.8;
/** To this NLQF level work asks a level and no field. Our estimate. */
const ANY_FIELD_TO = 1;
/** ISCED-F: general programmes, which lead to no field in particular. */
const GENERAL = '00';

/** value = mean fit over the person's levels, each as likely as the others, × fit of the field */
export const educationFactor: FactorFunction = ({ person, vacancy }, knowledge) => {
  const has = person.education;
  const needs = vacancy.education;
  if (has === null || needs === null) return null;
  // Open above: nobody is too highly educated.
  const top = needs.max ?? Number.POSITIVE_INFINITY;
  const levels = Math.max(1, has.max - has.min + 1);
  let fit = 0;
  for (let i = 0; i < levels; i++) fit += levelFit(has.min + i, needs.min, top);
  const meanFit = fit / levels;

  const needed =
    needs.field ?? (vacancy.occupation === null ? null : fieldOfIsco(knowledge.iscoCode(vacancy.occupation)));
  const comparable =
    needs.min > ANY_FIELD_TO && [has.field, needed].every((field) => field !== null && field !== GENERAL);
  const sameField = comparable ? has.field === needed : null;
  return {
    value: clamp(meanFit * (sameField === false ? OTHER_FIELD : 1)),
    // Short or over by the highest of the levels: what it is at the least, and at the most.
    evidence: {
      levelMin: has.min,
      levelMax: has.max,
      neededMin: needs.min,
      neededMax: needs.max,
      missingLevels: Math.max(0, needs.min - has.max),
      overqualified: Math.max(0, has.max - top),
      field: has.field,
      neededField: needed,
      sameField,
    },
  };
};

function levelFit(level: number, min: number, top: number): number {
  if (level < min) return clamp(1 - LOST_PER_LEVEL * (min - level));
  const over = Math.max(0, level - top - 1);
  return Math.max(OVERQUALIFIED_AT_LEAST, 1 - LOST_PER_SQUARED_LEVEL_OVER * over ** 2);
}
