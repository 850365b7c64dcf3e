-- What was imported last from each source, so that a start with nothing new costs one comparison.
create table imports (
  source text primary key,
  fingerprint text not null,
  imported_at timestamptz not null default now()
);

-- ESCO also groups skills (fields of knowledge after ISCED-F, kinds of activity): kept for their `broader` relations.
alter table concepts drop constraint concepts_type_check;
alter table concepts add check (type in ('skill', 'skill-group', 'occupation', 'isco-08-group'));
