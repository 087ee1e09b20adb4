import { geoMercator, geoPath } from 'd3-geo'
import type { GeoGeometryObjects } from 'd3-geo'

export interface MapPlace {
  id: string
  name: string
  lat: number
  lon: number
  /** Metres. */
  radius: number
}

export interface MapOutlines {
  type: 'FeatureCollection'
  features: readonly { type: 'Feature'; geometry: GeoGeometryObjects | null }[]
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface PlacedCircle {
  id: string
  x: number
  y: number
  r: number
}

export interface PlacedLabel extends Box {
  id: string
  text: string
  /** The side at which it hangs, so that it stays at its circle when it is set smaller. */
  anchor: 'start' | 'middle' | 'end'
  /** The circle's edge, where the label could not stand at it. */
  leader?: { x1: number; y1: number; x2: number; y2: number } | undefined
}

export interface MapLayout {
  width: number
  height: number
  outlines: readonly string[]
  circles: readonly PlacedCircle[]
  labels: readonly PlacedLabel[]
}

const width = 360
const margin = 26
const charWidth = 7.2
const labelHeight = 16
const edge = 4
const metresPerDegree = 111_320

const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** A ring of 24 points around a place at its radius, so that the whole circle is fitted into the picture. */
function ring(place: MapPlace): [number, number][] {
  const lat = place.radius / metresPerDegree
  const lon = lat / Math.cos((place.lat * Math.PI) / 180)
  return Array.from({ length: 24 }, (_, index) => {
    const angle = (index / 24) * 2 * Math.PI
    return [place.lon + Math.cos(angle) * lon, place.lat + Math.sin(angle) * lat]
  })
}

type Candidate = Box & Pick<PlacedLabel, 'anchor'>

/** Boxes around a circle in the order they are tried: inside, beside, above, below, then further and further away. */
function candidates(circle: PlacedCircle, text: string): Candidate[] {
  const size = { width: text.length * charWidth, height: labelHeight }
  const at = (x: number, y: number): Candidate => {
    const left = Math.min(Math.max(x - size.width / 2, edge), width - edge - size.width)
    const hangs = left > circle.x ? 'start' : left + size.width < circle.x ? 'end' : 'middle'
    return { x: left, y: y - size.height / 2, anchor: hangs, ...size }
  }
  const fits = size.width < circle.r * 2 - 4
  const near = [0, 1, 2.2, 3.6, 5.4, 7.6, 10].flatMap((far) => {
    const out = circle.r + 3 + far * labelHeight * 0.8
    const beside = out + size.width / 2
    const over = out + size.height / 2
    return [
      at(circle.x + beside, circle.y),
      at(circle.x - beside, circle.y),
      at(circle.x, circle.y - over),
      at(circle.x, circle.y + over),
      at(circle.x + out * 0.72 + size.width / 2, circle.y - out * 0.72),
      at(circle.x - out * 0.72 - size.width / 2, circle.y - out * 0.72),
      at(circle.x + out * 0.72 + size.width / 2, circle.y + out * 0.72),
      at(circle.x - out * 0.72 - size.width / 2, circle.y + out * 0.72),
    ]
  })
  return fits ? [at(circle.x, circle.y), ...near] : near
}

function leaderTo(circle: PlacedCircle, box: Box): PlacedLabel['leader'] {
  const x = Math.max(box.x, Math.min(circle.x, box.x + box.width))
  const y = Math.max(box.y, Math.min(circle.y, box.y + box.height))
  const distance = Math.hypot(x - circle.x, y - circle.y)
  if (distance <= circle.r + 8) return undefined
  return { x1: circle.x + ((x - circle.x) / distance) * circle.r, y1: circle.y + ((y - circle.y) / distance) * circle.r, x2: x, y2: y }
}

const asBox = (circle: PlacedCircle): Box => ({ x: circle.x - circle.r * 0.75, y: circle.y - circle.r * 0.75, width: circle.r * 1.5, height: circle.r * 1.5 })

/** Whether a label stands inside its circle or outside of it, not across its edge. */
const clearOf = (box: Box, circle: PlacedCircle): boolean =>
  (box.x + box.width / 2 === circle.x && box.y + box.height / 2 === circle.y) || !overlaps(box, asBox(circle))

/** One label per circle so that none covers another, nor leaves the picture; a circle without room stays without a label (the list names it). */
export function placeLabels(circles: readonly PlacedCircle[], names: ReadonlyMap<string, string>, height: number): PlacedLabel[] {
  const inside = (box: Box): boolean => box.y >= edge && box.y + box.height <= height - edge
  const placed: PlacedLabel[] = []
  for (const circle of [...circles].sort((a, b) => b.r - a.r)) {
    const text = names.get(circle.id) ?? circle.id
    const free = candidates(circle, text).filter((box) => inside(box) && clearOf(box, circle) && !placed.some((other) => overlaps(box, other)))
    const box = free.find((each) => !circles.some((other) => other.id !== circle.id && overlaps(each, asBox(other)))) ?? free[0]
    if (box) placed.push({ id: circle.id, text, ...box, leader: leaderTo(circle, box) })
  }
  return placed
}

/** Places projected by Mercator into a picture 360 units wide whose height follows their spread (between 240 and 460). */
export function layoutMap(places: readonly MapPlace[], outlines?: MapOutlines): MapLayout {
  const geometries = outlines?.features.flatMap((feature) => (feature.geometry ? [feature.geometry] : [])) ?? []
  const points: GeoGeometryObjects = { type: 'MultiPoint', coordinates: places.flatMap(ring) }
  const everything = { type: 'GeometryCollection' as const, geometries: [points, ...geometries] as GeoJSON.Geometry[] }
  const projection = geoMercator().fitWidth(width - 2 * margin, everything)
  const natural = geoPath(projection).bounds(everything)
  const height = Math.round(Math.min(460, Math.max(240, natural[1][1] - natural[0][1] + 2 * margin)))
  projection.fitExtent([[margin, margin], [width - margin, height - margin]], everything)
  const path = geoPath(projection).digits(1)
  const circles = places.map((place) => {
    const [x, y] = projection([place.lon, place.lat]) ?? [0, 0]
    const edge = projection([place.lon, place.lat + place.radius / metresPerDegree]) ?? [x, y]
    return { id: place.id, x, y, r: Math.max(6, y - edge[1]) }
  })
  const names = new Map(places.map((place) => [place.id, place.name]))
  return { width, height, outlines: geometries.map((geometry) => path(geometry) ?? '').filter(Boolean), circles, labels: placeLabels(circles, names, height) }
}
