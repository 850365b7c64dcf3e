// Learns the parameters of skill suggestion by hiding what is known and guessing it; deterministic.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from '../embedding/embedder.ts';
import { addScaled, normalize } from '../embedding/vector.ts';
import { type Progress, silent } from '../progress.ts';
import { groundOf } from '../skills/suggest.ts';
import { Evidence, type Ground } from '../skills/suggest-evidence.ts';
import { GraphIndex, type SkillGraph, type SkillRelation } from '../skills/suggest-graph.ts';
import {
  FEATURES,
  type ParameterSet,
  SIGNS,
  SITUATIONS,
  type Situation,
  type SuggestionParameters,
} from '../skills/suggest-parameters.ts';
import { findEscoFiles } from '../taxonomy/esco-files.ts';
import { readEsco } from '../taxonomy/esco-rows.ts';
import { parseStarter, readStarterFiles } from '../taxonomy/starter.ts';
import { REFERENCE_DATA } from './corpus.ts';
import { createRandom, shuffle } from './random.ts';
import { type Examples, fitCalibration, fitLogistic } from './suggestions-fit.ts';

const ESCO = 'http://data.europa.eu/esco';

/** A graph with the ESCO concept behind each of its concepts, where there is one. */
export interface Taxonomy {
  name: string;
  graph: SkillGraph;
  uris: (string | undefined)[];
}

/** A second list of the same occupation, drawn up by others; `known` are the skills that it could have held. */
export interface SecondList {
  skills: Set<number>;
  known: Set<number>;
  /** The occupation of this graph whose list it is, if it is of this graph; then that must be hidden too. */
  from?: number;
}

/** How many skills are revealed as confirmed. */
export const REVEALED = [0, 1, 3, 5];
/** So many of the occupations are not learned from, but kept for calibration. */
const CALIBRATION_SHARE = 0.3;
/** Occupations that examples are made of, at most: more took longer and changed no weight. */
const MOST_OCCUPATIONS = 1000;
/** Of what came false one row in so many is kept, and stands for all. */
const FALSE_ROWS = 6;
/** So many of the best suggestions for each occupation are calibrated on. */
const SHOWN = 20;
/** Texts that are embedded at once. */
const BATCH = 2000;
/** Labels of one concept in one language that make its vector. */
const LABELS = 4;

/**
 * @param options.data folder of the reference data, whose `esco-1.1.1-en` is learned from too where it is there
 * @returns parameters, some kilobytes of JSON; the same for the same files and embedder
 *
 * @example writeFileSync(SUGGESTIONS_FILE, stringifySuggestions(await trainSuggestions(bundledEmbedder())));
 */
export async function trainSuggestions(
  embedder: Embedder,
  options: { data?: string; progress?: Progress } = {},
): Promise<SuggestionParameters> {
  const taxonomies = await readTaxonomies(embedder, options.data);
  using step = (options.progress ?? silent).step('Learning to suggest skills', taxonomies.length);
  const sets = taxonomies.map((taxonomy) => {
    const set = fitSuggestions(taxonomy.graph, {
      name: taxonomy.name,
      secondLists: secondLists(taxonomy, taxonomies),
    });
    step.advance();
    return set;
  });
  return { embedder: embedder.id, features: FEATURES, sets };
}

