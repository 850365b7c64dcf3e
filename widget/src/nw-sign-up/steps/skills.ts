// Step 2: what a person can do; the skills of their work to tap on, and a search for others.
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, Choice } from '../../base/choices.ts';
import { failure } from '../../base/failure.ts';
import { isolate, list, number } from '../../localize/format.ts';
import { msg, str } from '../../localize/msg.ts';
import { checkboxGroup } from '../fields.ts';
import type { Form, Step } from '../step.ts';

export const skills: Step = {
  id: 'skills',
  title: () => msg('What can you do?'),
  hint: () => msg('Tap what you can do. You can also add something that is not in the list.'),
  render: (form) => html`
    <div>
      <div role="status">
        ${form.suggestions.render({
          pending: () =>
            html`<p class="hint">${msg('We are looking for skills that belong to your work…')}</p>`,
          complete: () => counted(form.draft.skills.length),
        })}
      </div>
      ${form.suggestions.render({
        initial: () => chips(form, []),
        error: (error) => failure(error, () => form.suggestions.run()),
        complete: (suggested) => chips(form, suggested),
      })}
    </div>
    <nw-combobox
      id="skill"
      lang=${form.locale}
      gathers
      label=${msg('Add something else that you can do')}
      hint=${msg('For example: drive a car, cook, sew.')}
      .search=${form.search.skills}
      @nw-answer=${({ detail }: CustomEvent<Answer>) => add(form, detail)}
    ></nw-combobox>
  `,
  summary: ({ skills }) => list(skills.map(({ label }) => isolate(label))),
};

/** Says that a choice arrived, for who does not see it appear. */
function counted(chosen: number): TemplateResult | typeof nothing {
  return chosen ? html`<span class="visually-hidden">${msg(str`Chosen: ${number(chosen)}`)}</span>` : nothing;
}

/** The suggestions, and what the person added; what is chosen stays in its place, so that nothing jumps. */
function chips(form: Form, suggested: readonly Choice[]): TemplateResult | typeof nothing {
  const key = ({ id, label }: Choice) => id || label;
  const offered = new Map<string, Choice>();
  for (const skill of [...suggested, ...form.draft.skills]) {
    if (!offered.has(key(skill))) offered.set(key(skill), skill);
  }
  if (!offered.size) return nothing;
  return checkboxGroup(form, {
    id: 'skills',
    legend: msg('What can you do?'),
    legendHidden: true,
    layout: 'chips',
    options: [...offered].map(([value, { label }]) => ({ value, label })),
    values: form.draft.skills.map(key),
    change: (keys) => form.update({ skills: keys.map((chosen) => offered.get(chosen)!) }),
  });
}

/** Own words get no id; the API looks them up. */
function add(form: Form, { text, choice }: Answer): void {
  const skill: Choice = choice ?? { as: 'skill', id: '', label: text, detail: '' };
  const others = form.draft.skills.filter(({ id, label }) => (id || label) !== (skill.id || skill.label));
  form.update({ skills: [...others, skill] });
}
