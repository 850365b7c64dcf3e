// Tokens of one candidate: a signed statement that its bearer may read, change and delete that one profile.
import { randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Sql } from '../db/connect.ts';

const ISSUER = 'nederlandwerkt';
/** Long enough to finish a sign-up on a shared tablet, short enough for the next person on it. */
const TOKEN_MINUTES = 60;

interface CandidateClaims {
  candidateId: string;
  partnerId: string;
  /** The key under which the person signed up: revoking it ends its tokens too. */
  keyId: string;
}

export class CandidateTokens {
  readonly #sql: Sql;
  #secret: Promise<Uint8Array> | undefined;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async issue({
    candidateId,
    partnerId,
    keyId,
  }: CandidateClaims): Promise<{ token: string; expiresAt: Date }> {
    const expiresAt = new Date(Math.floor(Date.now() / 1000 + TOKEN_MINUTES * 60) * 1000);
    const token = await new SignJWT({ partnerId, keyId })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setSubject(candidateId)
      .setIssuedAt()
      .setExpirationTime(expiresAt)
      .sign(await this.#key());
    return { token, expiresAt };
  }

  /** @returns the claims, or undefined for a token that is forged, expired or of another kind */
  async verify(token: string): Promise<CandidateClaims | undefined> {
    try {
      const { payload } = await jwtVerify<{ partnerId: string; keyId: string }>(token, await this.#key(), {
        issuer: ISSUER,
        algorithms: ['HS256'],
        requiredClaims: ['sub', 'exp', 'partnerId', 'keyId'],
      });
      return { candidateId: payload.sub!, partnerId: payload.partnerId, keyId: payload.keyId };
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J'))
        return undefined;
      throw error;
    }
  }

  /** One secret for all copies of the API; whoever comes first makes it. */
  #key(): Promise<Uint8Array> {
    this.#secret ??= this.#load().catch((error) => {
      this.#secret = undefined;
      throw error;
    });
    return this.#secret;
  }

  async #load(): Promise<Uint8Array> {
    await this
      .#sql`insert into signing_keys (id, secret) values (1, ${randomBytes(32)}) on conflict do nothing`;
    const [row] = await this.#sql<{ secret: Buffer }[]>`select secret from signing_keys where id = 1`;
    return row!.secret;
  }
}
