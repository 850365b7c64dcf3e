// The made-up employers of the pool; each name says that it is one.
import type { Chance } from './chance.ts';
import type { Sector } from './sectors.ts';
import type { Town, World } from './world.ts';

export interface Employer {
  name: string;
  home: Town;
}

export interface Employers {
  bySector: Map<Sector, Employer[]>;
  agencies: Employer[];
}

const AGENCIES = 20;
/** What every employer's name ends with. */
const MARK = ' (demo)';

/** The bakery of the demo, with a branch in every large town. */
export const BAKERY = `Bakkerij Van Dijk${MARK}`;

/** @param count of all employers together, the temporary-work agencies among them */
export function makeEmployers(world: World, chance: Chance, count = 300): Employers {
  const { company, person } = chance.faker('nl');
  const employer = (name: string) => ({ name: name + MARK, home: chance.of(world.byPopulation) });
  const agencies = Array.from({ length: AGENCIES }, () => employer(`Uitzendbureau ${person.lastName()}`));
  const bySector = new Map<Sector, Employer[]>();
  for (let made = AGENCIES; made < count; made++) {
    const { sector } = chance.of(world.asked);
    const name = chance.is(0.7)
      ? `${chance.one(sector.employers)} ${person.lastName()}`
      : company.name().replace(' and ', ' en ');
    const others = bySector.get(sector) ?? [];
    bySector.set(sector, [...others, employer(name)]);
  }
  return { bySector, agencies };
}
