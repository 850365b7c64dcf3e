// Who drives: licences that work needs and that people hold, and how they travel. All shares are estimates of ours.
import type { CandidateColumns } from '../candidates/queries.ts';
import { type Chance, type Weighted, weighted } from './chance.ts';
import { ofIsco } from './isco.ts';
import type { Occupation } from './world.ts';

type Licences = CandidateColumns['licences'];

const carIn = (share: number) =>
  weighted<Licences>([
    [['B'], share],
    [[], 1 - share],
  ]);
/** By ISCO-08 code. Other work asks for none. */
const ASKED: Record<string, Weighted<Licences>> = {
  2221: carIn(0.15),
  3258: carIn(1),
  3322: carIn(0.7),
  5165: carIn(1),
  5322: carIn(0.3),
  5414: carIn(0.3),
  611: weighted<Licences>([
    [['B'], 35],
    [['B', 'BE'], 10],
    [[], 55],
  ]),
  71: carIn(0.25),
  7126: carIn(0.5),
  7127: carIn(0.7),
  723: carIn(0.4),
  74: carIn(0.5),
  8321: weighted<Licences>([[['A'], 1]]),
  8322: carIn(1),
  8331: weighted<Licences>([[['D'], 1]]),
  8332: weighted<Licences>([
    [['C'], 35],
    [['C', 'CE'], 65],
  ]),
  8341: weighted<Licences>([
    [['T'], 70],
    [[], 30],
  ]),
  933: carIn(0.08),
};
/** By ISCO-08 code of what somebody did: more than the B that many have. Foreign ones not yet exchanged are none. */
const HELD: Record<string, Weighted<Licences>> = {
  8322: carIn(0.7),
  8331: weighted<Licences>([
    [['B', 'D'], 35],
    [['B'], 25],
    [[], 40],
  ]),
  8332: weighted<Licences>([
    [['B', 'C', 'CE'], 28],
    [['B', 'C'], 12],
    [['B'], 20],
    [[], 40],
  ]),
  8341: weighted<Licences>([
    [['B', 'T'], 30],
    [[], 70],
  ]),
};
const USUAL: Weighted<Licences> = weighted<Licences>([
  [[], 670],
  [['B'], 295],
  [['A', 'B'], 20],
  [['B', 'BE'], 15],
]);
const MINUTES: Weighted<number> = weighted([
  [30, 25],
  [45, 35],
  [60, 30],
  [90, 10],
]);

export function licencesAsked({ isco, english }: Occupation, chance: Chance): Licences {
  // ISCO-08 counts tram drivers among bus drivers; their company trains and licenses them.
  if (/\btram\b/i.test(english)) return [];
  const asked = ofIsco(ASKED, isco);
  return asked ? chance.of(asked) : [];
}

export function travel(
  done: Occupation[],
  chance: Chance,
): Pick<CandidateColumns, 'licences' | 'transport' | 'maxTravelMinutes'> {
  const trade = done.map(({ isco }) => ofIsco(HELD, isco)).find((held) => held);
  const licences = [...chance.of(trade ?? USUAL)];
  const transport: CandidateColumns['transport'] = [];
  if (chance.is(0.72)) {
    if (chance.is(0.12)) transport.push('walking');
    if (chance.is(0.72)) transport.push('bicycle');
    if (chance.is(0.04)) transport.push('moped');
    if (chance.is(0.5)) transport.push('public-transport');
    if (licences.includes('B') && chance.is(0.55)) transport.push('car');
    if (transport.length === 0) transport.push('public-transport');
  }
  // A car's licence covers mopeds too.
  if (transport.includes('moped') && !licences.includes('B')) licences.unshift('AM');
  return { licences, transport, maxTravelMinutes: chance.is(0.25) ? chance.of(MINUTES) : null };
}
