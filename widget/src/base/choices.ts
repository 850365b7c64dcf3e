// What a person answers with a word or a choice from a list: work, a skill, a place. And where the lists come from.
import type {
  CefrLevel,
  Concept,
  Language,
  NederlandWerkt,
  OccupationHit,
  Place,
  Understood,
} from '@nederlandwerkt/sdk';
import { sameWords } from '../localize/same-words.ts';

export interface Choice {
  as: Understood['as'];
  id: string;
  label: string;
  /** Of the label; nobody knows it of a person's own words. */
  language?: Language;
  /** Says more, in Dutch: the Dutch word, or the province. Empty when there is nothing to say. */
  detail: string;
  /** A third name, the one that fits what the person typed; of any language. */
  matched?: string;
}

/** The words of a person, and what they chose from the list, if they did. */
export interface Answer {
  text: string;
  choice: Choice | null;
}

export const NO_ANSWER: Answer = { text: '', choice: null };

/** What both elements ask. It goes along from one to the other, so that nobody answers it twice. */
export interface Answers {
  work: Answer;
  skills: Choice[];
  place: Answer;
  maxDistanceKm: number;
  dutch: CefrLevel | '';
}

export const NO_ANSWERS: Answers = {
  work: NO_ANSWER,
  skills: [],
  place: NO_ANSWER,
  maxDistanceKm: 30,
  dutch: '',
};

export type Search = (text: string, signal: AbortSignal) => Promise<Choice[]>;

/** How the API is told: by id when chosen, in words otherwise. */
export function reference({ text, choice }: Answer): { id: string } | { text: string } {
  return choice ? { id: choice.id } : { text };
}

export function conceptChoice(as: 'occupation' | 'skill', concept: Concept): Choice {
  const { id, label, language, dutchLabel } = concept;
  return { as, id, label, language, detail: dutchLabel === label ? '' : dutchLabel };
}

/** By the name in the reader's language; who typed another name finds that one too, to recognise it. */
function hitChoice(
  as: 'occupation' | 'skill',
  hit: Concept & Pick<OccupationHit, 'matchedLabel' | 'matchedBy'>,
): Choice {
  const { label, dutchLabel, matchedLabel, matchedBy } = hit;
  const known = matchedBy === 'vector' || [label, dutchLabel].some((name) => sameWords(name, matchedLabel));
  return { ...conceptChoice(as, hit), ...(!known && { matched: matchedLabel }) };
}

/** Own words have no id: then the words tell one from another. */
export function choiceKey({ id, label }: Choice): string {
  return id || label;
}

/** How the API is told of a skill. */
export function skillReference(skill: Choice): { id: string } | { text: string } {
  return skill.id ? { id: skill.id } : { text: skill.label };
}

export function placeChoice({ id, name, province }: Place): Choice {
  return { as: 'place', id, label: name, detail: province && province !== name ? province : '' };
}

export const searchOccupations =
  (client: NederlandWerkt, limit = 7): Search =>
  async (text, signal) =>
    (await client.occupations.search(text, { limit, signal })).items.map((hit) =>
      hitChoice('occupation', hit),
    );

export const searchSkills =
  (client: NederlandWerkt, limit = 7): Search =>
  async (text, signal) =>
    (await client.skills.search(text, { limit, signal })).items.map((hit) => hitChoice('skill', hit));

/** Occupations first: most people say what they were. */
export const searchWork =
  (client: NederlandWerkt): Search =>
  async (text, signal) =>
    (
      await Promise.all([searchOccupations(client, 5)(text, signal), searchSkills(client, 4)(text, signal)])
    ).flat();

export const searchPlaces =
  (client: NederlandWerkt): Search =>
  async (text, signal) =>
    (await client.places.search(text, { limit: 7, signal })).items.map(placeChoice);
