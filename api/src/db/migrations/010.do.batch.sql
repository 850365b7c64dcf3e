-- The nightly match of everybody with everything, for alerts and reports. Whoever reads it joins the match tables: those
-- who withdrew since then are not there any more.
create table batch_runs (
  id bigint generated always as identity primary key,
  started_at timestamptz not null,
  finished_at timestamptz not null default now(),
  -- { candidates, vacancies, feasiblePairs, scoredPairs }
  counts jsonb not null,
  weights jsonb not null,
  -- { taxonomy, embedder, engine }
  versions jsonb not null,
  -- How often people stand in the lists of vacancies, when each takes its best and as balanced: Gini coefficient over all
  -- who meet every condition of some vacancy, and the share of them who stand in a list.
  gini_before double precision not null,
  gini_after double precision not null,
  coverage_before double precision not null,
  coverage_after double precision not null,
  -- By direction, before and after: { gini, coverage, meanScore }.
  exposure jsonb not null
);

create table batch_matches (
  run_id bigint not null references batch_runs on delete cascade,
  direction text not null check (direction in ('vacancies-for-person', 'candidates-for-vacancy')),
  vacancy_id uuid not null references vacancies on delete cascade,
  candidate_id uuid not null references candidates on delete cascade,
  -- From 1, in the list of the person or of the vacancy.
  rank smallint not null,
  -- An employer's is of distances in steps, so the same pair may have two.
  score double precision not null,
  primary key (run_id, direction, vacancy_id, candidate_id)
);
create index batch_matches_candidate on batch_matches (candidate_id);
create index batch_matches_vacancy on batch_matches (vacancy_id);
