// How far a person wants to travel: a native select, the same in both elements.
import { html, type TemplateResult } from 'lit';
import { kilometres } from '../localize/format.ts';
import { msg } from '../localize/msg.ts';

/** km */
const DISTANCES = [5, 10, 20, 30, 50, 100];

export function distanceField(value: number, change: (km: number) => void): TemplateResult {
  return html`<div class="field">
    <label for="distance">${msg('How far do you want to travel?')}</label>
    <select id="distance" @change=${(event: Event) => change(Number((event.target as HTMLSelectElement).value))}>
      ${DISTANCES.map((km) => html`<option value=${km} ?selected=${km === value}>${kilometres(km)}</option>`)}
    </select>
  </div>`;
}
