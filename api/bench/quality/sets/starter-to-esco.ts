// Titles of the starter taxonomy to the labels of the same occupation in ESCO: stands in for sets that are kept apart.
import type { Language } from '../../../src/http/schema.ts';
import { LANGUAGES } from '../../../src/http/schema.ts';
import type { Starter } from '../../../src/taxonomy/starter.ts';
import type { Entry } from '../method.ts';
import type { RankingSet } from '../set.ts';
import { everyNth } from './chance.ts';
import { ESCO_OCCUPATIONS, type EscoLanguage, readOccupationLabels } from './esco.ts';
import { heldOutLabel } from './held-out.ts';

/** Pairs that have targets or published figures. */
const MAIN: [query: Language, corpus: EscoLanguage][] = [
  ['nl', 'nl'],
  ['nl', 'en'],
  ['de', 'de'],
  ['de', 'en'],
  ['en', 'en'],
];
/** Titles of a set: as many as in the published ones, and fewer where it is one of many. */
const MOST = { main: 600, other: 200 };

/** One set per pair of languages whose ESCO file is there: from all languages of the starter set to nl, en and de. */
export function starterToEsco(data: string, starter: Starter): RankingSet[] {
  return (Object.keys(ESCO_OCCUPATIONS) as EscoLanguage[]).flatMap((corpusLanguage) => {
    const labels = readOccupationLabels(data, corpusLanguage);
    if (!labels) return [];
    const corpus: Entry[] = [...labels].flatMap(([uuid, names]) =>
      [...names].map((text, i) => ({ id: `${uuid}_${i}`, text })),
    );
    return LANGUAGES.map((language) => {
      const isMain = MAIN.some(([query, target]) => query === language && target === corpusLanguage);
      return oneSet(starter, language, corpusLanguage, corpus, labels, isMain);
    });
  });
}

function oneSet(
  starter: Starter,
  language: Language,
  corpusLanguage: EscoLanguage,
  corpus: Entry[],
  labels: Map<string, Set<string>>,
  isMain: boolean,
): RankingSet {
  const titles = [...starter.occupations].flatMap(([slug, occupation]) => {
    const text = heldOutLabel(slug, language, occupation[language]);
    const names = occupation.esco && labels.get(occupation.esco);
    if (!names || text === undefined) return [];
    return [{ text, answers: new Set([...names].map((_, i) => `${occupation.esco}_${i}`)) }];
  });
  const chosen = everyNth(titles, isMain ? MOST.main : MOST.other).map((title, i) => ({
    ...title,
    id: `q${i + 1}`,
  }));
  return {
    name: `starter-${language}-${corpusLanguage}`,
    title: `Starter titles in ${language} to ESCO ${ESCO_OCCUPATIONS[corpusLanguage].version} labels in ${corpusLanguage}`,
    short: `Starter ${language} to ${corpusLanguage}`,
    family: 'to-esco',
    isMain,
    task: 'title',
    language,
    corpusLanguage,
    heldOut: true,
    queries: chosen.map(({ id, text }) => ({ id, text })),
    corpus,
    relevant: new Map(chosen.map(({ id, answers }) => [id, answers])),
  };
}
