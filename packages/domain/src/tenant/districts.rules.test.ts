import { expect, it } from 'vitest'
import { suggestDistrict } from './districts.rules.ts'

const districts = [
  { id: 'mitte', postcodes: ['12345', '12346'] },
  { id: 'nord', postcodes: ['12346', '12347'] },
  { id: 'hafen', postcodes: [] },
]

const cases: readonly (readonly [postcode: string, id: string | undefined, reason: string])[] = [
  ['12345', 'mitte', 'lies in one district'],
  ['12347', 'nord', 'lies in one district'],
  ['12346', undefined, 'is shared by two'],
  ['54321', undefined, 'is of no district'],
  ['', undefined, 'is empty'],
  ['1234', undefined, 'is only the beginning of one'],
]

it.each(cases)('a postcode %s suggests %s, since it %s', (postcode, id) => {
  expect(suggestDistrict(districts, postcode)?.id).toBe(id)
})

it('a city without districts suggests none', () => {
  expect(suggestDistrict([], '12345')).toBeUndefined()
})
