// Step 4: how well a person speaks Dutch, and which other languages.
import type { CefrLevel } from '@nederlandwerkt/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { languageName, list } from '../../localize/format.ts';
import { msg, str } from '../../localize/msg.ts';
import { LEVELS, levelMeaning } from '../../localize/words.ts';
import { checkboxGroup, radioGroup } from '../fields.ts';
import type { Form, Step } from '../step.ts';

/** Languages that newcomers and their colleagues speak most; BCP 47. */
const OFFERED = ['en', 'uk', 'ru', 'ar', 'fa', 'ps', 'ku', 'ti', 'am', 'so', 'tr', 'pl', 'es', 'fr', 'de'];

/** Three answers are enough to choose from for a language that is not Dutch. */
const levelsOfOthers = (): [CefrLevel, string][] => [
  ['A2', msg('A little')],
  ['B2', msg('Well')],
  ['C2', msg('It is my first language')],
];

export const languages: Step = {
  id: 'languages',
  title: () => msg('Which languages do you speak?'),
  render: (form) => html`
    ${radioGroup(form, {
      id: 'dutch',
      legend: msg('How good is your Dutch?'),
      hint: msg('You may leave this open.'),
      options: LEVELS.map((value) => ({ value, label: levelMeaning(value), detail: value })),
      value: form.draft.dutch,
      change: (dutch) => form.update({ dutch }),
    })}
    ${checkboxGroup(form, {
      id: 'languages',
      legend: msg('Other languages'),
      layout: 'chips',
      options: OFFERED.map((value) => ({ value, label: languageName(value) })),
      values: Object.keys(form.draft.languages),
      change: (tags) =>
        form.update({
          languages: Object.fromEntries(tags.map((tag) => [tag, form.draft.languages[tag] ?? ''])),
        }),
    })}
    ${Object.entries(form.draft.languages).map(([tag, level]) => levelField(form, tag, level))}
  `,
  mistakes: ({ languages }) =>
    Object.entries(languages)
      .filter(([, level]) => !level)
      .map(([tag]) => ({
        field: `level-${tag}`,
        text: msg(str`Choose how well you speak this language: ${languageName(tag)}.`),
      })),
  summary: ({ dutch, languages }) =>
    list(
      [...(dutch ? [['nl', dutch]] : []), ...Object.entries(languages)].map(
        ([tag, level]) => `${languageName(tag!)} (${level})`,
      ),
    ),
};

function levelField(form: Form, tag: string, level: CefrLevel | ''): TemplateResult {
  const id = `level-${tag}`;
  const mistake = form.mistakeOf(id);
  return html`<div class="field">
    <label for=${id}>${msg(str`How well do you speak this language: ${languageName(tag)}?`)}</label>
    ${mistake && html`<p class="error" id="${id}-error">${mistake}</p>`}
    <select
      id=${id}
      aria-invalid=${mistake ? 'true' : nothing}
      aria-describedby=${mistake ? `${id}-error` : nothing}
      @change=${(event: Event) =>
        form.update({
          languages: {
            ...form.draft.languages,
            [tag]: (event.target as HTMLSelectElement).value as CefrLevel | '',
          },
        })}
    >
      <option value="" ?selected=${level === ''}>${msg('Choose')}</option>
      ${levelsOfOthers().map(
        ([value, label]) => html`<option value=${value} ?selected=${value === level}>${label}</option>`,
      )}
    </select>
  </div>`;
}
