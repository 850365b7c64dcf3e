// Where the people of the pool come from: their share, names, languages and papers. Made up to resemble the real pool.
import type { WorkRightCategory } from '../candidates/work-right.ts';
import type { CefrLevel, Language } from '../http/schema.ts';
import { type Weighted, weighted } from './chance.ts';
import { ARABIC, type NameCustom, PERSIAN, SOMALI, TIGRINYA } from './names.ts';

export interface Origin {
  name: NameCustom;
  /** The language that the product speaks with most of them. */
  language: Language;
  /** Spoken from childhood, BCP 47. */
  mother: string;
  /** Other languages: share of the people, and the level that most of them have. */
  others: [language: string, share: number, level: CefrLevel][];
  /** Share whose papers say 1 January because the day was not known. */
  firstOfJanuary: number;
  /** Share who follow an integration course now. */
  lessons: number;
  /** What their documents say. `undefined`: did not tell. */
  workRights: Weighted<WorkRightCategory | undefined>;
}

const newcomer = {
  others: [['en', 0.3, 'A2']] as Origin['others'],
  firstOfJanuary: 0.2,
  lessons: 0.48,
  workRights: weighted<WorkRightCategory | undefined>([
    ['status-holder', 52],
    ['asylum-seeker', 14],
    ['family-or-long-term', 9],
    ['unknown', 5],
    [undefined, 20],
  ]),
};

const ukrainian: Origin = {
  ...newcomer,
  name: { custom: 'family', locale: 'uk', latin: 0.3 },
  language: 'uk',
  mother: 'uk',
  others: [
    ['ru', 0.85, 'C1'],
    ['en', 0.45, 'A2'],
    ['pl', 0.1, 'A2'],
  ],
  firstOfJanuary: 0.01,
  // Temporary protection brings no duty to integrate; some take lessons all the same.
  lessons: 0.14,
  workRights: weighted<WorkRightCategory | undefined>([
    ['temporary-protection-ukraine', 78],
    ['family-or-long-term', 2],
    ['unknown', 2],
    [undefined, 18],
  ]),
};
const syrian: Origin = {
  ...newcomer,
  name: { custom: 'family', locale: 'ar', names: ARABIC, latin: 0.5 },
  language: 'ar',
  mother: 'ar',
  others: [
    ['en', 0.35, 'A2'],
    ['tr', 0.15, 'A2'],
  ],
  firstOfJanuary: 0.35,
};
const kurdish: Origin = { ...syrian, mother: 'kmr', others: [['ar', 0.8, 'B2'], ...syrian.others] };
const yemeniOrSudanese: Origin = {
  ...syrian,
  name: { custom: 'fathers', locale: 'ar', names: ARABIC, latin: 0.5 },
  firstOfJanuary: 0.6,
};
const eritrean: Origin = {
  ...newcomer,
  name: { custom: 'fathers', names: TIGRINYA, latin: 0.5 },
  language: 'ti',
  mother: 'ti',
  others: [
    ['en', 0.35, 'A2'],
    ['ar', 0.25, 'A2'],
    ['am', 0.2, 'B1'],
  ],
  firstOfJanuary: 0.55,
};
const ethiopian: Origin = { ...eritrean, language: 'en', mother: 'am', others: [['en', 0.6, 'B1']] };
const afghan: Origin = {
  ...newcomer,
  name: { custom: 'given', locale: 'fa', names: PERSIAN, latin: 0.5 },
  language: 'fa',
  mother: 'fa-AF',
  firstOfJanuary: 0.7,
};
const afghanWithFamilyName: Origin = { ...afghan, name: { ...afghan.name, custom: 'family' } };
const iranian: Origin = {
  ...newcomer,
  name: { custom: 'family', locale: 'fa', names: PERSIAN, latin: 0.4 },
  language: 'fa',
  mother: 'fa',
  others: [['en', 0.6, 'B1']],
};
const turkish: Origin = {
  ...newcomer,
  name: { custom: 'family', locale: 'tr', latin: 0 },
  language: 'tr',
  mother: 'tr',
  others: [['en', 0.45, 'B1']],
  firstOfJanuary: 0.08,
};
const somali: Origin = {
  ...newcomer,
  name: { custom: 'fathers', names: SOMALI, latin: 0.6 },
  language: 'en',
  mother: 'so',
  firstOfJanuary: 0.75,
};
const russianSpeaker: Origin = {
  ...newcomer,
  name: { custom: 'family', locale: 'ru', latin: 0.3 },
  language: 'ru',
  mother: 'ru',
  firstOfJanuary: 0.02,
};
const westAfrican: Origin = {
  ...newcomer,
  name: { custom: 'family', locale: 'fr_SN', latin: 0 },
  language: 'en',
  mother: 'fr',
  others: [['en', 0.4, 'A2']],
  firstOfJanuary: 0.4,
};
const nigerian: Origin = {
  ...newcomer,
  name: { custom: 'family', locale: 'en_NG', latin: 0 },
  language: 'en',
  mother: 'en',
  others: [],
  firstOfJanuary: 0.2,
};
/** Early school-leavers, returners, people in debt: nothing in the product is only for refugees. */
const dutch: Origin = {
  name: { custom: 'family', locale: 'nl', latin: 0 },
  language: 'nl',
  mother: 'nl',
  others: [['en', 0.6, 'B1']],
  firstOfJanuary: 1 / 365,
  lessons: 0,
  workRights: weighted<WorkRightCategory | undefined>([
    ['dutch-or-eu', 85],
    [undefined, 15],
  ]),
};

export const ORIGINS: Weighted<Origin> = weighted([
  [ukrainian, 35],
  [syrian, 18],
  [eritrean, 9],
  [dutch, 8],
  [turkish, 7],
  [yemeniOrSudanese, 5],
  [kurdish, 3],
  [afghan, 3],
  [afghanWithFamilyName, 3],
  [iranian, 3],
  [somali, 2],
  [ethiopian, 1],
  [russianSpeaker, 1],
  [westAfrican, 1],
  [nigerian, 1],
]);

/** Dutch of people who learn it: most are on their way to A2. `undefined`: did not say. */
export const LEARNED_DUTCH: Weighted<CefrLevel | undefined> = weighted([
  ['A0', 22],
  ['A1', 24],
  ['A2', 24],
  ['B1', 13],
  ['B2', 6],
  ['C1', 2],
  [undefined, 9],
]);

/** Towns with a reception centre, where many profiles are made (places that COA has named since 2015). */
export const RECEPTION_TOWNS = [
  'Ter Apel',
  'Alkmaar',
  'Almelo',
  'Apeldoorn',
  'Arnhem',
  'Burgum',
  'Delfzijl',
  'Den Helder',
  'Doetinchem',
  'Drachten',
  'Dronten',
  'Echt',
  'Emmen',
  'Grave',
  'Heerhugowaard',
  'Heerlen',
  'Hoogeveen',
  'Katwijk',
  'Middelburg',
  'Musselkanaal',
  'Nijmegen',
  'Oisterwijk',
  'Stadskanaal',
  'Venlo',
  'Wageningen',
  'Weert',
  'Winterswijk',
  'Zaandam',
  'Zeist',
];
