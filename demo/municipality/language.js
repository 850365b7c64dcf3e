// The municipality's language menu. The widget follows the page's language by itself.
// The language stands in the address (?lang=ar), so that it goes along from page to page and nothing is stored.
import { texts } from './texts.js';

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = ['ar', 'fa'];

const menu = document.querySelector('#language');

function speak(language) {
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
  menu.value = language;
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = texts[language][element.dataset.text];
  }
  document.title = `${document.querySelector('h1').textContent} · ${texts[language].name}`;
  for (const link of document.querySelectorAll('a[href^="/"]')) link.href = withLanguage(link.pathname);
  history.replaceState(null, '', withLanguage(location.pathname));
}

/** Dutch is the language of the page as it is served, so its address stays short. */
export function withLanguage(path) {
  const { lang } = document.documentElement;
  return lang === 'nl' ? path : `${path}?lang=${lang}`;
}

const asked = new URLSearchParams(location.search).get('lang');
speak(Object.hasOwn(texts, asked) ? asked : 'nl');
menu.addEventListener('change', () => speak(menu.value));
