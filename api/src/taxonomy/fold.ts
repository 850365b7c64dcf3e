// Writes words of any script in lower-case ASCII, so that one index finds them whatever the keyboard.
import anyAscii from 'any-ascii';

/** "(m/v)", "m/w/d" and the like, which Dutch and German titles carry. */
const GENDER_MARK = /\(?\b[mvwfhdx](\s*\/\s*[mvwfhdx])+\b\)?/giu;

/**
 * Lower-case ASCII words with single spaces: diacritics, Arabic vowel marks and letter variants,
 * the Arabic article, apostrophes and punctuation are gone; other scripts are transliterated.
 *
 * @example fold('Bäcker (m/w/d)') // 'backer'
 * @example fold('الخبّاز') // 'khbaz'
 */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(GENDER_MARK, ' ')
    // Arabic and Persian: vowel marks and the stretching tatweel are optional, the article too.
    .replace(/[\u0610-\u061A\u064B-\u065F\u0670\u0640]/g, '')
    .replace(/(^|[^\p{L}])ال(?=\p{L}{2})/gu, '$1')
    // Russian is written with or without the dots.
    .replace(/ё/g, 'е')
    .replace(/Ё/g, 'Е')
    // any-ascii drops the alef, which would make the baker (خباز) the same as bread (خبز).
    .replace(/[اأإآٱ]/g, 'a')
    .replace(/[يىیئ]/g, 'y')
    .replace(/ة/g, 'h')
    .replace(/[ءع]/g, '');
  return anyAscii(plain)
    .toLowerCase()
    .replace(/['’`"]/g, '')
    .replace(/[^a-z0-9+#]+/g, ' ')
    .trim();
}
