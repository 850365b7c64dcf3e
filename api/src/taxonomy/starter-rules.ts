// What makes the starter taxonomy fit for use, beyond being well-formed: the rules its authors write by.
import { STARTER_LANGUAGES, type Starter } from './starter.ts';

/** Fewer essential skills would not tell one occupation from another. */
const ESSENTIAL_SKILLS = 6;
/** Names such as Excel or CSS keep their Latin letters in every language, so only the wrong script is refused. */
const WRONG_SCRIPT = {
  nl: /[\p{Script=Cyrillic}\p{Script=Arabic}]/u,
  en: /[\p{Script=Cyrillic}\p{Script=Arabic}]/u,
  // The last four letters are Russian, not Ukrainian.
  uk: /[\p{Script=Arabic}ыэъё]/iu,
  ar: /\p{Script=Cyrillic}/u,
};
const OWN_SCRIPT = {
  nl: /\p{Script=Latin}/u,
  en: /\p{Script=Latin}/u,
  uk: /\p{Script=Cyrillic}/u,
  ar: /\p{Script=Arabic}/u,
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
type Entries = Map<string, { file: string } & Record<(typeof STARTER_LANGUAGES)[number], string[]>>;

function* checkScripts(kind: Kind, entries: Entries): Generator<string> {
  for (const [code, entry] of entries) {
    for (const language of STARTER_LANGUAGES) {
      if (!OWN_SCRIPT[language].test(entry[language][0]!)) {
        yield `${entry.file}: ${kind}.${code}.${language}: "${entry[language][0]}" is not in the script of the language`;
      }
      for (const label of entry[language].filter((text) => WRONG_SCRIPT[language].test(text))) {
        yield `${entry.file}: ${kind}.${code}.${language}: "${label}" has letters of another language`;
      }
    }
  }
}

/** A preferred label names one concept of its kind; no other concept may carry it, not even as an alternative. */
function* checkNames(kind: Kind, entries: Entries): Generator<string> {
  // ISCO-08 itself gives a group and its only subgroup the same name.
  if (kind === 'groups') return;
  for (const language of STARTER_LANGUAGES) {
    const owners = new Map<string, string>();
    for (const [code, entry] of entries) {
      const [preferred] = entry[language];
      const owner = owners.get(preferred!);
      if (owner)
        yield `${entry.file}: ${kind}.${code}.${language}: "${preferred}" is the name of ${owner} too`;
      owners.set(preferred!, code);
    }
    for (const [code, entry] of entries) {
      for (const label of entry[language].slice(1)) {
        const owner = owners.get(label);
        if (owner) yield `${entry.file}: ${kind}.${code}.${language}: "${label}" is the name of ${owner}`;
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
