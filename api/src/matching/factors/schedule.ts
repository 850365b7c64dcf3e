// Schedule: whether the weekly hours of both sides overlap, and whether the person is free when the work is done.
import { countBits } from '../bits.ts';
import { clamp, type Evidence, type FactorFunction, type Pair } from './factor.ts';

/** Weekly hours apart at which nothing is left: two working days. Our estimate. */
const TOO_FAR_APART = 16;
/** An open end of a range of hours, as far as WeeklyHours goes. */
const FEWEST_HOURS = 1;
const MOST_HOURS = 60;

interface Part {
  value: number;
  evidence: Evidence;
}

/** value = fit of the hours × share of the work's parts of the week that are free; what is unknown is left out */
export const scheduleFactor: FactorFunction = (pair) => {
  const known = [hours(pair), shifts(pair)].filter((part) => part !== null);
  if (known.length === 0) return null;
  return {
    value: clamp(known.reduce((product, { value }) => product * value, 1)),
    evidence: Object.assign({}, ...known.map(({ evidence }) => evidence)),
  };
};

function hours({ person, vacancy }: Pair): Part | null {
  const wanted = range(person);
  const offered = range(vacancy);
  if (!wanted || !offered) return null;
  const hoursApart = Math.max(0, wanted.min - offered.max, offered.min - wanted.max);
  return {
    value: clamp(1 - hoursApart / TOO_FAR_APART),
    evidence: {
      hoursMin: wanted.min,
      hoursMax: wanted.max,
      offeredHoursMin: offered.min,
      offeredHoursMax: offered.max,
      hoursApart,
    },
  };
}

function range({ hoursMin, hoursMax }: { hoursMin: number | null; hoursMax: number | null }) {
  return hoursMin === null && hoursMax === null
    ? undefined
    : { min: hoursMin ?? FEWEST_HOURS, max: hoursMax ?? MOST_HOURS };
}

/** Parts of the week in which the work is done and the person is not free, in all and by reason. */
function shifts({ person, vacancy }: Pair): Part | null {
  if (vacancy.shifts === 0 || person.busy.length === 0) return null;
  const clashes = (reason?: string) =>
    countBits(
      person.busy.reduce(
        (mask, busy) => (reason === undefined || busy.reason === reason ? mask | busy.mask : mask),
        0,
      ) & vacancy.shifts,
    );
  const shiftParts = countBits(vacancy.shifts);
  const clashingParts = clashes();
  return {
    value: 1 - clashingParts / shiftParts,
    evidence: {
      shiftParts,
      clashingParts,
      clashesIntegrationCourse: clashes('integration-course'),
      clashesCare: clashes('care'),
      clashesOther: clashes('other'),
    },
  };
}
