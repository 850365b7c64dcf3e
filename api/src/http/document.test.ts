// The OpenAPI document keeps its promises: to OpenAPI 3.1, to the Dutch API Design Rules 2.x, and about null.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { AnySchemaObject } from 'ajv/dist/2020.js';
import { testApi } from '../testing.ts';

const { call, contract } = await testApi();
const { document, operations } = contract;
const { schemas } = document.components;

/** Every schema object inside a value, with where it stands. */
function* nodes(value: unknown, at = '#'): Generator<[at: string, node: AnySchemaObject]> {
  if (typeof value !== 'object' || value === null) return;
  yield [at, value as AnySchemaObject];
  for (const [key, child] of Object.entries(value)) yield* nodes(child, `${at}/${key}`);
}

describe('the document', () => {
  test('is valid OpenAPI 3.1', async () => {
    assert.match(document.openapi, /^3\.1\./);
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    assert.ok(valid, JSON.stringify(errors));
  });

  test('can be read by any page', async () => {
    const answer = await call('GET', '/v1/openapi.json', { origin: 'https://anyone.example' });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
    const preflight = await call('OPTIONS', '/v1/openapi.json', {
      origin: 'https://anyone.example',
      headers: { 'Access-Control-Request-Method': 'GET' },
    });
    assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), '*');
  });

  test('names a version, a contact and a licence', () => {
    assert.match(document.info.version, /^\d+\.\d+\.\d+$/);
    for (const part of ['name', 'url', 'email']) assert.ok(document.info.contact[part], part);
    assert.equal(document.info.license.identifier, 'EUPL-1.2');
  });

  test('has the major version in the address of the server, and in no path', () => {
    assert.deepEqual(
      document.servers.map(({ url }: { url: string }) => url),
      ['/v1'],
    );
    assert.ok(Object.keys(document.paths).every((path) => !path.includes('v1')));
  });

  test('has plural nouns in kebab-case in every path, and no slash at the end', () => {
    for (const path of Object.keys(document.paths)) {
      const [empty, ...parts] = path.split('/');
      assert.equal(empty, '', path);
      for (const part of parts) {
        assert.match(
          part,
          part.startsWith('{') ? /^\{[a-z][a-zA-Z]*\}$/ : /^[a-z]+(-[a-z]+)*s$|^[a-z-]*ies$/,
          path,
        );
      }
    }
  });

  test('gives every operation an id of its own, a summary, a known tag and its security', () => {
    const ids = operations.map(({ declared }) => declared.operationId);
    assert.equal(new Set(ids).size, ids.length);
    const tags = document.tags.map(({ name }: { name: string }) => name);
    for (const { declared } of operations) {
      assert.match(declared.operationId, /^[a-z][a-zA-Z]+$/);
      assert.ok(declared.summary);
      assert.ok(declared.tags.every((tag: string) => tags.includes(tag)));
      for (const scheme of declared.security) {
        assert.ok(Object.keys(scheme).every((name) => name in document.components.securitySchemes));
      }
      assert.ok(declared.security.length > 0);
    }
  });

  test('names the version header of every good answer, and the address of what was made', () => {
    for (const { declared } of operations) {
      for (const [status, { headers }] of Object.entries<AnySchemaObject>(declared.responses)) {
        if (Number(status) < 300) assert.ok(headers['API-Version'], declared.operationId);
        if (status === '201') assert.ok(headers.Location, declared.operationId);
      }
    }
  });

  test('says in its own words what a shape is, not in those of its first use', () => {
    assert.match(schemas.Language.description, /^BCP 47/);
    assert.match(schemas.ConceptReference.description, /^A skill or occupation/);
  });

  test('writes every field and parameter in camelCase, and the six letters of RIASEC as they are', () => {
    for (const [at, node] of nodes(document)) {
      if (node.type === 'object' && node.properties)
        for (const name of Object.keys(node.properties))
          assert.match(name, /^([a-z][a-zA-Z0-9]*|[RIASEC])$/, at);
      if (node.in && node.name && node.schema) assert.match(node.name, /^[a-z][a-zA-Z0-9]*$/, at);
    }
  });

  test('gives times as date-time', () => {
    for (const [at, node] of nodes(schemas)) {
      if (!/At$/.test(at)) continue;
      const [written] = node.anyOf ?? [node];
      assert.equal(written.format, 'date-time', at);
    }
  });

  test('gives only examples that fit their schema', () => {
    let seen = 0;
    for (const [at, node] of nodes(document)) {
      if (!('example' in node)) continue;
      seen++;
      assert.deepEqual(contract.violations(node, node.example), [], at);
    }
    assert.ok(seen > 20, `${seen} examples`);
  });

  test('refuses unknown fields in every body that we read', () => {
    for (const { declared } of operations) {
      const schema = declared.requestBody?.content['application/json'].schema;
      if (!schema) continue;
      assert.ok(
        contract.violations(schema, { unheardOf: 1 }).some((text) => /unheardOf/.test(text)),
        declared.operationId,
      );
    }
  });
});

describe('null', () => {
  const NULLABLE = {
    Vacancy: [
      'occupation',
      'educationLevel',
      'hoursMin',
      'closeReason',
      'closedAt',
      'description',
      'applicationUrl',
    ],
    VacancyCard: ['occupation', 'employerName', 'educationLevel', 'hoursMax'],
    Candidate: ['name', 'email', 'phone', 'birthDate', 'place', 'educationLevel', 'hoursMin'],
    CandidatePatch: ['name', 'place', 'educationLevel', 'hoursMax'],
    CandidateMatch: ['distanceKm'],
    Concept: ['uri'],
    VacancyPage: ['next'],
  };
  for (const [name, fields] of Object.entries(NULLABLE)) {
    test(`is foreseen in ${fields.join(', ')} of ${name}`, () => {
      for (const field of fields) {
        assert.deepEqual(contract.violations(schemas[name].properties[field], null), [], field);
      }
    });
  }

  test('is lost by .nullable() on a named schema, and kept by a union: why we write unions', () => {
    const Town = z.object({ name: z.string() }).openapi('Town');
    const Person = z
      .object({ nullable: Town.nullable(), union: z.union([Town, z.null()]) })
      .openapi('Person');
    const app = new OpenAPIHono();
    app.openapi(
      createRoute({
        method: 'get',
        path: '/people',
        responses: { 200: { description: 'One', content: { 'application/json': { schema: Person } } } },
      }),
      (c) => c.json({ nullable: null, union: null }, 200),
    );
    const { components } = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 't', version: '1' } });
    const { nullable, union } = (components!.schemas!.Person as AnySchemaObject).properties;
    assert.ok(JSON.stringify(union).includes('"null"'));
    assert.ok(
      !JSON.stringify(nullable).includes('"null"'),
      'the library keeps null now: `.nullable()` may replace our unions, and this test can go',
    );
  });
});

test('a file that describes its schemas takes z from the library that can: z of zod alone has no .openapi()', () => {
  const source = join(import.meta.dirname, '..');
  const describing = globSync('**/*.ts', { cwd: source })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => ({ file, text: readFileSync(join(source, file), 'utf8') }))
    .filter(({ text }) => text.includes('.openapi('));
  assert.ok(describing.length > 5);
  for (const { file, text } of describing)
    assert.doesNotMatch(text, /import [^;]*\bz\b[^;]* from 'zod'/, file);
});
