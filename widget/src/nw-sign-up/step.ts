// What a step of the sign-up is: one question, what may be wrong with its answer, and its answer in short.
import type { NederlandWerkt } from '@nederlandwerkt/sdk';
import type { TemplateResult } from 'lit';
import type { Search } from '../base/choices.ts';
import type { Locale } from '../localize/msg.ts';
import type { Draft } from './draft.ts';

export type StepId = 'work' | 'skills' | 'place' | 'languages' | 'wishes' | 'contact' | 'review' | 'consent';

/** Something to correct; `field` is the id of the control that the error summary leads to. */
export interface Mistake {
  field: string;
  text: string;
}

/** What a step may use to show itself. */
export interface Form {
  draft: Draft;
  locale: Locale;
  update(change: Partial<Draft>): void;
  /** @returns '' when the field is fine */
  mistakeOf(field: string): string;
  search: Record<'occupations' | 'skills' | 'places', Search>;
  /** For an element inside the step that asks by itself. */
  client: NederlandWerkt;
  steps: readonly Step[];
  goTo(id: StepId): void;
}

/** All functions are called while rendering, so that they speak the language being rendered. */
export interface Step {
  id: StepId;
  title(): string;
  hint?(): string;
  render(form: Form): TemplateResult;
  mistakes?(draft: Draft): Mistake[];
  /** For the review; '' when nothing was answered. */
  summary?(draft: Draft): string;
}
