// Names for the made-up concepts of factors/testing-pairs.ts, for tests that read sentences.
import type { Concept } from '../../taxonomy/schema.ts';

const NAMES: Record<number, [nl: string, en: string]> = {
  1: ['brood bakken', 'bake bread'],
  2: ['koekjes bakken', 'bake biscuits'],
  3: ['deeg kneden', 'knead dough'],
  4: ['kassa bedienen', 'use a till'],
  10: ['samenwerken', 'work together'],
  101: ['bakker', 'baker'],
  102: ['banketbakker', 'pastry baker'],
  103: ['verkoper', 'shop assistant'],
};

/** @example namesIn('nl')(101).label // 'bakker' */
export const namesIn =
  (language: 'nl' | 'en') =>
  (id: number): Concept => {
    const [nl, en] = NAMES[id] ?? [`begrip ${id}`, `concept ${id}`];
    return {
      id: `c${id}`,
      uri: null,
      label: language === 'nl' ? nl : en,
      language,
      dutchLabel: nl,
      draft: false,
    };
  };
