import { expect, test } from 'vitest'
import { addressWith, isFiltered, readAddress, sortChange, sortOf } from './list-address.ts'

test('an empty address asks for the first page by name', () => {
  expect(readAddress({})).toEqual({ sort: 'name', direction: 'asc', page: 1, pageSize: 25 })
})

test('every filter of the address reaches the server', () => {
  expect(readAddress({ suche: ' Blumen ', quartier: 'mitte', stand: 'start', teilnahme: 'paused', muss: '1', sortierung: 'score', richtung: 'ab', seite: '3' })).toEqual({
    search: 'Blumen',
    districtId: 'mitte',
    band: 'start',
    state: 'paused',
    openMusts: true,
    sort: 'score',
    direction: 'desc',
    page: 3,
    pageSize: 25,
  })
})

test('what the address invents is left aside', () => {
  expect(readAddress({ stand: 'best', teilnahme: 'x', muss: 'yes', sortierung: 'id', seite: '-4' })).toEqual({ sort: 'name', direction: 'asc', page: 1, pageSize: 25 })
  expect(readAddress({ seite: 'zwei' }).page).toBe(1)
})

test('a change of what is listed begins on the first page, a change of page keeps the filters', () => {
  expect(addressWith('', { stand: 'start', seite: '4' }, { muss: '1' })).toBe('/buero?stand=start&muss=1')
  expect(addressWith('', { stand: 'start', seite: '4' }, { seite: '5' })).toBe('/buero?stand=start&seite=5')
  expect(addressWith('/en', { stand: 'start' }, { stand: '' })).toBe('/en/buero')
})

test('the order in the address is the order of the table', () => {
  const order = { key: 'checked_at', direction: 'descending' } as const
  expect(sortOf(readAddress(sortChange(order)))).toEqual(order)
})

test('sorting and paging are no filters', () => {
  expect(isFiltered({ sortierung: 'score', seite: '2' })).toBe(false)
  expect(isFiltered({ suche: 'a' })).toBe(true)
})
