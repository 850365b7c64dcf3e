// Reads the rules of api/data/rules: the law, the routes and how long a step takes, each with its source and its days.
import { join } from 'node:path';
import { checkRules } from './check.ts';
import { readYaml } from './read-yaml.ts';
import { ProfessionsFile, RightToWorkFile, StepsFile } from './schema.ts';

const FOLDER = join(import.meta.dirname, '../../data/rules');

/** Everything in the folder but the texts. */
export interface Rules extends StepsFile, ProfessionsFile, RightToWorkFile {}

/**
 * Reads and checks the rules, synchronously: some 65 kB, once at start.
 *
 * @returns the rules, to pass to the functions of this folder
 * @throws Error that names the file and the path of everything that is not as it should be
 * @example
 * const rules = readRules();
 * regulatedGate(rules, { code: 'nurse', iscoCode: '2221' }, '2026-11-28');
 */
export function readRules(folder = FOLDER): Rules {
  const rules = {
    ...readYaml(folder, 'steps.yaml', StepsFile),
    ...readYaml(folder, 'regulated-professions.yaml', ProfessionsFile),
    ...readYaml(folder, 'right-to-work.yaml', RightToWorkFile),
  };
  const problems = checkRules(rules);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return rules;
}
