// Titles and descriptions of vacancies, in the Dutch that employers write.
import type { VacancyKind } from '../http/schema.ts';
import type { Chance } from './chance.ts';

export const VAGUE_TITLES = [
  'Allround toppers gezocht',
  'Duizendpoot (m/v)',
  'Weekendhulp',
  'Doe jij met ons mee?',
];

type Title = (label: string, hours: number | undefined) => string;

const PLAIN: Title = (label) => capital(label);
const TITLES: Record<VacancyKind, Title[]> = {
  job: [
    PLAIN,
    PLAIN,
    (label) => `${capital(label)} (m/v)`,
    (label) => `${capital(label)} m/v/x`,
    (label) => `${capital(label)} gezocht`,
    (label) => `Ervaren ${label}`,
    (label) => `Wij zoeken een ${label}`,
    (label, hours) => `${capital(label)}${hours ? ` ${hours} uur` : ' fulltime'}`,
    (label) => `${capital(label)} (parttime)`,
  ],
  apprenticeship: [
    (label) => `Leerling ${label} (BBL)`,
    (label) => `BBL ${label}`,
    (label) => `Leerwerkplek ${label}`,
  ],
  internship: [(label) => `Stage ${label}`, (label) => `Stagiair(e) ${label}`],
  'work-experience': [
    (label) => `Werkervaringsplaats ${label}`,
    (label) => `${capital(label)} (werkervaringsplek)`,
  ],
  volunteering: [(label) => `Vrijwilliger ${label}`, (label) => `Vrijwilligerswerk als ${label}`],
  course: [
    (label) => `Cursus ${label}`,
    (label) => `Opleiding tot ${label}`,
    (label) => `Training: werken als ${label}`,
  ],
};

export function titleOf(label: string, kind: VacancyKind, hours: number | undefined, chance: Chance): string {
  return chance.one(TITLES[kind])(label, hours);
}

const OPENINGS: Record<VacancyKind, (label: string, town: string) => string> = {
  job: (label, town) => `Voor ons team in ${town} zoeken wij een ${label}.`,
  apprenticeship: (label, town) => `In ${town} leer je het vak van ${label} terwijl je werkt.`,
  internship: (label, town) => `Loop stage in ${town} en ontdek het werk van ${label}.`,
  'work-experience': (label, town) => `In ${town} kun je werkervaring opdoen als ${label}.`,
  volunteering: (label, town) => `Wil je als vrijwilliger in ${town} helpen als ${label}?`,
  course: (label, town) => `In deze cursus in ${town} leer je de basis voor het werk als ${label}.`,
};
const CLOSINGS = [
  'Ervaring is mooi, maar het hoeft niet: wij leren je het werk.',
  'Je werkt in een klein team en krijgt een vaste begeleider.',
  'Je Nederlands hoeft niet perfect te zijn.',
  'Samen kijken we welke dagen en uren bij je passen.',
  'Reiskosten betalen wij.',
  'Kom gerust eerst een dag meelopen.',
];

const LIST = new Intl.ListFormat('nl');

/** A few plain sentences. @param skills labels; a few of them are named */
export function describe(
  { label, kind, town, skills }: { label: string; kind: VacancyKind; town: string; skills: string[] },
  chance: Chance,
): string {
  const tasks = chance.some(skills, 3);
  return [
    OPENINGS[kind](label, town),
    ...(tasks.length > 0 ? [`Hier heb je mee te maken: ${LIST.format(tasks)}.`] : []),
    ...chance.some(CLOSINGS, chance.int(1, 3)),
  ].join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
