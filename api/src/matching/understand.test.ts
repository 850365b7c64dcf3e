// What people and employers write in their own words: typing errors are forgiven, other words are not taken for a job.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testApi } from '../testing.ts';

const { newPartner } = await testApi();
const { page, server } = await newPartner();

/** What is typed, and the occupation that is meant; at least one letter is wrong, missing, too many or out of place. */
const TYPING_ERRORS = {
  nl: {
    schoonmkaer: 'office-cleaner',
    bakekr: 'baker',
    timerman: 'carpenter',
    loodgietter: 'plumber',
    verplegkundige: 'nurse',
    elektrcien: 'electrician',
    vrachtwagenchauffer: 'lorry-driver',
    kaper: 'hairdresser',
    automontuer: 'car-mechanic',
    magazijnmedwerker: 'warehouse-worker',
    metselar: 'bricklayer',
    stukedoor: 'plasterer',
    boekhouer: 'bookkeeper',
    receptonist: 'receptionist',
    beveilger: 'security-guard',
    hoveneir: 'gardener',
  },
  en: {
    clenaer: 'office-cleaner',
    welderr: 'welder',
    carpentr: 'carpenter',
    plumer: 'plumber',
    electrican: 'electrician',
    hairdreser: 'hairdresser',
    'warehose worker': 'warehouse-worker',
    nusre: 'nurse',
  },
  uk: {
    пекрь: 'baker',
    зварювалник: 'welder',
    електрек: 'electrician',
    прибералниця: 'office-cleaner',
    бухгалтр: 'bookkeeper',
    перкар: 'hairdresser',
    тесяр: 'carpenter',
    сантехик: 'plumber',
  },
  ar: {
    خبازز: 'baker',
    نجارر: 'carpenter',
    كهربئي: 'electrician',
    سبااك: 'plumber',
    ممرضض: 'nurse',
    طباح: 'cook',
    حلاف: 'hairdresser',
    كهربايي: 'electrician',
  },
};

/** Words that name no job and no skill. */
const OTHER_WORDS = {
  nl: [
    'xyzzy',
    'asdfgh',
    'hallo',
    'zomer',
    'fietsbel',
    'kopje',
    'appelmoes',
    'bla',
    'ja',
    'nee',
    'vrolijk',
    'zaterdag',
  ],
  en: [
    'foobar',
    'lorem ipsum',
    'banana',
    'purple',
    'window seat',
    'spoon',
    'hello there',
    'hmm',
    'umbrella',
    'yes please',
  ],
  uk: ['бабуся', 'привіт', 'літо', 'яблуко', 'дощик', 'ложка', 'сонечко', 'абвгд', 'так', 'завтра'],
  ar: ['مرحبا', 'تفاحة', 'صيف', 'قمر', 'لون', 'ملعقة', 'شسيبل', 'نعم'],
};

