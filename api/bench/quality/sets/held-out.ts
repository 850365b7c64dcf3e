// Sets from the starter taxonomy alone: one alternative label per concept and language is held out, and must find its
// concept among the labels that remain, in its own language and in every other.
import { LANGUAGES, type Language } from '../../../src/http/schema.ts';
import type { Starter } from '../../../src/taxonomy/starter.ts';
import type { Entry } from '../method.ts';
import type { RankingSet } from '../set.ts';
import { numberBy } from './chance.ts';

type Kind = 'occupations' | 'skills';

/**
 * The alternative label that is tested, so not to be trained on; never the preferred one.
 *
 * @returns undefined for a concept with one label in that language
 */
export function heldOutLabel(slug: string, language: Language, labels: string[]): string | undefined {
  if (labels.length < 2) return undefined;
  return labels[1 + numberBy(`${slug} ${language}`, labels.length - 1)];
}

/** Within each language, for titles and for skills. */
export function heldOutAlternatives(starter: Starter): RankingSet[] {
  return (['occupations', 'skills'] as const).flatMap((kind) =>
    LANGUAGES.map((language) => ({
      ...pair(starter, kind, language, remaining(starter, kind, language), language),
      family: 'held-out' as const,
      name: `held-out-${kind}-${language}`,
      title: `Held-out ${kind === 'skills' ? 'names of skills' : 'titles'} in ${language}`,
    })),
  );
}

/** Titles from every language to the concept by its labels in every other. */
export function acrossLanguages(starter: Starter): RankingSet[] {
  return LANGUAGES.flatMap((corpusLanguage) => {
    const corpus = remaining(starter, 'occupations', corpusLanguage);
    return LANGUAGES.filter((language) => language !== corpusLanguage).map((language) => ({
      ...pair(starter, 'occupations', language, corpus, corpusLanguage),
      family: 'across' as const,
      name: `across-${language}-${corpusLanguage}`,
      title: `Held-out titles in ${language} to the concept in ${corpusLanguage}`,
    }));
  });
}

function remaining(starter: Starter, kind: Kind, language: Language): Entry[] {
  return [...starter[kind]].flatMap(([id, concept]) => {
    const tested = heldOutLabel(id, language, concept[language]);
    return concept[language].filter((text) => text !== tested).map((text) => ({ id, text }));
  });
}

function pair(
  starter: Starter,
  kind: Kind,
  language: Language,
  corpus: Entry[],
  corpusLanguage: Language,
): Omit<RankingSet, 'name' | 'title' | 'family'> {
  const queries = [...starter[kind]].flatMap(([id, concept]) => {
    const text = heldOutLabel(id, language, concept[language]);
    return text === undefined ? [] : [{ id, text }];
  });
  return {
    isMain: false,
    task: 'title',
    language,
    corpusLanguage,
    heldOut: true,
    queries,
    corpus,
    relevant: new Map(queries.map(({ id }) => [id, new Set([id])])),
  };
}
