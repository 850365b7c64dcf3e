// Step 2: what a person can do; suggestions to say yes or no to, and a search for others.
import { html } from 'lit';
import { type Answer, type Choice, choiceKey, NO_ANSWER } from '../../base/choices.ts';
import { isolate, list } from '../../localize/format.ts';
import { msg } from '../../localize/msg.ts';
import { sameWords } from '../../localize/same-words.ts';
import type { SkillsAnswer } from '../../nw-skill-suggestions/nw-skill-suggestions.ts';
import type { Draft } from '../draft.ts';
import type { Step } from '../step.ts';

export const skills: Step = {
  id: 'skills',
  title: () => msg('What can you do?'),
  hint: () => msg('Tap what you can do. You can also add something that is not in the list.'),
  render: (form) => html`
    <nw-skill-suggestions
      lang=${form.locale}
      .client=${form.client}
      .work=${form.draft.noExperience ? NO_ANSWER : form.draft.work}
      years=${form.draft.years.trim()}
      .skills=${form.draft.skills}
      .rejectedSkills=${form.draft.rejectedSkills}
      @nw-skills-answer=${({ detail }: CustomEvent<SkillsAnswer>) => form.update(detail)}
    ></nw-skill-suggestions>
    <nw-combobox
      id="skill"
      lang=${form.locale}
      gathers
      label=${msg('Add something else that you can do')}
      hint=${msg('For example: drive a car, cook, sew.')}
      .search=${form.search.skills}
      @nw-answer=${({ detail }: CustomEvent<Answer>) => form.update(add(form.draft, detail))}
    ></nw-combobox>
  `,
  summary: ({ skills }) => list(skills.map(({ label }) => isolate(label))),
};

/** The later word counts: who adds what they said no to before can do it after all. Own words get no id. */
function add(
  { skills, rejectedSkills }: Draft,
  { text, choice }: Answer,
): Pick<Draft, 'skills' | 'rejectedSkills'> {
  const rejected = rejectedSkills.find(({ id, label }) =>
    choice ? id === choice.id : sameWords(label, text),
  );
  const skill: Choice = choice ?? rejected ?? { as: 'skill', id: '', label: text, detail: '' };
  return {
    skills: [...skills.filter((other) => choiceKey(other) !== choiceKey(skill)), skill],
    rejectedSkills: rejectedSkills.filter((other) => other !== rejected),
  };
}
