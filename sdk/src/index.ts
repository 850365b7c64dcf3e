// What a developer imports.
export { type ClientOptions, NederlandWerkt, type RequestOptions } from './client.ts';
export * from './errors.ts';
export type * from './generated/schema.ts';
