import { expect, test } from 'vitest'
import { layoutMap } from './map-layout.ts'
import type { MapPlace } from './map-layout.ts'

/** A crowd of places on a jittered grid, the same on every run. */
const crowd: MapPlace[] = Array.from({ length: 18 }, (_, index) => ({
  id: `p${index}`,
  name: `Viertel ${'am alten Markt'.slice(0, index % 14)}`,
  lat: 51.5 + Math.floor(index / 5) * 0.012 + (index % 3) * 0.002,
  lon: 7.2 + (index % 5) * 0.02 + (index % 4) * 0.003,
  radius: 200 + (index % 4) * 150,
}))

test('no label covers another one, and none leaves the picture', () => {
  const { labels, width, height } = layoutMap(crowd)
  expect(labels.length).toBe(crowd.length)
  labels.forEach((a, index) => {
    expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true)
    for (const b of labels.slice(index + 1)) {
      expect(a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height).toBe(false)
    }
  })
})

test('circles keep their true proportions and lie inside the picture', () => {
  const { circles, width, height } = layoutMap([
    { id: 'a', name: 'A', lat: 51.5, lon: 7.2, radius: 1000 },
    { id: 'b', name: 'B', lat: 51.5, lon: 7.26, radius: 500 },
  ])
  const [a, b] = circles
  expect(a && b && a.r / b.r).toBeCloseTo(2, 1)
  for (const { x, y, r } of circles) expect(x - r >= 0 && x + r <= width && y - r >= 0 && y + r <= height).toBe(true)
})

test('north is up and east is right', () => {
  const { circles } = layoutMap([
    { id: 'a', name: 'A', lat: 51.6, lon: 7.2, radius: 300 },
    { id: 'b', name: 'B', lat: 51.5, lon: 7.3, radius: 300 },
  ])
  const [a, b] = circles
  expect(a && b && a.y < b.y && a.x < b.x).toBe(true)
})

test('a single place and no place at all are drawn without a fault', () => {
  expect(layoutMap([{ id: 'a', name: 'A', lat: 51.5, lon: 7.2, radius: 300 }]).circles[0]?.r).toBeGreaterThan(20)
  expect(layoutMap([]).circles).toEqual([])
})

test('outlines become paths of the same projection', () => {
  const { outlines } = layoutMap(crowd, { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [[[7.2, 51.5], [7.2, 51.55], [7.3, 51.55], [7.3, 51.5], [7.2, 51.5]]] } }] })
  expect(outlines).toHaveLength(1)
  expect(outlines[0]).toMatch(/^M[\d.,]+L/)
})
