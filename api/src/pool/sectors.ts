// What newcomers did and what employers ask, by ISCO-08 group. Estimates after the public figures of CBS and UWV: first
// jobs are mostly horeca and agency work; shortages are in technology, transport, building and care; ICT is easing.
import { ofIsco } from './isco.ts';

export interface Sector {
  /** Weight of one occupation among the jobs that people have done. */
  people: number;
  /** Weight of one occupation among vacancies. */
  vacancies: number;
  /** Words that the name of an employer begins with. */
  employers: string[];
}

const sector = (people: number, vacancies: number, ...employers: string[]): Sector => ({
  people,
  vacancies,
  employers,
});

/** By ISCO-08 code; the longest that an occupation's code begins with counts. */
const SECTORS: Record<string, Sector> = {
  1: sector(1, 1, 'Winkelgroep', 'Retail'),
  2: sector(1.5, 1.5, 'Bureau', 'Instituut'),
  21: sector(2, 2.5, 'Ingenieursbureau', 'Techniek'),
  22: sector(2, 4, 'Zorggroep', 'Gezondheidscentrum', 'Ziekenhuis'),
  23: sector(4, 2, 'School', 'Scholengroep'),
  25: sector(2, 1, 'Software', 'ICT-diensten'),
  26: sector(1.5, 1, 'Stichting', 'Adviesbureau'),
  3: sector(1.5, 2, 'Bureau', 'Techniek'),
  32: sector(1.5, 2.5, 'Apotheek', 'Tandartspraktijk', 'Laboratorium'),
  34: sector(1.5, 1.5, 'Stichting', 'Welzijn'),
  35: sector(1.5, 1, 'ICT-diensten'),
  4: sector(2.5, 2, 'Administratiekantoor', 'Kantoor', 'Servicepunt'),
  5: sector(4, 3, 'Diensten'),
  51: sector(7, 5, 'Restaurant', 'Hotel', 'Eetcafé', 'Brasserie'),
  514: sector(5, 2, 'Kapsalon', 'Salon'),
  516: sector(1.5, 1, 'Rijschool'),
  52: sector(6, 4, 'Supermarkt', 'Winkel', 'Warenhuis'),
  53: sector(4, 6, 'Zorgcentrum', 'Thuiszorg', 'Kinderopvang'),
  54: sector(3, 3, 'Beveiliging'),
  6: sector(4, 3, 'Kwekerij', 'Hoveniersbedrijf'),
  7: sector(3, 3, 'Werkplaats', 'Atelier'),
  71: sector(6, 5, 'Bouwbedrijf', 'Aannemersbedrijf', 'Installatiebedrijf'),
  72: sector(4, 6, 'Garage', 'Metaalbedrijf', 'Machinefabriek'),
  74: sector(3, 6, 'Installatiebedrijf', 'Elektrotechniek'),
  751: sector(6, 4, 'Bakkerij', 'Slagerij', 'Versbedrijf'),
  753: sector(4, 2, 'Atelier', 'Kledingreparatie'),
  8: sector(3, 4, 'Fabriek', 'Productie'),
  83: sector(5, 5, 'Transportbedrijf', 'Logistiek', 'Koeriersdienst'),
  91: sector(8, 5, 'Schoonmaakbedrijf', 'Facilitair', 'Hotel'),
  92: sector(6, 4, 'Kwekerij', 'Fruitbedrijf', 'Boerderij'),
  93: sector(7, 5, 'Distributiecentrum', 'Magazijn', 'Bouwbedrijf'),
  94: sector(9, 5, 'Restaurant', 'Cateringbedrijf', 'Hotel'),
};
const OTHER = sector(1, 1, 'Organisatie');

/** @example sectorOf('7512') // that of bakers and butchers */
export function sectorOf(isco: string | null): Sector {
  return ofIsco(SECTORS, isco) ?? OTHER;
}
