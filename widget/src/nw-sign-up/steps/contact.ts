// Step 6: how to reach a person. Nothing here is required.
import { html } from 'lit';
import { isolate } from '../../localize/format.ts';
import { msg } from '../../localize/msg.ts';
import { textField } from '../fields.ts';
import type { Step } from '../step.ts';

/** As the contract has them. */
const PHONE = /^\+?[0-9 ()-]{6,20}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

export const contact: Step = {
  id: 'contact',
  title: () => msg('Who are you?'),
  hint: () =>
    msg('You may leave everything open. With a phone number or e-mail address we can reach you about work.'),
  render: (form) => html`
    ${textField(form, {
      id: 'name',
      label: msg('Your name'),
      hint: msg('A first name or nickname is fine. Employers do not see it.'),
      value: form.draft.name,
      autocomplete: 'name',
      change: (name) => form.update({ name }),
    })}
    ${textField(form, {
      id: 'phone',
      label: msg('Phone number'),
      value: form.draft.phone,
      type: 'tel',
      autocomplete: 'tel',
      change: (phone) => form.update({ phone }),
    })}
    ${textField(form, {
      id: 'email',
      label: msg('E-mail address'),
      value: form.draft.email,
      type: 'email',
      autocomplete: 'email',
      change: (email) => form.update({ email }),
    })}
  `,
  mistakes: ({ phone, email }) => [
    ...(!phone.trim() || PHONE.test(phone.trim())
      ? []
      : [
          { field: 'phone', text: msg('This is not a phone number. For example: +31\u00a06\u00a012345678.') },
        ]),
    ...(!email.trim() || EMAIL.test(email.trim())
      ? []
      : [{ field: 'email', text: msg('This is not an e-mail address. For example: name@example.org.') }]),
  ],
  summary: ({ name, phone, email }) => [name, phone, email].filter(Boolean).map(isolate).join(' · '),
};
