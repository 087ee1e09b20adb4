import { expect, test } from 'vitest'
import { access as accessDe } from './de/access.ts'
import { checking as checkingDe } from './de/checking.ts'
import { core as coreDe } from './de/core.ts'
import { everywhere as everywhereDe } from './de/everywhere.ts'
import { listing as listingDe } from './de/listing.ts'
import { merchant as merchantDe } from './de/merchant.ts'
import { moderation } from './de/moderation.ts'
import { offers as offersDe } from './de/offers.ts'
import { office } from './de/office.ts'
import { result as resultDe } from './de/result.ts'
import { visit as visitDe } from './de/visit.ts'
import { website as websiteDe } from './de/website.ts'
import { access as accessEn } from './en/access.ts'
import { checking as checkingEn } from './en/checking.ts'
import { core as coreEn } from './en/core.ts'
import { everywhere as everywhereEn } from './en/everywhere.ts'
import { listing as listingEn } from './en/listing.ts'
import { merchant as merchantEn } from './en/merchant.ts'
import { offers as offersEn } from './en/offers.ts'
import { result as resultEn } from './en/result.ts'
import { visit as visitEn } from './en/visit.ts'
import { website as websiteEn } from './en/website.ts'

type Leaf = { path: string; value: unknown }

const leavesOf = (node: unknown, path = ''): Leaf[] =>
  typeof node === 'object' && node !== null ? Object.entries(node).flatMap(([name, value]) => leavesOf(value, path ? `${path}.${name}` : name)) : [{ path, value: node }]

const german = { core: coreDe, checking: checkingDe, result: resultDe, access: accessDe, everywhere: everywhereDe, listing: listingDe, merchant: merchantDe, offers: offersDe, visit: visitDe, website: websiteDe }
const english = { core: coreEn, checking: checkingEn, result: resultEn, access: accessEn, everywhere: everywhereEn, listing: listingEn, merchant: merchantEn, offers: offersEn, visit: visitEn, website: websiteEn }

/** A text as it may stand on a screen: a function is called with numbers and words it may get. */
const textsOf = ({ value }: Leaf): string[] => {
  if (typeof value !== 'function') return [String(value)]
  const say = value as (...given: unknown[]) => unknown
  return [say(1, 2, '0 €'), say(5, 3, '0 €'), ...(value.length === 1 ? [say('Wort')] : [])].map(String)
}

test('German and English say the same things', () => {
  expect(leavesOf(english).map(({ path }) => path)).toEqual(leavesOf(german).map(({ path }) => path))
})

test('no text is empty, and none shows what should have been filled in', () => {
  for (const leaf of [...leavesOf(german), ...leavesOf(english), ...leavesOf(office), ...leavesOf(moderation)]) {
    for (const text of textsOf(leaf)) {
      expect(text.trim(), leaf.path).not.toBe('')
      expect(text, leaf.path).not.toMatch(/undefined|\[object|NaN|#/)
    }
  }
})

test('no English text is the German one', () => {
  const allowed = new Set(['core.shell.plan', 'core.shell.checks', 'result.titleOf'])
  const same = leavesOf(english).filter(({ path, value }) => typeof value === 'string' && !allowed.has(path) && leavesOf(german).some(other => other.path === path && other.value === value))
  expect(same.map(({ path }) => path)).toEqual(['merchant.checks.columns.moment'])
})

test('German sentences have at most fifteen words', () => {
  const long = [...leavesOf(german), ...leavesOf(office), ...leavesOf(moderation)].flatMap(leaf =>
    textsOf(leaf).flatMap(text => text.split(/[.!?:](?:\s|$)|·/).filter(sentence => sentence.trim().split(/\s+/).length > 15).map(sentence => `${leaf.path}: ${sentence}`)),
  )
  expect(long).toEqual([])
})

test('quotation marks are typographic', () => {
  const straight = [...leavesOf(german), ...leavesOf(english), ...leavesOf(office), ...leavesOf(moderation)].filter(leaf => textsOf(leaf).some(text => /["']/.test(text)))
  expect(straight.map(({ path }) => path)).toEqual([])
})
