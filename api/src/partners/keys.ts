// Partner keys: nw_pk_… stands in a page and may match, search and sign up; nw_sk_… stays on a server.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Sql } from '../db/connect.ts';

export const PARTNER_TYPES = ['employer', 'school', 'municipality', 'charity', 'media'] as const;
type KeyKind = 'publishable' | 'secret';
const PREFIX: Record<KeyKind, string> = { publishable: 'nw_pk_', secret: 'nw_sk_' };

/** 192 random bits behind a prefix that says what kind of key it is. Shown once; only its hash is kept. */
export function newKey(kind: KeyKind): string {
  return PREFIX[kind] + randomBytes(24).toString('base64url');
}

export function looksLikeKey(text: string): boolean {
  return text.startsWith(PREFIX.publishable) || text.startsWith(PREFIX.secret);
}

function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

interface PartnerKey {
  id: string;
  partnerId: string;
  kind: KeyKind;
  origins: string[];
}

export async function findKey(sql: Sql, key: string): Promise<PartnerKey | undefined> {
  const [row] = await sql<PartnerKey[]>`
    select id, partner_id, kind, origins from partner_keys
    where hash = ${hashKey(key)} and revoked_at is null`;
  return row;
}

/** Is this origin bound to any publishable key? Decides who may read an answer (CORS), not what is in it. */
export async function isKnownOrigin(sql: Sql, origin: string): Promise<boolean> {
  const rows = await sql`
    select 1 from partner_keys where ${origin} = any(origins) and revoked_at is null limit 1`;
  return rows.length > 0;
}

/** An active key by its id, for tokens that were given out under it. */
export async function findKeyById(sql: Sql, id: string): Promise<PartnerKey | undefined> {
  const [row] = await sql<PartnerKey[]>`
    select id, partner_id, kind, origins from partner_keys where id = ${id} and revoked_at is null`;
  return row;
}

/**
 * Makes a partner with one publishable and one secret key.
 *
 * @param origins exact origins, such as https://www.example.nl
 * @throws RangeError when an origin is not exactly scheme, host and port
 */
export async function createPartner(
  sql: Sql,
  partner: { name: string; type: (typeof PARTNER_TYPES)[number]; origins: string[] },
  keys: Record<KeyKind, string> = { publishable: newKey('publishable'), secret: newKey('secret') },
): Promise<{ partnerId: string } & Record<KeyKind, string>> {
  checkOrigins(partner.origins);
  const partnerId = randomUUID();
  await sql.begin(async (tx) => {
    await tx`insert into partners (id, name, type) values (${partnerId}, ${partner.name}, ${partner.type})`;
    for (const kind of ['publishable', 'secret'] as const) {
      const origins = kind === 'publishable' ? partner.origins : [];
      await tx`
        insert into partner_keys (id, partner_id, kind, hash, origins)
        values (${randomUUID()}, ${partnerId}, ${kind}, ${hashKey(keys[kind])}, ${origins})`;
    }
  });
  return { partnerId, ...keys };
}

/** @throws RangeError when one is not exactly scheme, host and port */
export function checkOrigins(origins: string[]): void {
  const wrong = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong !== undefined) {
    throw new RangeError(
      `"${wrong}" is not an origin: write scheme, host and port only, as https://www.example.nl`,
    );
  }
}
