// Names of concepts from the snapshot in memory: an answer names some hundred of them.
import type { Language } from '../http/schema.ts';
import type { Concept } from './schema.ts';
import { oncePerSnapshot, type Snapshot, type SnapshotLabel } from './snapshot.ts';

/** By the id in the database. @throws Error for a concept that the snapshot does not have */
export type NameOf = (id: number) => Concept;

/**
 * Names in a language; where that is missing in Dutch, then English, then any.
 *
 * @example const nameOf = namesOf(snapshot)('uk'); nameOf(17).label // 'пекар'
 */
export const namesOf = oncePerSnapshot((snapshot: Snapshot): ((language: Language) => NameOf) => {
  const { concepts, indexOf } = snapshot;
  const preferred: SnapshotLabel[][] = concepts.map(() => []);
  for (const label of snapshot.labels) if (label.isPreferred) preferred[label.concept]!.push(label);

  const inLanguage = new Map<Language, NameOf>();
  return (language) => {
    let nameOf = inLanguage.get(language);
    if (!nameOf) {
      const named = new Map<number, Concept>();
      nameOf = (id) => {
        let concept = named.get(id);
        if (!concept) {
          const index = indexOf.get(id);
          if (index === undefined) throw new Error(`No concept has the number ${id} in this taxonomy`);
          concept = name(index, language);
          named.set(id, concept);
        }
        return concept;
      };
      inLanguage.set(language, nameOf);
    }
    return nameOf;
  };

  function name(index: number, language: Language): Concept {
    const { code, uri } = concepts[index]!;
    const labels = preferred[index]!;
    const dutch = labels.find((label) => label.language === 'nl');
    const own =
      labels.find((label) => label.language === language) ??
      dutch ??
      labels.find((label) => label.language === 'en') ??
      labels[0];
    // Only a concept without any label has none; its code is better than nothing.
    return {
      id: code,
      uri,
      label: own?.text ?? code,
      language: (own?.language ?? 'en') as Language,
      dutchLabel: dutch?.text ?? own?.text ?? code,
      draft: own?.draft ?? false,
    };
  }
});
