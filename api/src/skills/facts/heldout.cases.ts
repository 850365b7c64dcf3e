// Sixty sentences, written before the word lists but by the same hand, which had them in view: a check against regressions,
// no fair measure. The fair one is the first run over blind.cases.ts.

/**
 * A text and its facts, one string each: 'nl=B1' a language with its level, 'nl' without one, 'licence B',
 * 'nlqf 2-4' ('nlqf ?' when the level is unknown), 'years 3'. Read on 1 June 2026.
 */
export type Case = readonly [text: string, ...facts: string[]];

export const HELD_OUT: readonly Case[] = [
  // Dutch
  [
    'Je beheerst de Nederlandse taal op minimaal B1-niveau en hebt een geldig rijbewijs B.',
    'nl=B1',
    'licence B',
  ],
  [
    'Wij vragen een afgeronde mbo-opleiding niveau 3 in de techniek en twee jaar ervaring als monteur.',
    'nlqf 3-3',
    'years 2',
  ],
  ['Engels spreek je vloeiend, Nederlands hoeft niet.', 'en=C1'],
  ['Je krijgt een contract voor een half jaar met uitzicht op vast.'],
  ['Mijn moedertaal is Tigrinya, daarnaast spreek ik een beetje Nederlands.', 'ti=C2', 'nl=A1'],
  ['Ik ben 43 jaar en heb zestien jaar een eigen kapsalon gehad in Homs.', 'years 16'],
  ['Rijbewijs C of CE met code 95 is een vereiste.', 'licence C', 'licence CE'],
  ['Hbo of wo werk- en denkniveau, richting bouwkunde.', 'nlqf 6-7'],
  ['Voor een Nederlands bedrijf in Venlo zoeken we orderpickers.'],
  ['Heftruckcertificaat en 1,5 jaar werkervaring in een magazijn zijn een pre.', 'years 1.5'],
  ['Kennis van het Pools of Roemeens is mooi meegenomen.', 'pl', 'ro'],
  ['Vmbo-diploma of startkwalificatie is voldoende.', 'nlqf 1-4'],
  // English
  ['Fluent in English and Arabic, conversational Dutch (A2).', 'en=C1', 'ar=C1', 'nl=A2'],
  ['At least five years of experience in a commercial kitchen.', 'years 5'],
  ['No Dutch needed, but your English should be good.', 'en=B2'],
  ["I hold a Master's degree in civil engineering and a full driving licence.", 'nlqf 7-7', 'licence B'],
  ['The Dutch market is growing and our German customers are happy.'],
  ['Warehouse operator, Gdansk, 2016 - 2022. Polish native speaker.', 'years 6', 'pl=C2'],
  ['She is 29 years old and studied for four years in Addis Ababa.'],
  ['Driving licence category C1E; bachelor or equivalent.', 'licence C1E', 'nlqf 6-6'],
  // German
  ['Gute Deutschkenntnisse (mindestens B2) und Führerschein der Klasse BE.', 'de=B2', 'licence BE'],
  ['Sie bringen drei Jahre Berufserfahrung als Elektriker mit.', 'years 3'],
  ['Ich bin 38 Jahre alt und spreche fließend Türkisch.', 'tr=C1'],
  ['Abgeschlossenes Bachelorstudium, Niederländisch ist nicht erforderlich.', 'nlqf 6-6'],
  ['Unsere niederländische Firma bietet einen Vertrag über 2 Jahre.'],
  ['Polnisch Muttersprache, Englisch Grundkenntnisse.', 'pl=C2', 'en=A2'],
  // Ukrainian
  [
    'Маю водійські права категорії B та C, за кермом уже п’ятнадцять років.',
    'licence B',
    'licence C',
    'years 15',
  ],
  ['Українська — рідна, польською розмовляю вільно, англійська на рівні A2.', 'uk=C2', 'pl=C1', 'en=A2'],
  ['Працювала бухгалтеркою понад 8 років, маю диплом магістра.', 'years 8', 'nlqf 6-7'],
  ['Мені 52 роки, живу в Гронінгені з 2022 року.'],
  ['Люблю українську кухню та нідерландські сири.'],
  ['Закінчила ПТУ, за фахом швачка; стаж 12 років.', 'nlqf 1-4', 'years 12'],
  ['Знання нідерландської не потрібне.'],
  // Russian
  ['Водительское удостоверение категории В, стаж вождения семь лет.', 'licence B', 'years 7'],
  ['Владею английским на уровне B1, немного понимаю по-нидерландски.', 'en=B1', 'nl=A1'],
  ['Мне 27 лет, контракт подписан на 1 год.'],
  ['Опыт работы сварщиком от 3 до 5 лет, степень бакалавра.', 'years 3', 'nlqf 6-6'],
  ['С 2016 года работаю поваром в русском ресторане.', 'years 10'],
  ['Родной язык армянский, русский свободно.', 'hy=C2', 'ru=C1'],
  // Arabic
  ['لدي خبرة سبع سنوات في صيانة السيارات ورخصة قيادة فئة B.', 'years 7', 'licence B'],
  ['اللغة العربية هي لغتي الأم، وأتحدث الإنجليزية بمستوى جيد.', 'ar=C2', 'en=B2'],
  ['حصلت على بكالوريوس هندسة مدنية من جامعة حلب.', 'nlqf 6-6'],
  ['عمري ٣٥ سنة وأعيش في هولندا منذ ٢٠٢١.'],
  ['عملت مدة سنتين في مطعم للمأكولات التركية.', 'years 2'],
  ['أتعلم الهولندية الآن، مستواي A2.', 'nl=A2'],
  ['معي شهادة الثانوية العامة وعملت نجاراً ١٢ سنة.', 'nlqf 4-4', 'years 12'],
  // Persian
  ['فارسی زبان مادری من است و هلندی را در سطح B1 بلدم.', 'fa=C2', 'nl=B1'],
  ['ده سال سابقه کار در نانوایی دارم.', 'years 10'],
  ['۴۱ ساله هستم و در یک شرکت هلندی کار می‌کنم.'],
  ['مدرک کارشناسی ارشد حسابداری و گواهینامه رانندگی دارم.', 'nlqf 7-7', 'licence B'],
  ['دری و پشتو را روان صحبت می‌کنم.', 'fa-AF=C1', 'ps=C1'],
  // Turkish
  ['Ana dilim Türkçe, Hollandacayı orta seviyede konuşuyorum.', 'tr=C2', 'nl=B1'],
  ['On bir yıl kasap olarak çalıştım, B sınıfı ehliyetim var.', 'years 11', 'licence B'],
  ['Meslek lisesi mezunuyum.', 'nlqf 2-3'],
  ['Otuz yaşındayım ve 1 yıllık sözleşmem var.'],
  ['İngilizce bilmek şart değil, temel düzeyde Hollandaca yeterli.', 'nl=A2'],
  // Tigrinya
  ['ቋንቋ ኣደይ ትግርኛ እዩ፣ እንግሊዝኛ ጽቡቕ ይዛረብ።', 'ti=C2', 'en=B2'],
  ['ናይ ሓሙሽተ ዓመት ናይ ስራሕ ልምዲ ኣለኒ።', 'years 5'],
  ['መዘወሪ ፍቓድ B ኣለኒ።', 'licence B'],
  ['ዕድመይ 30 ዓመት እዩ።'],
];
