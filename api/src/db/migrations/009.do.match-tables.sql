-- The tables that retrieval reads and nothing else, made anew with all hard conditions (decision 0003). They hold no name,
-- birth date, nationality or status. Their rows come from what people and employers told: `indexMissing` makes them.
drop table candidate_match_next, candidate_match, vacancy_match_next, vacancy_match;

-- People who travel about as far as each other are in one ring, and a ring has its own squares of the map: a third of
-- its width, so that a few hundred squares hold all who can come to a place. Mirrored by matching/zones.ts.
create function ring_of(limit_km real) returns integer language sql immutable parallel safe
return width_bucket(limit_km, array[5.5, 10.5, 15.5, 20.5, 30.5, 40.5, 60.5, 120.5]::real[]);

-- A square as one integer for a B-tree; -1 without a place.
create function zone_of(x real, y real, ring integer) returns integer language sql immutable parallel safe
return case when x = 'NaN' then -1 else (ring << 18)
  | (floor((x + 400) / (array[5, 10, 15, 20, 30, 40, 60, 120, 2400]::real[])[ring + 1] * 3)::integer << 9)
  | floor((y + 400) / (array[5, 10, 15, 20, 30, 40, 60, 120, 2400]::real[])[ring + 1] * 3)::integer end;

-- Nothing of fixed length is null, so that PostgreSQL finds a column without walking past those before it: what is
-- unknown has a value that meets or misses as it should. What conditions read comes first, in one line of the processor's
-- cache: most rows are read no further.
create table candidate_match (
  -- Bits in the order of VACANCY_KINDS.
  kinds smallint not null,
  -- CEFR ordinal, 0 is A0 and 6 is C2; 7 when nothing was told about languages.
  dutch smallint not null,
  -- 0 and 168 when open.
  hours_min smallint not null,
  hours_max smallint not null,
  -- Where the person lives, and where else she expects to live: km on the plane of places/geometry.ts, NaN when unknown.
  -- Who told only the second has it as the first, so x tells whether any is known.
  x real not null,
  y real not null,
  next_x real not null,
  next_y real not null,
  max_distance_km real not null,
  -- Distances are told in steps of 5 km: within reach is what is told as no more than the limit.
  reach_km real not null generated always as (floor(max_distance_km / 5) * 5) stored,
  zone integer not null generated always as (zone_of(x, y, ring_of(max_distance_km))) stored,
  next_zone integer not null generated always as (zone_of(next_x, next_y, ring_of(max_distance_km))) stored,
  -- Bits in the order of LICENCES.
  licences integer not null,
  id uuid primary key references candidates on delete cascade,
  facts_version bigint not null,
  embedding vector,
  -- Concepts that the person has: stated, confirmed or verified, never predicted.
  skills integer[] not null,
  -- CEFR ordinals by language; null when nothing was told.
  languages jsonb
);
create index candidate_match_zone on candidate_match (zone, dutch);
create index candidate_match_next_zone on candidate_match (next_zone, dutch) where next_zone >= 0;

create table vacancy_match (
  kinds smallint not null,
  -- What the work needs at least; 0 when it needs none.
  dutch smallint not null,
  hours_min smallint not null,
  hours_max smallint not null,
  x real not null,
  y real not null,
  zone integer not null generated always as (zone_of(x, y, ring_of(30))) stored,
  licences integer not null,
  id uuid primary key references vacancies on delete cascade,
  facts_version bigint not null,
  embedding vector,
  -- Marked must-have.
  skills integer[] not null,
  -- CEFR ordinals that are needed of other languages than Dutch; null when none is.
  languages jsonb
);
create index vacancy_match_zone on vacancy_match (zone, dutch);

-- halfvec is half as large and as fast to compare; where PostgreSQL runs as WebAssembly it is slower than vector.
do $$
begin
  if version() not like '%emscripten%' then
    alter table candidate_match alter column embedding type halfvec;
    alter table vacancy_match alter column embedding type halfvec;
  end if;
end $$;

create table candidate_match_next (like candidate_match including all);
alter table candidate_match_next add foreign key (id) references candidates on delete cascade;
create table vacancy_match_next (like vacancy_match including all);
alter table vacancy_match_next add foreign key (id) references vacancies on delete cascade;
grant select on candidate_match, candidate_match_next, vacancy_match, vacancy_match_next to nw_ranker;
