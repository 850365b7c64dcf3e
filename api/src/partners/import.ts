// Adds partners from a JSON file with keys chosen beforehand, as the demo needs them. Partners that are there stay.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Sql } from '../db/connect.ts';
import { checkOrigins, createPartner, findKey, PARTNER_TYPES } from './keys.ts';

const PartnerFile = z.array(
  z.strictObject({
    name: z.string().min(1),
    type: z.enum(PARTNER_TYPES),
    origins: z.array(z.string()),
    publishableKey: z.string().startsWith('nw_pk_'),
    secretKey: z.string().startsWith('nw_sk_'),
  }),
);

/**
 * @returns how many were added
 * @throws Error when the file is not as it should be
 */
export async function importPartners(sql: Sql, file: string): Promise<number> {
  const partners = PartnerFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  let added = 0;
  for (const { publishableKey, secretKey, ...partner } of partners) {
    const known = await findKey(sql, publishableKey);
    if (known) {
      checkOrigins(partner.origins);
      await sql`update partner_keys set origins = ${partner.origins} where id = ${known.id}`;
    } else {
      await createPartner(sql, partner, { publishable: publishableKey, secret: secretKey });
      added++;
    }
  }
  return added;
}
