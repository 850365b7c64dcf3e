-- What people and employers tell, and the narrow tables that matching reads.
create table vacancies (
  id uuid primary key,
  partner_id uuid not null references partners on delete cascade,
  status text not null default 'open' check (status in ('open', 'closed')),
  close_reason text check (close_reason in ('filled', 'withdrawn', 'expired')),
  kind text not null,
  title text not null,
  description text,
  employer_name text,
  application_url text,
  place_id integer not null references places,
  occupation_id integer references concepts,
  education_level smallint,
  hours_min smallint,
  hours_max smallint,
  languages jsonb not null default '[]',
  -- Names of the fields that we filled in from the title, because the employer left them open.
  inferred text[] not null default '{}',
  -- Words that fit no concept or place that we know, kept as they were written.
  unrecognised jsonb not null default '[]',
  synthetic boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  closed_at timestamptz
);
create index vacancies_partner on vacancies (partner_id, created_at desc, id);

create table vacancy_skills (
  vacancy_id uuid not null references vacancies on delete cascade,
  concept_id integer not null references concepts,
  importance text not null check (importance in ('essential', 'optional')),
  inferred boolean not null default false,
  primary key (vacancy_id, concept_id)
);

create table candidates (
  id uuid primary key,
  partner_id uuid not null references partners,
  name text,
  email text,
  phone text,
  birth_date date,
  language text not null,
  place_id integer references places,
  max_distance_km smallint not null,
  kinds text[] not null,
  diploma text not null default 'unknown' check (diploma in ('unknown', 'none', 'foreign', 'dutch')),
  education_level smallint,
  hours_min smallint,
  hours_max smallint,
  languages jsonb not null default '[]',
  -- Words that fit no concept or place that we know, kept as they were written.
  unrecognised jsonb not null default '[]',
  synthetic boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index candidates_partner on candidates (partner_id, created_at desc, id);

create table candidate_occupations (
  candidate_id uuid not null references candidates on delete cascade,
  concept_id integer not null references concepts,
  years smallint,
  primary key (candidate_id, concept_id)
);

create table candidate_skills (
  candidate_id uuid not null references candidates on delete cascade,
  concept_id integer not null references concepts,
  -- A predicted skill is one that the person's occupation usually brings; it weighs less and is shown as such.
  provenance text not null check (provenance in ('stated', 'predicted')),
  primary key (candidate_id, concept_id)
);

create table consents (
  candidate_id uuid not null references candidates on delete cascade,
  purpose text not null check (purpose in ('profile', 'matching')),
  text_version text not null,
  language text not null,
  given_at timestamptz not null default now(),
  primary key (candidate_id, purpose)
);

-- Retrieval reads these two and nothing else. They hold no name, birth date, nationality or status.
-- `languages` maps a language to its CEFR ordinal (0 is A0, 6 is C2), null when nothing was said; education is NLQF 1..8.
create table candidate_match (
  id uuid primary key references candidates on delete cascade,
  kinds text[] not null,
  x real,
  y real,
  max_distance_km real not null,
  -- The square around the circle that the person can reach; null without a place.
  reach box generated always as (
    box(point(x - max_distance_km, y - max_distance_km), point(x + max_distance_km, y + max_distance_km))
  ) stored,
  languages jsonb,
  education smallint,
  hours_min smallint,
  hours_max smallint,
  embedding vector(256)
);

create index candidate_match_reach on candidate_match using gist (reach);
create index candidate_match_anywhere on candidate_match (id) where reach is null;

create table vacancy_match (
  id uuid primary key references vacancies on delete cascade,
  kind text not null,
  x real not null,
  y real not null,
  languages jsonb,
  education smallint,
  hours_min smallint,
  hours_max smallint,
  embedding vector(256)
);
