// What each factor weighs, and what it is worth when the facts are unknown. Data: change it here, with the reason.
import type { Factor } from './factors/factor.ts';

/**
 * `weight`: share of the score; they add up to 1.
 * `neutral`: value of the factor when either side left it open. It is about what the middle of the pool reaches, so that
 * silence neither helps nor hurts: half for a condition that people usually meet, low for what few share.
 */
export const WEIGHTS: Record<Factor, { weight: number; neutral: number; why: string }> = {
  skills: { weight: 0.35, neutral: 0.1, why: 'What a person can do is the promise of the platform' },
  similarity: {
    weight: 0.25,
    neutral: 0.1,
    why: 'Finds related skills and jobs that no list of equal skills shows',
  },
  location: { weight: 0.15, neutral: 0.5, why: 'Most first jobs are reached without a car' },
  language: {
    weight: 0.1,
    neutral: 0.5,
    why: 'Work often starts below the asked level; lessons go on beside it',
  },
  education: { weight: 0.075, neutral: 0.5, why: 'Papers are often missing or not yet compared' },
  hours: { weight: 0.075, neutral: 0.5, why: 'Hours are the easiest to talk about' },
};
