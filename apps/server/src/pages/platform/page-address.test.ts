import { expect, test } from 'vitest'
import { lastPageOf, pageNumberOf, paramsOf, wordOf } from './page-address.ts'

test('parameters are read whatever somebody makes of an address', () => {
  const param = paramsOf({ url: '/betriebe?suche=%20Blumen%20&suche=x&leer=&null=a%00b&halb=%ED%A0%80&prozent=%' })
  expect([param('suche'), param('leer'), param('fehlt'), param('null'), param('prozent')]).toEqual(['Blumen', '', '', 'ab', '%'])
  expect(param('halb').isWellFormed()).toBe(true)
  expect(paramsOf({ url: '/betriebe' })('suche')).toBe('')
})

test('a word too long to be known is none', () => {
  expect([wordOf('mitte'), wordOf(''), wordOf('x'.repeat(65)), wordOf('x'.repeat(65), 120)]).toEqual(['mitte', null, null, 'x'.repeat(65)])
})

test.each([['', 1], ['0', 1], ['-3', 1], ['2', 2], ['1e3', 1], ['99999', 1], ['2.5', 1], ['0003', 1]])('page „%s“ is page %i', (text, page) => expect(pageNumberOf(text)).toBe(page))

test('there is always a last page', () => expect([lastPageOf(0, 24), lastPageOf(24, 24), lastPageOf(25, 24)]).toEqual([1, 1, 2]))
