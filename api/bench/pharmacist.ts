// One person through the whole product, with what the API really answers: writes docs/a-pharmacist-near-zwolle.md.
// usage: npm run docs:pharmacist [-- --check]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CandidateInput, CandidateMatch, UnlockPath, VacancyMatch } from '@nederlandwerkt/sdk';
import { NederlandWerkt } from '@nederlandwerkt/sdk';
import { connect } from '../src/db/connect.ts';
import { bundledEmbedder } from '../src/embedding/bundled.ts';
import { createPartner } from '../src/partners/keys.ts';
import { seedPool } from '../src/pool/seed.ts';
import { prepare } from '../src/prepare.ts';
import { createProgress } from '../src/progress.ts';
import { startServer } from '../src/server.ts';

const OUT = join(import.meta.dirname, '../../docs/a-pharmacist-near-zwolle.md');
const POOL = { candidates: 4000, vacancies: 2000 };
const MORNING = { part: 'morning', reason: 'integration-course' } as const;

const PROFILE = {
  language: 'nl',
  occupations: [{ occupation: { text: 'صيدلاني' }, years: 6, lastYear: 2019 }],
  wishes: [{ occupation: { text: 'apotheker' }, certainty: 1 }],
  place: { text: 'Hattem' },
  maxDistanceKm: 15,
  transport: ['bicycle'],
  diploma: 'foreign',
  educationLevel: 6,
  educationField: '09',
  languages: [
    { language: 'ar', level: 'C2' },
    { language: 'en', level: 'B1' },
    { language: 'nl', level: 'A2', speaking: 'A2', writing: 'A1' },
  ],
  busy: [
    { day: 'mon', ...MORNING },
    { day: 'wed', ...MORNING },
    { day: 'fri', ...MORNING },
  ],
  workRight: { category: 'status-holder' },
  consent: { profile: true, matching: true, textVersion: '2026-11' },
} as const satisfies CandidateInput;

/** What an employer near Zwolle asks, beside the made-up pool. */
const DAYTIME = (['mon', 'tue', 'wed', 'thu', 'fri'] as const).flatMap((day) =>
  (['morning', 'afternoon'] as const).map((part) => ({ day, part })),
);
const VACANCIES = [
  {
    title: 'Apotheker',
    place: { text: 'Zwolle' },
    employerName: 'Apotheek aan de IJssel',
    languages: [{ language: 'nl', level: 'C1' }],
    shifts: DAYTIME,
  },
  {
    title: 'Apothekersassistent',
    place: { text: 'Zwolle' },
    employerName: 'Apotheek aan de IJssel',
    languages: [{ language: 'nl', level: 'B1' }],
    hoursMin: 16,
    hoursMax: 24,
    shifts: DAYTIME.filter(({ part }) => part === 'afternoon'),
  },
  {
    title: 'Productiemedewerker geneesmiddelen',
    occupation: { id: 'production-operator' },
    place: { text: 'Zwolle' },
    employerName: 'Overijssel Farma',
    languages: [{ language: 'nl', level: 'A2' }],
    shifts: DAYTIME,
  },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'pharmacist-'));
const config = { NW_DATA: join(folder, 'postgres'), NW_CONNECTIONS: 1 };