/** The text of the file, one taxonomy and situation a line. */
export function stringifySuggestions({ embedder, features, sets }: SuggestionParameters): string {
  const lines = sets.map(({ taxonomy, meanListLength, ...situations }) => {
    const fitted = SITUATIONS.map((name) => `      "${name}": ${JSON.stringify(situations[name])}`);
    return `    {\n      "taxonomy": "${taxonomy}",\n      "meanListLength": ${meanListLength},\n${fitted.join(',\n')}\n    }`;
  });
  return `{\n  "embedder": "${embedder}",\n  "features": ${JSON.stringify(features)},\n  "sets": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** The starter set, and ESCO where it is there, each with the label vectors of its concepts. */
export async function readTaxonomies(embedder: Embedder, data = REFERENCE_DATA): Promise<Taxonomy[]> {
  const taxonomies = [await readStarterTaxonomy(embedder)];
  const folder = join(data, 'esco-1.1.1-en');
  if (existsSync(folder)) taxonomies.push(await readEscoTaxonomy(folder, embedder));
  return taxonomies;
}

async function readStarterTaxonomy(embedder: Embedder): Promise<Taxonomy> {
  const { occupations, skills } = parseStarter(await readStarterFiles());
  const slugs = [...occupations.keys(), ...skills.keys()];
  const ids = new Map(slugs.map((slug, id) => [slug, id]));
  const relations: SkillRelation[] = [...occupations].flatMap(([slug, occupation]) =>
    (['essential', 'optional'] as const).flatMap((type) =>
      occupation[type].map((skill) => ({ occupation: ids.get(slug)!, skill: ids.get(skill)!, type })),
    ),
  );
  const entries = [...occupations.values(), ...skills.values()];
  return {
    name: 'starter',
    uris: entries.map(
      ({ esco }, i) => esco && `${ESCO}/${i < occupations.size ? 'occupation' : 'skill'}/${esco}`,
    ),
    graph: {
      concepts: [
        ...[...occupations.values()].map(({ isco }) => ({ kind: 'occupation' as const, iscoCode: isco })),
        ...[...skills.values()].map(() => ({ kind: 'skill' as const })),
      ],
      relations,
      vectors: await labelVectors(
        entries.map((entry) => [
          entry.nl,
          entry.en,
          entry.de,
          entry.uk,
          entry.ru,
          entry.ar,
          entry.fa,
          entry.tr,
          entry.ti,
        ]),
        embedder,
      ),
    },
  };
}

async function readEscoTaxonomy(folder: string, embedder: Embedder): Promise<Taxonomy> {
  const files = await findEscoFiles([folder]);
  const wanted = ['occupations', 'skills', 'skillRelations'];
  const esco = await readEsco(
    files.filter(({ kind }) => wanted.includes(kind)),
    silent,
  );
  const concepts = [...esco.concepts.values()];
  const ids = new Map(concepts.map(({ uri }, id) => [uri, id]));
  return {
    name: 'esco',
    uris: concepts.map(({ uri }) => uri ?? undefined),
    graph: {
      concepts: concepts.map(({ type, iscoCode }) =>
        type === 'occupation' ? { kind: 'occupation', iscoCode: iscoCode ?? null } : { kind: 'skill' },
      ),
      relations: esco.relations.flatMap(({ from, type, to }) => {
        const [occupation, skill] = [ids.get(from), ids.get(to)];
        return (type === 'essential' || type === 'optional') &&
          occupation !== undefined &&
          skill !== undefined
          ? [{ occupation, skill, type }]
          : [];
      }),
      vectors: await labelVectors(
        concepts.map(({ labels }) => [...labels.values()].map((texts) => [...texts])),
        embedder,
      ),
    },
  };
}

/** @param labels per concept and language, the preferred one first */
async function labelVectors(labels: string[][][], embedder: Embedder): Promise<Float32Array[]> {
  const texts = labels.flatMap((languages, id) =>
    languages.flatMap((own) => own.slice(0, LABELS).map((text) => ({ id, text }))),
  );
  const sums = labels.map(() => new Float32Array(embedder.dimensions));
  for (let start = 0; start < texts.length; start += BATCH) {
    const batch = texts.slice(start, start + BATCH);
    const vectors = await embedder.embed(batch.map(({ text }) => text));
    batch.forEach(({ id }, i) => {
      addScaled(sums[id]!, vectors[i]!, 1);
    });
  }
  return sums.map(normalize);
}

/**
 * Lists of the same occupation from another taxonomy; without another, of the other occupations of its ISCO-08 unit
 * group, which are less alike, so that the model is less sure than it could be.
 *
 * @returns by occupation, all in concepts of the first taxonomy
 */
export function secondLists(
  { name, graph, uris }: Taxonomy,
  taxonomies: Taxonomy[],
): Map<number, SecondList[]> {
  const lists = new Map<number, SecondList[]>();
  const other = taxonomies.find((taxonomy) => taxonomy.name !== name);
  const add = (occupation: number, list: SecondList) =>
    lists.set(occupation, [...(lists.get(occupation) ?? []), list]);
  if (other) {
    const mine = new Map(uris.flatMap((uri, id) => (uri ? [[uri, id] as const] : [])));
    const theirs = new Map<number, Set<number>>();
    const known = new Set<number>();
    for (const { occupation, skill } of other.graph.relations) {
      const [own, held] = [mine.get(other.uris[occupation] ?? ''), mine.get(other.uris[skill] ?? '')];
      if (held === undefined) continue;
      known.add(held);
      if (own !== undefined) theirs.set(own, (theirs.get(own) ?? new Set()).add(held));
    }
    for (const [occupation, skills] of theirs) add(occupation, { skills, known });
    return lists;
  }
  const own = new Map<number, Set<number>>();
  for (const { occupation, skill } of graph.relations)
    own.set(occupation, (own.get(occupation) ?? new Set()).add(skill));
  const known = new Set([...own.values()].flatMap((skills) => [...skills]));
  const codeOf = (id: number) => {
    const concept = graph.concepts[id]!;
    return concept.kind === 'occupation' ? concept.iscoCode : null;
  };
  for (const occupation of own.keys())
    for (const [sibling, skills] of own)
      if (sibling !== occupation && codeOf(sibling) && codeOf(sibling) === codeOf(occupation))
        add(occupation, { skills, known, from: sibling });
  return lists;
}

/**
 * For the situations `title` and `skills` an occupation's list is hidden and is what must be guessed; for `list` it is
 * shown and a second list of the same occupation must be guessed, which is how much a list is worth. In each, some
 * skills that hold are revealed as confirmed; those left over count for them too, or that a skill was not drawn would
 * itself tell against it, and a "yes" would make others less likely. Rejected ones have no weight of their own: drawn
 * as somebody would be shown them, they lie so close to what holds that their weight came out as 0. They work through
 * the occupations that need them (`REJECTED_ODDS`).
 *
 * @param graph nothing is learned from occupations without a list, so those to be tested on are best left without one
 */
export function fitSuggestions(
  graph: SkillGraph,
  options: { name: string; secondLists: Map<number, SecondList[]>; seed?: number },
): ParameterSet {
  const index = new GraphIndex(graph);
  const random = createRandom(options.seed ?? 1);
  const usable = index.occupations.flatMap((_, o) => (index.listOf(o).length > 0 ? [o] : []));
  const order = shuffle(usable, random);
  const evidence = new Evidence(index);
  const fit = (situation: Situation) => {
    const learn = empty();
    const kept: Examples[] = [];
    const suited = order
      .filter((o) => situation !== 'list' || options.secondLists.has(index.occupations[o]!))
      .slice(0, MOST_OCCUPATIONS);
    suited.forEach((o, i) => {
      const isKept = i < suited.length * CALIBRATION_SHARE;
      const lists =
        situation === 'list'
          ? options.secondLists
              .get(index.occupations[o]!)!
              .slice(0, 3)
              .map((list) => inIndex(list, index))
          : [{ skills: new Set(index.listOf(o)) }];
      // A small taxonomy is gone through for every number of revealed skills, a large one for one of them each.
      const rounds = suited.length * REVEALED.length <= 2 * MOST_OCCUPATIONS ? REVEALED.length : 1;
      for (let round = 0; round < rounds * lists.length; round++) {
        const list = lists[round % lists.length]!;
        const revealed = REVEALED[(i + round) % REVEALED.length]!;
        const into = isKept ? empty() : learn;
        if (isKept) kept.push(into);
        addExamples(into, o, list, situation, revealed, isKept ? 1 : FALSE_ROWS);
      }
    });
    const weights = fitLogistic(
      learn,
      // On a list that is known, a "yes" says nothing against the rest of it.
      FEATURES.map((feature) => (situation === 'list' && feature === 'known' ? 1 : SIGNS[feature])),
    );
    return { weights, calibration: fitCalibration(kept.flatMap((examples) => shown(examples, weights))) };
  };

  function addExamples(
    into: Examples,
    occupation: number,
    { skills, known, from }: Partial<SecondList> & { skills: Set<number> },
    situation: Situation,
    revealed: number,
    falseRows: number,
  ): void {
    const confirmed = shuffle([...skills], random).slice(
      0,
      situation === 'skills' ? Math.max(1, revealed) : revealed,
    );
    const ground: Ground = {
      ...(situation === 'skills'
        ? { usesList: false, experience: 1 }
        : groundOf(index, occupation, situation === 'list')),
      known: new Map(confirmed.map((skill) => [skill, 1])),
      rejected: new Set(),
      excluded: new Set(confirmed),
    };
    evidence.gather(ground, from ?? occupation);
    evidence.candidates.forEach((skill, row) => {
      if (known && !known.has(skill)) return;
      const outcome = Number(skills.has(skill));
      if (!outcome && random() * falseRows >= 1) return;
      for (let f = 0; f < FEATURES.length; f++)
        into.features.push(evidence.features[row * FEATURES.length + f]!);
      into.outcomes.push(outcome);
      into.weights.push(outcome ? skills.size / (skills.size - confirmed.length) : falseRows);
    });
  }

  const [list, title, skills] = SITUATIONS.map(fit) as [
    ReturnType<typeof fit>,
    ReturnType<typeof fit>,
    ReturnType<typeof fit>,
  ];
  return {
    taxonomy: options.name,
    meanListLength: Number(index.meanListLength.toFixed(2)),
    list,
    title,
    skills,
  };
}

function empty(): Examples {
  return { width: FEATURES.length, features: [], outcomes: [], weights: [] };
}

function inIndex({ skills, known, from }: SecondList, index: GraphIndex): SecondList {
  const all = (ids: Set<number>) => new Set([...ids].map((id) => index.skillOf[id]!));
  return {
    skills: all(skills),
    known: all(known),
    ...(from !== undefined && { from: index.occupationOf[from]! }),
  };
}

/** The best rows of one occupation: calibrated is what people see, and the best are better than they deserve. */
function shown({ width, features, outcomes, weights: counts }: Examples, weights: number[]) {
  const scored = outcomes.map((outcome, i) => {
    let score = 0;
    for (let f = 0; f < width; f++) score += weights[f]! * features[i * width + f]!;
    return { score, outcome, weight: counts[i]! };
  });
  return scored.sort((a, b) => b.score - a.score).slice(0, SHOWN);
}
