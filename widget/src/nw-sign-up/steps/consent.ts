// Step 8: what happens with the answers, and whether the person agrees. The text has a version: see draft.ts.
import { html } from 'lit';
import { msg } from '../../localize/msg.ts';
import { checkbox } from '../fields.ts';
import type { Step } from '../step.ts';

export const consent: Step = {
  id: 'consent',
  title: () => msg('Do you agree?'),
  render: (form) => html`
    <p>
      ${msg(
        'A computer program puts vacancies in order for you: it compares your skills, work, distance, language, education and hours with what is asked. It does not look at your name. It does not decide who gets the work: people do that.',
      )}
    </p>
    <p>${msg('You can see all your data and delete it. Then nothing of it is kept.')}</p>
    ${checkbox(form, {
      id: 'consent-profile',
      label: msg('Yes, you may keep my answers to find work for me.'),
      detail: msg('Needed to sign up.'),
      checked: form.draft.consentProfile,
      change: (consentProfile) => form.update({ consentProfile }),
    })}
    ${checkbox(form, {
      id: 'consent-matching',
      label: msg('Yes, employers may find my profile.'),
      detail: msg('Your choice. They do not see your name, phone number, e-mail address or town.'),
      checked: form.draft.consentMatching,
      change: (consentMatching) => form.update({ consentMatching }),
    })}
  `,
  mistakes: ({ consentProfile }) =>
    consentProfile
      ? []
      : [
          {
            field: 'consent-profile',
            text: msg('We can sign you up only if we may keep your answers. Tick the box if you agree.'),
          },
        ],
};
