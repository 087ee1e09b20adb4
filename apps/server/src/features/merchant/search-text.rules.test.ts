import { expect, test } from 'vitest'
import { likePatterns, searchText } from './search-text.rules.ts'

test('umlauts are spelled out, accents fall, case and blanks do not matter', () => {
  expect(searchText('  Café  MÜLLER-Groß ')).toBe('cafe mueller-gross')
  expect(searchText('Bäckerei', null, '12345')).toBe('baeckerei 12345')
})

test('a letter written in two signs is found like the one written in one', () => {
  expect(searchText('Mu\u0308ller')).toBe(searchText('Müller'))
  expect(searchText('ŻÓŁW')).toBe('zolw')
})

test('each word is looked for anywhere, and wildcards stand for themselves', () => {
  expect(likePatterns('Müller  100%_\\')).toEqual(['%mueller%', '%100\\%\\_\\\\%'])
  expect(likePatterns('   ')).toEqual([])
})
