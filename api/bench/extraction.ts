// Three real-looking texts with what is read out of them: prints them, and writes docs/extraction.md.
// usage: npm run bench:extraction
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from '../src/db/connect.ts';
import { bundledEmbedder } from '../src/embedding/bundled.ts';
import type { Language } from '../src/http/schema.ts';
import { prepare } from '../src/prepare.ts';
import { createProgress } from '../src/progress.ts';
import { createServices } from '../src/services.ts';
import { DUTCH_VACANCY, ENGLISH_CV, UKRAINIAN_LIFE_STORY } from '../src/skills/facts/texts.ts';
import type { SkillExtraction, Span } from '../src/skills/schema.ts';

const FILE = join(import.meta.dirname, '../../docs/extraction.md');
const TEXTS: { title: string; text: string; language: Language }[] = [
  { title: 'A Dutch vacancy', text: DUTCH_VACANCY, language: 'nl' },
  { title: 'A paragraph of an English CV', text: ENGLISH_CV, language: 'en' },
  { title: 'A Ukrainian life story with unpaid care work', text: UKRAINIAN_LIFE_STORY, language: 'uk' },
];
/** Written by hand, after reading the tables. */
const MISSES = `## What it misses
Our own reading of these three texts, of skills and occupations: 6 of 7 shown were right in the vacancy, 5 of 5 in the CV, 7 of 11 in the life story. The texts were at hand while thresholds were chosen, so other texts will do worse. It leaves out more than it invents, on purpose: a wrong skill in somebody's profile costs more trust than a missing one costs time, and the person is asked about kindred skills anyway.

Missed in the vacancy: inverters, explaining to customers, the warehouse. In the CV: most of the pharmacy and laboratory work, translating, deliveries, driving a car. In the life story: the cook (the word is inflected), caring for her mother, cakes. Wrong in the life story: staff leave, an English teacher, a kitchen team, a food technologist: neighbours in meaning that the text does not speak of.

In general: what is told in many words without any word of the label ("I was up every night for her") is rarely found; a denial ("I never cooked for money") is not noticed for skills, only for languages; who did it ("my brother is a welder") is not told apart; inflected words of Ukrainian, Russian, Arabic and Turkish are found by their first letters only; confidences of skills are ordered but only roughly calibrated, those of facts not at all.`;

const database = await connect({ DATABASE_URL: undefined, NW_DATA: 'memory://', NW_CONNECTIONS: 1 });
const embedder = bundledEmbedder();
await prepare(database.sql, embedder, createProgress());
const { skills } = createServices(database.sql, embedder);
const parts: string[] = [];
for (const { title, text, language } of TEXTS) {
  const rows = rowsOf(await skills.extract({ text, language }));
  parts.push(`## ${title}\n${marked(text, rows)}\n\n${table(rows)}`);
}
await database.close();
const intro =
  '# What is read out of a text\nMade by `npm run bench:extraction` with the starter taxonomy; do not edit. Bold: the words that something was read from. The texts are made up.';
const document = `${[intro, ...parts, MISSES].join('\n\n')}\n`;
console.log(document);
await writeFile(FILE, document);

interface Row {
  what: string;
  found: string;
  confidence: number;
  spans: Span[];
}

function rowsOf(extraction: SkillExtraction): Row[] {
  const { skills, occupations, languages, drivingLicences, education, experience } = extraction;
  return [
    ...occupations.map(({ occupation, years, ...rest }) => ({
      what: 'occupation',
      found: `${occupation.label}${years === null ? '' : `, ${years} years`}`,
      ...rest,
    })),
    ...skills.map(({ skill, ...rest }) => ({ what: 'skill', found: skill.label, ...rest })),
    ...languages.map(({ language, level, ...rest }) => ({
      what: 'language',
      found: `${language}${level ? ` ${level}` : ''}`,
      ...rest,
    })),
    ...drivingLicences.map(({ category, ...rest }) => ({
      what: 'driving licence',
      found: category,
      ...rest,
    })),
    ...education.map(({ nlqf, ...rest }) => ({
      what: 'education',
      found: nlqf ? `NLQF ${nlqf.min} to ${nlqf.max}` : 'level unknown',
      ...rest,
    })),
    ...experience.map(({ years, ...rest }) => ({ what: 'experience', found: `${years} years`, ...rest })),
  ];
}

/** The text with every stretch in bold that something was read from; stretches that overlap become one. */
function marked(text: string, rows: Row[]): string {
  const spans = rows.flatMap((row) => row.spans).sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (let i = 0; i < spans.length; i++) {
    const { start } = spans[i]!;
    let { end } = spans[i]!;
    while (i + 1 < spans.length && spans[i + 1]!.start <= end) end = Math.max(end, spans[++i]!.end);
    out += `${text.slice(at, start)}**${text.slice(start, end).trim()}**`;
    at = end;
  }
  return `> ${(out + text.slice(at)).trim().replace(/\n/g, '\n> ')}`;
}

function table(rows: Row[]): string {
  const lines = rows.map(
    ({ what, found, confidence, spans }) =>
      `| ${what} | ${found} | ${confidence.toFixed(2)} | ${spans.map(({ start, end, text }) => `${start}–${end} “${text}”`).join('; ')} |`,
  );
  return ['| | found | confidence | words |', '|---|---|---:|---|', ...lines]
    .join('\n')
    .replaceAll('\n> ', ' ');
}
