-- More that people and employers can tell, the facts that scoring reads, the log of matches, and the role that ranks.
alter table candidates
  -- Where the person expects to live.
  add column next_place_id integer references places,
  -- A foreign diploma is a range: education_level is its lower end.
  add column education_level_max smallint check (education_level_max between 1 and 8),
  -- Broad field of ISCED-F 2013.
  add column education_field text check (education_field ~ '^(0[0-9]|10)$'),
  add column interests jsonb,
  add column aptitude_level smallint check (aptitude_level between 1 and 8),
  add column transport text[] not null default '{}',
  add column max_travel_minutes smallint,
  -- [{ day, part, reason }], see matching/day-parts.ts.
  add column busy jsonb not null default '[]',
  add column licences text[] not null default '{}',
  -- Factors that the person does not want to be judged by.
  add column opt_out text[] not null default '{}';

alter table candidate_occupations
  add column last_year smallint,
  add column unpaid boolean not null default false;

alter table candidate_skills
  drop constraint candidate_skills_provenance_check,
  add check (provenance in ('verified', 'confirmed', 'stated', 'predicted')),
  add column probability real not null default 1 check (probability between 0 and 1),
  add column level smallint check (level between 1 and 3);

create table candidate_wishes (
  candidate_id uuid not null references candidates on delete cascade,
  concept_id integer not null references concepts,
  certainty real not null check (certainty between 0 and 1),
  primary key (candidate_id, concept_id)
);

-- What the law forbids to rank by stands here, out of reach of the role that ranks.
create table candidate_protected (
  candidate_id uuid primary key references candidates on delete cascade,
  work_right text,
  work_right_until date
);

alter table vacancies
  add column education_level_max smallint check (education_level_max between 1 and 8),
  add column education_field text check (education_field ~ '^(0[0-9]|10)$'),
  add column licences text[] not null default '{}',
  -- [{ day, part }], see matching/day-parts.ts.
  add column shifts jsonb not null default '[]';

create index vacancies_occupation on vacancies (occupation_id) where status = 'open';

alter table vacancy_skills
  drop constraint vacancy_skills_importance_check,
  add check (importance in ('must-have', 'essential', 'optional')),
  add column level smallint check (level between 1 and 3);

-- Of use in any work: working together, being on time, learning.
alter table concepts add column transversal boolean not null default false;

-- What a factor may know of a person or a vacancy, as one document. A change makes a new version, so that a logged
-- match can be computed again from what was known then.
create sequence facts_versions;
create table candidate_facts (
  id uuid not null references candidates on delete cascade,
  version bigint not null default nextval('facts_versions'),
  facts jsonb not null,
  made_at timestamptz not null default now(),
  primary key (id, version)
);
create table vacancy_facts (
  id uuid not null references vacancies on delete cascade,
  version bigint not null default nextval('facts_versions'),
  facts jsonb not null,
  made_at timestamptz not null default now(),
  primary key (id, version)
);

-- Every answer of the engine: what it was asked, with which weights and versions, what it looked at and in which order.
create table match_log (
  id uuid primary key,
  at timestamptz not null default now(),
  direction text not null check (direction in ('vacancies-for-person', 'candidates-for-vacancy')),
  -- { kind, partnerId, candidateId }: who asked.
  actor jsonb not null,
  -- The candidate or the vacancy that was asked for; null for an anonymous profile.
  subject_id uuid,
  -- { facts, year, limit }: the side that asked, as the factors saw it.
  inputs jsonb not null,
  weights jsonb not null,
  -- { taxonomy, embedder, engine }
  versions jsonb not null,
  total integer not null,
  -- What was scored: ids, the versions of their facts, and the conditions that they do not meet, in the order of retrieval.
  scored_ids uuid[] not null,
  scored_facts bigint[] not null,
  scored_unmet integer[] not null,
  -- [{ id, score, values }] in the order of the answer.
  shown jsonb not null
);
create index match_log_at on match_log (at);
create index match_log_subject on match_log (subject_id);

-- Append-only. What may go is what retention or a person's erasure removes, and those say so for their transaction.
create function keep_match_log() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('nw.may_delete_log', true) = 'yes' then
    return old;
  end if;
  raise exception 'match_log is append-only';
end $$;
create trigger keep_match_log before update or delete on match_log for each row execute function keep_match_log();

-- The role that ranks. It reads what matching may know, and nothing else: no name, birth date, residence status.
do $$
begin
  if not exists (select from pg_roles where rolname = 'nw_ranker') then
    begin
      create role nw_ranker nologin;
    exception
      -- Another database of this server made it at the same moment.
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'This role may not create the role that ranks. Let an administrator run: create role nw_ranker nologin; grant nw_ranker to %;', current_user;
    end;
  end if;
  if not pg_has_role(current_user, 'nw_ranker', 'member') then
    execute format('grant nw_ranker to %I', current_user);
  end if;
end $$;
grant usage on schema public to nw_ranker;
grant select on
  concepts, labels, relations, places, taxonomy_state,
  candidate_match, candidate_match_next, candidate_facts, vacancy_match, vacancy_match_next, vacancy_facts
  to nw_ranker;
