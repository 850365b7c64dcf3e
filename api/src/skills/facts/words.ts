// Loads the word lists of api/data/facts into one lexicon; what each word means stands in its `kind`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { CefrLevel, LANGUAGES, NlqfLevel } from '../../http/schema.ts';
import { Lexicon } from './lexicon.ts';

const FOLDER = join(import.meta.dirname, '../../../data/facts');

const Phrases = z.array(z.string().min(1));
/** Phrases by the language of the text. */
const Words = z.partialRecord(z.enum(LANGUAGES), Phrases);
const draft = z.array(z.enum(LANGUAGES));

const LanguagesFile = z.strictObject({
  draft,
  adjectivesToo: z.array(z.enum(LANGUAGES)),
  languagesOnly: Phrases,
  otherWords: Phrases,
  adjectiveEndings: Words,
  languages: z.record(z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'a BCP 47 tag'), Words),
});
const LevelsFile = z.strictObject({
  draft,
  levels: z.record(z.string(), Words.and(z.object({ cefr: CefrLevel }))),
  exams: z.array(
    z.strictObject({ language: z.string(), cefr: CefrLevel, words: Phrases, source: z.string() }),
  ),
  languageWords: Words,
  cues: Words,
  modes: Words,
  things: Words,
  beingSomebody: Words,
});
const ClausesFile = z.strictObject({
  draft,
  and: Words,
  or: Words,
  but: Words,
  no: Words,
  not: Words,
  notNeeded: Words,
  welcome: Words,
  needed: Words,
  mayFollow: Words,
});
const LicencesFile = z.strictObject({
  draft,
  categories: z.array(z.string()),
  licences: z.array(
    Words.and(
      z.object({
        category: z.string().nullable(),
        needsCategory: z.boolean().default(false),
        note: z.string().optional(),
      }),
    ),
  ),
  categoryWords: Words,
  otherNames: z.array(z.strictObject({ category: z.string(), words: Phrases, note: z.string().optional() })),
});
const EducationFile = z.strictObject({
  draft,
  diplomas: z.array(
    Words.and(
      z.object({
        nlqf: z.tuple([NlqfLevel, NlqfLevel]).nullable(),
        certainty: z.enum(['V', 'R']).optional(),
        source: z.string().optional(),
      }),
    ),
  ),
  mbo: Words,
  mboLevelWords: Words,
});
const EXPERIENCE_LISTS = [
  'years',
  'months',
  'oneYear',
  'andAHalf',
  'to',
  'since',
  'sinceAfter',
  'now',
  'monthNames',
  'experience',
  'work',
  'ageBefore',
  'ageAfter',
  'otherwise',
] as const;
const ExperienceFile = z.strictObject({
  draft,
  numbers: z.record(z.string().regex(/^\d+(\.5)?$/, 'a number'), Words),
  quantities: z.record(z.string().regex(/^\d+$/, 'months'), Words),
  ...(Object.fromEntries(EXPERIENCE_LISTS.map((list) => [list, Words])) as Record<
    (typeof EXPERIENCE_LISTS)[number],
    typeof Words
  >),
});

const CLAUSE_LISTS = [
  'and',
  'or',
  'but',
  'no',
  'not',
  'notNeeded',
  'welcome',
  'needed',
  'mayFollow',
] as const;
const LEVEL_LISTS = ['languageWords', 'cues', 'modes', 'things', 'beingSomebody'] as const;

/** How sure a name is a language: by itself, by something that says so, or only beside a word for "language". */
export type NameUse = 'always' | 'with-a-sign' | 'beside-a-language-word';

/** What a phrase of the lists means. */
export type Meaning =
  | { kind: 'language'; language: string; use: NameUse }
  | { kind: 'level'; level: CefrLevel }
  | { kind: 'exam'; language: string; level: CefrLevel }
  | { kind: 'licence'; category: string | null; needsCategory: boolean }
  | { kind: 'category'; category: string }
  | { kind: 'diploma'; nlqf: readonly [number, number] | null; verified: boolean }
  | { kind: 'mbo' }
  | { kind: 'number'; number: number }
  | { kind: 'quantity'; months: number }
  | { kind: Flag };
/** Lists whose words mean only that they are in it. */
export type Flag =
  | (typeof CLAUSE_LISTS)[number]
  | (typeof LEVEL_LISTS)[number]
  | (typeof EXPERIENCE_LISTS)[number]
  | 'categoryWords'
  | 'mboLevelWords';
