import { expect, test } from 'vitest'
import { flowers } from '@digitallotsen/domain/listing/listing.fixture.ts'
import { addEdits, afterSaving, clashingParts, meet, noEdits, rebase, withEdits } from './record-edits.rules.ts'

const typed = addEdits(noEdits, flowers, { tagline: 'Blumen für jeden Tag' })

test('what is typed stands above what the server holds', () => {
  expect(withEdits(flowers, typed).tagline).toBe('Blumen für jeden Tag')
  expect(withEdits(flowers, typed).story).toBe(flowers.story)
})

test('what is typed back to where it began is no edit any more', () => {
  expect(addEdits(typed, flowers, { tagline: flowers.tagline })).toEqual(noEdits)
})

test('the order of keys is no difference', () => {
  const { street, ...rest } = flowers.address
  expect(addEdits(noEdits, flowers, { address: { ...rest, street } })).toEqual(noEdits)
})

test('a change elsewhere of another part is no clash', () => {
  expect(clashingParts(typed, { ...flowers, story: 'Neu.' })).toEqual([])
})

test('a change elsewhere of the same part is one, and names the part', () => {
  expect(clashingParts(typed, { ...flowers, tagline: 'Anders' })).toEqual(['tagline'])
})

test('the same change elsewhere is none, and needs no sending', () => {
  const held = { ...flowers, tagline: 'Blumen für jeden Tag' }
  expect(clashingParts(typed, held)).toEqual([])
  expect(meet(typed, held)).toEqual(noEdits)
})

test('a clash ends once one’s own version begins from the other one', () => {
  const held = { ...flowers, tagline: 'Anders' }
  const again = rebase(typed, held, ['tagline'])
  expect(clashingParts(again, held)).toEqual([])
  expect(withEdits(held, again).tagline).toBe('Blumen für jeden Tag')
})

test('what was saved is no edit, even where the server has put it in order', () => {
  expect(afterSaving(typed, typed.mine, { ...flowers, tagline: 'Blumen für jeden Tag!' })).toEqual(noEdits)
})

test('what was typed on while it was being saved stays, and clashes with nothing', () => {
  const on = addEdits(typed, flowers, { tagline: 'Blumen für jeden Tag und Abend' })
  const held = { ...flowers, tagline: 'Blumen für jeden Tag' }
  const left = afterSaving(on, typed.mine, held)
  expect(left.mine).toEqual({ tagline: 'Blumen für jeden Tag und Abend' })
  expect(clashingParts(left, held)).toEqual([])
})
