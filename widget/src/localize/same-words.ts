// Whether two texts are the same words, whatever their capitals.

/** The Turkish capitals of i and ı are İ and I; Dutch place names stand beside them, so no one language's rule fits. */
const I_WITHOUT_DOT_OR_WITH_TWO = /ı|i\u0307/g;

/** @example sameWords('ISITMA', 'ısıtma') // true, and so is sameWords('IJmuiden', 'ijmuiden') */
export function sameWords(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(text: string): string {
  return text.toLowerCase().replace(I_WITHOUT_DOT_OR_WITH_TWO, 'i');
}
