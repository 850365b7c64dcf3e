// Where in the steps an answer stands that the API refused (400), by the JSON Pointer of the mistake.
import type { Problem } from '@nederlandwerkt/sdk';
import type { StepId } from './step.ts';

export interface Refusal {
  step: StepId;
  field: string;
}

const BY_KEY: Record<string, Refusal> = {
  occupations: { step: 'work', field: 'work' },
  skills: { step: 'skills', field: 'skill' },
  place: { step: 'place', field: 'place' },
  maxDistanceKm: { step: 'place', field: 'distance' },
  languages: { step: 'languages', field: 'dutch' },
  kinds: { step: 'wishes', field: 'kinds' },
  hoursMin: { step: 'wishes', field: 'hours' },
  hoursMax: { step: 'wishes', field: 'hours' },
  name: { step: 'contact', field: 'name' },
  phone: { step: 'contact', field: 'phone' },
  email: { step: 'contact', field: 'email' },
};

/** @example refusals({ errors: [{ in: 'body', pointer: '#/phone', detail: '…' }], … }) // [{ step: 'contact', field: 'phone' }] */
export function refusals({ errors = [] }: Problem): Refusal[] {
  return errors.flatMap(({ pointer }) => BY_KEY[pointer.split('/')[1] ?? ''] ?? []);
}
