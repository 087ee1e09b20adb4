import { describe, expect, it } from 'vitest'
import { hoursWith, everyDay, florist } from '@digitallotsen/domain/listing/listing.fixture.ts'
import { germanZone } from '@digitallotsen/domain/listing/zone.rules.ts'
import { DirectoryIndex, type Filters, type IndexedListing } from './directory-index.ts'
import { exactWords, nearWords } from './search.rules.ts'

const listing = (id: string, change: Partial<IndexedListing> = {}): IndexedListing => ({
  id, search: id, districtId: null, categoryIds: [], languages: [], accessibility: [], hours: null, ...change,
})
const find = (index: DirectoryIndex, filters: Partial<Filters>, at?: string) =>
  index.find({ words: [], ...filters }, at === undefined ? null : { instant: new Date(at), zone: germanZone, holidays: new Map() })

describe('the index of a city', () => {
  const index = new DirectoryIndex([
    listing('a', { search: 'blumen am markt', districtId: 'mitte', categoryIds: ['florist'], languages: ['de', 'tr'], hours: hoursWith({ week: everyDay('09:00-18:00') }) }),
    listing('b', { search: 'markthalle', districtId: 'nord', categoryIds: ['market', 'florist'], accessibility: ['wheelchair', 'lift'] }),
    listing('c', { search: 'am', districtId: 'mitte', hours: hoursWith({ week: everyDay('20:00-02:00') }) }),
  ])

  it('gives everything in its order where nothing is asked', () => expect(find(index, {})).toEqual(['a', 'b', 'c']))

  it.each<[Partial<Filters>, string[]]>([
    [{ district: 'mitte' }, ['a', 'c']],
    [{ category: 'florist' }, ['a', 'b']],
    [{ language: 'tr' }, ['a']],
    [{ accessibility: 'lift' }, ['b']],
    [{ district: 'mitte', category: 'florist' }, ['a']],
    [{ district: 'nirgends' }, []],
    [{ words: exactWords('markt', []) }, ['a', 'b']],
    [{ words: exactWords('markt am', []) }, ['a', 'b']],
    [{ words: exactWords('markt blumen markt', []) }, ['a']],
    [{ words: exactWords('am', []) }, ['a', 'c']],
    [{ words: exactWords('blumen', [florist]) }, ['a', 'b']],
    [{ words: exactWords('amm', []) }, []],
    [{ words: exactWords('marktmarkthalle', []) }, []],
  ])('finds by %j', (filters, expected) => expect(find(index, filters)).toEqual(expected))

  it('knows who is open, and that who gave no hours is not', () => {
    expect(find(index, {}, '2026-03-02T10:00:00Z')).toEqual(['a'])
    expect(find(index, {}, '2026-03-02T23:30:00Z')).toEqual(['c'])
  })

  it('counts what there is', () => {
    expect(index.counts()).toEqual({ total: 3, byDistrict: [{ id: 'mitte', count: 2 }, { id: 'nord', count: 1 }], byCategory: [{ id: 'florist', count: 2 }, { id: 'market', count: 1 }] })
    expect(new DirectoryIndex([]).counts()).toEqual({ total: 0, byDistrict: [], byCategory: [] })
    expect(find(new DirectoryIndex([]), { words: exactWords('x', []) })).toEqual([])
  })
})

/** Repeatable chance. */
const dice = (seed: number) => () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31

/** Whether b stands somewhere in a with at most one letter more, less, other, or two changed about: by trying every stretch of a. */
const standsNear = (a: string, b: string): boolean => {
  for (let from = 0; from <= a.length; from++) for (const length of [b.length - 1, b.length, b.length + 1]) {
    const stretch = a.slice(from, from + length)
    if (stretch.length === length && isOneStep(stretch, b)) return true
  }
  return false
}
const isOneStep = (a: string, b: string): boolean => {
  if (a === b) return true
  const differing = [...b].flatMap((sign, i) => (sign === a[i] ? [] : [i]))
  if (a.length === b.length) {
    const [i = 0, j = 0] = differing
    return differing.length === 1 || (differing.length === 2 && j === i + 1 && a[i] === b[j] && a[j] === b[i])
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
}

it('finds near spellings exactly where trying every stretch of every text finds them', () => {
  const chance = dice(7)
  const word = (length: number) => Array.from({ length }, () => 'abc'[Math.floor(chance() * 3)]).join('')
  const texts = Array.from({ length: 400 }, () => `${word(3 + Math.floor(chance() * 6))} ${word(4)}`)
  const index = new DirectoryIndex(texts.map((search, place) => listing(String(place), { search })))
  let hits = 0
  for (let round = 0; round < 60; round++) {
    const typed = word(6 + Math.floor(chance() * 3))
    const expected = texts.flatMap((text, place) => (standsNear(text, typed) ? [String(place)] : []))
    hits += expected.length
    expect([typed, find(index, { words: nearWords(typed, []) })]).toEqual([typed, expected])
  }
  expect(hits).toBeGreaterThan(100)
})
