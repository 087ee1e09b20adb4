import { z } from 'zod'
import { outline, type Outline } from './resolved-pack.schemas.ts'

const maxGeoBytes = 256 * 1024
const feature = z.object({ type: z.literal('Feature'), geometry: outline })
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(feature).length(1) })

/** The single polygon of a GeoJSON file, its positions cut to two numbers; undefined where it holds anything else or is larger than 256 kB. */
export const readOutline = (text: string): Outline | undefined => {
  if (Buffer.byteLength(text) > maxGeoBytes) return undefined
  const data = parseJson(text)
  const found = [outline.safeParse(data).data, feature.safeParse(data).data?.geometry, collection.safeParse(data).data?.features[0]?.geometry]
  return found.find(geometry => geometry !== undefined && isOnEarth(geometry))
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isOnEarth = (geometry: Outline) => {
  const positions = geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2) as [number, number][]
  return positions.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90)
}
