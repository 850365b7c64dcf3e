// Every environment variable that the API reads.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { EMBEDDER_FORMS, parseEmbedder } from './embedding/choose.ts';

const Config = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'DATABASE_URL must look like postgres://user:password@host:5432/name',
    })
    .optional(),
  /** Folder of the embedded database, used when DATABASE_URL is not set. */
  NW_DATA: z.string().default(join(import.meta.dirname, '../../.data/postgres')),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4100),
  /** Connections to a real PostgreSQL, and as many for the role that ranks; the embedded one always has one. */
  NW_CONNECTIONS: z.coerce.number().int().min(1).max(100).default(10),
  /** How long a match stays in the log, so that it can be explained and replayed. The AI Act asks for six months. */
  NW_MATCH_LOG_DAYS: z.coerce.number().int().min(1).max(3650).default(183),
  /** What turns words into vectors. With another one than before, the API makes its vectors anew while the old serve. */
  NW_EMBEDDER: z
    .string()
    .default('bundled')
    .transform((text, context) => {
      const choice = parseEmbedder(text);
      if (!choice) context.addIssue(`write ${EMBEDDER_FORMS}, not "${text}"`);
      return choice ?? z.NEVER;
    }),
  /** The bearer token for an `openai:` endpoint. */
  NW_EMBEDDER_KEY: z.string().optional(),
  /** Put before every text, as some models want it: `query: `. Not for the bundled one. */
  NW_EMBEDDER_PREFIX: z.string().optional(),
});
export type Config = z.infer<typeof Config>;

/** @throws Error that names every variable that is wrong */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  // An empty variable is one that nobody filled in, as in `PORT=` of an env file.
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Config.safeParse(filled);
  if (!parsed.success) {
    throw new Error(
      `Configuration: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    );
  }
  const folder = parsed.data.NW_DATA.replace(/^~(?=\/)/, homedir());
  return { ...parsed.data, NW_DATA: resolve(folder) };
}
