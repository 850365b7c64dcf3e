// The embedder that the configuration names.
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { bundledEmbedder } from './bundled.ts';
import type { Embedder } from './embedder.ts';
import { httpEmbedder } from './http.ts';
import { transformersEmbedder } from './transformers.ts';

export type EmbedderChoice =
  | { kind: 'bundled' }
  | { kind: 'transformers'; folder: string }
  | { kind: 'openai'; baseUrl: string; model: string };

export const EMBEDDER_FORMS = 'bundled, transformers:<folder> or openai:<base url>#<model>';

/**
 * @returns undefined when the text has none of the forms
 * @example parseEmbedder('openai:https://api.openai.com/v1#text-embedding-3-large')
 */
export function parseEmbedder(text: string): EmbedderChoice | undefined {
  if (text === 'bundled') return { kind: 'bundled' };
  const [, kind, rest] = /^(transformers|openai):(.+)$/.exec(text) ?? [];
  if (kind === 'transformers') return { kind, folder: rest! };
  if (kind !== 'openai' || !URL.canParse(rest!)) return undefined;
  const { protocol, hash } = new URL(rest!);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  if (!isWeb || hash.length < 2) return undefined;
  return {
    kind,
    baseUrl: rest!.slice(0, rest!.indexOf('#')).replace(/\/+$/, ''),
    model: decodeURIComponent(hash.slice(1)),
  };
}

/**
 * @throws Error that says what is missing: a package, a file of the model, an answer of the endpoint
 * @example const embedder = await chooseEmbedder(readConfig());
 */
export async function chooseEmbedder(
  config: Pick<Config, 'NW_EMBEDDER' | 'NW_EMBEDDER_KEY' | 'NW_EMBEDDER_PREFIX'>,
): Promise<Embedder> {
  const { NW_EMBEDDER: choice, NW_EMBEDDER_KEY: key, NW_EMBEDDER_PREFIX: prefix } = config;
  if (choice.kind === 'bundled') return bundledEmbedder();
  if (choice.kind === 'openai') return httpEmbedder({ ...choice, key, prefix });
  // pnpm runs scripts in the project's folder; paths mean where the user stands.
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), choice.folder);
  return transformersEmbedder(folder, { prefix });
}
