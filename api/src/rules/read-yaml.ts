// Reads a YAML file and checks its shape.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';

/** @throws Error that names the file and the path in it */
export function readYaml<Shape extends z.ZodType>(
  folder: string,
  file: string,
  shape: Shape,
): z.infer<Shape> {
  const parsed = shape.safeParse(parseYaml(folder, file));
  if (parsed.success) return parsed.data;
  throw new Error(
    parsed.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`).join('\n'),
  );
}

function parseYaml(folder: string, file: string): unknown {
  try {
    return parse(readFileSync(join(folder, file), 'utf8'));
  } catch (cause) {
    throw new Error(`${file}: ${(cause as Error).message}`, { cause });
  }
}
