// Step 1: the work that a person knows.
import { html, nothing } from 'lit';
import type { Answer } from '../../base/choices.ts';
import { isolate } from '../../localize/format.ts';
import { msg, str } from '../../localize/msg.ts';
import { checkbox, textField } from '../fields.ts';
import type { Step } from '../step.ts';

const MOST_YEARS = 60;

export const work: Step = {
  id: 'work',
  title: () => msg('What work do you know?'),
  hint: () => msg('Paid or unpaid work, here or in another country. Work at home counts too.'),
  render: (form) => html`
    <nw-combobox
      id="work"
      lang=${form.locale}
      label=${msg('Your work')}
      hint=${msg('In your own language. For example: baker.')}
      error=${form.mistakeOf('work')}
      .search=${form.search.occupations}
      .answer=${form.draft.work}
      @nw-answer=${({ detail }: CustomEvent<Answer>) => form.update({ work: detail, ...(detail.text && { noExperience: false }) })}
    ></nw-combobox>
    ${
      form.draft.work.text
        ? textField(form, {
            id: 'years',
            label: msg('How many years did you do this work?'),
            hint: msg('You do not have to answer this.'),
            value: form.draft.years,
            inputmode: 'numeric',
            change: (years) => form.update({ years }),
          })
        : nothing
    }
    ${checkbox(form, {
      id: 'no-experience',
      label: msg('I have no work experience yet'),
      checked: form.draft.noExperience,
      change: (noExperience) => form.update({ noExperience }),
    })}
  `,
  mistakes: ({ work, noExperience, years }) => [
    ...(work.text || noExperience
      ? []
      : [{ field: 'work', text: msg('Write your work, or choose “I have no work experience yet”.') }]),
    ...(isYears(years) ? [] : [{ field: 'years', text: msg('Write the years as a number, for example 3.') }]),
  ],
  summary: ({ work, noExperience, years }) =>
    noExperience
      ? msg('No work experience yet')
      : years
        ? msg(str`${isolate(work.text)} (years: ${years})`)
        : work.text,
};

function isYears(text: string): boolean {
  return /^\d{0,2}$/.test(text.trim()) && Number(text) <= MOST_YEARS;
}
