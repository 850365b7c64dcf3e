// The municipality's own script: its language menu, and the way from searching to signing up.
// The language stands in the address (?lang=ar), so that it goes along from page to page and nothing is stored.
import { texts } from './texts.js';

const menu = document.querySelector('#language');

function speak(language) {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  menu.value = language;
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = texts[language][element.dataset.text];
  }
  document.title = `${document.querySelector('h1').textContent} · ${texts[language].name}`;
  // Also where the visitor chose another language inside the widget before.
  for (const element of document.querySelectorAll('nw-job-match, nw-sign-up')) element.lang = language;
  for (const link of document.querySelectorAll('a[href^="/"]')) link.href = withLanguage(link.pathname);
  history.replaceState(null, '', withLanguage(location.pathname));
}

/** Dutch is the language of the page as it is served, so its address stays short. */
function withLanguage(path) {
  const { lang } = document.documentElement;
  return lang === 'nl' ? path : `${path}?lang=${lang}`;
}

const asked = new URLSearchParams(location.search).get('lang');
speak(Object.hasOwn(texts, asked) ? asked : 'nl');
menu.addEventListener('change', () => speak(menu.value));
document.addEventListener('nw-language-change', ({ detail }) => speak(detail.language));
document.addEventListener('nw-sign-up-start', () => location.assign(withLanguage('/aanmelden')));
