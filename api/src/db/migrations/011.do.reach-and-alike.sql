-- Who is in reach is decided by the exact distance, for both sides alike; only what is shown of it is in steps.
alter table candidate_match drop column reach_km;
alter table candidate_match_next drop column reach_km;

-- The same for vacancies that are practically one: see `group` in vacancy_facts.
alter table vacancy_match add column alike integer;
alter table vacancy_match_next add column alike integer;

-- A licence now counts with those that it includes, and groups are others: `indexMissing` makes the rows anew.
truncate candidate_match, candidate_match_next, vacancy_match, vacancy_match_next;
