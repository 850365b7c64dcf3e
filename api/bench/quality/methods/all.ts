// The methods that are measured, simple ones first; the last one is what the product serves.
import { basename } from 'node:path';
import { readConfig } from '../../../src/config.ts';
import { chooseEmbedder } from '../../../src/embedding/choose.ts';
import { bundledEmbedder } from '../../../src/embedding/hashed.ts';
import type { Method } from '../method.ts';
import { bm25 } from './bm25.ts';
import { embedderMethod } from './embedder.ts';
import { exact } from './exact.ts';
import { tfIdf } from './tf-idf.ts';

export function allMethods(): Method[] {
  return [
    exact,
    tfIdf,
    bm25,
    ...configured(),
    embedderMethod(bundledEmbedder, { name: 'bundled', title: 'bundled model' }),
  ];
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
