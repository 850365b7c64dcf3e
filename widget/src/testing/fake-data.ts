// A small, typed world for the tests: if the contract changes its shapes, this file does not compile any more.
import type {
  Candidate,
  CandidateInput,
  Concept,
  Contribution,
  Factor,
  Gate,
  Language,
  MatchedSkill,
  Message,
  OccupationHit,
  Place,
  SkillSuggestion,
  SuggestionReason,
  Vacancy,
  VacancyCard,
  VacancyKind,
  VacancyMatch,
} from '@nederlandwerkt/sdk';

type Labels = Partial<Record<Language, string>> & { nl: string };

const CONCEPTS: Record<string, Labels> = {
  baker: {
    nl: 'bakker',
    en: 'baker',
    uk: 'пекар',
    ar: 'خباز',
    de: 'Bäcker',
    ru: 'пекарь',
    fa: 'نانوا',
    tr: 'fırıncı',
    ti: 'ሰንካቲ ባኒ',
  },
  nurse: {
    nl: 'verpleegkundige',
    en: 'nurse',
    uk: 'медсестра',
    ar: 'ممرض',
    de: 'Pflegefachkraft',
    ru: 'медсестра',
    fa: 'پرستار',
    tr: 'hemşire',
    ti: 'ነርስ',
  },
  'bake-bread': {
    nl: 'brood bakken',
    en: 'bake bread',
    uk: 'випікати хліб',
    ar: 'خبز الخبز',
    de: 'Brot backen',
    ru: 'печь хлеб',
    fa: 'پختن نان',
    tr: 'ekmek pişirmek',
    ti: 'ባኒ ምስንካት',
  },
  'knead-dough': {
    nl: 'deeg kneden',
    en: 'knead dough',
    uk: 'місити тісто',
    ar: 'عجن العجين',
    de: 'Teig kneten',
    ru: 'месить тесто',
    fa: 'ورز دادن خمیر',
    tr: 'hamur yoğurmak',
    ti: 'ብሑቕ ምልዋስ',
  },
  'follow-recipe': {
    nl: 'werken volgens recept',
    en: 'follow a recipe',
    uk: 'працювати за рецептом',
    ar: 'العمل حسب الوصفة',
    de: 'nach Rezept arbeiten',
    ru: 'работать по рецепту',
    fa: 'کار طبق دستور پخت',
    tr: 'tarife göre çalışmak',
    ti: 'ብመምርሒ ኣሰራርሓ ምስራሕ',
  },
  'weigh-ingredients': {
    nl: 'ingrediënten afwegen',
    en: 'weigh ingredients',
    uk: 'зважувати інгредієнти',
    ar: 'وزن المكونات',
    de: 'Zutaten abwiegen',
    ru: 'взвешивать ингредиенты',
    fa: 'وزن کردن مواد',
    tr: 'malzemeleri tartmak',
    ti: 'ጽማቛት ምምዛን',
  },
  'serve-customers': {
    nl: 'klanten bedienen',
    en: 'serve customers',
    uk: 'обслуговувати клієнтів',
    ar: 'خدمة الزبائن',
    de: 'Kundinnen und Kunden bedienen',
    ru: 'обслуживать покупателей',
    fa: 'رسیدگی به مشتریان',
    tr: 'müşterilere hizmet etmek',
    ti: 'ንዓማዊል ምግልጋል',
  },
  'food-safety': {
    nl: 'voedselveiligheid (HACCP)',
    en: 'food safety (HACCP)',
    uk: 'безпека харчових продуктів (HACCP)',
    ar: 'سلامة الغذاء (HACCP)',
    de: 'Lebensmittelsicherheit (HACCP)',
    ru: 'безопасность пищевых продуктов (HACCP)',
    fa: 'ایمنی مواد غذایی (HACCP)',
    tr: 'gıda güvenliği (HACCP)',
    ti: 'ድሕንነት መግቢ (HACCP)',
  },
  'clean-oven': {
    nl: 'ovens schoonmaken',
    en: 'clean ovens',
    uk: 'чистити печі',
    ar: 'تنظيف الأفران',
  },
  'use-mixer': {
    nl: 'met een mengmachine werken',
    en: 'use a mixing machine',
    uk: 'працювати з тістомісом',
    ar: 'تشغيل آلة العجن',
  },
  'decorate-cakes': {
    nl: 'taarten versieren',
    en: 'decorate cakes',
    uk: 'прикрашати торти',
    ar: 'تزيين الكعك',
  },
  'start-early': {
    nl: 'vroeg beginnen',
    en: 'start early in the day',
    uk: 'починати роботу зранку',
    ar: 'بدء العمل مبكراً',
  },
  'work-clean': {
    nl: 'hygiënisch werken',
    en: 'work hygienically',
    uk: 'дотримуватися гігієни',
    ar: 'العمل بنظافة',
  },
  'lift-heavy': {
    nl: 'zware dingen tillen',
    en: 'lift heavy things',
    uk: 'піднімати важкі речі',
    ar: 'رفع أشياء ثقيلة',
  },
  'count-stock': {
    nl: 'de voorraad tellen',
    en: 'count the stock',
    uk: 'рахувати запаси',
    ar: 'جرد المخزون',
  },
  'plan-work': {
    nl: 'werk plannen',
    en: 'plan work',
    uk: 'планувати роботу',
    ar: 'تخطيط العمل',
  },
  'work-together': {
    nl: 'samenwerken',
    en: 'work together',
    uk: 'працювати в команді',
    ar: 'العمل ضمن فريق',
  },
  'handle-money': {
    nl: 'met geld omgaan',
    en: 'handle money',
    uk: 'рахувати гроші',
    ar: 'التعامل مع المال',
  },
  'order-goods': {
    nl: 'goederen bestellen',
    en: 'order goods',
    uk: 'замовляти товари',
    ar: 'طلب البضائع',
  },
};
export const OCCUPATIONS = ['baker', 'nurse'];
export const SKILLS = Object.keys(CONCEPTS).filter((id) => !OCCUPATIONS.includes(id));

