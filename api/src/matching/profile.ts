// A person or a vacancy as retrieval asks for it: one vector, and the hard conditions, from the facts that factors read.
import { CONCEPT_WEIGHTS, type ConceptMark } from '../embedding/profile.ts';
import type { VacancyKind } from '../http/schema.ts';
import type { Snapshot } from '../taxonomy/snapshot.ts';
import type { LanguageSkills, PersonSide, VacancySide } from './factors/factor.ts';
import type { PersonQuery, VacancyQuery } from './retrieve.ts';

export function personQuery(person: PersonSide, kinds: VacancyKind[], snapshot: Snapshot): PersonQuery {
  return {
    kinds,
    vector: sumOf(snapshot, [
      ...person.experience.map(({ occupation }): [number, ConceptMark] => [occupation, 'occupation']),
      ...person.wishes.map(({ occupation }): [number, ConceptMark] => [occupation, 'wish']),
      ...[...person.skills].map(([skill, { provenance }]): [number, ConceptMark] => [skill, provenance]),
    ]),
    places: person.places,
    maxDistanceKm: person.maxDistanceKm,
    licences: person.licences,
    skills: [...person.skills].flatMap(([skill, { provenance }]) =>
      provenance === 'predicted' ? [] : [skill],
    ),
    hoursMin: person.hoursMin,
    hoursMax: person.hoursMax,
    languages: person.languages && spoken(person.languages),
  };
}

export function vacancyQuery(vacancy: VacancySide, kind: VacancyKind, snapshot: Snapshot): VacancyQuery {
  return {
    kind,
    vector: sumOf(snapshot, [
      ...(vacancy.occupation === null ? [] : [[vacancy.occupation, 'occupation'] as [number, ConceptMark]]),
      ...[...vacancy.skills].map(([skill, { importance }]): [number, ConceptMark] => [skill, importance]),
    ]),
    position: vacancy.place,
    licences: vacancy.licences,
    mustHaves: [...vacancy.skills].flatMap(([skill, { importance }]) =>
      importance === 'must-have' ? [skill] : [],
    ),
    hoursMin: vacancy.hoursMin,
    hoursMax: vacancy.hoursMax,
    languages: spoken(vacancy.languages),
  };
}

/** The condition is about speaking; the factor looks at all four skills. */
const spoken = (languages: ReadonlyMap<string, LanguageSkills>) =>
  new Map([...languages].map(([language, { speaking }]) => [language, speaking]));

/**
 * The same sum as `sumOfConcepts` makes in the database, in the same order.
 *
 * @returns length 1; undefined when no concept has a vector
 */
export function sumOf(
  snapshot: Snapshot,
  parts: [id: number, mark: ConceptMark][],
): Float32Array | undefined {
  let sum: Float32Array | undefined;
  for (const [id, mark] of parts) {
    const vector = snapshot.vectors[snapshot.indexOf.get(id) ?? -1];
    if (!vector) continue;
    sum ??= new Float32Array(vector.length);
    const weight = CONCEPT_WEIGHTS[mark];
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * vector[i]!;
  }
  const length = sum ? Math.hypot(...sum) : 0;
  return sum && length > 0 ? sum.map((value) => value / length) : undefined;
}
