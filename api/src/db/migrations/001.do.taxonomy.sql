-- The taxonomy (ESCO, ISCO-08) with its labels, relations and vectors; and the places of the Netherlands.
create extension if not exists vector;
create extension if not exists pg_trgm;

create table concepts (
  id integer generated always as identity primary key,
  -- The identifier that the API shows: a slug of the starter set, else the UUID or ISCO code at the end of the ESCO URI.
  code text not null unique,
  uri text unique,
  type text not null check (type in ('skill', 'occupation', 'isco-08-group')),
  skill_type text check (skill_type in ('skill', 'knowledge')),
  isco_code text,
  nlqf_min smallint check (nlqf_min between 1 and 8),
  nlqf_max smallint check (nlqf_max between 1 and 8),
  regulated boolean not null default false,
  source text not null,
  -- What the concept is called: the labels of all languages in the embedder's space. Finds a concept from words.
  label_embedding vector(256),
  -- What the concept is: its labels and its neighbours in the relation graph, length 1. Compares people and vacancies.
  embedding vector(256)
);
create index concepts_type on concepts (type);

create table labels (
  concept_id integer not null references concepts on delete cascade,
  language text not null,
  kind text not null check (kind in ('preferred', 'alternative')),
  text text not null,
  -- The text as `fold()` writes it: lower-case ASCII, so that one trigram index serves every script and every locale.
  folded text not null,
  source text not null,
  primary key (concept_id, language, text)
);
create unique index labels_preferred on labels (concept_id, language) where kind = 'preferred';
create index labels_folded on labels (folded text_pattern_ops);
create index labels_trigrams on labels using gin (folded gin_trgm_ops);

create table relations (
  from_id integer not null references concepts on delete cascade,
  type text not null check (type in ('essential', 'optional', 'broader')),
  to_id integer not null references concepts on delete cascade,
  source text not null,
  primary key (from_id, type, to_id)
);
create index relations_to on relations (to_id, type);

create table places (
  id integer generated always as identity primary key,
  code text not null unique,
  kind text not null check (kind in ('town', 'postcode')),
  name text not null,
  province text,
  population integer not null default 0,
  latitude double precision not null,
  longitude double precision not null,
  -- km east and north of Amersfoort on a plane (see places/geometry.ts).
  x real not null,
  y real not null
);

create table place_names (
  place_id integer not null references places on delete cascade,
  folded text not null,
  primary key (place_id, folded)
);
create index place_names_folded on place_names (folded text_pattern_ops);
create index place_names_trigrams on place_names using gin (folded gin_trgm_ops);
