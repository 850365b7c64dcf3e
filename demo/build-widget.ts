// Builds the widget when its script is missing or older than what it is made from.
import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');
const SOURCES = ['widget/src', 'widget/xliff', 'widget/vite.config.ts', 'sdk/src'];

/** Folder of the built script. */
export const widgetFolder = join(root, 'widget/dist');

/** @throws Error with what the build printed, when it fails */
export async function buildWidget(): Promise<void> {
  const built = statSync(join(widgetFolder, 'nederlandwerkt.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.every((source) => newest(join(root, source)) <= built)) return;
  const build = ['--filter', '@nederlandwerkt/widget', 'run', 'build'];
  await promisify(execFile)('pnpm', build, { cwd: root }).catch(({ message, stdout }) => {
    throw new Error(`The widget could not be built.\n${stdout ?? ''}${message}`);
  });
}

/** Time of the last change of a file, or of the files in a folder. */
function newest(path: string): number {
  const status = statSync(path);
  if (status.isFile()) return status.mtimeMs;
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}
