/** A point of the earth (WGS84), and one of the picture. */
export type Point = { lat: number; lon: number }
export type Spot = { x: number; y: number }

const metresPerDegree = 111_320

/** A square picture around a middle, small enough to be flat: both ways between the earth and the picture, which is `size` units wide. */
export const createFlatMap = (middle: Point, halfMetres: number, size: number) => {
  const unitsPerMetre = size / (2 * halfMetres)
  const perLat = metresPerDegree * unitsPerMetre
  const perLon = perLat * Math.cos((middle.lat * Math.PI) / 180)
  return {
    lengthOf: (metres: number): number => metres * unitsPerMetre,
    toSpot: ({ lat, lon }: Point): Spot => ({ x: size / 2 + (lon - middle.lon) * perLon, y: size / 2 - (lat - middle.lat) * perLat }),
    toPoint: ({ x, y }: Spot): Point => ({ lat: round(middle.lat - (y - size / 2) / perLat), lon: round(middle.lon + (x - size / 2) / perLon) }),
  }
}

/** A hundred-thousandth of a degree is about a metre. */
const round = (degrees: number): number => Math.round(degrees * 100_000) / 100_000

/** Two numbers as map programs give them: "51.53912, 7.22301", also with decimal commas; undefined for anything else. */
export const readPoint = (typed: string): Point | undefined => {
  const text = typed.trim().replace(/[°NEÖO()]/gi, ' ').trim()
  const found = /^(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text) ?? /^(-?\d{1,2},\d+)\s*[;\s]\s*(-?\d{1,3},\d+)$/.exec(text) ?? /^(-?\d{1,2},\d+)\s*,\s+(-?\d{1,3},\d+)$/.exec(text)
  if (!found) return undefined
  const [lat, lon] = [found[1] ?? '', found[2] ?? ''].map(number => Number(number.replace(',', '.')))
  return lat === undefined || lon === undefined || Math.abs(lat) > 90 || Math.abs(lon) > 180 ? undefined : { lat: round(lat), lon: round(lon) }
}

export const pointText = ({ lat, lon }: Point): string => `${lat}, ${lon}`

/** Metres between two points of one city. */
export const metresBetween = (a: Point, b: Point): number =>
  Math.hypot((a.lat - b.lat) * metresPerDegree, (a.lon - b.lon) * metresPerDegree * Math.cos((a.lat * Math.PI) / 180))
