import type { MeansOfTravel } from '../guide/guide.schemas.ts'
import type { MatchingRules } from './matching.schemas.ts'
import type { DistrictPlace } from './matching.types.ts'

const earthKm = 6371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Kilometres as the crow flies between two places, rounded to 100 m. */
export const distanceKm = (a: Omit<DistrictPlace, 'id'>, b: Omit<DistrictPlace, 'id'>): number => {
  const [dLat, dLon] = [radians(b.lat - a.lat), radians(b.lon - a.lon)]
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2
  return Math.round(2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h))) * 10) / 10
}

/** How far somebody gets by the best of these means; 0 km where none is known. */
export const reachOf = (travel: readonly MeansOfTravel[], reachKm: MatchingRules['reachKm']): number => Math.max(0, ...travel.map(means => reachKm[means]))

export type Way = { nearest: string | null; km: number | null }

/** The nearest of these districts to the asked one, itself included; without a place on the map the distance is not known. */
export const nearestDistrict = (asked: string, own: readonly string[], districts: readonly DistrictPlace[]): Way => {
  if (own.includes(asked)) return { nearest: asked, km: 0 }
  const goal = districts.find(({ id }) => id === asked)
  const ways = goal ? districts.filter(({ id }) => own.includes(id)).map(place => ({ nearest: place.id, km: distanceKm(goal, place) })) : []
  return ways.toSorted((a, b) => a.km - b.km || (a.nearest < b.nearest ? -1 : 1))[0] ?? { nearest: null, km: null }
}
