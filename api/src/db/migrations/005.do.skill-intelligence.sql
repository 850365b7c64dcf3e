-- Labels that no native speaker has read; interests of an occupation; vectors of any embedder.
alter table labels add column draft boolean not null default false;
alter table concepts
  -- Interests that the work speaks to (Holland's RIASEC), the strongest first.
  add column riasec text check (riasec ~ '^[RIASEC]{1,3}$'),
  -- Embedders differ in dimensions; all vectors of one table have the same.
  alter column label_embedding type vector,
  alter column embedding type vector;
alter table candidate_match alter column embedding type vector;
alter table vacancy_match alter column embedding type vector;

-- One row: which taxonomy stands here, so that every copy of the API sees when it changed, and whose vectors it has.
create table taxonomy_state (
  id integer primary key check (id = 1),
  version bigint not null,
  embedder text
);
insert into taxonomy_state values (1, 0, null);

-- What a person said no to: not predicted, not suggested again.
create table candidate_rejected_skills (
  candidate_id uuid not null references candidates on delete cascade,
  concept_id integer not null references concepts,
  primary key (candidate_id, concept_id)
);