export function concept(id: string, language: Language = 'nl'): Concept {
  const labels = CONCEPTS[id]!;
  const spoken = labels[language] ? language : 'nl';
  return {
    id,
    uri: null,
    label: labels[spoken]!,
    language: spoken,
    dutchLabel: labels.nl,
    draft: spoken !== 'nl' && spoken !== 'en',
  };
}

/** As the API does: finds labels of any language, and says which one fitted. */
export function hits(
  ids: string[],
  q: string,
  language: Language,
): (Concept & Pick<OccupationHit, 'matchedLabel' | 'matchedBy' | 'confidence'>)[] {
  const fits = (label: string) => label.toLowerCase().includes(q.toLowerCase());
  return ids.flatMap((id) => {
    const own = concept(id, language);
    const matchedLabel = [own.label, ...Object.values(CONCEPTS[id]!)].find(fits);
    return matchedLabel ? [{ ...own, matchedLabel, matchedBy: 'prefix', confidence: 0.9 }] : [];
  });
}

/** One reason of each code after the other. */
export function suggestion(id: string, language: Language): SkillSuggestion {
  const reasons: SuggestionReason[] = [
    { code: 'usual-for-occupation', occupation: concept('baker', language) },
    { code: 'usual-for-similar-occupation', occupation: concept('nurse', language) },
    { code: 'goes-with-skill', skill: concept('bake-bread', language) },
    { code: 'named-in-text', text: 'every day bread for 12 people' },
  ];
  return {
    skill: concept(id, language),
    skillType: 'skill',
    probability: 0.7,
    reason: reasons[SKILLS.indexOf(id) % reasons.length]!,
  };
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

/** As the API says it: by a key, and in Dutch or English for who does not know the key. */
export function message(key: string, params: Message['params'] = {}, text = `text of ${key}`): Message {
  return { key, params, text };
}

/** A protected profession with a route of two steps, and two jobs near it of which one is protected too. */
export function gate(language: Language = 'nl', changes: Partial<Gate> = {}): Gate {
  return {
    kind: 'regulated-profession',
    message: message('gate.register', { register: 'BIG-register' }),
    steps: [message('step.idw-evaluation'), message('step.akv-test')],
    notes: [message('gate.bridging-regulated', { occupation: concept('nurse', language).label })],
    bridgingJobs: [concept('baker', language), concept('nurse', language)],
    verified: true,
    sourceUrl: 'https://www.example.nl/big',
    checkedOn: '2026-11-02',
    ...changes,
  };
}

/** A good match for a baker in Utrecht; say what should differ. */
export function vacancyMatch(language: Language = 'nl', { vacancy, ...match }: Overrides = {}): VacancyMatch {
  const contribution = (
    factor: Factor,
    value: number | null,
    weight: number,
    basis: Contribution['basis'] = 'known',
  ): Contribution => ({
    factor,
    basis,
    value,
    weight,
    contribution: (value ?? 0) * weight,
    evidence: {},
  });
  const contributions = [
    contribution('hardSkills', 0.67, 0.3, 'predicted'),
    contribution('softSkills', 0.5, 0.05),
    contribution('experience', 0.93, 0.2),
    contribution('education', null, 0, 'unknown'),
    contribution('ambition', 0.8, 0.15),
    contribution('interests', null, 0, 'unknown'),
    contribution('aptitude', null, 0, 'opted-out'),
    contribution('location', 0.9, 0.15),
    contribution('schedule', 0.5, 0.05),
    contribution('language', 1, 0.1),
  ];
  const matched = (
    id: string,
    provenance: MatchedSkill['provenance'],
    more: Partial<MatchedSkill> = {},
  ): MatchedSkill => ({
    skill: concept(id, language),
    importance: 'essential',
    provenance,
    probability: 1,
    through: null,
    ...more,
  });
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
      licences: [],
      applicationUrl: 'https://example.nl/bakker',
      synthetic: true,
      createdAt: '2026-11-02T08:00:00Z',
      ...vacancy,
    },
    contributions,
    score: contributions.reduce((sum, { contribution }) => sum + contribution, 0),
    unmet: [],
    matchedSkills: [
      matched('bake-bread', 'stated', { importance: 'must-have' }),
      matched('knead-dough', 'stated', { through: concept('use-mixer', language) }),
      matched('follow-recipe', 'predicted', { probability: 0.9 }),
      matched('weigh-ingredients', 'predicted', { importance: 'optional', probability: 0.7 }),
    ],
    missingSkills: [
      { skill: concept('serve-customers', language), importance: 'optional' },
      { skill: concept('food-safety', language), importance: 'essential' },
    ],
    strengths: [
      message('strength.skills', { has: 4, asked: 6 }),
      message('strength.experience', { occupation: concept('baker', language).label, years: 6 }),
      message('strength.near', { distanceKm: 3.2, minutes: 17, transport: 'bicycle', place: 'now' }),
      message('strength.language', { language: 'nl', needs: 'A2' }),
    ],
    gaps: [message('gap.skill', { skill: concept('food-safety', language).label })],
    gates: [],
    confirmable: {
      skills: [concept('follow-recipe', language), concept('weigh-ingredients', language)],
      scoreAfter: 0.83,
    },
    distanceKm: 3.2,
    withinReach: true,
    ...match,
  };
}

