import { expect, it } from 'vitest'
import { contentHash } from './hash.ts'

it('a hash does not depend on the order of keys, but on every value', () => {
  expect(contentHash({ a: 1, b: [1, 2] })).toBe(contentHash({ b: [1, 2], a: 1 }))
  expect(contentHash({ a: 1, b: [1, 2] })).not.toBe(contentHash({ a: 1, b: [2, 1] }))
})

it('what is no JSON has no hash', () => {
  expect(() => contentHash(undefined)).toThrow(TypeError)
})
