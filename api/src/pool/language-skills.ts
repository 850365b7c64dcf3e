// Tells the four skills of a language apart: many people speak better than they write. Estimates of ours.
import { CEFR_LEVELS, type CefrLevel, type LanguageLevel } from '../http/schema.ts';
import type { Chance } from './chance.ts';

/** @example speaksBetter({ language: 'nl', level: 'B1' }, chance) // writing A2, and for half of them reading too */
export function speaksBetter(told: LanguageLevel, chance: Chance): LanguageLevel {
  const below = lower(told.level);
  return { ...told, ...(chance.is(0.5) && { reading: below }), writing: below };
}

/** Who went to school for it reads and writes better than they speak. */
export function writesBetter(told: LanguageLevel): LanguageLevel {
  const below = lower(told.level);
  return { ...told, listening: below, speaking: below };
}

const lower = (level: CefrLevel): CefrLevel => CEFR_LEVELS[Math.max(0, CEFR_LEVELS.indexOf(level) - 1)]!;
