// The facts that factors read, as one document per person and per vacancy: written with every change, decoded to score.
import type { Fragment } from 'postgres';
import type { Queryable, Transaction } from '../db/connect.ts';
import { CEFR_LEVELS } from '../http/schema.ts';
import { DAYS, PARTS } from './day-parts.ts';
import type {
  AskedSkill,
  Busy,
  Factor,
  LanguageSkills,
  PersonSide,
  PersonSkill,
  Position,
  Provenance,
  Riasec,
  SkillLevel,
  Transport,
  VacancySide,
} from './factors/factor.ts';
import { withIncluded } from './licences.ts';
import { once } from './once.ts';

/** CEFR ordinals of reading, listening, speaking and writing, by language. */
type LanguageFacts = Record<string, [number, number, number, number]>;

/** As it stands in `candidate_facts.facts`: short, because a match reads a hundred. */
export interface PersonFacts {
  skills: [id: number, provenance: Provenance, probability: number, level: SkillLevel | null][];
  rejected: number[];
  experience: [occupation: number, years: number | null, lastYear: number | null, unpaid: boolean][];
  wishes: [occupation: number, certainty: number][];
  education: [min: number, max: number, field: string | null] | null;
  interests: Partial<Record<Riasec, number>> | null;
  aptitude: number | null;
  /** Where the person lives, and where else she expects to live. */
  places: [x: number, y: number, when: 'now' | 'expected'][];
  transport: Transport[];
  maxDistanceKm: number;
  maxTravelMinutes: number | null;
  busy: [mask: number, reason: Busy['reason']][];
  hours: [min: number | null, max: number | null];
  languages: LanguageFacts | null;
  licences: string[];
  optOut: Factor[];
}

/** As it stands in `vacancy_facts.facts`. */
export interface VacancyFacts {
  occupation: number | null;
  skills: [id: number, importance: AskedSkill['importance'], level: SkillLevel | null][];
  education: [min: number, max: number | null, field: string | null] | null;
  place: [x: number, y: number];
  shifts: number;
  hours: [min: number | null, max: number | null];
  languages: LanguageFacts;
  licences: string[];
  /**
   * The same for vacancies that are practically one, which do not fill a list: one employer's for one kind of place and
   * work. Where the employer has no name, also of one title in one place.
   */
  group: string;
}

/** Facts do not change and stay in memory from answer to answer, see facts-cache.ts, so each is decoded once. */
export const personSideOf = once((facts: PersonFacts): PersonSide => {
  return {
    skills: new Map(
      facts.skills.map(([id, provenance, probability, level]): [number, PersonSkill] => [
        id,
        { provenance, probability, level },
      ]),
    ),
    rejected: facts.rejected,
    experience: facts.experience.map(([occupation, years, lastYear, unpaid]) => ({
      occupation,
      years,
      lastYear,
      unpaid,
    })),
    wishes: facts.wishes.map(([occupation, certainty]) => ({ occupation, certainty })),
    education: facts.education && {
      min: facts.education[0],
      max: facts.education[1],
      field: facts.education[2],
    },
    interests: facts.interests,
    aptitude: facts.aptitude,
    // Facts of before told no kind.
    places: facts.places.map(([x, y, when = 'now']) => ({ x, y, when })),
    transport: facts.transport,
    maxDistanceKm: facts.maxDistanceKm,
    maxTravelMinutes: facts.maxTravelMinutes,
    busy: facts.busy.map(([mask, reason]) => ({ mask, reason })),
    hoursMin: facts.hours[0],
    hoursMax: facts.hours[1],
    languages: facts.languages ? toLanguages(facts.languages) : undefined,
    licences: withIncluded(facts.licences),
    optOut: facts.optOut,
  };
});

export const vacancySideOf = once((facts: VacancyFacts): VacancySide => {
  return {
    occupation: facts.occupation,
    skills: new Map(
      facts.skills.map(([id, importance, level]): [number, AskedSkill] => [id, { importance, level }]),
    ),
    education: facts.education && {
      min: facts.education[0],
      max: facts.education[1],
      field: facts.education[2],
    },
    place: toPosition(facts.place),
    shifts: facts.shifts,
    hoursMin: facts.hours[0],
    hoursMax: facts.hours[1],
    languages: toLanguages(facts.languages),
    licences: facts.licences,
  };
});

const toPosition = ([x, y]: [number, number]): Position => ({ x, y });

const toLanguages = (facts: LanguageFacts) =>
  new Map(
    Object.entries(facts).map(
      ([language, [reading, listening, speaking, writing]]): [string, LanguageSkills] => [
        language,
        { reading, listening, speaking, writing },
      ],
    ),
  );

/**
 * Writes a new version of the facts of some candidates, or of all, where they changed. Call after what they are made of
 * was written, in the same transaction.
 */