export type Kind = Meaning['kind'];

/**
 * Reads and checks the lists.
 *
 * @throws Error that names file and place of what is not as it should be
 */
export function loadWords(folder = FOLDER): {
  lexicon: Lexicon<Meaning>;
  categories: ReadonlySet<string>;
  /** Languages that no native speaker has read. */
  draft: readonly string[];
} {
  const read = <Shape extends z.ZodType>(name: string, shape: Shape): z.infer<Shape> => {
    const parsed = shape.safeParse(parse(readFileSync(join(folder, name), 'utf8')));
    if (parsed.success) return parsed.data;
    const problems = parsed.error.issues.map((issue) => `${name}: ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(problems.join('\n'));
  };
  const lexicon = new Lexicon<Meaning>();
  const add = (words: z.infer<typeof Words>, meaning: Meaning) => {
    for (const language of LANGUAGES) {
      for (const phrase of words[language] ?? []) lexicon.add(phrase, meaning);
    }
  };

  const languages = read('languages.yaml', LanguagesFile);
  addLanguages(lexicon, languages);

  const levels = read('levels.yaml', LevelsFile);
  for (const { cefr, ...words } of Object.values(levels.levels)) add(words, { kind: 'level', level: cefr });
  for (const { language, cefr, words } of levels.exams) {
    for (const phrase of words) lexicon.add(phrase, { kind: 'exam', language, level: cefr });
  }
  for (const kind of LEVEL_LISTS) add(levels[kind], { kind });

  const clauses = read('clauses.yaml', ClausesFile);
  for (const kind of CLAUSE_LISTS) add(clauses[kind], { kind });

  const licences = read('licences.yaml', LicencesFile);
  for (const { category, needsCategory, ...words } of licences.licences) {
    add(words, { kind: 'licence', category, needsCategory });
  }
  for (const { category, words } of licences.otherNames) {
    for (const phrase of words) lexicon.add(phrase, { kind: 'category', category });
  }
  add(licences.categoryWords, { kind: 'categoryWords' });

  const education = read('education.yaml', EducationFile);
  for (const { nlqf, certainty, ...words } of education.diplomas) {
    add(words, { kind: 'diploma', nlqf, verified: certainty === 'V' });
  }
  add(education.mbo, { kind: 'mbo' });
  add(education.mboLevelWords, { kind: 'mboLevelWords' });

  const experience = read('experience.yaml', ExperienceFile);
  for (const [number, words] of Object.entries(experience.numbers)) {
    add(words, { kind: 'number', number: Number(number) });
  }
  for (const [months, words] of Object.entries(experience.quantities)) {
    add(words, { kind: 'quantity', months: Number(months) });
  }
  for (const kind of EXPERIENCE_LISTS) add(experience[kind], { kind });

  return { lexicon, categories: new Set(licences.categories), draft: languages.draft };
}

/** Words that grow on to the name of a language in Dutch and German: "Engelstalig", "Deutschkenntnisse". */
const COMPOUND_ENDINGS = {
  nl: ['talig*', 'sprekend*', 'kennis', 'niveau', 'les', 'lessen'],
  de: ['kenntnis*', 'sprachkenntnis*', 'sprachig*', 'niveau', 'kurs*'],
};

function addLanguages(lexicon: Lexicon<Meaning>, file: z.infer<typeof LanguagesFile>): void {
  const only = new Set(file.languagesOnly);
  const otherWords = new Set(file.otherWords);
  for (const [language, words] of Object.entries(file.languages)) {
    for (const textLanguage of LANGUAGES) {
      for (const name of words[textLanguage] ?? []) {
        const needsSign =
          otherWords.has(name) || (file.adjectivesToo.includes(textLanguage) && !only.has(name));
        lexicon.add(name, { kind: 'language', language, use: needsSign ? 'with-a-sign' : 'always' });
        if (name.includes('*') || name.includes(' ')) continue;
        for (const ending of file.adjectiveEndings[textLanguage] ?? []) {
          lexicon.add(name + ending, { kind: 'language', language, use: 'beside-a-language-word' });
        }
        if (textLanguage === 'nl' || textLanguage === 'de') {
          for (const ending of COMPOUND_ENDINGS[textLanguage]) {
            lexicon.add(name + ending, { kind: 'language', language, use: 'always' });
          }
        }
      }
    }
  }
}

/** The lists of the project, read once. */
export const words = loadWords();