/** Titles as they stand above vacancies. */
const TITLES: Record<string, string> = {
  'Allround medewerker bediening/bar 32 uur': 'waiter',
  'Chauffeur CE nachtdienst': 'lorry-driver',
  'Leerling-timmerman BBL': 'carpenter',
  'Gezocht: ervaren lasser TIG': 'welder',
  'Schoonmaker kantoren avond': 'office-cleaner',
  Avondschoonmaker: 'office-cleaner',
  'Verzorgende IG wijkzorg regio Utrecht': 'nursing-assistant',
  'Zelfstandig werkend kok (m/v/x)': 'cook',
  'Weekendhulp bakkerij': 'bakery-shop-assistant',
  'Topbakker gezocht': 'baker',
  'Orderpicker dagdienst €15 per uur': 'order-picker',
  'Heftruckchauffeur 2-ploegen': 'forklift-driver',
  'Helpende plus thuiszorg': 'home-care-helper',
  'Pedagogisch medewerker BSO 24 uur': 'after-school-care-worker',
  'Medewerker klantenservice (thuiswerken)': 'customer-service-agent',
  'Servicemonteur cv-installaties': 'heating-technician',
  '1e monteur elektrotechniek': 'electrician',
  'Leerling loodgieter': 'plumber',
  'Vakkenvuller avond, 16 jaar en ouder': 'shelf-filler',
  'Kassamedewerker parttime': 'cashier',
  'Stratenmaker met rijbewijs B': 'road-worker',
  'Tuinbouwmedewerker tomatenkas': 'greenhouse-worker',
  'Receptionist hotel nacht': 'hotel-receptionist',
  'Vrachtwagenchauffeur internationaal C/E': 'lorry-driver',
  'Teamleider magazijn/logistiek': 'warehouse-team-leader',
  'Administratief medewerker facturatie': 'administrative-assistant',
  'Productiemedewerker vleesverwerking 40 uur': 'food-production-operator',
  'Allround kapper/kapster': 'hairdresser',
  'Betontimmerman ZZP': 'concrete-worker',
  'IC-verpleegkundige': 'specialist-nurse',
  'Monteur zonnepanelen starter': 'solar-panel-installer',
  'Onderhoudsmonteur industrie ploegendienst': 'industrial-maintenance-mechanic',
  'Junior software developer': 'software-developer',
  'Senior Front-end developer React': 'web-developer',
  'Warehouse operative night shift': 'warehouse-worker',
  'Waiter/Waitress part-time': 'waiter',
  'Cleaner (office buildings), evenings': 'office-cleaner',
  'Registered nurse - ICU': 'nurse',
  'Forklift driver with certificate': 'forklift-driver',
  'Truck driver CE national': 'lorry-driver',
};

/** Titles that name no occupation, or none that stands in the starter taxonomy. */
const OTHER_TITLES = [
  'Zij-instromer flensvijzelaar',
  'Spontane sollicitatie',
  'Wij zoeken jou!',
  'Traineeship 2026',
  'Medewerker bijenhouderij',
  'Open dag',
];

const understand = async (query: string, language: string) =>
  (await page('POST', '/v1/vacancy-matches', { query, language, limit: 1 })).body.understood[0]?.id;
const occupationOf = async (title: string) =>
  (await server('POST', '/v1/vacancies', { title, place: { text: 'Utrecht' } })).body.vacancy.occupation?.id;

describe('words of a visitor', () => {
  for (const [language, words] of Object.entries(TYPING_ERRORS)) {
    test(`are understood in spite of typing errors: ${language}`, async () => {
      const missed: string[] = [];
      for (const [typed, meant] of Object.entries(words)) {
        const id = await understand(typed, language);
        if (id !== meant) missed.push(`${typed}: ${id} instead of ${meant}`);
      }
      // One in eight may be missed: a word of five letters with two out of place shares no trigram with the right one.
      assert.ok(missed.length <= Object.keys(words).length / 8, missed.join('\n'));
    });
  }

  test('that name no job or skill are not taken for one', async () => {
    const taken: string[] = [];
    for (const [language, words] of Object.entries(OTHER_WORDS)) {
      for (const word of words) {
        const id = await understand(word, language);
        if (id) taken.push(`${word}: ${id}`);
      }
    }
    assert.deepEqual(taken, []);
  });

  test('count once when they name what an id names too', async () => {
    const place = { text: 'Utrecht' };
    const score = async (profile: object) =>
      (await page('POST', '/v1/vacancy-matches', { place, ...profile })).body.items.map(
        (item: { score: number }) => item.score,
      );
    await server('POST', '/v1/vacancies', { title: 'Kok', place });
    const occupations = [{ id: 'baker' }, { id: 'cook' }];
    assert.deepEqual(await score({ occupations, query: 'bakker' }), await score({ occupations }));
  });
});

describe('the title of a vacancy', () => {
  test('tells the occupation in 19 of 20 real-looking titles', async () => {
    const missed: string[] = [];
    for (const [title, meant] of Object.entries(TITLES)) {
      const id = await occupationOf(title);
      if (id !== meant) missed.push(`${title}: ${id} instead of ${meant}`);
    }
    assert.ok(missed.length <= Object.keys(TITLES).length / 20, missed.join('\n'));
  });

  test('that names no occupation we know tells none', async () => {
    for (const title of OTHER_TITLES) assert.equal(await occupationOf(title), undefined, title);
  });
});
