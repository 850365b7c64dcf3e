-- Partners and their keys; the key that signs candidate tokens.
create table partners (
  id uuid primary key,
  name text not null,
  type text not null check (type in ('employer', 'school', 'municipality', 'charity', 'media')),
  created_at timestamptz not null default now()
);

create table partner_keys (
  id uuid primary key,
  partner_id uuid not null references partners on delete cascade,
  kind text not null check (kind in ('publishable', 'secret')),
  -- SHA-256 of the key. The key has 192 random bits, so a slow hash would protect nothing more.
  hash bytea not null unique,
  -- The exact origins (scheme, host, port) that a publishable key may be used from.
  origins text[] not null default '{}',
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  check (kind = 'publishable' or origins = '{}')
);

-- One row, made by the first copy of the API that starts, so that all copies accept each other's tokens.
create table signing_keys (
  id integer primary key check (id = 1),
  secret bytea not null
);