export async function writeCandidateFacts(tx: Transaction, ids?: string[]): Promise<void> {
  await writeChanged(
    tx,
    'candidate_facts',
    tx`
      select c.id, jsonb_build_object(
        'skills', coalesce((select jsonb_agg(jsonb_build_array(concept_id, provenance, probability, level) order by concept_id)
          from candidate_skills where candidate_id = c.id), '[]'),
        'rejected', to_jsonb(array(select concept_id from candidate_rejected_skills where candidate_id = c.id order by concept_id)),
        'experience', coalesce((select jsonb_agg(jsonb_build_array(concept_id, years, last_year, unpaid) order by concept_id)
          from candidate_occupations where candidate_id = c.id), '[]'),
        'wishes', coalesce((select jsonb_agg(jsonb_build_array(concept_id, certainty) order by concept_id)
          from candidate_wishes where candidate_id = c.id), '[]'),
        'education', case when c.education_level is not null then
          jsonb_build_array(c.education_level, coalesce(c.education_level_max, c.education_level), c.education_field) end,
        'interests', c.interests,
        'aptitude', c.aptitude_level,
        'places', coalesce((select jsonb_agg(jsonb_build_array(x, y, case when id = c.place_id then 'now' else 'expected' end) order by id <> c.place_id)
          from places where id in (c.place_id, c.next_place_id)), '[]'),
        'transport', to_jsonb(c.transport),
        'maxDistanceKm', c.max_distance_km,
        'maxTravelMinutes', c.max_travel_minutes,
        'busy', coalesce((select jsonb_agg(jsonb_build_array(mask, reason) order by reason)
          from (select b ->> 'reason' as reason, ${maskOf(tx, tx`b`)} as mask
            from jsonb_array_elements(c.busy) b group by 1) by_reason), '[]'),
        'hours', jsonb_build_array(c.hours_min, c.hours_max),
        'languages', ${languageFacts(tx, tx`c.languages`)},
        'licences', to_jsonb(c.licences),
        'optOut', to_jsonb(c.opt_out)
      ) as facts
      from candidates c ${ids ? tx`where c.id = any(${ids}::uuid[])` : tx``}`,
  );
}

/** As `writeCandidateFacts`, of vacancies. */
export async function writeVacancyFacts(tx: Transaction, ids?: string[]): Promise<void> {
  await writeChanged(
    tx,
    'vacancy_facts',
    tx`
      select v.id, jsonb_build_object(
        'occupation', v.occupation_id,
        'skills', coalesce((select jsonb_agg(jsonb_build_array(concept_id, importance, level) order by concept_id)
          from vacancy_skills where vacancy_id = v.id), '[]'),
        'education', case when v.education_level is not null then
          jsonb_build_array(v.education_level, v.education_level_max, v.education_field) end,
        'place', (select jsonb_build_array(x, y) from places where id = v.place_id),
        'shifts', (select ${maskOf(tx, tx`s`)} from jsonb_array_elements(v.shifts) s),
        'hours', jsonb_build_array(v.hours_min, v.hours_max),
        'languages', coalesce(${languageFacts(tx, tx`v.languages`)}, '{}'),
        'licences', to_jsonb(v.licences),
        'group', md5(concat_ws('|', v.partner_id, v.kind, coalesce(v.occupation_id::text, lower(v.title)),
          coalesce(v.employer_name, concat_ws('|', lower(v.title), v.place_id))))
      ) as facts
      from vacancies v ${ids ? tx`where v.id = any(${ids}::uuid[])` : tx``}`,
  );
}

/** Facts of one version, as they were when a match was logged. */
export async function readFacts(
  sql: Queryable,
  table: 'candidate_facts' | 'vacancy_facts',
  versions: { id: string; version: number }[],
): Promise<Map<string, object>> {
  const rows = await sql<{ id: string; facts: object }[]>`
    select id, facts from ${sql(table)} join unnest(
      ${versions.map(({ id }) => id)}::uuid[], ${versions.map(({ version }) => version)}::bigint[]
    ) asked (id, version) using (id, version)`;
  return new Map(rows.map(({ id, facts }) => [id, facts]));
}

/** @param made a query of (id, facts) */
async function writeChanged(
  tx: Transaction,
  table: 'candidate_facts' | 'vacancy_facts',
  made: Fragment,
): Promise<void> {
  await tx`
    insert into ${tx(table)} (id, facts)
    select id, facts from (${made}) made
    where facts is distinct from (
      select facts from ${tx(table)} latest where latest.id = made.id order by version desc limit 1)`;
}

/** An aggregate over rows `part` of { day, part }: the mask of day-parts.ts. 0 when there are none. */
function maskOf(sql: Queryable, part: Fragment): Fragment {
  return sql`coalesce(bit_or(1 << (
    (array_position(${[...DAYS]}::text[], ${part} ->> 'day') - 1) * ${PARTS.length}
    + array_position(${[...PARTS]}::text[], ${part} ->> 'part') - 1)), 0)`;
}

/** `[{ language, level, speaking? … }]` as LanguageFacts; null when there are none. */
function languageFacts(sql: Queryable, languages: Fragment): Fragment {
  const ordinal = (skill: string) => sql`
    array_position(${[...CEFR_LEVELS]}::text[], coalesce(l ->> ${skill}, l ->> 'level')) - 1`;
  return sql`(
    select jsonb_object_agg(l ->> 'language', jsonb_build_array(
      ${ordinal('reading')}, ${ordinal('listening')}, ${ordinal('speaking')}, ${ordinal('writing')}))
    from jsonb_array_elements(${languages}) l)`;
}
