// Skills as chips: those that are asked and that the person has, each on whose word, and those that are missing.
import type { MatchedSkill, MissingSkill, Provenance } from '@nederlandwerkt/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../base/icons.ts';
import { isolate, number } from '../localize/format.ts';
import { msg, str } from '../localize/msg.ts';
import { likelihood } from '../localize/words.ts';

/** As many stand in a group; the others are counted. */
const SKILLS_SHOWN = 5;

/** The surest first, guesses last and apart. */
export function matchedSkills(skills: readonly MatchedSkill[]): unknown {
  const groups: Record<Provenance, string> = {
    verified: msg('You can do this, and somebody has seen it'),
    confirmed: msg('You can do this: you said yes to it'),
    stated: msg('You can do this: you told us'),
    predicted: msg('You can probably do this (our guess from your work)'),
  };
  return (Object.keys(groups) as Provenance[]).map((provenance) =>
    skillGroup(
      groups[provenance],
      provenance,
      skills.filter((matched) => matched.provenance === provenance),
    ),
  );
}

export function missingSkills(skills: readonly MissingSkill[]): TemplateResult | typeof nothing {
  return skillGroup(msg('You can still learn this'), 'missing', skills);
}

function skillGroup(
  label: string,
  sort: Provenance | 'missing',
  skills: readonly (MatchedSkill | MissingSkill)[],
): TemplateResult | typeof nothing {
  if (!skills.length) return nothing;
  return html`<div>
    <p class="label" id=${sort}>${label}</p>
    <ul class="skills" role="list" aria-labelledby=${sort}>
      ${skills.slice(0, SKILLS_SHOWN).map((skill) => chip(sort, skill))}
      ${
        skills.length > SKILLS_SHOWN
          ? html`<li class="more">${msg(str`and ${number(skills.length - SKILLS_SHOWN)} more`)}</li>`
          : nothing
      }
    </ul>
  </div>`;
}

function chip(sort: Provenance | 'missing', asked: MatchedSkill | MissingSkill): TemplateResult {
  const { skill, importance } = asked;
  const matched = 'provenance' in asked ? asked : undefined;
  const words = [
    importance === 'must-have' ? msg('must have') : '',
    matched?.provenance === 'predicted' ? msg(str`our guess: ${likelihood(matched.probability)}`) : '',
    matched?.through ? msg(str`because of: ${isolate(matched.through.label)}`) : '',
  ].filter(Boolean);
  return html`<li class=${sort}>
    ${sort === 'verified' ? icons.seal() : sort === 'confirmed' ? icons.check() : nothing}<span class="skill" lang=${skill.language}
      >${skill.label}</span
    >${words.map((word) => html` <small>${word}</small>`)}
  </li>`;
}
