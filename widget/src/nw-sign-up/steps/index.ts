// The steps in their order.
import type { Step } from '../step.ts';
import { consent } from './consent.ts';
import { contact } from './contact.ts';
import { languages } from './languages.ts';
import { place } from './place.ts';
import { review } from './review.ts';
import { skills } from './skills.ts';
import { wishes } from './wishes.ts';
import { work } from './work.ts';

export const STEPS: readonly Step[] = [work, skills, place, languages, wishes, contact, review, consent];
