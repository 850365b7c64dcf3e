// A small, typed world for the tests: if the contract changes its shapes, this file does not compile any more.
import type {
  Candidate,
  CandidateInput,
  Concept,
  Contribution,
  Factor,
  Language,
  Place,
  Vacancy,
  VacancyCard,
  VacancyKind,
  VacancyMatch,
} from '@nederlandwerkt/sdk';

type Labels = Partial<Record<Language, string>> & { nl: string };

const CONCEPTS: Record<string, Labels> = {
  baker: { nl: 'bakker', en: 'baker', uk: 'пекар', ar: 'خباز' },
  nurse: { nl: 'verpleegkundige', en: 'nurse', uk: 'медсестра', ar: 'ممرض' },
  'bake-bread': { nl: 'brood bakken', en: 'bake bread', uk: 'випікати хліб', ar: 'خبز الخبز' },
  'knead-dough': { nl: 'deeg kneden', en: 'knead dough', uk: 'місити тісто', ar: 'عجن العجين' },
  'follow-recipe': {
    nl: 'werken volgens recept',
    en: 'follow a recipe',
    uk: 'працювати за рецептом',
    ar: 'العمل حسب الوصفة',
  },
  'weigh-ingredients': {
    nl: 'ingrediënten afwegen',
    en: 'weigh ingredients',
    uk: 'зважувати інгредієнти',
    ar: 'وزن المكونات',
  },
  'serve-customers': {
    nl: 'klanten bedienen',
    en: 'serve customers',
    uk: 'обслуговувати клієнтів',
    ar: 'خدمة الزبائن',
  },
  'food-safety': {
    nl: 'voedselveiligheid (HACCP)',
    en: 'food safety (HACCP)',
    uk: 'безпека харчових продуктів (HACCP)',
    ar: 'سلامة الغذاء (HACCP)',
  },
};
export const OCCUPATIONS = ['baker', 'nurse'];
export const SKILLS = Object.keys(CONCEPTS).filter((id) => !OCCUPATIONS.includes(id));

export function concept(id: string, language: Language = 'nl'): Concept {
  const labels = CONCEPTS[id]!;
  const spoken = labels[language] ? language : 'nl';
  return { id, uri: null, label: labels[spoken]!, language: spoken, dutchLabel: labels.nl };
}

export function hits(ids: string[], q: string, language: Language): Concept[] {
  return ids
    .filter((id) => Object.values(CONCEPTS[id]!).some((label) => label.includes(q.toLowerCase())))
    .map((id) => concept(id, language));
}

const place = (number: number, name: string, province: string): Place => ({
  id: `geonames:${number}`,
  kind: 'town',
  name,
  province,
  latitude: 52.09,
  longitude: 5.12,
});
export const PLACES = [
  place(2745912, 'Utrecht', 'Utrecht'),
  place(2759794, 'Amsterdam', 'Noord-Holland'),
  place(2743977, 'Zeist', 'Utrecht'),
];

type Overrides = Partial<Omit<VacancyMatch, 'vacancy'>> & {
  vacancy?: Partial<VacancyCard>;
};

/** A good match for a baker in Utrecht; say what should differ. */
export function vacancyMatch(language: Language = 'nl', { vacancy, ...match }: Overrides = {}): VacancyMatch {
  const contribution = (
    factor: Factor,
    value: number,
    weight: number,
    basis: Contribution['basis'] = 'known',
  ): Contribution => ({
    factor,
    basis,
    value,
    weight,
    contribution: value * weight,
    evidence: {},
  });
  const contributions = [
    contribution('skills', 0.67, 0.35),
    contribution('similarity', 0.93, 0.25),
    contribution('location', 0.9, 0.15),
    contribution('language', 1, 0.1),
    contribution('education', 0.5, 0.1, 'unknown'),
    contribution('hours', 0.5, 0.05, 'unknown'),
  ];
  return {
    vacancy: {
      id: '00000000-0000-4000-8000-000000000001',
      kind: 'job',
      title: 'Bakker (dagdienst)',
      employerName: 'Bakkerij De Korenschoof',
      place: PLACES[0]!,
      occupation: concept('baker', language),
      regulated: false,
      languages: [{ language: 'nl', level: 'A2' }],
      educationLevel: 2,
      hoursMin: 32,
      hoursMax: 40,
      applicationUrl: 'https://example.nl/bakker',
      synthetic: true,
      createdAt: '2026-11-02T08:00:00Z',
      ...vacancy,
    },
    contributions,
    score: contributions.reduce((sum, { contribution }) => sum + contribution, 0),
    matchedSkills: [
      { skill: concept('bake-bread', language), importance: 'essential', provenance: 'stated' },
      { skill: concept('knead-dough', language), importance: 'essential', provenance: 'stated' },
      { skill: concept('follow-recipe', language), importance: 'essential', provenance: 'predicted' },
      { skill: concept('weigh-ingredients', language), importance: 'optional', provenance: 'predicted' },
    ],
    missingSkills: [
      { skill: concept('serve-customers', language), importance: 'optional' },
      { skill: concept('food-safety', language), importance: 'essential' },
    ],
    distanceKm: 3.2,
    withinReach: true,
    ...match,
  };
}

/** As many matches as asked for, each different enough to tell apart. */
export function vacancyMatches(language: Language, count: number): VacancyMatch[] {
  const kinds: VacancyKind[] = [
    'job',
    'apprenticeship',
    'internship',
    'work-experience',
    'volunteering',
    'course',
  ];
  return Array.from({ length: count }, (_, index) =>
    vacancyMatch(language, {
      vacancy: {
        id: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
        kind: kinds[index % kinds.length]!,
        regulated: index === 2,
        synthetic: index !== 1,
        employerName: index === 3 ? null : 'Bakkerij De Korenschoof',
      },
      distanceKm: 3.2 + index * 7,
      withinReach: index < 4,
    }),
  );
}

export function vacancy(id: string, language: Language): Vacancy {
  const { regulated: _, ...card } = vacancyMatch(language).vacancy;
  return {
    ...card,
    id,
    status: 'open',
    closeReason: null,
    description: 'Je bakt elke ochtend brood.\nJe werkt in een klein team.',
    skills: [],
    inferred: ['skills'],
    unrecognised: [],
    updatedAt: card.createdAt,
    closedAt: null,
  };
}

export function candidate(input: CandidateInput): Candidate {
  return {
    id: '11111111-1111-4111-8111-111111111111',
    name: input.name ?? null,
    email: input.email ?? null,
    phone: input.phone ?? null,
    birthDate: null,
    language: input.language ?? 'nl',
    place: null,
    maxDistanceKm: input.maxDistanceKm ?? 30,
    kinds: input.kinds ?? ['job'],
    diploma: 'unknown',
    educationLevel: null,
    hoursMin: input.hoursMin ?? null,
    hoursMax: input.hoursMax ?? null,
    occupations: [],
    skills: [],
    languages: input.languages ?? [],
    unrecognised: [],
    consent: input.consent,
    synthetic: false,
    createdAt: '2026-11-02T08:00:00Z',
    updatedAt: '2026-11-02T08:00:00Z',
  };
}
