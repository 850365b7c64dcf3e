// Holds every answer that a test gets against the OpenAPI document: status, content type and body as it promises.
import assert from 'node:assert/strict';
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export interface Operation {
  method: string;
  /** As it is asked for, such as `/v1/vacancies/{vacancyId}`. */
  path: string;
  /** The operation as the document declares it. */
  declared: AnySchemaObject;
}

/** The OpenAPI document, and what can be asked of it. */
export class Contract {
  readonly document: AnySchemaObject;
  readonly operations: Operation[];
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #compiled = new Map<AnySchemaObject, ValidateFunction>();

  constructor(document: AnySchemaObject) {
    this.document = document;
    this.operations = Object.entries<AnySchemaObject>(document.paths).flatMap(([path, item]) =>
      Object.entries<AnySchemaObject>(item).map(([method, declared]) => ({
        method: method.toUpperCase(),
        path: document.servers[0].url + path,
        declared,
      })),
    );
    addFormats.default(this.#ajv);
    const schemas = Object.entries(document.components.schemas);
    this.#ajv.addSchema(
      {
        components: {
          schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, closed(schema, true)])),
        },
      },
      'contract',
    );
  }

  /** @returns what is wrong with a value, in words; empty when it fits a schema of the document */
  violations(schema: AnySchemaObject, value: unknown): string[] {
    let validate = this.#compiled.get(schema);
    if (!validate) {
      validate = this.#ajv.compile(rooted(closed(schema) as AnySchemaObject));
      this.#compiled.set(schema, validate);
    }
    validate(value);
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    );
  }

  /** @throws AssertionError when the document does not foresee this answer; what it does not describe passes */
  check(method: string, url: string, status: number, contentType: string | null, body: unknown): void {
    const operation = this.#find(method, new URL(url, 'http://api').pathname);
    if (!operation) return;
    const { operationId, responses } = operation.declared;
    const response = responses[status];
    assert.ok(response, `${operationId} answered ${status}, which the document does not mention`);
    const [media] = Object.entries<AnySchemaObject>(response.content ?? {});
    assert.equal(contentType, media?.[0] ?? null, `content type of ${operationId} ${status}`);
    const wrong = media ? this.violations(media[1].schema, body) : [];
    assert.deepEqual(wrong, [], `${operationId} ${status} against its schema`);
  }

  #find(method: string, path: string): Operation | undefined {
    return this.operations.find(
      (operation) =>
        operation.method === method &&
        new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
  }
}

/**
 * A copy whose objects refuse properties that they do not name, so that an undocumented field is noticed.
 *
 * @param part whether the schema is one of several that describe the same object, and so must let the others' pass
 */
function closed(node: unknown, part = false): unknown {
  if (Array.isArray(node)) return node.map((item) => closed(item, part));
  if (typeof node !== 'object' || node === null) return node;
  const copy: AnySchemaObject = Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, closed(child, key === 'allOf')]),
  );
  const describesObject = '$ref' in copy || 'allOf' in copy || (copy.type === 'object' && copy.properties);
  return describesObject && !part ? { ...copy, unevaluatedProperties: false } : copy;
}

/** A copy whose references lead into the document, wherever the schema itself stands. */
function rooted(schema: AnySchemaObject): AnySchemaObject {
  return JSON.parse(JSON.stringify(schema), (key, part) => (key === '$ref' ? `contract${part}` : part));
}
