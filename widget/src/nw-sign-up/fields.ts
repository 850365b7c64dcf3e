// The controls that the steps are made of: a text field, and groups of large options to tap.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Form } from './step.ts';

interface TextField {
  id: string;
  label: string;
  hint?: string;
  value: string;
  type?: 'tel' | 'email';
  autocomplete?: 'name' | 'tel' | 'email';
  inputmode?: 'numeric';
  change(value: string): void;
}

/** @returns the ids that describe a field, for aria-describedby */
function describedBy(id: string, hint: string | undefined, mistake: string): string | typeof nothing {
  return [hint && `${id}-hint`, mistake && `${id}-error`].filter(Boolean).join(' ') || nothing;
}

function about(id: string, hint: string | undefined, mistake: string): TemplateResult {
  return html`${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  ${mistake ? html`<p class="error" id="${id}-error">${mistake}</p>` : nothing}`;
}

export function textField(
  form: Form,
  { id, label, hint, value, type, autocomplete, inputmode, change }: TextField,
): TemplateResult {
  const mistake = form.mistakeOf(id);
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${about(id, hint, mistake)}
    <input
      id=${id}
      type=${type ?? 'text'}
      autocomplete=${autocomplete ?? 'off'}
      inputmode=${inputmode ?? nothing}
      dir=${type ? 'ltr' : nothing}
      aria-describedby=${describedBy(id, hint, mistake)}
      aria-invalid=${mistake ? 'true' : nothing}
      .value=${live(value)}
      @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
    />
  </div>`;
}

export interface Option<Value extends string> {
  value: Value;
  label: string;
  /** Explains the option in a second line. */
  detail?: string;
}

interface Group<Value extends string> {
  id: string;
  /** Hidden from sight when the step's title says it already. */
  legend: string;
  legendHidden?: boolean;
  hint?: string;
  options: Option<Value>[];
  /** `chips` stand beside each other, `rows` under each other. */
  layout?: 'chips' | 'rows';
}

export function radioGroup<Value extends string>(
  form: Form,
  group: Group<Value> & { value: Value | ''; change(value: Value): void },
): TemplateResult {
  return options(form, group, 'radio', (value) => value === group.value, group.change);
}

export function checkboxGroup<Value extends string>(
  form: Form,
  group: Group<Value> & { values: readonly Value[]; change(values: Value[]): void },
): TemplateResult {
  const toggle = (value: Value) =>
    group.change(
      group.values.includes(value)
        ? group.values.filter((other) => other !== value)
        : [...group.values, value],
    );
  return options(form, group, 'checkbox', (value) => group.values.includes(value), toggle);
}

/** A single option that stands alone. */
export function checkbox(
  form: Form,
  {
    id,
    label,
    detail,
    checked,
    change,
  }: { id: string; label: string; detail?: string; checked: boolean; change(checked: boolean): void },
): TemplateResult {
  const mistake = form.mistakeOf(id);
  return html`<div class="field">
    ${about(id, undefined, mistake)}
    <label class="option">
      <input
        type="checkbox"
        id=${id}
        aria-describedby=${describedBy(id, undefined, mistake)}
        aria-invalid=${mistake ? 'true' : nothing}
        .checked=${live(checked)}
        @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
      />
      <span>${label}${detail ? html`<span class="hint">${detail}</span>` : nothing}</span>
    </label>
  </div>`;
}

function options<Value extends string>(
  form: Form,
  { id, legend, legendHidden, hint, options, layout = 'rows' }: Group<Value>,
  type: 'radio' | 'checkbox',
  checked: (value: Value) => boolean,
  change: (value: Value) => void,
): TemplateResult {
  const mistake = form.mistakeOf(id);
  return html`<fieldset aria-describedby=${describedBy(id, hint, mistake)}>
    <legend class=${legendHidden ? 'visually-hidden' : 'label'}>${legend}</legend>
    ${about(id, hint, mistake)}
    <div class=${layout}>
      ${options.map(
        ({ value, label, detail }, index) => html`<label class="option">
          <input
            type=${type}
            name=${id}
            id=${index === 0 ? id : nothing}
            value=${value}
            .checked=${live(checked(value))}
            @change=${() => change(value)}
          />
          <span><bdi>${label}</bdi>${detail ? html`<span class="hint">${detail}</span>` : nothing}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}
