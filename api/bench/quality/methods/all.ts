// The methods that are measured, simple ones first; the last one is what the product serves.
import { basename } from 'node:path';
import { readConfig } from '../../../src/config.ts';
import { bundledEmbedder } from '../../../src/embedding/bundled.ts';
import { chooseEmbedder } from '../../../src/embedding/choose.ts';
import type { Embedder } from '../../../src/embedding/embedder.ts';
import { parseStarter, readStarterFiles } from '../../../src/taxonomy/starter.ts';
import { REFERENCE_DATA } from '../../../src/training/corpus.ts';
import { readCorpus } from '../../../src/training/model.ts';
import type { Method } from '../method.ts';
import { bm25 } from './bm25.ts';
import { embedderMethod } from './embedder.ts';
import { exact } from './exact.ts';
import { fusedMethod, type Knowledge, type KnowledgeOf } from './fused.ts';
import { tfIdf } from './tf-idf.ts';

/** @param knowledge what the product's own methods may use for a set; all there is unless told */
export function allMethods(knowledge: KnowledgeOf = everything()): Method[] {
  return [exact, tfIdf, bm25, ...configured(), bundled(knowledge), fusedMethod(knowledge)];
}

/** The model that ships, or for sets of held-out labels the one that never saw them. */
function bundled(knowledge: KnowledgeOf): Method {
  const names = { name: 'bundled', title: 'bundled model' };
  const methods = new Map<Embedder, Method>();
  return {
    ...names,
    async prepare(corpus, context) {
      const { embedder } = await knowledge(context);
      const method = methods.get(embedder) ?? embedderMethod(() => embedder, names);
      methods.set(embedder, method);
      return method.prepare(corpus, context);
    },
  };
}

/** The bundled model and every label, of ESCO too where it stands beside the project. */
function everything(): KnowledgeOf {
  let all: Promise<Knowledge> | undefined;
  return () => {
    all ??= readStarterFiles().then((files) => ({
      embedder: bundledEmbedder(),
      groups: readCorpus(parseStarter(files), REFERENCE_DATA).groups,
    }));
    return all;
  };
}

/** The embedder of NW_EMBEDDER, when that is another than the bundled one. */
function configured(): Method[] {
  const config = readConfig();
  const choice = config.NW_EMBEDDER;
  if (choice.kind === 'bundled') return [];
  const title = choice.kind === 'openai' ? choice.model : basename(choice.folder);
  return [embedderMethod(() => chooseEmbedder(config), { name: 'configured', title })];
}

/** @throws Error that lists the methods there are */
export function methodCalled(name: string | undefined, methods = allMethods()): Method {
  const method = name === undefined ? methods.at(-1) : methods.find((one) => one.name === name);
  if (method) return method;
  throw new Error(
    `There is no method "${name}". Choose one of: ${methods.map((one) => one.name).join(', ')}`,
  );
}
