// The skills of an occupation, from the snapshot in memory.
import { oncePerSnapshot } from './snapshot.ts';

interface UsualSkill {
  /** Concept id. */
  skill: number;
  importance: 'essential' | 'optional';
}

/** By the id of the occupation, an essential one before an optional one, then by id. */
export const usualSkills = oncePerSnapshot(({ concepts, relations }): ReadonlyMap<number, UsualSkill[]> => {
  const skills = new Map<number, UsualSkill[]>();
  for (const importance of ['essential', 'optional'] as const) {
    for (const relation of relations) {
      if (relation.importance !== importance) continue;
      const id = concepts[relation.occupation]!.id;
      const known = skills.get(id) ?? [];
      known.push({ skill: concepts[relation.skill]!.id, importance });
      skills.set(id, known);
    }
  }
  return skills;
});

/** Ids of the essential skills by the id of the occupation. */
export const essentialSkills = oncePerSnapshot((snapshot): ReadonlyMap<number, number[]> => {
  const essential = (skills: UsualSkill[]) =>
    skills.filter(({ importance }) => importance === 'essential').map(({ skill }) => skill);
  return new Map([...usualSkills(snapshot)].map(([occupation, skills]) => [occupation, essential(skills)]));
});
