// The field of education that an occupation usually asks, where the vacancy does not say.

/**
 * Broad field of ISCED-F 2013 (UNESCO) by the first digits of the ISCO-08 code (ILO); the longest that fits counts. Read
 * off the definitions of the groups in both classifications, by us. What anyone may learn on the job has no field:
 * clerks in general, sales workers, machine operators, drivers and elementary occupations are left out.
 */
const FIELD_OF_ISCO: Record<string, string> = {
  121: '04', // business services and administration managers
  122: '04', // sales, marketing and development managers
  131: '08', // production managers in agriculture, forestry and fisheries
  132: '07', // manufacturing, mining and construction managers
  133: '06', // ICT service managers
  1324: '04', // supply and distribution managers
  1341: '09', // child care services managers
  1342: '09', // health services managers
  1343: '09', // aged care services managers
  1344: '09', // social welfare managers
  1345: '01', // education managers
  141: '10', // hotel and restaurant managers
  142: '04', // retail and wholesale trade managers
  143: '10', // sports, recreation and cultural centre managers
  211: '05', // physical and earth science professionals
  212: '05', // mathematicians, actuaries and statisticians
  213: '05', // life science professionals
  2132: '08', // farming, forestry and fisheries advisers
  214: '07', // engineering professionals
  215: '07', // electrotechnology engineers
  216: '07', // architects, planners, surveyors and designers
  2163: '02', // product and garment designers
  2166: '02', // graphic and multimedia designers
  22: '09', // health professionals
  225: '08', // veterinarians
  23: '01', // teaching professionals
  24: '04', // business and administration professionals
  25: '06', // ICT professionals
  261: '04', // legal professionals
  262: '03', // librarians, archivists and curators
  263: '03', // social and religious professionals
  2635: '09', // social work and counselling professionals
  2636: '02', // religious professionals
  264: '02', // authors, journalists and linguists
  2642: '03', // journalists
  265: '02', // creative and performing artists
  311: '07', // physical and engineering science technicians
  312: '07', // mining, manufacturing and construction supervisors
  313: '07', // process control technicians
  314: '05', // life science technicians
  3142: '08', // agricultural technicians
  3143: '08', // forestry technicians
  315: '10', // ship and aircraft controllers and technicians
  32: '09', // health associate professionals
  324: '08', // veterinary technicians and assistants
  33: '04', // business and administration associate professionals
  3411: '04', // legal and related associate professionals
  3412: '09', // social work associate professionals
  3413: '02', // religious associate professionals
  342: '10', // sports and fitness workers
  343: '02', // artistic and cultural associate professionals
  3434: '10', // chefs
  35: '06', // ICT technicians
  3521: '02', // broadcasting and audio-visual technicians
  412: '04', // secretaries
  431: '04', // numerical clerks
  51: '10', // personal service workers
  531: '09', // child care workers
  5312: '01', // teachers' aides
  532: '09', // personal care workers in health services
  54: '10', // protective services workers
  61: '08', // market-oriented skilled agricultural workers
  62: '08', // market-oriented skilled forestry, fishery and hunting workers
  71: '07', // building and related trades workers
  72: '07', // metal, machinery and related trades workers
  73: '02', // handicraft and printing workers
  7311: '07', // precision-instrument makers and repairers
  74: '07', // electrical and electronic trades workers
  75: '07', // food processing, wood working and garment trades: manufacturing and processing
};

/** @returns broad field of ISCED-F 2013, 01..10; null when the code has none @example fieldOfIsco('2262') // '09' */
export function fieldOfIsco(iscoCode: string | null): string | null {
  for (let digits = Math.min(4, iscoCode?.length ?? 0); digits > 0; digits--) {
    const field = FIELD_OF_ISCO[iscoCode!.slice(0, digits)];
    if (field) return field;
  }
  return null;
}
