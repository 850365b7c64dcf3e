// Who is calling: a partner by key, or one candidate by token.
export type Caller =
  | { kind: 'publishable'; partnerId: string; keyId: string; origins: string[] }
  | { kind: 'secret'; partnerId: string; keyId: string }
  | { kind: 'candidate'; partnerId: string; keyId: string; candidateId: string };
