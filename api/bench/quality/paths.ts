// npm and pnpm run scripts in the project's folder; a path on the command line means where the user stands.
import { resolve } from 'node:path';

export function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
