// The way from a vacancy to the form on the next page. What the visitor has answered goes along, so that nobody answers it
// twice: in this tab only, not in the address, and no longer than until the form has it.
import { withLanguage } from './language.js';

document.addEventListener('nw-sign-up-start', ({ detail }) => {
  sessionStorage.setItem('answers', JSON.stringify(detail.answers));
  location.assign(withLanguage('/aanmelden'));
});

const form = document.querySelector('nw-sign-up');
if (form) {
  form.answers = JSON.parse(sessionStorage.getItem('answers') ?? '{}');
  sessionStorage.removeItem('answers');
}
