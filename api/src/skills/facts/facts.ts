// Reads what a text says besides skills and occupations: languages, driving licences, education and years.
import type { SkillExtraction } from '../schema.ts';
import { readEducation } from './education.ts';
import { readExperience } from './experience.ts';
import { readLanguages } from './languages.ts';
import { readLicences } from './licences.ts';
import { Reading } from './reading.ts';

export type Facts = Pick<SkillExtraction, 'languages' | 'drivingLicences' | 'education' | 'experience'>;

/**
 * The facts of a vacancy, CV or life story in any supported language, by the word lists in `api/data/facts`; pure,
 * and in time that grows with the length of the text. What the text denies ("geen Nederlands nodig") is left out.
 * Spans are in UTF-16 units of `text`; confidences are 0 to 1 and not calibrated.
 *
 * @param options.today what "since 2015" counts to
 * @example
 * extractFacts('Nederlands B1 en rijbewijs B, 3 jaar ervaring').languages
 * // [{ language: 'nl', level: 'B1', confidence: 0.95, spans: [{ start: 0, end: 13, text: 'Nederlands B1' }] }]
 */
export function extractFacts(text: string, { today = new Date() }: { today?: Date } = {}): Facts {
  const reading = new Reading(text);
  const { drivingLicences, tokens } = readLicences(reading);
  return {
    languages: readLanguages(reading, tokens),
    drivingLicences,
    education: readEducation(reading),
    experience: readExperience(reading, today),
  };
}