async function walk(): Promise<string> {
  const database = await connect(config);
  const embedder = bundledEmbedder();
  await prepare(database.sql, embedder, createProgress());
  await seedPool(database.sql, createProgress(), POOL);
  const { secret } = await createPartner(database.sql, { name: 'Voorbeeld', type: 'employer', origins: [] });
  const server = await startServer(database, embedder, { hostname: '127.0.0.1', port: 0 });
  const partner = new NederlandWerkt({ key: secret, baseUrl: server.url, language: 'nl' });

  const posted = [];
  for (const vacancy of VACANCIES) posted.push(await partner.vacancies.create(vacancy as never));
  const { candidate, token, understood } = await partner.candidates.signUp(PROFILE);
  const person = new NederlandWerkt({ key: token, baseUrl: server.url, language: 'nl' });
  const matches = await person.candidates.vacancyMatches(candidate.id, { limit: 10 });
  const path = await person.candidates.unlockPath(candidate.id, { text: 'apotheker' });

  const chosen = matches.items.find((match) => match.confirmable) ?? matches.items[0]!;
  const confirm = chosen.confirmable?.skills.slice(0, 2) ?? [];
  await person.candidates.update(candidate.id, {
    skills: confirm.map(({ id }) => ({ id, provenance: 'confirmed' })),
  });
  const after = await person.candidates.vacancyMatches(candidate.id, { limit: 10 });
  const chosenAfter = after.items.find((match) => match.vacancy.id === chosen.vacancy.id)!;

  const assistant = posted[1]!.vacancy;
  const employer = await partner.vacancies.candidateMatches(assistant.id, { limit: 100 });
  const seen = employer.items.find((match) => match.candidate.id === candidate.id);
  const whatIf = await partner.vacancies.whatIf(assistant.id);

  const refusal = await database
    .ranker((sql) => sql`select work_right from candidate_protected where candidate_id = ${candidate.id}`)
    .then(
      () => 'It could be read!',
      (error) => `ERROR ${error.code}: ${error.message}`,
    );
  // The data goes on changing; the logged match does not.
  await partner.vacancies.close(assistant.id, 'filled');
  await person.candidates.update(candidate.id, { place: { text: 'Maastricht' } });
  await server.stop();
  const replayed = execFileSync(
    process.execPath,
    [join(import.meta.dirname, '../src/cli.ts'), 'match', 'replay', matches.matchId],
    { env: { ...process.env, NW_DATA: config.NW_DATA, DATABASE_URL: '' }, encoding: 'utf8' },
  );

  return `${[
    '# A pharmacist near Zwolle',
    'One made-up person through the whole product. All below the headings is what the API answered; `npm run docs:pharmacist` makes this page anew, from the synthetic pool ' +
      `(${POOL.candidates} people, ${POOL.vacancies} vacancies) and three vacancies of one employer. The texts are the API's plain Dutch.`,
    '## Who she is',
    'She was a pharmacist in Syria for six years, until 2019, and her diploma compares to NLQF 6. She lives in Hattem, near Zwolle, goes by bicycle, at most 15 km, speaks Dutch at A2 and writes it at A1, and has an integration course on Monday, Wednesday and Friday mornings. She wrote her work in Arabic, and was understood:',
    json(understood.map(({ text, as, id, label }) => ({ text, as, id, label }))),
    `Nothing but her work, place, level and languages is known of what she can do, so ${candidate.skills.length} skills are predicted, each with probability ${candidate.skills[0]?.probability ?? '–'}, until she confirms them.`,
    '## What matches',
    `${matches.total} vacancies meet every condition (kind, reach, licences, must-haves, hours, language). The law is no condition of a match but a gate that is shown with it. The first ten of the answer:`,
    table(
      ['', 'Vacancy', 'Place', 'Score', 'Gates', 'Why', 'What is missing'],
      matches.items.map((match, i) => [
        String(i + 1),
        match.vacancy.title,
        `${match.vacancy.place.name}${match.distanceKm === null ? '' : `, ${match.distanceKm} km`}`,
        points(match.score),
        match.gates.map(({ kind }) => kind).join(', ') || '–',
        texts(match.strengths, 3),
        texts(match.gaps, 3),
      ]),
    ),
    `Every point can be read. Of “${chosen.vacancy.title}” (${points(chosen.score)}):`,
    contributions(chosen),
    '## Why not “apotheker”?',
    bullets(path.reasons),
    path.gate ? gate(path.gate) : '',
    '### The way there',
    unlock(path),
    '### Meanwhile',
    path.bridgingJobs.length > 0
      ? table(
          ['Work in the same field that is open without the registration, or sooner', 'Open vacancies'],
          path.bridgingJobs.map(({ occupation, vacancies }) => [occupation.label, String(vacancies)]),
        )
      : 'No bridging job is known.',
    '## After confirming two skills',
    chosen.confirmable
      ? `Beside “${chosen.vacancy.title}” stood: confirm ${chosen.confirmable.skills.map(({ label }) => `“${label}”`).join(', ')}, and ${points(chosen.score)} becomes ${points(chosen.confirmable.scoreAfter)}. She confirmed ${confirm.map(({ label }) => `“${label}”`).join(' and ')}:`
      : 'Nothing is left to confirm.',
    table(
      ['', 'Before', 'After'],
      [
        [`Score of “${chosen.vacancy.title}”`, points(chosen.score), points(chosenAfter.score)],
        [
          'Place in her list',
          String(matches.items.indexOf(chosen) + 1),
          String(after.items.indexOf(chosenAfter) + 1),
        ],
        ['Provenance of the two skills', provenances(chosen, confirm), provenances(chosenAfter, confirm)],
      ],
    ),
    '## What the employer sees',
    `“${assistant.title}” in ${assistant.place.name}, ${assistant.hoursMin} to ${assistant.hoursMax} hours, Dutch ${assistant.languages.map(({ level }) => level).join()}: ${employer.total} candidates meet every condition.`,
    seen ? card(seen, employer.items.indexOf(seen) + 1) : 'She does not stand among the first hundred.',
    '### What if',
    `${whatIf.suitable} are suitable now. One call says what each requirement costs:`,
    table(
      ['If', 'Suitable', 'Added'],
      whatIf.relaxations.map(({ message, suitable, added }) => [message.text, String(suitable), `+${added}`]),
    ),
    '## What stays',
    'The place of pharmacy assistant was filled, and she moved to Maastricht. Her first match, replayed from the log:',
    code(`$ pnpm match replay ${matches.matchId}\n${replayed.trim()}`),
    'The role that ranks, trying to read her residence status:',
    code(`select work_right from candidate_protected;\n${refusal}`),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

const points = (score: number) => (100 * score).toFixed(0);
const code = (text: string) => `\`\`\`\n${text}\n\`\`\``;
const json = (value: unknown) => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
const bullets = (messages: readonly { text: string }[]) => messages.map(({ text }) => `- ${text}`).join('\n');
const texts = (messages: readonly { text: string }[], most: number) =>
  messages
    .slice(0, most)
    .map(({ text }) => text)
    .join('<br>') || '–';

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

function contributions({ contributions, score }: VacancyMatch | CandidateMatch): string {
  return table(
    ['Factor', 'Basis', 'Value', 'Weight', 'Points', 'Evidence'],
    [
      ...contributions.map(({ factor, basis, value, weight, contribution, evidence }) => [
        factor,
        basis,
        value === null ? '–' : value.toFixed(2),
        weight.toFixed(3),
        (100 * contribution).toFixed(1),
        Object.entries(evidence)
          .map(([name, fact]) => `${name} ${typeof fact === 'number' ? Math.round(fact * 100) / 100 : fact}`)
          .join(', ') || '–',
      ]),
      ['Together', '', '', '', (100 * score).toFixed(1), ''],
    ],
  );
}

function gate({
  message,
  steps,
  notes,
  verified,
  sourceUrl,
  checkedOn,
}: NonNullable<UnlockPath['gate']>): string {
  const source = sourceUrl ? ` Source: <${sourceUrl}>, read on ${checkedOn}.` : '';
  return `**${message.text}**${verified ? '' : ' (not verified)'}${source}\n\n${steps.map(({ text }, i) => `${i + 1}. ${text}`).join('\n')}\n\n${bullets(notes)}`;
}

function unlock({ steps, weeksMin, weeksMax, vacancies }: UnlockPath): string {
  const weeks = (from: number | null, to: number | null) => `${from ?? '?'} to ${to ?? '?'}`;
  return [
    `${vacancies.total} open vacancies, ${vacancies.within} within reach; ${vacancies.openNow} open to her now, ${vacancies.openAfter} at the end. Together ${weeks(weeksMin, weeksMax)} weeks; “?”: no source tells.`,
    table(
      ['', 'Step', 'Weeks', 'Basis', 'Opens'],
      steps.map(({ message, weeksMin, weeksMax, basis, sometimes, opens }, i) => [
        String(i + 1),
        `${message.text}${sometimes ? ' (not asked of everybody)' : ''}`,
        weeks(weeksMin, weeksMax),
        basis,
        String(opens),
      ]),
    ),
  ].join('\n\n');
}

function provenances({ matchedSkills }: VacancyMatch, skills: readonly { id: string }[]): string {
  return skills
    .map(({ id }) => matchedSkills.find(({ skill }) => skill.id === id)?.provenance ?? 'not asked here')
    .join(', ');
}

function card(match: CandidateMatch, place: number): string {
  const { candidate } = match;
  return [
    `She is number ${place}, without name, place or years:`,
    table(
      ['Work', 'Languages', 'Education', 'Distance', 'Score', 'Not met'],
      [
        [
          candidate.occupations.map(({ label }) => label).join(', '),
          candidate.languages.map(({ language, level }) => `${language} ${level}`).join(', '),
          String(candidate.educationLevel ?? '–'),
          match.distanceKm === null ? '–' : `up to ${match.distanceKm} km`,
          points(match.score),
          match.unmet.join(', ') || '–',
        ],
      ],
    ),
    bullets([...match.strengths, ...match.gaps, ...match.gates.map(({ message }) => message)]),
  ].join('\n\n');
}

try {
  const text = await walk();
  writeFileSync(OUT, text);
  console.log(`Wrote ${OUT}`);
} finally {
  rmSync(folder, { recursive: true });
}
