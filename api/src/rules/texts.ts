// Says a message of rules and matching in plain Dutch or English (A2 to B1), from api/data/rules/*texts.yaml.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from './read-yaml.ts';

const FOLDER = join(import.meta.dirname, '../../data/rules');
const PLACEHOLDER = /\{([a-zA-Z]+)\}/g;

const Texts = z.record(
  z.string().regex(/^[a-z]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/, 'a key such as step.idw-evaluation'),
  z
    .strictObject({ nl: z.string().min(1), en: z.string().min(1) })
    .refine(
      ({ nl, en }) => placeholders(nl).join() === placeholders(en).join(),
      'nl and en must have the same {placeholders}',
    ),
);
type Text = z.infer<typeof Texts>[string];

const TEXTS = readTexts();

/**
 * @param params what stands between braces in the text; more than that is ignored
 * @returns the text with the parameters filled in
 * @throws Error for a key without a text or a placeholder without a parameter
 * @example textOf('step.language', { from: 'A2', to: 'B1' }, 'en') // 'Learn Dutch from level A2 to level B1.'
 */
export function textOf(key: string, params: Record<string, string | number>, language: 'nl' | 'en'): string {
  const text = TEXTS.get(key);
  if (!text) throw new Error(`There is no text for ${key}: add it to a *texts.yaml in api/data/rules`);
  return text[language].replace(PLACEHOLDER, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`The text of ${key} needs the parameter ${name}`);
    return String(value);
  });
}

/** Every key with the parameters that its text needs, for whoever checks or translates them. */
export function textKeys(): Map<string, string[]> {
  return new Map([...TEXTS].map(([key, { en }]) => [key, placeholders(en)]));
}

/**
 * Reads all files of the folder whose name ends in `texts.yaml` as one.
 *
 * @throws Error that names file and key of a text that is not as it should be, or stands in two files
 */
export function readTexts(folder = FOLDER): Map<string, Text> {
  const texts = new Map<string, Text>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('texts.yaml')) continue;
    for (const [key, text] of Object.entries(readYaml(folder, file, Texts))) {
      if (texts.has(key)) throw new Error(`${file}: ${key}: stands in another file too`);
      texts.set(key, text);
    }
  }
  return texts;
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name!))].sort();
}
