// Published figures to stand beside ours, each with where it was read.

export interface Published {
  method: string;
  figures: { [metric: string]: number };
  source: Source;
}
interface Source {
  name: string;
  /** What tells it from our set; absent where the set is the same. */
  otherSet?: string;
}

/** Table 2 of Retyk and others, as their repository has it in reports/table_2_lexical.txt and table_2_semantic.txt. */
const MELO = 'Retyk and others, MELO (2024), table 2';
const WORKRB = 'figures in the tests of techwolf-ai/workrb';

const melo = (set: string, isSame: boolean, mrr: { [method: string]: number }): Published[] =>
  Object.entries(mrr).map(([method, value]) => ({
    method,
    figures: { mrr: value },
    source: { name: MELO, ...(!isSame && { otherSet: set }) },
  }));

/** By the name of our set. */
export const PUBLISHED: { [set: string]: Published[] } = {
  'melo-usa-en-en': melo('usa_q_en_c_en', true, {
    'character TF-IDF': 0.58,
    BM25: 0.2936,
    'BM25 of lemmas': 0.6004,
    'multilingual E5': 0.6563,
    E5: 0.6735,
    'OpenAI text-embedding-3-large': 0.6842,
  }),
  'starter-nl-nl': melo('nld_q_nl_c_nl', false, {
    'character TF-IDF': 0.4862,
    'multilingual E5': 0.5059,
    E5: 0.565,
    'OpenAI text-embedding-3-large': 0.5723,
  }),
  'starter-nl-en': melo('nld_q_nl_c_en', false, {
    'character TF-IDF': 0.1281,
    'multilingual E5': 0.3246,
    E5: 0.4133,
    'OpenAI text-embedding-3-large': 0.4509,
  }),
  'starter-de-de': melo('deu_q_de_c_de', false, {
    'character TF-IDF': 0.5442,
    'multilingual E5': 0.6122,
    E5: 0.6639,
    'OpenAI text-embedding-3-large': 0.6778,
  }),
  'starter-de-en': melo('deu_q_de_c_en', false, {
    'character TF-IDF': 0.1301,
    'multilingual E5': 0.3858,
    E5: 0.5073,
    'OpenAI text-embedding-3-large': 0.5518,
  }),
  tech: [
    {
      method: 'ConTeXT-match',
      figures: { mrr: 0.632, rp5: 0.64, rp10: 0.74 },
      source: { name: WORKRB, otherSet: 'TECH, split not told' },
    },
    {
      method: 'CurriculumMatch',
      figures: { mrr: 0.573, rp10: 0.699 },
      source: { name: WORKRB, otherSet: 'TECH, split not told' },
    },
  ],
  house: [
    {
      method: 'CurriculumMatch',
      figures: { mrr: 0.484, rp5: 0.491, rp10: 0.596 },
      source: { name: WORKRB, otherSet: 'HOUSE, split not told' },
    },
  ],
};

/** The highest published figure of a set in that metric. */
export function bestPublished(set: string, metric: string): Published | undefined {
  return (PUBLISHED[set] ?? [])
    .filter(({ figures }) => figures[metric] !== undefined)
    .toSorted((a, b) => b.figures[metric]! - a.figures[metric]!)[0];
}
