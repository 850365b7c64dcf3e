// What makes the starter taxonomy fit for use, beyond being well-formed: the rules its authors write by.
import { LANGUAGES, type Language } from '../http/schema.ts';
import type { Starter } from './starter.ts';

/** Fewer essential skills would not tell one occupation from another. */
const ESSENTIAL_SKILLS = 6;
const SKILLS = 8;
const LATIN = {
  own: /\p{Script=Latin}/u,
  wrong: /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Ethiopic}]/u,
};
const ARABIC = { own: /\p{Script=Arabic}/u, wrong: /[\p{Script=Cyrillic}\p{Script=Ethiopic}]/u };
/** Names such as Excel or CSS keep their Latin letters in every language, so only a wrong script is refused. */
const SCRIPTS: Record<Language, { own: RegExp; wrong: RegExp }> = {
  nl: LATIN,
  en: LATIN,
  de: LATIN,
  tr: LATIN,
  ar: ARABIC,
  fa: ARABIC,
  ti: { own: /\p{Script=Ethiopic}/u, wrong: /[\p{Script=Cyrillic}\p{Script=Arabic}]/u },
  // The letters at the end are Russian, not Ukrainian; and the other way round.
  uk: { own: /\p{Script=Cyrillic}/u, wrong: /[\p{Script=Arabic}\p{Script=Ethiopic}ыэъё]/iu },
  ru: { own: /\p{Script=Cyrillic}/u, wrong: /[\p{Script=Arabic}\p{Script=Ethiopic}іїєґ]/iu },
};

/** @returns one sentence per broken rule, with file, concept and field; empty when all is well */
export function checkStarter(starter: Starter): string[] {
  return [
    ...(['groups', 'skills', 'occupations'] as const).flatMap((kind) => [
      ...checkScripts(kind, starter[kind]),
      ...checkNames(kind, starter[kind]),
    ]),
    ...checkUris(starter),
    ...checkSkillSets(starter),
  ];
}

type Kind = keyof Starter;
type Entries = Map<string, { file: string } & Record<Language, string[]>>;

function* checkScripts(kind: Kind, entries: Entries): Generator<string> {
  for (const [code, entry] of entries) {
    for (const language of LANGUAGES) {
      // A name such as Python is written as in English.
      const [preferred] = entry[language];
      if (preferred !== entry.en[0] && !SCRIPTS[language].own.test(preferred!)) {
        yield `${entry.file}: ${kind}.${code}.${language}: "${preferred}" is not in the script of the language`;
      }
      for (const label of entry[language].filter((text) => SCRIPTS[language].wrong.test(text))) {
        yield `${entry.file}: ${kind}.${code}.${language}: "${label}" has letters of another language`;
      }
    }
  }
}

/** Every concept has alternatives; and a label, of whatever spelling, names one concept of its kind. */
function* checkNames(kind: Kind, entries: Entries): Generator<string> {
  // ISCO-08 itself gives a group and its only subgroup the same name.
  if (kind === 'groups') return;
  for (const language of LANGUAGES) {
    const owners = new Map<string, string>();
    for (const [code, entry] of entries) {
      if (entry[language].length < 2) yield `${entry.file}: ${kind}.${code}.${language}: has no alternative`;
      for (const label of entry[language]) {
        const owner = owners.get(label.toLowerCase());
        if (owner) yield `${entry.file}: ${kind}.${code}.${language}: "${label}" is a label of ${owner} too`;
        owners.set(label.toLowerCase(), code);
      }
    }
  }
}

function* checkUris({ groups, skills, occupations }: Starter): Generator<string> {
  const owners = new Map<string, string>();
  for (const [code, { esco, file }] of [...skills, ...occupations]) {
    const owner = esco && owners.get(esco);
    if (owner) yield `${file}: ${code}.esco: ${esco} is ${owner} too`;
    if (esco) owners.set(esco, code);
  }
  for (const [code, { isco, file }] of occupations) {
    if (!groups.has(isco.slice(0, 2)))
      yield `${file}: occupations.${code}.isco: ISCO-08 has no group ${isco}`;
  }
}

function* checkSkillSets({ skills, occupations }: Starter): Generator<string> {
  const used = new Set<string>();
  const clones = new Map<string, string>();
  for (const [code, { essential, optional, file }] of occupations) {
    for (const skill of [...essential, ...optional]) used.add(skill);
    if (new Set(essential).size < ESSENTIAL_SKILLS) {
      yield `${file}: occupations.${code}.essential: fewer than ${ESSENTIAL_SKILLS} skills`;
    }
    if (new Set([...essential, ...optional]).size < SKILLS) {
      yield `${file}: occupations.${code}: fewer than ${SKILLS} skills`;
    }
    if (new Set([...essential, ...optional]).size < essential.length + optional.length) {
      yield `${file}: occupations.${code}: names a skill twice`;
    }
    const set = essential.toSorted().join();
    const clone = clones.get(set);
    if (clone) yield `${file}: occupations.${code}.essential: the same skills as ${clone}`;
    clones.set(set, code);
  }
  for (const [code, { file }] of skills) {
    if (!used.has(code)) yield `${file}: skills.${code}: no occupation uses it`;
  }
}
