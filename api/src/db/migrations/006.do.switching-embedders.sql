-- Vectors of another embedder are made beside those that serve, and then change places with them (decision 0007).
alter table taxonomy_state
  -- The version that the serving vectors were made from; behind `version` when an import could not make them.
  add column vectors_version bigint,
  -- Whose vectors stand in the columns and tables called next; 'leftover' for those of before the last change of places.
  add column next_embedder text,
  -- The version that next_embedding of the concepts was made from; null while it is incomplete.
  add column next_version bigint;
update taxonomy_state set vectors_version = version where embedder is not null;

alter table concepts
  -- A hash of the labels that next_label_embedding was made from: work that was interrupted goes on where it was.
  add column next_labels text,
  add column next_label_embedding vector,
  add column next_embedding vector;

-- Whole rows, so that changing places leaves nothing behind. A row that is not here is still to be made.
create table candidate_match_next (like candidate_match including all);
alter table candidate_match_next add foreign key (id) references candidates on delete cascade;
create table vacancy_match_next (like vacancy_match including all);
alter table vacancy_match_next add foreign key (id) references vacancies on delete cascade;
