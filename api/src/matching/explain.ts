// Names the skills that a pair shares and those that are missing, in the reader's language.
import type { Queryable } from '../db/connect.ts';
import type { Language } from '../http/schema.ts';
import { readConcepts, toConcept } from '../taxonomy/queries.ts';
import type { Pair } from './factors/factor.ts';
import type { CandidateMatch } from './schema.ts';

type Skills = Pick<CandidateMatch, 'matchedSkills' | 'missingSkills'>;

/** One entry per pair, in the same order; essential skills first. */
export async function explainSkills(sql: Queryable, pairs: Pair[], language: Language): Promise<Skills[]> {
  const ids = new Set(pairs.flatMap((pair) => [...pair.vacancy.skills.keys()]));
  const concepts = await readConcepts(sql, [...ids], language);
  return pairs.map(({ person, vacancy }) => {
    const asked = [...vacancy.skills]
      .map(([id, importance]) => ({
        skill: toConcept(concepts.get(id)!),
        importance,
        provenance: person.skills.get(id),
      }))
      .sort((a, b) => a.importance.localeCompare(b.importance) || a.skill.label.localeCompare(b.skill.label));
    return {
      matchedSkills: asked.flatMap(({ provenance, ...rest }) =>
        provenance ? [{ ...rest, provenance }] : [],
      ),
      missingSkills: asked.filter(({ provenance }) => !provenance).map(({ provenance: _, ...rest }) => rest),
    };
  });
}
