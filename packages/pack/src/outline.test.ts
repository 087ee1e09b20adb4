import { describe, expect, it } from 'vitest'
import { readOutline } from './outline.ts'

const square = { type: 'Polygon', coordinates: [[[7, 51], [7.1, 51], [7.1, 51.1], [7, 51]]] }

describe('an outline', () => {
  it('is the one polygon of the file, alone, as a feature or in a collection', () => {
    const feature = { type: 'Feature', properties: { name: 'Mitte' }, geometry: square }
    for (const data of [square, feature, { type: 'FeatureCollection', features: [feature] }]) expect(readOutline(JSON.stringify(data))).toEqual(square)
  })

  it.each([
    ['no JSON', 'nein'],
    ['a point', '{"type":"Point","coordinates":[7,51]}'],
    ['a place off the earth', JSON.stringify({ ...square, coordinates: [[[700, 51], [7, 51], [7, 52], [700, 51]]] })],
    ['a ring of two', '{"type":"Polygon","coordinates":[[[7,51],[8,51]]]}'],
    ['deep nesting', '['.repeat(100_000)],
  ])('is not %s', (_name, text) => expect(readOutline(text)).toBeUndefined())
})