/**
 * As many matches as asked for, each different enough to tell apart.
 *
 * @param unmetFrom how many meet every condition
 */
export function vacancyMatches(language: Language, count: number, unmetFrom: number): VacancyMatch[] {
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
      withinReach: index < unmetFrom,
      unmet: index < unmetFrom ? [] : ['reach'],
      gates: index === 2 ? [gate(language, { verified: false })] : [],
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
    educationLevelMax: null,
    educationField: null,
    shifts: [],
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
    nextPlace: null,
    maxDistanceKm: input.maxDistanceKm ?? 30,
    maxTravelMinutes: null,
    transport: [],
    kinds: input.kinds ?? ['job'],
    diploma: 'unknown',
    educationLevel: null,
    educationLevelMax: null,
    educationField: null,
    hoursMin: input.hoursMin ?? null,
    hoursMax: input.hoursMax ?? null,
    busy: [],
    licences: [],
    interests: null,
    aptitudeLevel: null,
    optOut: [],
    workRight: null,
    occupations: [],
    wishes: [],
    skills: (input.skills ?? []).flatMap((stated) =>
      'id' in stated
        ? [
            {
              skill: concept(stated.id),
              provenance: stated.provenance ?? 'stated',
              probability: 1,
              level: null,
            },
          ]
        : [],
    ),
    rejectedSkills: [],
    languages: input.languages ?? [],
    unrecognised: [],
    consent: input.consent,
    synthetic: false,
    createdAt: '2026-11-02T08:00:00Z',
    updatedAt: '2026-11-02T08:00:00Z',
  };
}
