// A flat map of the Netherlands, in km, so that SQL can compare distances cheaply.

/** The tower of Amersfoort, origin of the Dutch national grid; degrees, WGS 84. */
const ORIGIN = { latitude: 52.1552, longitude: 5.3872 };
/** km per degree of the meridian at 52° north, and of the parallel of the origin (WGS 84 ellipsoid). */
const KM_PER_LATITUDE = 111.26;
const KM_PER_LONGITUDE = 68.43;

/**
 * Equirectangular projection around the origin.
 * Within the Netherlands distances differ less than 1.5 % from the great circle, far less than a road's detour.
 *
 * @returns km east (x) and north (y) of Amersfoort
 */
export function project(latitude: number, longitude: number): { x: number; y: number } {
  return {
    x: (longitude - ORIGIN.longitude) * KM_PER_LONGITUDE,
    y: (latitude - ORIGIN.latitude) * KM_PER_LATITUDE,
  };
}
