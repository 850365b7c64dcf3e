// Folding writes the same word in the same letters, whatever the script, marks and keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold } from './fold.ts';
import { variants, wordRuns } from './variants.ts';

test('capitals, marks, punctuation and gender marks go', () => {
  for (const [text, folded] of Object.entries({
    'Bäcker (m/w/d)': 'backer',
    CAISSIÈRE: 'caissiere',
    "'s-Hertogenbosch": 's hertogenbosch',
    'Bakker m/v/x': 'bakker',
    '  twee   woorden ': 'twee woorden',
    'C++ / C#': 'c++ c#',
    ＢＡＫＫＥＲ: 'bakker',
    '%_\\': '',
    '': '',
  })) {
    assert.equal(fold(text), folded, text);
  }
});

test('Arabic is the same with and without article, vowel marks and stretching, and a baker is no bread', () => {
  for (const text of ['الخباز', 'خَبَّاز', 'خبـــاز', 'الخبّاز']) assert.equal(fold(text), fold('خباز'), text);
  assert.notEqual(fold('خباز'), fold('خبز'));
  assert.equal(fold('أحمد'), fold('احمد'));
});

test('the result holds only letters of ASCII, digits, + and #, and folding it again changes nothing', () => {
  for (const text of [
    'пекар',
    'ዳቦ ጋጋሪ',
    '面包师',
    'نانوا',
    'Straße',
    "м'ясник",
    'İstanbul',
    '100% & meer',
    '\u0000\ud800',
  ]) {
    const folded = fold(text);
    assert.match(folded, /^[a-z0-9+# ]*$/, text);
    assert.equal(fold(folded), folded, text);
  }
});

test('Dutch forms for women bring the form that the taxonomy has', () => {
  for (const [typed, form] of Object.entries({
    schoonmaakster: 'schoonmaker',
    kapster: 'kapper',
    'lerares basisonderwijs': 'leraar basisonderwijs',
    directrice: 'directeur',
    receptioniste: 'receptionist',
    timmervrouw: 'timmerman',
  })) {
    assert.ok(variants(typed).includes(form), `${typed}: ${variants(typed)}`);
    assert.equal(variants(typed)[0], typed, 'what was typed comes first');
  }
});

test('a long text brings no more forms and runs than a statement can take', () => {
  const long = Array.from({ length: 40 }, (_, i) => `schoonmaakster${i}ster`).join(' ');
  assert.ok(variants(long).length <= 12);
  assert.ok(wordRuns(long).length <= 80);
});

test('a compound that is written apart is also one word', () => {
  assert.ok(wordRuns('vrachtwagen chauffeur gezocht').includes('vrachtwagenchauffeur'));
});
