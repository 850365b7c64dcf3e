// Holds every answer that a test gets against the OpenAPI document: status, content type and body as it promises.
import assert from 'node:assert/strict';
import { type AnySchemaObject, Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

export interface Operation {
  method: string;
  /** As in the document, such as `/v1/vacancies/{vacancyId}`. */
  path: string;
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema: AnySchemaObject }> }>;
  /** The rest of the declaration, as the document has it. */
  declared: AnySchemaObject;
}

/** The OpenAPI document, and what can be asked of it. */
export class Contract {
  readonly document: AnySchemaObject;
  readonly operations: Operation[];
  readonly #ajv: Ajv2020;

  constructor(document: AnySchemaObject) {
    this.document = document;
    this.operations = Object.entries<AnySchemaObject>(document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => method in item).map((method) => {
        const { operationId, responses } = item[method];
        return { method: method.toUpperCase(), path, operationId, responses, declared: item[method] };
      }),
    );
    // Undocumented fields in an answer are a broken promise too: every object is closed while we test.
    this.#ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(closed(document), 'contract');
  }

  /** @returns what is wrong with a value, in words; empty when it fits the schema of the document */
  violations(schema: AnySchemaObject, value: unknown): string[] {
    const validate = this.#ajv.compile(closed(rooted(schema)));
    validate(value);
    return (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`);
  }

  /** @throws AssertionError when the document does not foresee this answer; paths outside of it are not its business */
  check(method: string, url: string, status: number, contentType: string | null, body: unknown): void {
    const operation = this.#find(method, new URL(url, 'http://api').pathname);
    if (!operation) return;
    const { operationId, responses } = operation;
    const response = responses[status];
    assert.ok(response, `${operationId} answered ${status}, which the document does not mention`);
    if (!response.content) return assert.equal(body, undefined, `${operationId}: ${status} has no body`);
    const [type, media] = Object.entries(response.content)[0]!;
    assert.equal(contentType, type, `content type of ${operationId} ${status}`);
    assert.deepEqual(this.violations(media.schema, body), [], `${operationId} ${status} against its schema`);
  }

  #find(method: string, path: string): Operation | undefined {
    return this.operations.find(
      (operation) =>
        operation.method === method &&
        new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
  }
}

/** A copy whose objects allow only the properties that they name. */
function closed(value: AnySchemaObject): AnySchemaObject {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    part?.type === 'object' && part.properties && !('additionalProperties' in part)
      ? { ...part, additionalProperties: false }
      : part,
  );
}

/** A copy whose references lead into the document, wherever the schema itself stands. */
function rooted(schema: AnySchemaObject): AnySchemaObject {
  return JSON.parse(JSON.stringify(schema), (key, part) => (key === '$ref' ? `contract${part}` : part));
}
