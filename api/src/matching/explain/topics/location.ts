// The way to work. An employer reads only whether it can be done: kilometres and minutes would tell the town.
import type { Evidence } from '../../factors/factor.ts';
import { USUAL_MINUTES } from '../../factors/location.ts';
import {
  addedBy,
  CONDITION,
  type Context,
  factorValue,
  gap,
  isOptedOut,
  lostBy,
  type Reason,
  STRONG,
  strength,
  type Topic,
  UNKNOWN,
} from '../reason.ts';

export const location: Topic = (context) => {
  const { person } = context.pair;
  const isBeyond = context.unmet.has('reach');
  if (isOptedOut(context, 'location') && !isBeyond) return [];
  if (person.places.length === 0) {
    return [gap(context.unmet.has('place-unknown') ? 1 : UNKNOWN, 'unknown.place')];
  }
  const evidence = context.contributions.get('location')?.evidence ?? {};
  const { minutes, transport, distanceKm, maxDistanceKm, maxTravelMinutes, place, nightShift } = evidence;
  const trip = { minutes, transport, place } as Evidence;
  const reasons: Reason[] = [];
  const isTold = typeof distanceKm === 'number';
  // The factor lets people walk then, which says less than why.
  const isStranded =
    nightShift === true &&
    person.transport.includes('public-transport') &&
    person.transport.every((means) => means === 'public-transport' || means === 'walking');
  const maxMinutes = (maxTravelMinutes ?? null) as number | null;
  const isTooLong = !isStranded && typeof minutes === 'number' && minutes > (maxMinutes ?? USUAL_MINUTES);
  if (isBeyond) {
    reasons.push(
      context.audience === 'employer' || !isTold
        ? gap(CONDITION + 0.2, 'gap.reach')
        : gap(CONDITION + 0.2, 'gap.distance', { distanceKm, maxDistanceKm: maxDistanceKm!, place: place! }),
    );
  } else if (isTooLong) {
    const weight = lostBy(context, 'location');
    if (context.audience === 'employer') reasons.push(gap(weight, 'gap.reach'));
    else if (maxMinutes === null) reasons.push(gap(weight, 'gap.long-trip', trip));
    else reasons.push(gap(weight, 'gap.travel-time', { ...trip, maxMinutes }));
  }
  if (isStranded) reasons.push(gap(lostBy(context, 'location'), 'gap.night-transport'));
  if (reasons.length === 0 && (factorValue(context, 'location') ?? 0) >= STRONG) {
    reasons.push(near(context, evidence));
  }
  return reasons;
};

function near(context: Context, { minutes, transport, distanceKm, place }: Evidence): Reason {
  const weight = addedBy(context, 'location');
  // A place is a point and a town is not: within one, kilometres and minutes mean nothing.
  const isSamePlace = typeof distanceKm === 'number' && distanceKm < 1;
  if (context.audience === 'employer' || isSamePlace) return strength(weight, 'strength.reachable');
  const way = { distanceKm: distanceKm!, place: place! };
  return typeof minutes === 'number'
    ? strength(weight, 'strength.near', { ...way, minutes, transport: transport! })
    : strength(weight, 'strength.near-distance', way);
}
