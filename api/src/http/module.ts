// A module is one resource's routes. Its validation reports all errors of query, path and body in one answer.
import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { routePath } from 'hono/route';
import type { Caller } from '../partners/caller.ts';
import { badInput, type InputError } from './problem.ts';
import './wording.ts';

export type AppEnv = { Variables: { caller: Caller } };

type Target = 'query' | 'param' | 'header' | 'cookie' | 'json' | 'form';
const PLACES: Partial<Record<Target, InputError['in']>> = { query: 'query', param: 'path', header: 'header' };

/** An empty router whose validators answer with problem details. */
export function createModule() {
  const module = new OpenAPIHono<AppEnv>({
    // Validators run one by one (query, path, body) and stop at the first that fails. The later ones are
    // therefore checked here, so that the caller sees everything at once.
    defaultHook: async (result, c) => {
      if (result.success) return;
      const errors = toErrors(result.target as Target, result.error.issues as z.core.$ZodIssue[]);
      if (result.target === 'query' || result.target === 'param') {
        errors.push(...(await laterErrors(module, result.target, c)));
      }
      throw badInput(errors);
    },
  });
  return module;
}

async function laterErrors(
  module: OpenAPIHono<AppEnv>,
  failed: 'query' | 'param',
  c: Context,
): Promise<InputError[]> {
  const path = routePath(c, -1).replace(/:(\w+)/g, '{$1}');
  const route = module.openAPIRegistry.definitions
    .filter((definition) => definition.type === 'route')
    .map((definition) => definition.route)
    .find((candidate) => candidate.method.toUpperCase() === c.req.method && path.endsWith(candidate.path));
  const errors: InputError[] = [];
  const params = route?.request?.params;
  if (failed === 'query' && params) {
    const parsed = await params.safeParseAsync(c.req.param());
    if (!parsed.success) errors.push(...toErrors('param', parsed.error.issues));
  }
  const media = route?.request?.body?.content?.['application/json'];
  const body = media && 'schema' in media ? media.schema : undefined;
  if (body && 'safeParseAsync' in body) {
    const json = await c.req.json().catch(() => undefined);
    const parsed = json === undefined ? undefined : await body.safeParseAsync(json);
    if (parsed && !parsed.success) errors.push(...toErrors('json', parsed.error.issues));
  }
  return errors;
}

function toErrors(target: Target, issues: readonly z.core.$ZodIssue[]): InputError[] {
  return issues.flatMap((issue) => {
    const at = (path: PropertyKey[]) =>
      target === 'json' ? `#${path.map((part) => `/${escapePointer(part)}`).join('')}` : path.join('.');
    const where = PLACES[target] ?? 'body';
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        in: where,
        pointer: at([...issue.path, key]),
        detail: `Unknown ${where === 'body' ? 'field' : 'parameter'}: remove it or check its spelling`,
      }));
    }
    return [{ in: where, pointer: at(issue.path), detail: issue.message }];
  });
}

/** RFC 6901, section 3. */
function escapePointer(part: PropertyKey): string {
  return String(part).replaceAll('~', '~0').replaceAll('/', '~1');
}
