// Where in the steps an answer stands that the API refused (400), by the JSON Pointer of the mistake.
import { BadRequestError } from '@nederlandwerkt/sdk';
import type { StepId } from './step.ts';

export interface Refusal {
  step: StepId;
  field: string;
}

const BY_KEY: Record<string, Refusal> = {
  occupations: { step: 'work', field: 'work' },
  skills: { step: 'skills', field: 'skill' },
  rejectedSkills: { step: 'skills', field: 'skill' },
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

/**
 * @returns the refused answers; none for any other error
 * @example refusals(error) // [{ step: 'contact', field: 'phone' }] for a mistake at #/phone
 */
export function refusals(error: unknown): Refusal[] {
  if (!(error instanceof BadRequestError)) return [];
  return (error.problem.errors ?? []).flatMap(({ pointer }) => BY_KEY[pointer.split('/')[1] ?? ''] ?? []);
}
