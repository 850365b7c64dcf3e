// A sentence-transformer in ONNX from a folder of this machine, run by the optional package @huggingface/transformers.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Embedder, inBatches } from './embedder.ts';

/** Not among our dependencies: with its runtime it is 470 MB, and most installations never use it. */
const LIBRARY: string = '@huggingface/transformers';
const BATCH = 32;

/** The files that a model's weights may stand in, and what the library calls that precision; the first found is taken. */
const PRECISIONS = [
  ['onnx/model.onnx', 'fp32'],
  ['onnx/model_fp16.onnx', 'fp16'],
  ['onnx/model_quantized.onnx', 'q8'],
  ['onnx/model_int8.onnx', 'int8'],
] as const;

/** What we use of the library; it cannot be the type of the package, which need not be there. */
export interface TransformersLibrary {
  env: { allowRemoteModels: boolean; localModelPath: string };
  pipeline(
    task: 'feature-extraction',
    model: string,
    options: { dtype: string },
  ): Promise<
    (
      texts: string[],
      options: { pooling: 'mean'; normalize: true },
    ) => Promise<{ data: Float32Array; dims: number[] }>
  >;
}

export interface TransformersOptions {
  /** Stands before every text, as some models were trained: E5 wants "query: ". */
  prefix?: string;
  library?: () => Promise<TransformersLibrary>;
}

/**
 * Tokens are averaged and the mean scaled to length 1. Nothing is fetched from anywhere.
 *
 * @param folder with config.json, tokenizer.json and onnx/model.onnx, as exported for Transformers.js
 * @throws Error that says what to install, or what the folder lacks
 * @example const e5 = await transformersEmbedder('models/multilingual-e5-small', { prefix: 'query: ' }); // 384 dimensions
 */
export async function transformersEmbedder(
  folder: string,
  { prefix = '', library = importLibrary }: TransformersOptions = {},
): Promise<Embedder> {
  const [weights, dtype] = checkFolder(folder);
  const { env, pipeline } = await library();
  env.allowRemoteModels = false;
  env.localModelPath = dirname(folder);
  const extract = await pipeline('feature-extraction', basename(folder), { dtype }).catch((cause) => {
    throw new Error(`The model in ${folder} did not load`, { cause });
  });
  const ask = async (texts: string[]): Promise<Float32Array[]> => {
    const { data, dims } = await extract(
      texts.map((text) => prefix + text),
      { pooling: 'mean', normalize: true },
    );
    const size = dims[1]!;
    return texts.map((_, i) => Float32Array.from(data.subarray(i * size, (i + 1) * size)));
  };
  const [probe] = await ask(['a']);
  const dimensions = probe!.length;
  return {
    // The files are part of what it is: vectors made with others must be made anew.
    id: `transformers-${basename(folder)}-${await fingerprint(folder, weights, prefix)}`,
    dimensions,
    embed: (texts) => inBatches(texts, { batch: BATCH, dimensions }, ask),
  };
}

function checkFolder(folder: string): (typeof PRECISIONS)[number] {
  const lacks = ['config.json', 'tokenizer.json'].filter((name) => !existsSync(join(folder, name)));
  const found = PRECISIONS.find(([name]) => existsSync(join(folder, name)));
  if (found && lacks.length === 0) return found;
  const missing = found ? lacks : [...lacks, PRECISIONS.map(([name]) => name).join(' or ')];
  throw new Error(`The model folder ${folder} lacks ${missing.join(', ')}`);
}

async function importLibrary(): Promise<TransformersLibrary> {
  try {
    return await import(LIBRARY);
  } catch (cause) {
    throw new Error(
      `NW_EMBEDDER asks for a sentence-transformer, which needs the package ${LIBRARY}. Install it: ` +
        `npx -y pnpm@12.21.0 --filter @nederlandwerkt/api add ${LIBRARY}@4`,
      { cause },
    );
  }
}

async function fingerprint(folder: string, weights: string, prefix: string): Promise<string> {
  const hash = createHash('sha256').update(prefix);
  for (const name of ['config.json', 'tokenizer.json', weights]) {
    for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk);
  }
  return hash.digest('hex').slice(0, 12);
}
