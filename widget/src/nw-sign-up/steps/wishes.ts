// Step 5: what a person is looking for, and how many hours.
import { html } from 'lit';
import { list } from '../../localize/format.ts';
import { msg } from '../../localize/msg.ts';
import { KINDS, kindMeaning, kindName } from '../../localize/words.ts';
import type { Draft } from '../draft.ts';
import { checkboxGroup, radioGroup } from '../fields.ts';
import type { Step } from '../step.ts';

const hoursNames = (): Record<Draft['hours'], string> => ({
  few: msg('A few hours: up to 16 hours a week'),
  part: msg('Part-time: 16 to 32 hours a week'),
  full: msg('Full-time: 32 to 40 hours a week'),
  open: msg('I do not know yet'),
});

export const wishes: Step = {
  id: 'wishes',
  title: () => msg('What are you looking for?'),
  render: (form) => html`
    ${checkboxGroup(form, {
      id: 'kinds',
      legend: msg('Work or learning'),
      hint: msg('Choose one or more. If you choose nothing, we look at everything.'),
      options: KINDS.map((value) => ({ value, label: kindName(value), detail: kindMeaning(value) })),
      values: form.draft.kinds,
      change: (kinds) => form.update({ kinds }),
    })}
    ${radioGroup(form, {
      id: 'hours',
      legend: msg('How many hours?'),
      options: Object.entries(hoursNames()).map(([value, label]) => ({
        value: value as Draft['hours'],
        label,
      })),
      value: form.draft.hours,
      change: (hours) => form.update({ hours }),
    })}
  `,
  summary: ({ kinds, hours }) =>
    [
      kinds.length ? list(kinds.map(kindName)) : msg('All work and learning'),
      ...(hours === 'open' ? [] : [hoursNames()[hours]]),
    ].join(' · '),
};
