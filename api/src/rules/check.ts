// What the shapes of the files cannot say: every step that is used exists, and versions follow each other.
import { WORK_RIGHT_CATEGORIES } from '../candidates/work-right.ts';
import { LICENCES, VACANCY_KINDS } from '../http/schema.ts';
import type { Rules } from './rules.ts';
import type { Provenance, Use } from './schema.ts';
import { LICENCE } from './steps.ts';

/** @returns what is wrong, each with its file and path; empty when all is well */
export function checkRules({ steps, professions, permits, document_date }: Rules): string[] {
  const known = new Set(steps.map(({ step }) => step));
  const isKnown = ({ step, params }: Use) =>
    step === LICENCE ? LICENCES.some((category) => category === params.category) : known.has(step);
  const unknown = (where: string, used: Use[]) =>
    used
      .filter((use) => !isKnown(use))
      .map(({ step }) => `${where}: there is no step ${step} in steps.yaml, or its category is no licence`);
  const inForce = permits.filter(({ status }) => status === 'in-force');
  return [
    ...professions.flatMap(({ profession, route }) =>
      unknown(`regulated-professions.yaml: ${profession}`, route),
    ),
    ...permits.flatMap(({ category, employer, person }) =>
      unknown(`right-to-work.yaml: ${category}`, [...employer, ...person]),
    ),
    ...unknown('right-to-work.yaml: document_date', document_date.expired.person),
    ...[...known].flatMap((name) =>
      overlaps(
        `steps.yaml: ${name}`,
        steps.filter(({ step }) => step === name),
      ),
    ),
    ...[...new Set(professions.flatMap(({ occupations }) => Object.keys(occupations)))].flatMap((code) =>
      overlaps(
        `regulated-professions.yaml: ${code}`,
        professions.filter(({ occupations }) => code in occupations),
      ),
    ),
    ...WORK_RIGHT_CATEGORIES.flatMap((category) =>
      VACANCY_KINDS.flatMap((kind) =>
        gaps(
          `right-to-work.yaml: ${category}, ${kind}`,
          inForce.filter((rule) => rule.category === category && rule.kinds.includes(kind)),
        ),
      ),
    ),
  ];
}

function overlaps(where: string, versions: Provenance[]): string[] {
  const sorted = byStart(versions);
  return sorted
    .slice(1)
    .filter(({ validFrom }, i) => {
      const before = sorted[i]!.validTo;
      return before === null || validFrom === null || validFrom <= before;
    })
    .map(({ validFrom }) => `${where}: the version from ${validFrom} begins before the one before it ends`);
}

/** Also what is missing: a category must have a rule for every day from its first on. */
function gaps(where: string, versions: Provenance[]): string[] {
  const sorted = byStart(versions);
  if (sorted.at(-1)?.validTo !== null)
    return [`${where}: there must be a last rule in force, without valid_to`];
  return [
    ...overlaps(where, versions),
    ...sorted
      .slice(1)
      .filter(({ validFrom }, i) => validFrom !== dayAfter(sorted[i]!.validTo))
      .map(
        ({ validFrom }) =>
          `${where}: the version from ${validFrom} does not begin the day after the one before`,
      ),
  ];
}

function byStart<Version extends Provenance>(versions: Version[]): Version[] {
  return versions.toSorted((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
}

function dayAfter(day: string | null): string | null {
  if (day === null) return null;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
