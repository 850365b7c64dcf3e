// What somebody's documents say about working here. Only for the checklist of a match; matching cannot read it.
export const WORK_RIGHT_CATEGORIES = [
  'dutch-or-eu',
  'status-holder',
  'family-or-long-term',
  'temporary-protection-ukraine',
  'asylum-seeker',
  'unknown',
] as const;
export type WorkRightCategory = (typeof WORK_RIGHT_CATEGORIES)[number];
