// Tests suggestions and extractions through the API.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApi } from '../testing.ts';
import { DUTCH_VACANCY, ENGLISH_CV, UKRAINIAN_LIFE_STORY } from './facts/texts.ts';

const SUGGEST = '/v1/skill-suggestions';
const FIELD = {
  'usual-for-occupation': 'occupation',
  'usual-for-similar-occupation': 'occupation',
  'goes-with-skill': 'skill',
  'named-in-text': 'text',
} as const;

// biome-ignore lint/suspicious/noExplicitAny: the contract holds answers to their schemas
function assertTen({ status, body }: { status: number; body: any }, who: string) {
  assert.equal(status, 200, who);
  assert.ok(body.items.length >= 10, `${who}: ${body.items.length}`);
  const chances: number[] = body.items.map(({ probability }: { probability: number }) => probability);
  assert.deepEqual(
    chances,
    chances.toSorted((a, b) => b - a),
    who,
  );
  for (const { reason } of body.items)
    assert.ok(reason[FIELD[reason.code as keyof typeof FIELD]], reason.code);
}

test('Forty occupations each bring ten suggestions', async () => {
  const { sql, newPartner } = await testApi();
  const { server } = await newPartner();
  const rows = await sql<{ label: string }[]>`
    select l.text as label from concepts c join labels l on l.concept_id = c.id
    where c.type = 'occupation' and l.language = 'nl' and l.kind = 'preferred' order by md5(c.code) limit 40`;
  assert.equal(rows.length, 40);
  for (const { label } of rows)
    assertTen(await server('POST', SUGGEST, { occupations: [{ occupation: { text: label } }] }), label);
});

const SENTENCES = {
  nl: 'Ik heb zes jaar als bakker brood gebakken',
  en: 'I worked as a baker for six years',
  de: 'Ich habe sechs Jahre als Bäcker gearbeitet',
  tr: 'Altı yıl fırıncı olarak çalıştım',
  uk: 'Я шість років працювала як пекар',
  ru: 'Я шесть лет работал как пекарь',
  ar: 'عملت خباز ست سنوات',
  fa: 'من شش سال نانوا بودم',
  ti: 'ሽዱሽተ ዓመት ሰንካቲ ባኒ ኮይነ ሰሪሐ',
};

for (const [language, text] of Object.entries(SENTENCES)) {
  test(`A sentence in ${language} brings ten suggestions in that language, with the Dutch label`, async () => {
    const { server } = await (await testApi()).newPartner();
    const answer = await server('POST', SUGGEST, { text, language });
    assertTen(answer, language);
    for (const { skill } of answer.body.items) {
      assert.equal(skill.language, language);
      assert.ok(skill.dutchLabel);
    }
  });
}

test('What was confirmed or rejected is not suggested again, and one confirmed skill is enough', async () => {
  const { server } = await (await testApi()).newPartner();
  const first = await server('POST', SUGGEST, { occupations: [{ occupation: { text: 'bakker' } }] });
  const [yes, no] = first.body.items.map(({ skill }: { skill: { id: string } }) => skill.id);
  const second = await server('POST', SUGGEST, {
    confirmedSkills: [{ id: yes }],
    rejectedSkills: [{ id: no }],
  });
  assertTen(second, 'confirmed');
  const again = second.body.items.map(({ skill }: { skill: { id: string } }) => skill.id);
  assert.ok(!again.includes(yes) && !again.includes(no));
});

/** What a person would mark, and what must not be there, by English label. */
const MARKED: [name: string, text: string, must: string[], mustNot: string[]][] = [
  [
    'The Dutch vacancy',
    DUTCH_VACANCY,
    [
      'mount solar panels',
      'lay electrical cables',
      'electrical engineering',
      'safety on building sites',
      'solar panel installer',
    ],
    ['work independently', 'English grammar', 'drive and manoeuvre trucks'],
  ],
  [
    'The English CV',
    ENGLISH_CV,
    ['chemistry', 'make work schedules', 'raise children', 'teach others', 'pharmacy assistant'],
    [
      'bank teller',
      'apply make-up',
      'put children to bed',
      'tune and maintain musical instruments',
      'forestry worker',
    ],
  ],
  [
    'The Ukrainian life story',
    UKRAINIAN_LIFE_STORY,
    ['plan menus', 'care for wounds', 'sew curtains', 'give prescribed medication', 'keep the kitchen clean'],
    ['midwife', 'train driver', 'lorry driver', 'drive and manoeuvre trucks', 'primary school teacher'],
  ],
];

for (const [name, text, must, mustNot] of MARKED) {
  test(`${name} gives what a person would mark, and each span is what stands there`, async () => {
    const { server } = await (await testApi()).newPartner();
    const { body } = await server('POST', '/v1/skill-extractions', { text, language: 'en' });
    const labels = [
      ...body.skills.map(({ skill }: { skill: { label: string } }) => skill.label),
      ...body.occupations.map(({ occupation }: { occupation: { label: string } }) => occupation.label),
    ];
    for (const label of must) assert.ok(labels.includes(label), `${label} is not in ${labels.join(', ')}`);
    for (const label of mustNot) assert.ok(!labels.includes(label), label);
    for (const { spans } of [...body.skills, ...body.occupations, ...body.languages, ...body.experience])
      for (const span of spans) assert.equal(text.slice(span.start, span.end), span.text);
  });
}
